import pytest

from cases.forms.inquiries import AnswerRequestForm, DecideExhibitForm, MakeRequestForm, SubmissionForm
from tests.cases.factories import INTAKE
from tests.cases.inquiry import IMPORTER, notified_case
from tests.cases.services.test_inquiries import ask
from tests.cases.services.test_submissions import with_exhibit

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_acts")]


def test_intake_alone_says_whose_it_is_and_when_it_came() -> None:
    case = notified_case()
    assert {"party", "received_at"} <= set(SubmissionForm(case=case, actor=INTAKE).fields)
    assert {"party", "received_at"}.isdisjoint(SubmissionForm(case=case, actor=IMPORTER).fields)
    form = SubmissionForm(
        {"kind": "ANSWER", "text": "niega", "party": "1", "received_at": "2025-02-10T12:00"}, case=case, actor=INTAKE
    )
    assert form.is_valid()
    handed = form.arguments()["handed"]
    assert (handed.party, str(handed.received_at)) == (1, "2025-02-10 12:00:00-06:00")


def test_what_waits_is_offered() -> None:
    assert [value for value, _ in AnswerRequestForm(case=ask()).fields["number"].choices] == ["", 1]  # type: ignore[attr-defined]
    exhibits = DecideExhibitForm(case=with_exhibit()).fields["exhibit"].choices  # type: ignore[attr-defined]
    assert [value for value, _ in exhibits] == ["", "1.1"]


def test_a_request_without_an_institution_is_none_only_for_a_foreign_one() -> None:
    form = MakeRequestForm({"authority": "SE", "matter": "x", "asked_on": "2025-01-21"}, case=ask())
    assert form.is_valid()
    assert form.arguments()["asked"].institution == ""
