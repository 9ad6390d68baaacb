from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.domain.calendars import CalendarName, calendars
from cases.domain.decision_clock import (
    DecisionFacts,
    Milestone,
    Prevention,
    check_days,
    check_extension,
    check_lapse,
    check_prevention,
    decision_clock,
)
from cases.domain.errors import BarredError, TermError
from cases.domain.rules import Bounds, Rule
from cases.domain.rulesets import RS_2023, rules_on
from cases.domain.terms import Side, Suspension
from kernel.domain.workdays import DAY
from tests.cases.acts import SHIPPED

NOW = calendars(SHIPPED)
LFPA, OFFICIAL, UNION = CalendarName.LFPA, CalendarName.OFFICIAL, CalendarName.UNION
FILED = DecisionFacts(RS_2023, date(2025, 1, 13))
CURED = replace(FILED, prevention=Prevention(date(2025, 2, 10), date(2025, 2, 24)))
EXTENDED = replace(FILED, extended_on=date(2025, 9, 1))
OWN = replace(FILED, own_motion=True)


def under(facts: DecisionFacts, milestone: Milestone) -> list[str]:
    """Return a day under the LFPA, the official calendar and the union; empty while there is none."""
    ends = decision_clock(facts, NOW).milestones[milestone].by_calendar
    return [str(ends[name] or "") for name in (LFPA, OFFICIAL, UNION)]


@pytest.mark.parametrize(
    ("facts", "milestone", "days"),
    [
        pytest.param(FILED, Milestone.LAST_TO_PREVENT, ["2025-04-09", "2025-04-09", "2025-04-11"], id="day 60"),
        pytest.param(FILED, Milestone.DECISION, ["2025-09-30", "2025-10-01", "2025-10-06"], id="day 180"),
        pytest.param(FILED, Milestone.LAST_TO_EXTEND, ["2025-09-30", "2025-10-01", "2025-10-06"], id="its extension"),
        pytest.param(CURED, Milestone.DECISION, ["2025-10-14", "2025-10-15", "2025-10-20"], id="prevented and cured"),
        pytest.param(EXTENDED, Milestone.DECISION, ["2026-06-17", "2026-06-19", "2026-06-26"], id="extended"),
        pytest.param(EXTENDED, Milestone.HALF_EXTENSION, ["2026-02-09", "2026-02-10", "2026-02-17"], id="day 270"),
        pytest.param(OWN, Milestone.LAPSE, ["2025-11-11", "2025-11-12", "2025-11-18"], id="30 days after the term"),
    ],
)
def test_the_days_to_watch_are_those_of_the_law(facts: DecisionFacts, milestone: Milestone, days: list[str]) -> None:
    assert under(facts, milestone) == days


@pytest.mark.parametrize(
    ("facts", "milestones"),
    [
        pytest.param(FILED, {"LAST_TO_PREVENT", "LAST_TO_EXTEND", "DECISION"}, id="a petition"),
        pytest.param(CURED, {"LAST_TO_EXTEND", "DECISION"}, id="prevented once, nothing more to prevent"),
        pytest.param(EXTENDED, {"LAST_TO_PREVENT", "HALF_EXTENSION", "DECISION"}, id="extended, not to be extended"),
        pytest.param(OWN, {"LAST_TO_EXTEND", "DECISION", "LAPSE"}, id="on own motion, which may lapse"),
    ],
)
def test_only_the_days_that_concern_the_case_are_watched(facts: DecisionFacts, milestones: set[str]) -> None:
    assert {str(one) for one in decision_clock(facts, NOW).milestones} == milestones


def test_the_target_is_the_earliest_day_and_the_certain_end_the_latest() -> None:
    ends = decision_clock(FILED, NOW).milestones[Milestone.DECISION]
    assert ends.against(Side.AUTHORITY) == date(2025, 9, 30)
    assert ends.latest() == date(2025, 10, 6)


def test_a_prevention_that_is_not_answered_holds_the_clock() -> None:
    held = replace(FILED, prevention=Prevention(date(2025, 2, 10)))
    assert {ends.latest() for ends in decision_clock(held, NOW).milestones.values()} == {None}


def test_a_late_prevention_suspends_nothing() -> None:
    late = replace(FILED, prevention=Prevention(date(2025, 4, 14), date(2025, 4, 30)))
    assert under(late, Milestone.DECISION) == under(FILED, Milestone.DECISION)


def test_a_prevention_may_be_late_under_one_calendar_alone() -> None:
    between = replace(FILED, prevention=Prevention(date(2025, 4, 10), date(2025, 4, 11)))
    lfpa, official, union = under(between, Milestone.DECISION)
    assert [lfpa, official] == under(FILED, Milestone.DECISION)[:2]
    assert union > under(FILED, Milestone.DECISION)[2]
    check_prevention(FILED, NOW, on=date(2025, 4, 11))


def test_an_extension_after_the_original_term_adds_nothing() -> None:
    late = replace(FILED, extended_on=date(2025, 10, 7))
    assert under(late, Milestone.DECISION) == under(FILED, Milestone.DECISION)
    assert Milestone.HALF_EXTENSION not in decision_clock(late, NOW).milestones


def test_force_majeure_suspends_as_well() -> None:
    closed = replace(FILED, suspensions=(Suspension(date(2025, 3, 3), date(2025, 3, 10), "LFPA art. 28"),))
    assert under(closed, Milestone.DECISION)[1] == "2025-10-08"  # five business days after 1 October


Check = Callable[..., None]


@pytest.mark.parametrize(
    ("check", "facts", "on", "article"),
    [
        pytest.param(check_prevention, FILED, "2025-04-12", "LFPA art. 17-A", id="a prevention after the first third"),
        pytest.param(check_prevention, CURED, "2025-03-03", "LFPA art. 17-A", id="a second prevention"),
        pytest.param(check_prevention, OWN, "2025-02-03", "LFPA art. 17-A", id="a prevention where nothing was filed"),
        pytest.param(check_extension, FILED, "2025-10-07", "Anexo Único", id="an extension after the term"),
        pytest.param(check_extension, EXTENDED, "2025-09-02", "Anexo Único", id="a second extension"),
        pytest.param(check_lapse, FILED, "2026-06-01", "LFPA art. 60", id="a petition does not lapse"),
        pytest.param(check_lapse, OWN, "2025-11-18", "LFPA art. 60", id="the last day before a case lapses"),
        pytest.param(
            check_lapse,
            replace(OWN, suspensions=(Suspension(date(2025, 3, 3)),)),
            "2026-06-01",
            "LFPA art. 60",
            id="a suspended case does not lapse",
        ),
    ],
)
def test_what_the_law_bars_is_refused_with_its_article(
    check: Check, facts: DecisionFacts, on: str, article: str
) -> None:
    with pytest.raises(BarredError) as caught:
        check(facts, NOW, on=date.fromisoformat(on))
    assert caught.value.article.endswith(article)
    assert article in caught.value.message.es
    assert article in caught.value.message.en


@pytest.mark.parametrize(
    ("check", "facts", "on"),
    [
        pytest.param(check_prevention, FILED, "2025-04-11", id="a prevention on day 60 of the union"),
        pytest.param(check_extension, FILED, "2025-10-06", id="an extension on the last day of the union"),
        pytest.param(check_lapse, OWN, "2025-11-19", id="the day after the last under every calendar"),
    ],
)
def test_what_is_in_time_under_any_calendar_passes(check: Check, facts: DecisionFacts, on: str) -> None:
    check(facts, NOW, on=date.fromisoformat(on))


@pytest.mark.parametrize(
    ("rule", "days", "passes"),
    [
        pytest.param(RS_2023.cure_days, 5, True, id="the shortest cure"),
        pytest.param(RS_2023.cure_days, 4, False, id="a cure that is too short"),
        pytest.param(RS_2023.cure_days, 60, True, id="the longest cure"),
        pytest.param(RS_2023.cure_days, 61, False, id="a cure past the first third"),
        pytest.param(RS_2023.pleadings_days, 10, True, id="the longest pleadings"),
        pytest.param(RS_2023.pleadings_days, 11, False, id="pleadings that are too long"),
        pytest.param(RS_2023.evidence_days, 2, False, id="evidence in too short a time"),
    ],
)
def test_a_term_the_authority_sets_keeps_within_the_bounds(rule: Rule[Bounds], days: int, passes: bool) -> None:
    if passes:
        check_days(rule, days)
    else:
        with pytest.raises(BarredError) as caught:
            check_days(rule, days)
        assert caught.value.article == rule.article
        assert str(days) in caught.value.message.es


def test_a_prevention_before_the_filing_is_refused() -> None:
    with pytest.raises(TermError):
        decision_clock(replace(FILED, prevention=Prevention(date(2025, 1, 10))), NOW)


@st.composite
def cases(draw: st.DrawFn) -> DecisionFacts:
    started = draw(st.dates(date(2023, 5, 18), date(2033, 12, 31)))

    def later(start: date, most: int) -> date:
        return start + draw(st.integers(0, most)) * DAY

    notified = later(started, 120)
    prevention: Any = draw(st.sampled_from([None, Prevention(notified, later(notified, 60))]))
    return DecisionFacts(
        rules_on(started),
        started,
        own_motion=draw(st.booleans()),
        prevention=prevention,
        extended_on=draw(st.sampled_from([None, later(started, 300)])),
    )


@given(cases())
def test_milestones_are_business_days_in_the_order_of_the_law(facts: DecisionFacts) -> None:
    milestones = decision_clock(facts, NOW).milestones
    for name, workdays in NOW.workdays.items():
        days = [day for one in Milestone if one in milestones and (day := milestones[one].by_calendar[name])]
        assert all(workdays.is_workday(day) for day in days)
        assert days == sorted(days)


@given(cases())
def test_the_same_facts_always_give_the_same_clock(facts: DecisionFacts) -> None:
    assert decision_clock(facts, NOW) == decision_clock(replace(facts), NOW)
