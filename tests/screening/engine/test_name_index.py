"""An index of names: what it finds is in order, within bounds, and the same however the work is cut up."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Final

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks.garbage import make_garbage
from benchmarks.names import make_names
from screening.engine import NameIndex, names, widening
from screening.engine.names import CHUNK, Found, country_numbers
from screening.engine.normalise import normalise
from screening.engine.score import MET, NEAR, OF_LIST, scores

LISTED: Final = make_names(400, seed=3)
CHINESE: Final = ("合盛硅业股份有限公司", "新疆天山毛纺织股份有限公司")
INDEX: Final = NameIndex.build([*LISTED, *CHINESE])
QUERIES: Final = [
    *LISTED[:60],
    *(name[:30] for name in LISTED[60:90]),
    *(" ".join(reversed(name.split())) for name in LISTED[90:120]),
    *(name[:4] + name[5:] for name in LISTED[120:150]),
    *make_names(100, seed=4),
    *CHINESE,
    "",
    "🙂",
    "XPCC",
]
ANY_NAME: Final = st.text(max_size=50) | st.sampled_from(QUERIES)

Row = tuple[int, int, float, float]


def rows(found: Found) -> list[Row]:
    columns = (found.query, found.listed, found.score, found.order)
    return list(zip(*(column.tolist() for column in columns), strict=True))


def of_query(found: Found, query: int) -> list[tuple[int, float, float]]:
    return [row[1:] for row in rows(found) if row[0] == query]


def best(index: NameIndex, name: str, least: float = NEAR) -> list[int]:
    return [int(listed) for listed in index.search([name], least=least).listed]


def check_order(found: Found, least: float, most: int) -> None:
    keys = [(query, -score, -order, listed) for query, listed, score, order in rows(found)]
    assert keys == sorted(keys)
    assert len(set(zip(found.query.tolist(), found.listed.tolist(), strict=True))) == len(keys)
    assert ((found.score >= least) & (found.score <= 1.0)).all()
    assert np.bincount(found.query, minlength=1).max(initial=0) <= most
    assert np.isfinite(found.order).all()


def test_an_index_is_as_long_as_its_distinct_names() -> None:
    assert len(NameIndex.build([])) == 0
    assert len(NameIndex.build(["Daqo New Energy", "DAQO NEW ENERGY", "Hoshine"])) == 2


@pytest.mark.parametrize("listed", [[], [""], ["...", "🙂"]], ids=str)
def test_a_list_without_names_finds_nobody(listed: Sequence[str]) -> None:
    found = NameIndex.build(listed).search(["Hoshine", "", "...", "🙂"], least=0.0)
    assert rows(found) == []


def test_no_queries_find_nobody() -> None:
    assert rows(INDEX.search([])) == []


def test_every_listed_name_finds_itself_first() -> None:
    found = INDEX.search([*LISTED, *CHINESE], most=1)
    column = normalise([*LISTED, *CHINESE])
    assert found.query.tolist() == list(range(len(LISTED) + len(CHINESE)))
    assert (found.score == 1.0).all()
    for query, listed in zip(found.query.tolist(), found.listed.tolist(), strict=True):
        assert sorted(column.words_of(query)) == sorted(column.words_of(listed))


def test_names_that_read_the_same_are_all_found_in_the_order_of_the_list() -> None:
    index = NameIndex.build(["Hoshine Silicon", "Daqo", "HOSHINE SILICON CO LTD", "Hoshine Silicon Ltd."])
    assert best(index, "hoshine silicon") == [0, 2, 3]


def test_no_more_are_found_than_asked_for() -> None:
    index = NameIndex.build(["Hoshine Silicon"] * 9)
    for most in (1, 4, 9, 20):
        assert len(index.search(["Hoshine Silicon"], most=most).listed) == min(most, 9)


@pytest.mark.parametrize(
    ("declared", "listed"),
    [
        pytest.param("HOSHNE SILICON", "Hoshine Silicon", id="a letter lost"),
        pytest.param("SILICON HOSHINE", "Hoshine Silicon", id="words turned"),
        pytest.param("HOSHINESILICON", "Hoshine Silicon", id="words joined"),
        pytest.param("HOSHINE SIL ICON", "Hoshine Silicon", id="a word split"),
        pytest.param("H0SH1NE SILICON", "Hoshine Silicon", id="digits for letters"),
        pytest.param("XPCC", "Xinjiang Production and Construction Corps", id="initials"),
        pytest.param("Xinjiang Production and Construction Corps", "XPCC", id="words for initials"),
        pytest.param("合盛硅业", "Hesheng Silicon Industry", id="characters"),
        pytest.param("XINJIANG TIANSHAN WOOL TEXTIL", "Xinjiang Tianshan Wool Textile Trading", id="cut at 30"),
    ],
)
def test_a_name_is_found_among_many(declared: str, listed: str) -> None:
    index = NameIndex.build([*LISTED, listed])
    assert best(index, declared)[0] == len(LISTED)


def test_two_misspellings_in_a_word_are_found_in_depth() -> None:
    index = NameIndex.build([*LISTED, "Zhongtaimian Weavers"])
    assert len(LISTED) in best(index, "ZHANGTIAMIAN WEAVERS", least=0.1)


def test_another_country_is_a_doubt_and_an_unknown_one_is_none() -> None:
    index = NameIndex.build(["Hoshine Silicon", "Hoshine Silicon", "Hoshine Silicon"], ["CHN", "MEX", ""])
    found = index.search(["HOSHINE SILICON"], ["MEX"], least=0.0)
    assert sorted(found.listed[found.score == 1.0].tolist()) == [1, 2]
    assert found.listed.tolist()[-1] == 0
    assert found.score[-1] < 1.0


def test_countries_are_told_apart_by_their_letters() -> None:
    assert country_numbers((), 3).tolist() == [0, 0, 0]
    known = country_numbers(["CHN", "chn", " CHN ", "MEX", "", "?"], 6).tolist()
    assert known[0] == known[1] == known[2] != known[3] != 0
    assert known[4:] == [0, 0]


@given(st.lists(ANY_NAME, max_size=6), st.lists(ANY_NAME, max_size=6), st.sampled_from([0.0, 0.3, NEAR, MET]))
@settings(max_examples=60)
def test_any_list_answers_any_query_in_order_and_within_bounds(
    listed: list[str], queries: list[str], least: float
) -> None:
    found = NameIndex.build(listed).search(queries, least=least, most=3)
    check_order(found, least, 3)


@pytest.mark.parametrize("least", [0.0, 0.3, NEAR, MET])
def test_the_queries_of_a_batch_are_answered_in_order_and_within_bounds(least: float) -> None:
    found = INDEX.search(QUERIES, least=least)
    check_order(found, least, 5)
    assert scores(found.features, OF_LIST) == pytest.approx(found.score, abs=1e-5)


@pytest.mark.parametrize("least", [0.3, NEAR])
def test_a_higher_threshold_finds_the_same_but_the_weaker(least: float) -> None:
    everything, strong = INDEX.search(QUERIES, least=least), INDEX.search(QUERIES, least=max(least, NEAR) + 0.2)
    assert {row[:2] for row in rows(strong)} <= {row[:2] for row in rows(everything)}


@pytest.mark.parametrize("least", [0.2, NEAR])
def test_a_batch_gives_what_its_names_give_alone(least: float) -> None:
    found = INDEX.search(QUERIES, least=least)
    for query in range(0, len(QUERIES), 7):
        assert of_query(found, query) == of_query(INDEX.search([QUERIES[query]], least=least), 0)


@given(st.permutations(range(0, len(QUERIES), 5)), st.sampled_from([0.2, NEAR]))
@settings(max_examples=20)
def test_the_order_of_the_rows_changes_nothing(order: list[int], least: float) -> None:
    straight = INDEX.search(QUERIES, least=least)
    turned = INDEX.search([QUERIES[query] for query in order], least=least)
    for place, query in enumerate(order):
        assert of_query(turned, place) == of_query(straight, query)


@pytest.mark.parametrize("chunk", [1, 3, 64, CHUNK])
@pytest.mark.parametrize("threads", [1, 2, 5])
@pytest.mark.parametrize("least", [0.2, NEAR])
def test_the_answers_do_not_depend_on_how_the_work_is_cut_up(
    monkeypatch: pytest.MonkeyPatch, chunk: int, threads: int, least: float
) -> None:
    whole = INDEX.search(QUERIES, least=least)
    monkeypatch.setattr(names, "CHUNK", chunk)
    monkeypatch.setattr(widening, "CHUNK", chunk)
    monkeypatch.setattr("os.cpu_count", lambda: threads)
    cut = INDEX.search(QUERIES, least=least)
    assert rows(cut) == rows(whole)
    assert (cut.features == whole.features).all()


@pytest.mark.parametrize("least", [0.2, NEAR])
def test_searches_at_the_same_time_do_not_meet(least: float) -> None:
    alone = rows(INDEX.search(QUERIES, least=least))
    with ThreadPoolExecutor(4) as pool:
        together = pool.map(lambda _: rows(INDEX.search(QUERIES, least=least)), range(8))
    assert all(found == alone for found in together)


@pytest.mark.parametrize("least", [0.2, NEAR])
def test_garbage_raises_nothing_and_changes_no_answer(least: float) -> None:
    garbage = make_garbage(240, seed=9)
    check_order(INDEX.search(garbage, least=least), least, 5)
    among = INDEX.search([name for pair in zip(garbage, QUERIES, strict=False) for name in pair], least=least)
    straight = INDEX.search(QUERIES[:240], least=least)
    for query in range(min(len(QUERIES), 240)):
        assert of_query(among, 2 * query + 1) == of_query(straight, query)


def test_garbage_is_listed_without_harm() -> None:
    garbage = make_garbage(120, seed=9)
    index = NameIndex.build([*garbage, "Hoshine Silicon"])
    assert best(index, "HOSHINE SILICON") == [len(garbage)]
    found = index.search(garbage, most=1)
    words = normalise(garbage)
    assert found.query.tolist() == [number for number in range(len(garbage)) if words.words_of(number)]
    assert (found.score == 1.0).all()


@given(st.permutations([*LISTED[:40], *CHINESE]))
@settings(max_examples=20)
def test_the_order_of_the_list_changes_no_score(listed: list[str]) -> None:
    def told(names_listed: Sequence[str]) -> list[tuple[int, str, float]]:
        found = NameIndex.build(names_listed).search(QUERIES[:60])
        return sorted((query, names_listed[n], round(score, 4)) for query, n, score, _ in rows(found))

    assert told(listed) == told([*LISTED[:40], *CHINESE])


@pytest.mark.parametrize("listed", [[*LISTED, *CHINESE], ["Hoshine"], []], ids=len)
def test_a_saved_index_gives_the_same_answers(tmp_path: Path, listed: list[str]) -> None:
    countries = ["CHN", "MEX", ""] * len(listed)
    index = NameIndex.build(listed, countries[: len(listed)])
    index.save(tmp_path)
    loaded = NameIndex.load(tmp_path)
    asked = ["CHN"] * len(QUERIES)
    for least in (0.2, NEAR):
        there, back = index.search(QUERIES, asked, least=least), loaded.search(QUERIES, asked, least=least)
        assert rows(there) == rows(back)
    assert len(loaded) == len(index)


def test_a_saved_index_gives_the_same_answers_however_the_work_is_cut_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    INDEX.save(tmp_path)
    whole = rows(INDEX.search(QUERIES))
    monkeypatch.setattr(names, "CHUNK", 7)
    monkeypatch.setattr(widening, "CHUNK", 5)
    assert rows(NameIndex.load(tmp_path).search(QUERIES)) == whole


def test_an_index_that_is_not_there_is_not_loaded(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="npy"):
        NameIndex.load(tmp_path / "nowhere")


@given(ANY_NAME)
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
def test_a_name_on_a_list_of_its_own_is_the_same(name: str) -> None:
    found = NameIndex.build([name]).search([name], least=0.0)
    assert found.score.tolist() == ([1.0] if normalise([name]).words_of(0) else [])


def test_the_same_name_in_translation_is_less_sure_than_as_written() -> None:
    index = NameIndex.build(["Hydrova Foods Inc.", "Metaltex Garments Ltd"])
    written = index.search(["HYDROVA FOODS INC", "Foods Hydrova", "Metaltex Garments, Ltd."])
    translated = index.search(["Hydrova Gida", "Metaltex Konfeksiyon Ltd"])
    assert written.listed.tolist() == [0, 0, 1]
    assert written.score.tolist() == [1.0, 1.0, 1.0]
    assert translated.listed.tolist() == [0, 1]
    assert NEAR <= translated.score.min() <= translated.score.max() < 1.0


def test_an_entry_that_stands_twice_is_found_as_it_is_written() -> None:
    found = NameIndex.build(["Hydrova Gida", "Hydrova Foods"]).search(["HYDROVA FOODS"])
    assert found.listed.tolist() == [1, 0]
    assert found.score[0] == 1.0 > found.score[1]


def test_names_that_differ_in_legal_form_alone_are_told_apart_in_either_order() -> None:
    firms = ["Zorvex Silicon GmbH", "Zorvex Silicon S.A."]
    for listed in (firms, firms[::-1]):
        found = NameIndex.build(listed).search(firms)
        assert [listed[place] for place in found.listed] == [firms[0], firms[1], firms[1], firms[0]]
        assert found.score[[0, 2]].tolist() == [1.0, 1.0]
        assert found.score[[1, 3]].max() < 1.0


@pytest.mark.parametrize("countries", [["CN"], ["CN"] * 4])
def test_countries_are_one_a_name_or_none(countries: list[str]) -> None:
    index = NameIndex.build(["Hoshine Silicon", "Qorvix", "Zorvex"])
    with pytest.raises(ValueError, match=f"3 names with {len(countries)} countries"):
        index.search(["Hoshine", "Qorvix", "Zorvex"], countries)
    with pytest.raises(ValueError, match=f"3 names with {len(countries)} countries"):
        NameIndex.build(["Hoshine Silicon", "Qorvix", "Zorvex"], countries)


def test_an_index_is_saved_over_itself_while_it_is_mapped(tmp_path: Path) -> None:
    NameIndex.build(["Hoshine Silicon", "Qorvix Trading"]).save(tmp_path)
    mapped = NameIndex.load(tmp_path)
    mapped.save(tmp_path)
    NameIndex.build(["Zorvex Cotton"]).save(tmp_path)
    assert mapped.search(["QORVIX TRADING"]).listed.tolist() == [1]
    assert NameIndex.load(tmp_path).search(["ZORVEX COTTON"]).listed.tolist() == [0]


def test_owners_looked_at_in_parts_are_the_same_as_together(monkeypatch: pytest.MonkeyPatch) -> None:
    index = NameIndex.build(["Qorvix Trading Co"] * 30 + ["Zorvex Cotton", "Qorvix Trading"])
    asked = ["QORVIX TRADING", "Nobody Known", "ZORVEX COTTON", "Qorvix Tradings", "Qorvix"]
    together = index.search(asked, most=40)
    monkeypatch.setattr(names, "MOST_OWNED", 1)
    apart = index.search(asked, most=40)
    assert len(together.query) > 30
    for one, other in zip(
        (together.query, together.listed, together.score), (apart.query, apart.listed, apart.score), strict=True
    ):
        assert one.tolist() == other.tolist()
