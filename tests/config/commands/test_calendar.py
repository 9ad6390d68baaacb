import csv
import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from cases.domain.calendars import DayOffAct
from cases.models import CalendarAct, Case
from cases.queries import CalendarLoad, calendar_load, replayed_state, state_of
from config.commands import calendar as command
from kernel.models import LedgerEntry
from tests.cases.factories import filed_petition
from tests.command_line import tamiz

pytestmark = pytest.mark.django_db
HEADER = "acto,instrumento,publicado,unidades,conocido_desde,conocido_hasta,desde,hasta\n"
ACT = "PRUEBA-2026,Acuerdo inventado 2026,2025-12-20,toda la Secretaría,2026-01-01,2026-12-31,2026-04-02,2026-04-03\n"
KEYS = {"LIT": "lfpa", "OFF": "official", "UNI": "union", "UNI+24": "union"}
TERMS = Path(__file__).parents[2] / "cases" / "domain" / "terms.csv"


def answer(*options: str) -> dict[str, Any]:
    ran = tamiz("calendar", "deadline", *options, "--json")
    assert (ran.code, ran.err) == (0, "")
    found: dict[str, Any] = json.loads(ran.out)
    return found


def file(folder: Path, text: str) -> str:
    path = folder / "dias.csv"
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_every_vector_of_the_legal_research_is_answered() -> None:
    """A term whose filing day counts is not asked for here: that is a choice of the rule set."""
    with TERMS.open(encoding="utf-8", newline="") as terms:
        rows = [row for row in csv.DictReader(terms) if row["from counts"] == "no"]
    wrong = []
    for row in rows:
        options = ["--from", row["from"], "--days", row["days"]]
        options += ["--suspend", row["suspended"]] if row["suspended"] else []
        plain, with_2024 = answer(*options), answer(*options, "--calendar", "union+STPS-2024")
        for column, key in KEYS.items():
            got = (with_2024 if column == "UNI+24" else plain)[key]
            wrong += [(row, column, got)] if row[column] and row[column] != got else []
    assert len(rows) > 30
    assert wrong == []


def test_the_answer_has_the_three_days_and_whether_they_are_provisional() -> None:
    assert answer("--from", "2025-01-13", "--days", "180") == {
        "lfpa": "2025-09-30",
        "official": "2025-10-01",
        "union": "2025-10-06",
        "provisional": False,
    }
    assert answer("--from", "2025-10-30", "--days", "180")["provisional"] is True


def test_the_days_are_told_in_words_with_every_doubt() -> None:
    ran = tamiz("calendar", "deadline", "--from", "2025-10-30", "--days", "360", language="es")
    assert ran.code == 0
    assert "  union     2027-04-13  martes" in ran.out
    assert "PROVISIONAL: acuerdo de 2026 no cargado" in ran.out
    assert "PROVISIONAL: acuerdo de 2027 no cargado" in ran.out
    assert "PROVISIONAL: acuerdo de 2025" not in ran.out


def test_doubtful_days_are_told_with_the_day_they_would_lead_to() -> None:
    ran = tamiz("calendar", "deadline", "--from", "2024-12-05", "--days", "20")
    assert "DOUBTFUL: 2024-12-13 to 2024-12-31, Acuerdo de días inhábiles 2024 (STPS)" in ran.out
    assert "With those days the union gives 2025-01-22 (--calendar union+STPS-2024)." in ran.out


def test_one_calendar_alone() -> None:
    ran = tamiz("calendar", "deadline", "--from", "2025-01-13", "--days", "180", "--calendar", "lfpa")
    assert "2025-09-30  Tuesday" in ran.out
    assert "official" not in ran.out


def test_each_day_skipped_is_explained_with_its_instrument() -> None:
    options = ("--from", "2025-04-09", "--days", "20", "--suspend", "2025-04-22:2025-04-24", "--explain")
    ran = tamiz("calendar", "deadline", *options)
    told = " ".join(ran.out.split())  # long lines are folded
    assert "2025-04-12 to 2025-04-13 Saturday or Sunday (LFPA art. 28)" in told
    assert "2025-04-17 to 2025-04-18 Acuerdo de suspensión de labores 2025 (STPS) (DOF 2024-12-26)" in told
    assert "2025-04-23 to 2025-04-24 term suspended (LFPA art. 17-A, 28)" in told
    assert "2025-05-05 LFPA art. 28 (DOF 1994-08-04)" in told
    found = answer(*options)
    days = {day["day"]: day["reasons"] for day in found["skipped"]}
    assert days["2025-04-12"] == ["Saturday or Sunday (LFPA art. 28)"]
    assert "2025-04-22" not in days
    assert (found["calendar"], found["acts_not_loaded"], found["doubtful"]) == ("union", [], [])


@pytest.mark.parametrize(
    ("options", "words"),
    [
        pytest.param(("--from", "2022-12-30", "--days", "20"), "from 1 Jan 2023 to", id="before the calendars"),
        pytest.param(("--from", "13 de enero", "--days", "20"), "“13 de enero” is not a date", id="no date"),
        pytest.param(("--from", "", "--days", "20"), "Write a date", id="an empty date"),
        pytest.param(("--from", "2025-01-13", "--days", "0"), "at least one day", id="no days"),
        pytest.param(("--from", "2025-01-13", "--days", "99999"), "runs past 31 Dec 2099", id="too many days"),
        pytest.param(("--from", "2025-01-13", "--days", "9", "--calendar", "lft"), "no calendar “lft”", id="calendar"),
        pytest.param(
            ("--from", "2025-01-13", "--days", "9", "--calendar", "union+OTRO"), "No act “OTRO” is loaded", id="act"
        ),
        pytest.param(
            ("--from", "2025-01-13", "--days", "9", "--suspend", "2025-01-14"), "is not FROM:TO", id="half a span"
        ),
        pytest.param(
            ("--from", "2025-01-13", "--days", "9", "--suspend", "2025-01-20:2025-01-14"),
            "ends on 14 Jan 2025, before it starts",
            id="a span backwards",
        ),
        pytest.param(
            ("--from", "2025-01-13", "--days", "9", "--suspend", "2025-01-10:2025-01-14"),
            "before the term does",
            id="a span before the term",
        ),
    ],
)
def test_what_cannot_be_computed_ends_with_2_and_a_sentence(options: tuple[str, ...], words: str) -> None:
    ran = tamiz("calendar", "deadline", *options)
    assert (ran.code, ran.out) == (2, "")
    assert words in ran.err


def test_a_year_is_shown_with_its_days_off() -> None:
    ran = tamiz("calendar", "show", "2025", language="es")
    assert ran.code == 0
    assert "2025-02-05  miércoles   lfpa, union" in ran.out
    assert "2025-04-18  viernes     official, union" in ran.out
    assert "lfpa: 252 días hábiles en 2025" in ran.out
    assert "Acuerdo de 2025 cargado: STPS-2025." in ran.out
    assert "DUDOSO: 2025-06-25" in ran.out
    table = ran.out.split("\nlfpa:", maxsplit=1)[0]
    assert max(len(line) for line in table.splitlines()) <= 80


def test_a_year_without_an_act_is_provisional() -> None:
    assert "PROVISIONAL: act for 2026 not loaded" in tamiz("calendar", "show", "2026").out
    assert "2036-12-01  Monday" in tamiz("calendar", "show", "2036").out


@pytest.mark.parametrize("year", ["2022", "2100"])
def test_a_year_outside_the_calendars_is_refused(year: str) -> None:
    ran = tamiz("calendar", "show", year)
    assert (ran.code, ran.out) == (2, "")
    assert f"from 2023 to 2099; they have no year {year}" in ran.err


def test_an_act_is_loaded_and_counts(tmp_path: Path) -> None:
    options = ("--from", "2025-10-30", "--days", "180")
    before = answer(*options)
    ran = tamiz("calendar", "load", file(tmp_path, HEADER + ACT))
    assert (ran.code, ran.out) == (0, "New acts: PRUEBA-2026\n")
    after = answer(*options)
    assert (before["union"], after["union"]) == ("2026-07-22", "2026-07-24")
    assert (before["provisional"], after["provisional"]) == (True, False)
    again = tamiz("calendar", "load", file(tmp_path, HEADER + ACT), language="es")
    assert again.out == "Sin cambios: PRUEBA-2026\n"
    corrected = tamiz("calendar", "load", file(tmp_path, HEADER + ACT.replace("2026-04-03", "2026-04-02")))
    assert corrected.out == "Corrected acts: PRUEBA-2026\n"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("", "The file is empty", id="an empty file"),
        pytest.param("colour\nred\n", "the columns act, instrument", id="a table of something else"),
        pytest.param(
            HEADER + ACT.replace("2026-04-02", "ayer"), "line 2: first_on: “ayer” is not a date", id="a fault"
        ),
    ],
)
def test_a_bad_file_ends_with_2_and_loads_nothing(tmp_path: Path, text: str, words: str) -> None:
    tamiz("calendar", "show", "2025")  # brings the shipped acts
    before = LedgerEntry.objects.count()
    ran = tamiz("calendar", "load", file(tmp_path, text))
    assert (ran.code, ran.out) == (2, "")
    assert words in ran.err
    assert LedgerEntry.objects.count() == before
    assert CalendarAct.objects.count() == 2


def test_a_file_that_is_not_there_ends_with_2(tmp_path: Path) -> None:
    ran = tamiz("calendar", "load", str(tmp_path / "gone.csv"))
    assert ran.code == 2
    assert "gone.csv cannot be read" in ran.err


def test_deadlines_that_would_move_are_listed_before_they_do(tmp_path: Path) -> None:
    tamiz("calendar", "show", "2025")  # brings the shipped acts
    case = filed_petition(date(2025, 10, 30))
    path = file(tmp_path, HEADER + ACT)
    before = state_of(case), LedgerEntry.objects.count()
    ran = tamiz("calendar", "load", path)
    assert ran.code == 2
    assert "2025/0001" in ran.out
    assert "2026-07-17 / 2026-07-22" in ran.out
    assert "2026-07-21 / 2026-07-24" in ran.out
    assert "last day to" in ran.out
    assert "LAST_TO_EXTEND" not in ran.out
    assert "the day to go by and, where it is another, / the certain end" in plain(ran.out)
    assert "Nothing was loaded" in ran.err
    assert (state_of(Case.objects.with_records().get()), LedgerEntry.objects.count()) == before
    applied = tamiz("calendar", "load", path, "--apply")
    assert applied.code == 0
    assert "2026-07-21 / 2026-07-24" in applied.out
    moved = Case.objects.with_records().get()
    assert replayed_state(moved) == state_of(moved) != before[0]
    assert tamiz("calendar", "load", path).code == 0  # the same again moves nothing


def test_what_begins_to_move_while_it_is_looked_at_is_not_loaded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tamiz("calendar", "show", "2025")  # brings the shipped acts

    def meanwhile(acts: Sequence[DayOffAct]) -> CalendarLoad:
        would = calendar_load(acts)
        filed_petition(date(2025, 10, 30))
        return would

    monkeypatch.setattr(command, "calendar_load", meanwhile)
    ran = tamiz("calendar", "load", file(tmp_path, HEADER + ACT))
    assert (ran.code, ran.out) == (2, "")
    assert "acts or cases have changed meanwhile" in ran.err
    assert CalendarAct.objects.count() == 2


def test_a_file_without_end_is_read_no_further_than_any_act_goes() -> None:
    ran = tamiz("calendar", "load", "/dev/zero")
    assert ran.code == 2
    assert "is not text" in ran.err


def test_a_term_from_a_day_off_says_which_day_is_day_one() -> None:
    sunday = ("--from", "2025-03-02", "--days", "5")
    assert "El 2025-03-02 es domingo, día inhábil; el día uno es el lunes 2025-03-03." in plain(
        tamiz("calendar", "deadline", *sunday, language="es").out
    )
    assert "day one is Monday, 2025-03-03" in plain(tamiz("calendar", "deadline", *sunday).out)
    explained = tamiz("calendar", "deadline", *sunday, "--explain", language="es").out
    assert "Ningún día del plazo deja de contar, calendario union." in explained
    assert "Instrumento" not in explained
    assert "day one" not in tamiz("calendar", "deadline", "--from", "2025-03-03", "--days", "5").out


def plain(told: str) -> str:
    return " ".join(told.split())
