from datetime import date

import pytest

from cases.domain.calendars import BOTH, CalendarName, OffSpan
from cases.formats.day_off_csv import DayOffFileError, read_day_off_acts
from kernel.domain.text import Text
from kernel.formats.csv_table import NotATableError
from tests.cases.acts import SHIPPED

HEADER = "act,instrument,published_on,units,known_from,known_until,lies_over,first_on,last_on,doubt,doubt_en,source\n"
ACT = "PRUEBA-2026,Acuerdo inventado,2025-12-20,toda la Secretaría,2026-01-01,2026-12-31,,2026-04-02,2026-04-03,,,\n"


def faults(text: str) -> list[tuple[int, str]]:
    with pytest.raises(DayOffFileError) as caught:
        read_day_off_acts(text.encode())
    assert all(fault.reason.es != fault.reason.en for fault in caught.value.faults)
    many = len(caught.value.faults)
    assert ("tiene una falta" if many == 1 else f"tiene {many} faltas") in caught.value.message.es
    return [(fault.line, fault.reason.en) for fault in caught.value.faults]


def test_an_act_is_read_with_its_days() -> None:
    (act,) = read_day_off_acts((HEADER + ACT + "PRUEBA-2026,,,,,,,2026-12-24,,dudoso,doubtful,\n").encode())
    assert (act.code, act.instrument, act.published_on) == ("PRUEBA-2026", "Acuerdo inventado", date(2025, 12, 20))
    assert (act.units, act.known_from, act.known_until) == (
        "toda la Secretaría",
        date(2026, 1, 1),
        date(2026, 12, 31),
    )
    assert act.lies_over == BOTH
    assert act.spans == (
        OffSpan(date(2026, 4, 2), date(2026, 4, 3)),
        OffSpan(date(2026, 12, 24), date(2026, 12, 24), Text("dudoso", "doubtful")),
    )


def test_a_file_in_spanish_with_semicolons_is_the_same() -> None:
    spanish = (
        "acto;instrumento;publicado;unidades;conocido_desde;conocido_hasta;sobre;desde;hasta\n"
        "PRUEBA-2026;Acuerdo inventado;20/12/2025;toda la Secretaría;01/01/2026;31/12/2026;ambos;"
        "02/04/2026;03/04/2026\n"
    )
    assert read_day_off_acts(spanish.encode("cp1252")) == read_day_off_acts((HEADER + ACT).encode())


def test_a_doubt_in_one_language_serves_for_both() -> None:
    (act,) = read_day_off_acts((HEADER + ACT.replace(",,,\n", ",dudoso,,\n")).encode())
    assert act.spans[0].doubt == Text("dudoso", "dudoso")


def test_the_shipped_acts_are_those_of_the_legal_research() -> None:
    assert {act.code: (act.published_on, act.known_from, act.known_until) for act in SHIPPED} == {
        "STPS-2024": (date(2024, 7, 5), None, None),
        "STPS-2025": (date(2024, 12, 26), date(2025, 1, 1), date(2025, 12, 31)),
    }
    of_2024, of_2025 = SHIPPED
    assert [(str(span.first_on), str(span.last_on)) for span in of_2024.spans] == [
        ("2024-07-15", "2024-07-31"),
        ("2024-12-13", "2024-12-31"),
    ]
    assert all(span.doubt for span in of_2024.spans)
    assert [f"{day:%m-%d}" for span in of_2025.spans for day in span.days()] == [
        *("01-01", "02-03", "03-17", "04-17", "04-18", "05-01", "05-05", "06-25", "09-16", "11-17", "12-25")
    ]
    assert [span.first_on for span in of_2025.spans if span.doubt] == [date(2025, 6, 25)]
    assert of_2025.lies_over == {CalendarName.OFFICIAL}
    assert all(act.source.startswith("https://") for act in SHIPPED)


@pytest.mark.parametrize(
    ("row", "line", "words"),
    [
        pytest.param(ACT.replace("2026-04-02", "2 de abril"), 2, "“2 de abril” is not a date", id="no date"),
        pytest.param(ACT.replace("2026-04-02", ""), 2, "first_on is missing", id="no day"),
        pytest.param(ACT.replace("2026-04-02", "2022-04-02"), 2, "2 Apr 2022 is outside", id="before the mechanism"),
        pytest.param(ACT.replace("2026-04-03", "2206-04-03"), 2, "3 Apr 2206 is outside", id="a slip in the year"),
        pytest.param(ACT.replace("2026-04-03", "2026-04-01"), 2, "last_on is before first_on", id="backwards"),
        pytest.param(ACT.replace("2026-04-03", "2027-04-03"), 2, "more than a year", id="a span of a year"),
        pytest.param(ACT.replace("2026-12-31", ""), 2, "go together", id="half of what is known"),
        pytest.param(ACT.replace("2026-12-31", "2025-12-31"), 2, "known_until is before", id="known backwards"),
        pytest.param(ACT.replace("31,,", "31,all,"), 2, "“all” is none of both, lfpa", id="another calendar"),
        pytest.param(ACT.replace("PRUEBA-2026", ""), 2, "act is missing", id="no act"),
        pytest.param(ACT.replace("PRUEBA-2026", "PRUEBA+2026"), 2, "act: “PRUEBA+2026” is not a code", id="a plus"),
        pytest.param(ACT.replace("Acuerdo inventado", ""), 2, "instrument is missing", id="no instrument"),
        pytest.param(ACT.replace("toda la Secretaría", ""), 2, "units is missing", id="no units"),
        pytest.param(ACT.replace("PRUEBA-2026", "P" * 61), 2, "more than 60 characters", id="a code that is too long"),
        pytest.param(ACT[:-1] + ",more\n", 2, "more values than columns", id="too many values"),
        pytest.param(ACT + ACT, 3, "2 Apr 2026 is in another row", id="a day twice"),
        pytest.param(
            ACT + "PRUEBA-2026,Otro,,,,,,2026-05-04,,,,\n", 3, "instrument contradicts", id="two names for one act"
        ),
    ],
)
def test_a_fault_is_told_with_its_line(row: str, line: int, words: str) -> None:
    ((found_line, reason),) = faults(HEADER + row)
    assert found_line == line
    assert words in reason


def test_all_faults_are_told_at_once() -> None:
    text = (
        HEADER + ACT.replace("2025-12-20", "ayer") + ACT.replace("PRUEBA", "OTRA").replace("2026-04-02", "2022-01-01")
    )
    assert [line for line, _ in faults(text)] == [2, 3]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("act,first_on\nA,2026-01-01\n", "instrument, published_on, units are missing", id="few columns"),
        pytest.param(HEADER.replace("source", "colour") + ACT, "unknown columns: colour", id="a column too many"),
        pytest.param(HEADER, "there is no row", id="no rows"),
    ],
)
def test_a_table_of_something_else_is_refused(text: str, words: str) -> None:
    assert words in faults(text)[0][1]


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04\x00\x00"], ids=["an empty file", "a zip"])
def test_what_is_no_table_is_refused(data: bytes) -> None:
    with pytest.raises(NotATableError):
        read_day_off_acts(data)


def test_all_faults_of_a_line_are_told_at_once() -> None:
    text = "act,instrument,published_on,units,first_on\n,,ayer,,\n"
    assert [reason for _, reason in faults(text)] == [
        "published_on: “ayer” is not a date YYYY-MM-DD or DD/MM/YYYY",
        "act is missing",
        "first_on is missing",
    ]
