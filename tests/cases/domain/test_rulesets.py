from collections.abc import Iterator
from dataclasses import FrozenInstanceError, fields
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.domain.rules import SURE, Bounds, Certainty, Channel, LateFiling, Rule, RuleSet
from cases.domain.rulesets import RS_2023, RS_2025, RULE_SETS, NoRuleSetError, rules_named, rules_on

OF_THE_ISSUE = {
    "decision_days": 180,
    "extension_days": 180,
    "extensions": 1,
    "importer_answer_days": 20,
    "preventions": 1,
    "cure_days": Bounds(5, 60),
    "pleadings_days": Bounds(5, 10),
    "opinion_days": 15,
    "evidence_days": Bounds(3, 15),
    "notice_days": 10,
    "review_days": 15,
    "nullity_days": 30,
    "lapse_days": 30,
    "recording_days": 10,
    "filing_day_counts": False,
    "late_filing": LateFiling.COUNTS_FROM_NEXT,
}


def rules_of(rules: RuleSet) -> Iterator[tuple[str, Rule[Any]]]:
    for field in fields(rules):
        value = getattr(rules, field.name)
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, Rule):
                yield field.name, one


@pytest.mark.parametrize("rules", RULE_SETS, ids=lambda rules: rules.code)
def test_every_value_names_its_article(rules: RuleSet) -> None:
    found = list(rules_of(rules))
    assert len(found) > 30
    assert [name for name, rule in found if not rule.article] == []


@pytest.mark.parametrize("rules", RULE_SETS, ids=lambda rules: rules.code)
def test_what_is_not_sure_says_what_the_doubt_is(rules: RuleSet) -> None:
    assert [name for name, rule in rules_of(rules) if rule.certainty not in SURE and not rule.doubt] == []


@pytest.mark.parametrize("rules", RULE_SETS, ids=lambda rules: rules.code)
def test_everything_but_codes_and_days_is_a_rule(rules: RuleSet) -> None:
    assert {field.name for field in fields(rules)} - {name for name, _ in rules_of(rules)} == {"code"}


@pytest.mark.parametrize("rules", RULE_SETS, ids=lambda rules: rules.code)
@pytest.mark.parametrize(("name", "value"), OF_THE_ISSUE.items(), ids=list(OF_THE_ISSUE))
def test_the_terms_are_those_of_the_law(rules: RuleSet, name: str, value: object) -> None:
    assert getattr(rules, name).value == value


def test_a_first_third_of_180_days_is_60_and_half_an_extension_ends_on_day_270() -> None:
    assert RS_2023.prevention_days() == 60
    assert RS_2023.exposed_after_days() == 270


def test_an_email_is_a_channel_since_the_amendment() -> None:
    assert RS_2023.channels.value == {Channel.WINDOW, Channel.VUCEM}
    assert RS_2025.channels.value == {Channel.WINDOW, Channel.VUCEM, Channel.EMAIL}


def test_what_the_amendment_may_have_changed_is_unknown_and_what_statutes_say_is_not() -> None:
    assert RS_2023.decision_days.certainty is Certainty.REPORTED
    assert RS_2025.decision_days.certainty is Certainty.UNKNOWN
    assert RS_2025.pleadings_days == RS_2023.pleadings_days


@pytest.mark.parametrize(
    ("filed", "code"),
    [
        pytest.param("2023-05-18", "RS-2023", id="the day the mechanism came into force"),
        pytest.param("2025-10-28", "RS-2023", id="the eve of the amendment"),
        pytest.param("2025-10-29", "RS-2025", id="the day the amendment was published"),
        pytest.param("2040-01-01", "RS-2025", id="as long as nothing follows"),
    ],
)
def test_a_filing_follows_the_rules_of_its_day(filed: str, code: str) -> None:
    assert rules_on(date.fromisoformat(filed)).code == code


def test_before_the_mechanism_there_are_no_rules() -> None:
    with pytest.raises(NoRuleSetError) as caught:
        rules_on(date(2023, 5, 17))
    assert "18 de mayo de 2023" in caught.value.message.es


@given(st.dates(date(2023, 5, 18), date(2099, 1, 1)), st.integers(0, 4000))
def test_a_later_filing_never_follows_an_earlier_set(filed: date, later: int) -> None:
    begins = rules_on(filed).valid_from.value
    assert begins <= filed
    assert rules_on(filed + timedelta(days=later)).valid_from.value >= begins


def test_a_set_is_found_by_the_code_a_case_keeps() -> None:
    assert [rules_named(rules.code) for rules in RULE_SETS] == list(RULE_SETS)
    with pytest.raises(NoRuleSetError):
        rules_named("RS-1999")


def test_a_rule_set_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        RS_2023.code = "RS-1999"  # type: ignore[misc]
