import pytest

from cases.services import agree_to_admission
from kernel.domain.actors import Role
from tests.cases.api.people import Person, refused
from tests.cases.factories import FILED, SUPERVISOR, admitted_case, filed_petition, noon, registered, seen

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_acts")]
VERB = "admit-petition"


def test_what_a_supervisor_agreed_to_is_admitted() -> None:
    case = agree_to_admission(seen=seen(filed_petition()), actor=registered(SUPERVISOR), at=noon(FILED))
    assert Person(Role.INTAKE).acts(VERB, case)["stage"] == "INVESTIGATION"


def test_without_an_agreement_nothing_is_admitted() -> None:
    assert refused(Person(Role.INTAKE), VERB, filed_petition(), 403, "not_competent")["article"] == "LFPA art. 3"


def test_nobody_agrees_with_themselves() -> None:
    who = Person(Role.INTAKE, Role.SUPERVISOR)
    case = agree_to_admission(seen=seen(filed_petition()), actor=who.actor, at=noon(FILED))
    refused(who, VERB, case, 403, "not_competent")


def test_it_is_admitted_once() -> None:
    refused(Person(Role.INTAKE), VERB, admitted_case(), 409, "barred")
