import pytest
from django.utils.translation import override

from cases.domain.case import CHANGED, NO_REASON, CaseChangedError, NoReasonError
from cases.forms.petition import AdmitForm, ReasonForm
from cases.services import agree_to_admission
from tests.cases.factories import FILED, SUPERVISOR, filed_petition, noon, seen

pytestmark = pytest.mark.django_db


def test_a_refusal_with_a_place_is_an_error_of_that_field_in_the_language_of_the_page() -> None:
    form = ReasonForm({"reason": "x"}, case=filed_petition())
    with override("en"):
        assert form.is_valid()
        form.tell(NoReasonError(NO_REASON))
    assert form.errors == {"reason": [NO_REASON.en]}
    assert form.refusal is None


def test_a_refusal_without_a_place_is_no_fault_of_the_form() -> None:
    form = ReasonForm({"reason": "x"}, case=filed_petition())
    assert form.is_valid()
    form.tell(CaseChangedError("X"))
    assert form.errors == {}
    assert form.refusal == CHANGED.filled(reference="X")


def test_whoever_admits_is_told_beforehand_whether_a_supervisor_has_agreed() -> None:
    case = filed_petition()
    assert "Aún no consta" in AdmitForm(case=case).notice().es
    case = agree_to_admission(seen=seen(case), actor=SUPERVISOR, at=noon(FILED))
    assert AdmitForm(case=case).notice().es == "Consta el acuerdo de supervisión."
