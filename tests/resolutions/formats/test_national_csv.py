from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kernel.domain.errors import DomainError
from kernel.domain.text import Text
from kernel.formats.csv_table import NotATableError
from resolutions.domain.in_force import Outcome
from resolutions.formats.columns import COLUMNS
from resolutions.formats.national_csv import (
    NationalList,
    NationalListError,
    is_national,
    is_national_file,
    read_national_list,
)
from tests.resolutions.factories import annulled_shirts, national_csv, shirts


def in_spanish(row: dict[str, str]) -> dict[str, str]:
    return {COLUMNS[name].spanish: value for name, value in row.items()}


def faults(*rows: dict[str, str]) -> list[tuple[int, str]]:
    with pytest.raises(NationalListError) as refused:
        read_national_list(national_csv(*rows))
    return [(fault.line, fault.reason.en) for fault in refused.value.faults]


def test_a_row_becomes_an_act_with_its_good_and_producer() -> None:
    (act,) = read_national_list(national_csv(shirts())).resolutions
    (good,) = act.goods
    (producer,) = good.producers
    assert (act.number, act.outcome, act.effective_on) == ("PRUEBA-01/2026", Outcome.PROVEN, date(2026, 2, 1))
    assert (good.tariff_codes, good.origins, good.description_en) == (("61091003",), ("CHN",), "Cotton T-shirts")
    assert (producer.aliases, producer.country, producer.city) == (("TIV", "Valle Tejidos"), "CHN", "Ciudad Inventada")


def test_spanish_and_english_headers_give_the_same_acts() -> None:
    spanish = in_spanish(annulled_shirts(outcome="PROBADO", issued_on="10/01/2026"))
    assert read_national_list(national_csv(spanish)) == read_national_list(national_csv(annulled_shirts()))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_encodings_and_separators_of_spreadsheets_are_read(encoding: str, separator: str) -> None:
    row = shirts(producer="Niño Óptico SA", producer_aliases="")
    cells = [list(row), list(row.values())]
    data = "\r\n".join(separator.join(f'"{cell}"' for cell in line) for line in cells).encode(encoding)
    (act,) = read_national_list(data).resolutions
    assert act.goods[0].producers[0].name == "Niño Óptico SA"


def test_rows_of_one_resolution_add_goods_and_producers() -> None:
    rows = [
        shirts(),
        shirts(producer="Otra Inventada", producer_aliases="", producer_city=""),
        shirts(position="2", tariff_codes="61|62", description="Ropa", description_en="", producer=""),
    ]
    rows[2] |= dict.fromkeys(("producer_aliases", "producer_country", "producer_city"), "")
    (act,) = read_national_list(national_csv(*rows)).resolutions
    assert [(good.position, len(good.producers), good.tariff_codes) for good in act.goods] == [
        (1, 2, ("61091003",)),
        (2, 0, ("61", "62")),
    ]


def test_later_rows_may_leave_blank_what_an_earlier_row_said() -> None:
    blank = {"outcome": "", "issued_on": "", "published_on": "", "effective_on": "", "source": "", "description": ""}
    more = shirts(**blank, producer="Otra Inventada")
    (act,) = read_national_list(national_csv(shirts(), more)).resolutions
    assert [producer.name for producer in act.goods[0].producers] == [shirts()["producer"], "Otra Inventada"]


def test_a_resolution_that_proved_nothing_needs_no_good() -> None:
    row = {name: shirts()[name] for name in ("number", "issued_on", "effective_on")} | {"outcome": "NO PROBADO"}
    row |= dict.fromkeys(("tariff_codes", "tariff_version", "description"), "")
    (act,) = read_national_list(national_csv(row)).resolutions
    assert (act.outcome, act.goods) == (Outcome.NOT_PROVEN, ())


def test_every_fault_is_told_at_once_with_its_line() -> None:
    told = faults(
        shirts(outcome="MAYBE", tariff_codes="61.09.1"),
        shirts(number=""),
        shirts(number="X-2", issued_on="2026-02-31", producer_country="Atlantis"),
        shirts(number="X-3", effective_on="2025-12-31"),
    )
    assert {line for line, _ in told} == {2, 3, 4, 5}
    assert len(told) >= 6


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        pytest.param(shirts(outcome="MAYBE"), "is none of PROVEN", id="an outcome that is none"),
        pytest.param(shirts(issued_on="31-12-2026"), "is not a date", id="a date written otherwise"),
        pytest.param(shirts(issued_on="2026-02-30"), "is not a date", id="a day that does not exist"),
        pytest.param(shirts(tariff_codes="6109100"), "a tariff code has 8 digits", id="a code of seven digits"),
        pytest.param(shirts(tariff_codes="610910AB"), "a tariff code has 8 digits", id="a code with letters"),
        pytest.param(shirts(origins="China|Atlantis"), "“Atlantis” is not a known country", id="an unknown origin"),
        pytest.param(shirts(position="0"), "not a number from 1", id="a position of zero"),
        pytest.param(shirts(position="٣"), "not a number from 1", id="a position in other digits"),
        pytest.param(shirts(effective_on="2026-01-09"), "is before issued_on", id="effect before it is issued"),
        pytest.param(shirts(description=""), "description is missing", id="no description"),
        pytest.param(shirts(producer=""), "the producer's name is missing", id="a producer's data without a name"),
        pytest.param(shirts(source="x" * 256), "more than 255", id="a text longer than its column"),
        pytest.param(annulled_shirts(annulment_reason=""), "annulment_reason is missing", id="half an annulment"),
        pytest.param(
            annulled_shirts(annulment_effective_on="2026-04-01"), "is before annulment_issued_on", id="ends too early"
        ),
        pytest.param(
            annulled_shirts(annulment_issued_on="2026-01-09"), "is before issued_on", id="annulled before it is issued"
        ),
    ],
)
def test_a_fault_says_what_to_correct(row: dict[str, str], reason: str) -> None:
    told = faults(row)
    assert [line for line, text in told if reason in text] == [2], told


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        pytest.param({"effective_on": "2026-03-01"}, "effective_on contradicts", id="another day of effect"),
        pytest.param({"description": "Otra cosa"}, "description contradicts", id="another description of the good"),
        pytest.param({}, "is repeated", id="the same producer again"),
    ],
)
def test_a_row_that_contradicts_an_earlier_one_is_a_fault(changes: dict[str, str], reason: str) -> None:
    assert [line for line, text in faults(shirts(), shirts(**changes)) if reason in text] == [3]


def test_an_annulment_ends_one_resolution_only() -> None:
    told = faults(annulled_shirts(), annulled_shirts(number="PRUEBA-02/2026"))
    assert told == [(3, "annulment PRUEBA-AN-01/2026 ends another resolution")]


def test_a_fault_names_the_column_in_the_language_of_the_reader() -> None:
    with pytest.raises(NationalListError) as refused:
        read_national_list(national_csv(in_spanish(shirts(issued_on="ayer"))))
    assert "línea 2: emitida: «ayer» no es una fecha" in refused.value.message.es
    assert "line 2: issued_on: “ayer” is not a date" in refused.value.message.en


def test_what_a_faulty_row_would_have_said_is_not_called_missing() -> None:
    told = faults(shirts(tariff_codes="6109100", issued_on="ayer"))
    assert len(told) == 2
    assert not [reason for _, reason in told if "missing" in reason or "no good" in reason]


def test_missing_and_unknown_columns_are_both_told() -> None:
    told = faults({"number": "X", "colour": "red"})
    assert [line for line, _ in told] == [1, 1]
    assert "outcome" in told[0][1]
    assert "colour" in told[1][1]


def test_a_header_without_rows_is_refused() -> None:
    data = national_csv(shirts()).splitlines()[0]
    with pytest.raises(NationalListError, match="there is no row"):
        read_national_list(data)


@pytest.mark.parametrize("data", [b"", b"  \n ", b"\x00\x01\x02\xff", b"PK\x03\x04\x00\x00"])
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(NotATableError):
        read_national_list(data)


def test_a_national_header_is_known_in_both_languages() -> None:
    assert is_national(COLUMNS)
    assert is_national(column.spanish for column in COLUMNS.values())
    assert not is_national(["name", "country", "tariff_codes"])


@pytest.mark.parametrize(
    ("data", "national"),
    [
        pytest.param(national_csv(shirts()), True, id="a national list"),
        pytest.param(b"name,country\nX,CHN\n", False, id="a list of names"),
        pytest.param(b"\x00\x01", False, id="no text at all"),
    ],
)
def test_a_national_file_is_known_by_its_header(data: bytes, national: bool) -> None:
    assert is_national_file(data) is national


HEADER = ",".join(COLUMNS)
CELLS = st.lists(st.text(max_size=12), min_size=len(COLUMNS), max_size=len(COLUMNS))


def read_or_refused(data: bytes) -> NationalList | Text:
    """Return the acts, or the message of a foreseen error; anything else fails the test."""
    try:
        return read_national_list(data)
    except DomainError as error:
        return error.message


@given(st.one_of(st.binary(max_size=300), st.text(max_size=300).map(lambda text: f"{HEADER}\n{text}".encode())))
def test_nothing_but_a_foreseen_error_comes_out(data: bytes) -> None:
    found = read_or_refused(data)
    assert found.resolutions if isinstance(found, NationalList) else found.es and found.en


@given(CELLS)
def test_any_cells_give_acts_or_faults(cells: list[str]) -> None:
    found = read_or_refused(national_csv(dict(zip(COLUMNS, cells, strict=True))))
    assert found.resolutions if isinstance(found, NationalList) else found.es and found.en
