from datetime import date

import pytest

from cases.domain.calendars import CalendarName, calendars
from cases.domain.errors import BarredError, TermError
from cases.domain.rules import RuleSet
from cases.domain.rulesets import RULE_SETS, NoRuleSetError
from cases.domain.term_trial import ruled_days, term_trial, tried_days
from cases.domain.terms import Suspension, TermFacts, TermKind
from kernel.domain.workdays import DAY
from tests.cases.acts import SHIPPED

LFPA, OFFICIAL, UNION = CalendarName.LFPA, CalendarName.OFFICIAL, CalendarName.UNION
UNDER = calendars(SHIPPED)
SUSPENDED = TermFacts(date(2025, 4, 9), 20, (Suspension(date(2025, 4, 22), date(2025, 4, 24)),))


def test_days_in_a_row_with_the_same_reasons_stand_together() -> None:
    spans = term_trial(SUSPENDED, UNDER).skipped_spans(UNION)
    said = {(span.first_on, span.last_on): [reason.instrument.es for reason in span.reasons] for span in spans}
    assert said[(date(2025, 4, 12), date(2025, 4, 13))] == ["sábado o domingo (LFPA art. 28)"]
    assert said[(date(2025, 4, 17), date(2025, 4, 18))] == ["Acuerdo de suspensión de labores 2025 (STPS)"]
    assert said[(date(2025, 4, 23), date(2025, 4, 24))] == ["plazo suspendido (LFPA art. 17-A, 28)"]


@pytest.mark.parametrize("name", list(CalendarName))
def test_what_is_skipped_and_what_counts_are_all_the_days_of_the_term(name: CalendarName) -> None:
    trial = term_trial(SUSPENDED, UNDER)
    end = trial.ends.by_calendar[name]
    assert end is not None
    assert len(trial.skipped(name)) + SUSPENDED.days == (end - SUSPENDED.from_on).days


def test_the_calendars_differ_by_the_days_that_are_off_under_some_alone() -> None:
    trial = term_trial(TermFacts(date(2025, 1, 13), 180), UNDER)
    days = {day.on: day.under for day in trial.differences()}
    assert days[date(2025, 2, 3)] == {OFFICIAL, UNION}
    assert days[date(2025, 2, 5)] == {LFPA, UNION}
    assert date(2025, 5, 1) not in days
    lfpa, union = (trial.ends.by_calendar[name] for name in (LFPA, UNION))
    assert lfpa is not None
    assert union is not None
    off = [day for day in days if day <= union and LFPA not in days[day]]
    workdays = UNDER.workdays[LFPA]
    assert workdays.count(lfpa, union) == len(off)


def test_a_day_of_a_suspension_makes_no_difference() -> None:
    facts = TermFacts(date(2025, 1, 29), 10, (Suspension(date(2025, 1, 31), date(2025, 2, 5)),))
    assert term_trial(facts, UNDER).differences() == ()


def test_a_term_that_is_suspended_for_good_has_nothing_to_tell() -> None:
    trial = term_trial(TermFacts(date(2025, 1, 29), 10, (Suspension(date(2025, 1, 31)),)), UNDER)
    assert (trial.differences(), trial.doubts(), trial.skipped(UNION)) == ((), (), ())


def test_doubtful_days_are_told_with_the_day_they_would_lead_to() -> None:
    [doubt] = term_trial(TermFacts(date(2024, 12, 5), 20), UNDER).doubts()
    assert (doubt.act.code, doubt.span.first_on) == ("STPS-2024", date(2024, 12, 13))
    assert doubt.union_on == date(2025, 1, 22)
    with_it = calendars(SHIPPED, frozenset({"STPS-2024"}))
    assert term_trial(TermFacts(date(2024, 12, 5), 20), with_it).doubts() == ()


@pytest.mark.parametrize("rules", RULE_SETS, ids=lambda rules: rules.code)
def test_every_term_has_days_in_every_rule_set(rules: RuleSet) -> None:
    assert set(ruled_days(rules)) == set(TermKind)


@pytest.mark.parametrize(
    ("kind", "days", "tried"),
    [
        pytest.param(None, 7, 7, id="any number of days"),
        pytest.param(TermKind.DECISION, None, 180, id="the days of the law"),
        pytest.param(TermKind.DECISION, 180, 180, id="the days of the law, written"),
        pytest.param(TermKind.EVIDENCE, 15, 15, id="days within bounds"),
        pytest.param(TermKind.CURE, 60, 60, id="the most days of a cure"),
    ],
)
def test_a_kind_brings_its_days(kind: TermKind | None, days: int | None, tried: int) -> None:
    assert tried_days(kind, days, from_on=date(2025, 1, 13)) == tried


@pytest.mark.parametrize(
    ("kind", "days", "on", "error"),
    [
        pytest.param(None, None, date(2025, 1, 13), TermError, id="no days"),
        pytest.param(TermKind.CURE, None, date(2025, 1, 13), TermError, id="no days within bounds"),
        pytest.param(TermKind.DECISION, 90, date(2025, 1, 13), BarredError, id="other days than the law's"),
        pytest.param(TermKind.EVIDENCE, 16, date(2025, 1, 13), BarredError, id="days out of bounds"),
        pytest.param(TermKind.DECISION, None, date(2023, 5, 18) - DAY, NoRuleSetError, id="before there were rules"),
    ],
)
def test_days_that_the_law_does_not_give_are_refused(
    kind: TermKind | None, days: int | None, on: date, error: type[Exception]
) -> None:
    with pytest.raises(error):
        tried_days(kind, days, from_on=on)
