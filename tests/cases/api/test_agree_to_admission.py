import pytest

from cases.services import agree_to_admission
from kernel.domain.actors import Role
from tests.cases.api.people import Person, refused
from tests.cases.factories import FILED, SUPERVISOR, admitted_case, filed_petition, noon, registered, seen

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_acts")]
VERB = "agree-to-admission"


def test_the_agreement_is_on_file_with_its_author() -> None:
    who = Person(Role.SUPERVISOR)
    told = who.acts(VERB, filed_petition())
    assert (told["stage"], told["unit"]["admission_agreed_by"]) == ("RECEIVED", who.actor.name)
    assert VERB not in [one["verb"] for one in told["possible"]]


def test_it_is_agreed_to_once() -> None:
    case = agree_to_admission(seen=seen(filed_petition()), actor=registered(SUPERVISOR), at=noon(FILED))
    assert refused(Person(Role.SUPERVISOR), VERB, case, 409, "barred")["article"] == "LFPA art. 14"


def test_what_was_admitted_needs_no_agreement() -> None:
    refused(Person(Role.SUPERVISOR), VERB, admitted_case(), 409, "barred")
