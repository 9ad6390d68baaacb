"""What a form says before an act that cannot be undone."""

from datetime import date

import pytest
from django.utils import timezone

from cases.domain.procedure import Act, Step
from cases.forms.table import FORMS
from cases.models import Case
from cases.services import suspend_terms
from tests.cases.factories import SUPERVISOR, admitted_case, filed_petition, noon, prevented_petition, seen

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_acts")]


def told(what: Act | Step, case: Case) -> str:
    found = FORMS[what].form(case=case).notice()
    return "" if found is None else found.en


def today_case() -> Case:
    return filed_petition(timezone.localdate())


def test_an_extension_says_how_many_days_and_until_when() -> None:
    case = today_case()
    days = case.facts().rules.extension_days.value
    assert told(Step.EXTEND, case).startswith(f"It adds {days} business days. The decision is due on ")
    assert told(Step.EXTEND, filed_petition(date(2023, 9, 4))) == ""


def test_a_suspension_a_resumption_and_a_joinder_say_what_becomes_of_the_deadline() -> None:
    case = today_case()
    assert "that of the decision" in told(Step.SUSPEND, case)
    assert told(Step.RESUME, case) == ""
    on = timezone.localdate()
    case = suspend_terms(
        seen=seen(case), from_on=on, instrument="declaratoria", reason="sismo", actor=SUPERVISOR, at=noon(on)
    )
    assert told(Step.SUSPEND, case) == ""
    assert "the decision is due on" in told(Step.RESUME, case)
    assert "keeps its deadline" in told(Step.JOIN, admitted_case())


def test_a_cure_without_a_document_is_warned_of() -> None:
    assert "No document was added since the prevention (10 Feb 2025)" in told(Act.CURE, prevented_petition())
