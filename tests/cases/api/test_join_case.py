import pytest

from cases.models import Case
from kernel.domain.actors import Role
from tests.cases.api.people import Person, refused
from tests.cases.factories import admitted_case, filed_petition, own_motion_case
from tests.screening.api.clients import answer

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_acts")]
VERB = "join-case"


def sent(lead: Case, **other: object) -> dict[str, object]:
    return {"lead": lead.reference, "lead_version": lead.version, "reason": "mismo productor"} | other


def test_two_cases_go_on_as_one() -> None:
    case, lead, who = own_motion_case(), admitted_case(), Person(Role.SUPERVISOR)
    told = who.acts(VERB, case, **sent(lead))
    assert told["unit"]["lead"] == lead.reference
    assert answer(who.get(f"/cases/{lead.reference}"))["unit"]["joined"] == [case.reference]
    assert "open-pleadings" not in [one["verb"] for one in told["possible"]]


def test_a_case_in_another_stage_is_no_lead() -> None:
    told = refused(Person(Role.SUPERVISOR), VERB, admitted_case(), 409, "barred", **sent(filed_petition()))
    assert told["article"] == "LFPA art. 45"


def test_what_was_not_admitted_is_not_joined() -> None:
    refused(Person(Role.SUPERVISOR), VERB, filed_petition(), 409, "barred", **sent(admitted_case()))


@pytest.mark.parametrize(
    ("other", "status", "code"),
    [
        pytest.param({"lead": "0000-0000-0000"}, 404, "unknown_case", id="no such lead"),
        pytest.param({"lead_version": 1}, 409, "case_changed", id="a lead that has changed"),
        pytest.param({"reason": ""}, 400, "no_reason", id="no reason"),
    ],
)
def test_what_cannot_be_is_refused(other: dict[str, object], status: int, code: str) -> None:
    refused(Person(Role.SUPERVISOR), VERB, own_motion_case(), status, code, **sent(admitted_case()) | other)
