import csv
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import islice
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.domain.calendars import RULES_FROM, RULES_UNTIL, CalendarName, calendars
from cases.domain.errors import TermError
from cases.domain.rules import LateFiling, Rule, RuleSet
from cases.domain.rulesets import RS_2025
from cases.domain.terms import (
    RUNS_AGAINST,
    Deadlines,
    Side,
    Suspension,
    TermFacts,
    TermKind,
    days_used,
    deadline,
    deadlines,
    explain,
    filing_day,
)
from kernel.domain.workdays import DAY, Workdays
from tests.cases.acts import SHIPPED, act_2026

SEAT = ZoneInfo("America/Mexico_City")
LFPA, OFFICIAL, UNION = CalendarName.LFPA, CalendarName.OFFICIAL, CalendarName.UNION
NOW, WITH_2024 = calendars(SHIPPED), calendars(SHIPPED, frozenset({"STPS-2024"}))
COLUMNS = {
    "LIT": NOW.workdays[LFPA],
    "OFF": NOW.workdays[OFFICIAL],
    "UNI": NOW.workdays[UNION],
    "UNI+24": WITH_2024.workdays[UNION],
}


def vectors() -> list[Any]:
    return list(read_vectors())


def read_vectors() -> Iterator[Any]:
    with (Path(__file__).parent / "terms.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            for column in COLUMNS:
                if row[column]:
                    yield pytest.param(row, column, id=f"{row['case']} from {row['from']} under {column}")


def suspensions(written: str) -> tuple[Suspension, ...]:
    days = [map(date.fromisoformat, one.split(":")) for one in written.split()]
    return tuple(Suspension(from_on, until_on) for from_on, until_on in days)


@pytest.mark.parametrize(("row", "column"), vectors())
def test_terms_end_on_the_day_the_legal_research_gives(row: dict[str, str], column: str) -> None:
    facts = TermFacts(
        date.fromisoformat(row["from"]),
        int(row["days"]),
        suspensions(row["suspended"]),
        from_day_counts=row["from counts"] == "yes",
    )
    assert deadline(facts, COLUMNS[column]) == date.fromisoformat(row[column])


def test_the_table_of_terms_is_whole() -> None:
    assert len(vectors()) > 80


DAYS = st.dates(date(2023, 1, 1), date(2035, 12, 31))
CALENDARS = st.sampled_from(list(COLUMNS.values()))


@st.composite
def terms(draw: st.DrawFn) -> TermFacts:
    from_on = draw(DAYS)
    starts = draw(st.lists(st.integers(0, 400), max_size=3))
    stretches = tuple(Suspension(from_on + n * DAY, from_on + (n + draw(st.integers(0, 90))) * DAY) for n in starts)
    return TermFacts(from_on, draw(st.integers(1, 400)), stretches, from_day_counts=draw(st.booleans()))


@given(terms(), CALENDARS)
def test_counting_undoes_adding(facts: TermFacts, calendar: Workdays) -> None:
    end = deadline(facts, calendar)
    assert end is not None
    assert calendar.is_workday(end)
    assert facts.suspension_on(end) is None
    assert days_used(facts, end, calendar) == facts.days
    assert days_used(facts, end - DAY, calendar) == facts.days - 1


@given(terms(), CALENDARS)
def test_days_that_count_and_days_skipped_make_up_the_term(facts: TermFacts, calendar: Workdays) -> None:
    end = deadline(facts, calendar)
    assert end is not None
    first = facts.from_on if facts.from_day_counts else facts.from_on + DAY
    skipped = explain(facts, end, calendar)
    assert len(skipped) + facts.days == (end - first).days + 1
    assert all(day.reasons for day in skipped)


@given(terms())
def test_the_union_never_ends_before_the_others(facts: TermFacts) -> None:
    ends = deadlines(facts, NOW).by_calendar
    latest, earliest = ends[UNION], min(day for day in ends.values() if day)
    assert latest is not None
    assert all(day is not None and earliest <= day <= latest for day in ends.values())


@given(terms(), st.integers(0, 200), st.integers(0, 60))
def test_one_more_suspension_never_brings_a_deadline_forward(facts: TermFacts, after: int, lasts: int) -> None:
    start = facts.from_on + after * DAY
    more = TermFacts(
        facts.from_on,
        facts.days,
        (*facts.suspensions, Suspension(start, start + lasts * DAY)),
        from_day_counts=facts.from_day_counts,
    )
    before, later = (deadline(one, NOW.workdays[UNION]) for one in (facts, more))
    assert before is not None
    assert later is not None
    assert later >= before


@given(terms())
def test_a_longer_term_ends_later(facts: TermFacts) -> None:
    longer = TermFacts(facts.from_on, facts.days + 1, facts.suspensions, from_day_counts=facts.from_day_counts)
    ends = [deadline(one, NOW.workdays[OFFICIAL]) for one in (facts, longer)]
    assert ends[0] is not None
    assert ends[1] is not None
    assert ends[0] < ends[1]


def test_a_suspension_that_nothing_has_ended_leaves_no_deadline() -> None:
    facts = TermFacts(date(2025, 1, 13), 180, (Suspension(date(2025, 2, 10)),))
    assert deadline(facts, NOW.workdays[OFFICIAL]) is None
    assert days_used(facts, date(2025, 6, 30), NOW.workdays[OFFICIAL]) == 19
    found = deadlines(facts, NOW)
    assert set(found.by_calendar.values()) == {None}
    assert (found.against(Side.AUTHORITY), found.against(Side.PARTY), found.latest()) == (None, None, None)


def test_a_suspension_after_the_end_changes_nothing() -> None:
    facts = TermFacts(date(2025, 4, 9), 20, (Suspension(date(2025, 5, 13)),))
    assert deadline(facts, NOW.workdays[UNION]) == date(2025, 5, 13)


def test_counting_resumes_on_the_business_day_after_the_suspension() -> None:
    until_saturday = TermFacts(date(2025, 1, 13), 1, (Suspension(date(2025, 1, 13), date(2025, 1, 18)),))
    assert deadline(until_saturday, NOW.workdays[UNION]) == date(2025, 1, 20)


def test_a_term_against_a_party_follows_the_union_and_the_authority_aims_at_the_earliest() -> None:
    ends = deadlines(TermFacts(date(2025, 1, 13), 180), NOW)
    assert ends.against(Side.PARTY) == date(2025, 10, 6)
    assert ends.against(Side.AUTHORITY) == date(2025, 9, 30)
    assert ends.latest() == date(2025, 10, 6)
    assert not ends.provisional


@pytest.mark.parametrize(
    ("from_on", "days", "years"),
    [
        pytest.param("2025-10-30", 40, (), id="a term that ends in 2025"),
        pytest.param("2025-10-30", 180, (2026,), id="a filing of today"),
        pytest.param("2025-10-30", 360, (2026, 2027), id="and its extension"),
        pytest.param("2024-01-15", 180, (2024,), id="an act of 2024 that does not name the unit"),
    ],
)
def test_a_deadline_past_what_the_acts_cover_is_provisional(from_on: str, days: int, years: tuple[int, ...]) -> None:
    ends = deadlines(TermFacts(date.fromisoformat(from_on), days), NOW)
    assert (ends.unsettled_years, ends.provisional) == (years, bool(years))


def test_an_act_that_is_loaded_moves_the_deadline_and_makes_it_certain() -> None:
    facts = TermFacts(date(2025, 10, 30), 180)
    loaded = deadlines(facts, calendars((*SHIPPED, act_2026())))
    assert not loaded.provisional
    assert loaded.by_calendar[UNION] == date(2026, 7, 24)  # two business days after 2026-07-22


def test_each_day_skipped_has_its_instrument() -> None:
    facts = TermFacts(date(2025, 4, 9), 20, (Suspension(date(2025, 4, 22), date(2025, 4, 23)),))
    end = deadline(facts, NOW.workdays[UNION])
    assert end == date(2025, 5, 14)  # one day later than without the suspension
    why = {day.on: [reason.instrument.es for reason in day.reasons] for day in explain(facts, end, NOW.workdays[UNION])}
    assert why[date(2025, 4, 17)] == ["Acuerdo de suspensión de labores 2025 (STPS)"]
    assert why[date(2025, 4, 12)] == ["sábado o domingo (LFPA art. 28)"]
    assert why[date(2025, 4, 23)] == ["plazo suspendido (LFPA art. 17-A, 28)"]
    assert why[date(2025, 5, 5)] == [
        "LFPA art. 28",
        "Calendario Oficial, art. 2",
        "Acuerdo de suspensión de labores 2025 (STPS)",
    ]
    assert date(2025, 4, 22) not in why


@given(
    DAYS,
    st.integers(1, 60),
    st.booleans(),
    st.lists(st.tuples(st.integers(0, 90), st.none() | st.integers(0, 30)), max_size=4),
    st.integers(0, 150),
)
def test_counting_by_place_is_walking_day_by_day(
    from_on: date, days: int, counts: bool, stretches: list[tuple[int, int | None]], later: int
) -> None:
    suspended = tuple(
        Suspension(from_on + start * DAY, None if more is None else from_on + (start + more) * DAY)
        for start, more in stretches
    )
    facts, workdays = TermFacts(from_on, days, suspended, from_day_counts=counts), NOW.workdays[UNION]
    counted = [day for day in islice(facts.possible_days(), 500) if facts.counts(day, workdays)]
    end = counted[days - 1] if len(counted) >= days else None
    assert deadline(facts, workdays) == end
    on = from_on + later * DAY
    assert days_used(facts, on, workdays) == sum(day <= on for day in counted)


@pytest.mark.parametrize(
    ("from_on", "days", "stretches", "words"),
    [
        pytest.param("2022-12-31", 20, "", "31 Dec 2022", id="a start before the calendars"),
        pytest.param("2025-01-13", 0, "", "at least one day", id="no days"),
        pytest.param("2025-01-13", 20, "2025-01-20:2025-01-19", "before it starts", id="a suspension backwards"),
        pytest.param(
            "2025-01-13", 20, "2025-01-10:2025-01-19", "before the term does", id="suspended before it starts"
        ),
    ],
)
def test_facts_that_cannot_be_are_refused(from_on: str, days: int, stretches: str, words: str) -> None:
    with pytest.raises(TermError) as caught:
        TermFacts(date.fromisoformat(from_on), days, suspensions(stretches))
    assert words in caught.value.message.en
    assert caught.value.message.es != caught.value.message.en


def test_a_term_past_the_end_of_the_calendars_is_refused() -> None:
    for facts in (TermFacts(date(2025, 1, 13), 100_000), TermFacts(RULES_UNTIL, 1)):
        with pytest.raises(TermError) as caught:
            deadline(facts, NOW.workdays[LFPA])
        assert "31 de diciembre de 2099" in caught.value.message.es


def test_the_first_day_of_the_calendars_may_start_a_term() -> None:
    assert deadline(TermFacts(RULES_FROM, 1), NOW.workdays[LFPA]) == date(2023, 1, 2)


def at(month: int, day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2025, month, day, hour, minute, tzinfo=SEAT)


def next_day(rules: RuleSet) -> RuleSet:
    late = Rule(LateFiling.FILED_ON_NEXT, "another practice", rules.late_filing.certainty, rules.late_filing.doubt)
    return replace(rules, late_filing=late)


@pytest.mark.parametrize(
    ("sent_at", "counts_from", "filed_on_next"),
    [
        pytest.param(at(1, 31, 12), "2025-01-31", "2025-01-31", id="within hours"),
        pytest.param(at(1, 31, 18), "2025-01-31", "2025-01-31", id="as the office closes"),
        pytest.param(at(1, 31, 6), "2025-01-31", "2025-01-31", id="before it opens"),
        pytest.param(at(1, 31, 18, 1), "2025-01-31", "2025-02-04", id="after hours on a Friday"),
        pytest.param(at(2, 1, 12), "2025-02-01", "2025-02-04", id="on a Saturday"),
        pytest.param(at(2, 3, 12), "2025-02-03", "2025-02-04", id="on a day off"),
    ],
)
def test_a_late_filing_follows_the_rule_set(sent_at: datetime, counts_from: str, filed_on_next: str) -> None:
    workdays = NOW.workdays[OFFICIAL]
    assert filing_day(sent_at, RS_2025, workdays) == date.fromisoformat(counts_from)
    assert filing_day(sent_at, next_day(RS_2025), workdays) == date.fromisoformat(filed_on_next)


@given(DAYS, st.times(), st.sampled_from([RS_2025, next_day(RS_2025)]))
def test_what_is_sent_later_never_starts_a_term_earlier(day: date, clock: time, rules: RuleSet) -> None:
    workdays = NOW.workdays[UNION]
    sent = datetime.combine(day, clock, tzinfo=SEAT)
    first, second = (
        workdays.add(filing_day(moment, rules, workdays), 1) for moment in (sent, sent + timedelta(hours=5))
    )
    assert first <= second
    assert first > day


def test_every_kind_of_term_runs_against_somebody() -> None:
    assert set(RUNS_AGAINST) == set(TermKind)


def test_deadlines_need_not_exist_under_every_calendar() -> None:
    ends = Deadlines({LFPA: date(2025, 1, 2), OFFICIAL: None, UNION: None})
    assert ends.against(Side.AUTHORITY) == date(2025, 1, 2)
    assert ends.latest() is None
