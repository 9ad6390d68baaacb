"""A frame of lines gets, line by line, what each line gets alone; whatever stands around it and in whatever order."""

import pickle
from dataclasses import asdict
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from screening.engine import Authority, EngineHit, Index, Line, ListedGood, Party, names, widening
from screening.engine.columns import Column, Groups, Rows
from screening.engine.index import LINE_COLUMNS, PARTY_COLUMNS
from tests.screening.engine.factories import MAKER, foreign_maker, foreign_region, national_shirts, seller, shirts

EVERYTHING = (
    national_shirts(),
    national_shirts(key="R/place", producers=(), places=("Hotan",), tariff_codes=("6109",)),
    national_shirts(key="R/name", tariff_codes=(), origins=()),
    national_shirts(key="R/2020", producers=(), tariff_codes=("85414001",), tariff_version="TIGIE 2020"),
    foreign_maker(),
    foreign_region(),
    ListedGood("W-1", "wro", Authority.FOREIGN, goods_words="Frobnicators", origins=("MYS",)),
    ListedGood("W-2", "wro", Authority.FOREIGN, goods_words="solar cells", origins=("CHN",)),
    ListedGood("W-3", "own", Authority.CUSTOM, origins=("PRK",)),
)
LISTS = {
    "everything": EVERYTHING,
    "one national entry": EVERYTHING[:1],
    "entries with producers and a name alone": EVERYTHING[:3],
    "a foreign maker": EVERYTHING[4:5],
    "orders without a maker": EVERYTHING[5:],
    "nothing": (),
}
PARTIES = st.builds(
    Party,
    role=st.sampled_from(["SUPPLIER", "SUPPLIER", "PRODUCER", "ORIGIN_SUPPLIER", "CONSIGNEE"]),
    name=st.sampled_from([MAKER, MAKER[:30], "Hoshine Silicon Ind", "Otra Firma", "Fabrica Ajena", "", "S/N"]),
    tax_id=st.sampled_from(["", "91650100MA7ABCDE11", "9144030"]),
    country=st.sampled_from(["", "CHN", "DEU"]),
    city=st.sampled_from(["", "Urumqi", "Shanghai", "HETIAN"]),
    postal_code=st.sampled_from(["", "832000", "200000"]),
    attributed=st.booleans(),
)
LINES = st.builds(
    Line,
    tariff_code=st.sampled_from(["61091003", "61091099", "6109", "52010001", "85414201", "6109.10.03", "", "84713001"]),
    nico=st.sampled_from(["", "00", "01"]),
    description=st.sampled_from(["", "ALGODON", "FROBNICATOR X", "celdas solares"]),
    origin=st.sampled_from(["", "CHN", "MYS", "VNM", "PRK"]),
    seller_country=st.sampled_from(["", "CHN", "DEU"]),
    virtual=st.booleans(),
    parties=st.lists(PARTIES, max_size=3).map(tuple),
    tariff_version=st.sampled_from(["", "LIGIE 2022", "TIGIE 2020"]),
)
Told = dict[int, tuple[dict[str, Any], list[EngineHit]]]


def frames(lines: list[Line]) -> tuple[pd.DataFrame, pd.DataFrame]:
    rows = [{"line_id": i} | {k: v for k, v in asdict(line).items() if k != "parties"} for i, line in enumerate(lines)]
    parties = [{"line_id": i} | asdict(p) for i, line in enumerate(lines) for p in line.parties]
    return pd.DataFrame(rows), pd.DataFrame(parties, columns=list(PARTY_COLUMNS))


def told(index: Index, lines: pd.DataFrame, parties: pd.DataFrame) -> Told:
    screened = index.screen(lines, parties)
    hits: dict[int, list[EngineHit]] = {}
    for line_id, hit in screened.hits:
        hits.setdefault(line_id, []).append(hit)
    rows = screened.verdicts.to_dict("records")
    return {row["line_id"]: ({str(k): v for k, v in row.items()}, hits.get(row["line_id"], [])) for row in rows}


INDEXES = {name: Index.build(goods) for name, goods in LISTS.items()}


@pytest.mark.parametrize("name", LISTS)
@given(lines=st.lists(LINES, min_size=1, max_size=12))
@settings(max_examples=25)
def test_a_line_in_a_frame_gets_what_it_gets_alone(name: str, lines: list[Line]) -> None:
    found = told(INDEXES[name], *frames(lines))
    for i, line in enumerate(lines):
        alone = INDEXES[name].check(line)
        assert found[i][0] == {
            "line_id": i,
            "verdict": alone.verdict.value,
            "no_border": alone.no_border,
            "score": alone.score,
            "order": alone.order,
            "reasons_es": alone.reason.es,
            "reasons_en": alone.reason.en,
            "not_declared": ",".join(alone.not_declared),
        }
        assert found[i][1] == list(alone.hits)


@given(lines=st.lists(LINES, min_size=2, max_size=15), size=st.integers(1, 6), order=st.randoms(use_true_random=False))
@settings(max_examples=25)
def test_neither_the_size_of_a_chunk_nor_the_order_of_rows_changes_an_answer(
    lines: list[Line], size: int, order: Any
) -> None:
    index, (rows, parties) = INDEXES["everything"], frames(lines)
    whole = told(index, rows, parties)
    places = list(range(len(lines)))
    order.shuffle(places)
    shuffled = rows.iloc[places]
    by_line = parties.sort_values("line_id", key=lambda ids: ids.map(places.index), kind="stable")
    found: Told = {}
    for start in range(0, len(lines), size):
        part = shuffled.iloc[start : start + size]
        found |= told(index, part, by_line[by_line["line_id"].isin(part["line_id"])])
    assert found == whole


@pytest.mark.parametrize("chunk", [1, 4])
@pytest.mark.parametrize("threads", [1, 3])
def test_the_number_of_threads_changes_no_answer(monkeypatch: pytest.MonkeyPatch, chunk: int, threads: int) -> None:
    makers = (MAKER, MAKER[:30], "Hoshine Silicon Ind", "Otra Firma", "Tejidos Inventdos Vale", "", "🙂")
    lines = frames([shirts(seller(f"{maker} {end}")) for maker in makers for end in ("", "SA", "GmbH", "Trading")])
    whole = told(Index.build(EVERYTHING), *lines)
    monkeypatch.setattr(names, "CHUNK", chunk)
    monkeypatch.setattr(widening, "CHUNK", chunk)
    monkeypatch.setattr("os.cpu_count", lambda: threads)
    assert told(Index.build(EVERYTHING), *lines) == whole


def test_the_parties_of_other_lines_count_for_nothing() -> None:
    rows, parties = frames([shirts(seller("Otra Firma")), shirts(seller(MAKER))])
    alone = told(INDEXES["everything"], rows.iloc[:1], parties)
    assert alone[0] == told(INDEXES["everything"], rows, parties)[0]


def test_missing_values_are_what_is_not_declared() -> None:
    rows, parties = frames([shirts(seller("Otra Firma"), origin="", nico="")])
    blank = rows.assign(origin=None, nico=np.nan)
    assert told(INDEXES["everything"], blank, parties) == told(INDEXES["everything"], rows, parties)


def test_the_version_of_the_tariff_need_not_be_a_column() -> None:
    rows, parties = frames([shirts(seller("Otra Firma"))])
    assert "tariff_version" not in LINE_COLUMNS
    assert told(INDEXES["everything"], rows[list(LINE_COLUMNS)], parties)


def test_an_index_goes_to_another_process_and_answers_the_same() -> None:
    index = INDEXES["everything"]
    lines = [shirts(seller(MAKER)), shirts(seller("Hoshine Silicon Ind"))]
    index.check(lines[0])
    again = pickle.loads(pickle.dumps(index))  # noqa: S301  # pickled on this very line
    assert [again.check(line) for line in lines] == [index.check(line) for line in lines]
    assert told(again, *frames(lines)) == told(index, *frames(lines))


def test_equal_texts_are_kept_once() -> None:
    lines = [Line("84713001", "00", "", "VNM", parties=(seller(f"Otra Firma {i}"),)) for i in range(50)]
    verdicts = INDEXES["everything"].screen(*frames(lines)).verdicts
    assert len({id(text) for text in verdicts["reasons_es"].tolist()}) == 1


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 2**40), st.integers(0, 2**40)), max_size=30))
def test_rows_are_numbered_by_what_they_hold(rows: list[tuple[int, int, int]]) -> None:
    columns = np.array(rows, dtype=np.int64).reshape(len(rows), 3).T
    numbered = Rows.of(*columns)
    assert len(set(rows)) == numbered.count
    for row, number in zip(rows, numbered.ids.tolist(), strict=True):
        assert rows[numbered.first[number]] == row


@given(st.lists(st.lists(st.integers(0, 3), max_size=4), max_size=12))
def test_sequences_are_numbered_by_what_they_hold_in_order(groups: list[list[int]]) -> None:
    owners = np.array([g for g, members in enumerate(groups) for _ in members], dtype=np.int64)
    members = np.array([m for group in groups for m in group], dtype=np.int64)
    made = Groups.of(owners, members, len(groups))
    numbers = made.sequences(made.members).tolist()
    for one, first in zip(groups, numbers, strict=True):
        for other, second in zip(groups, numbers, strict=True):
            assert (one == other) == (first == second)


def test_members_come_in_the_order_of_the_rows_whatever_the_order_of_the_groups() -> None:
    made = Groups.of(np.array([2, 0, 2, 0]), np.array([7, 5, 6, 4]), 3)
    assert [made.of_group(g) for g in range(3)] == [[5, 4], [], [7, 6]]
    assert [made.select(np.array([2, 0])).of_group(g) for g in range(2)] == [[7, 6], [5, 4]]
    assert made.counts(np.array([False] * 5 + [True] * 3)).tolist() == [1, 0, 2]


def test_a_column_says_what_is_not_blank() -> None:
    column = Column.of(pd.Series(["a", "", None, "a"]))
    assert column.says().tolist() == [True, False, False, True]
    assert column.at(np.array([0, 2, 3])) == ["a", "", "a"]
