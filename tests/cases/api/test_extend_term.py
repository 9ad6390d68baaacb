from datetime import date

import pytest

from kernel.domain.actors import Role
from tests.cases.api.people import Person, days_ago, refused
from tests.cases.factories import filed_petition

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_acts")]
VERB = "extend-term"


def test_the_decision_term_is_longer() -> None:
    case = filed_petition(days_ago(5))
    before = case.deadlines.get(kind="DECISION").target_on
    told = Person(Role.SUPERVISOR).acts(VERB, case, reason="prueba del extranjero")
    assert told["extended_on"] == str(days_ago(0))
    assert next(one for one in told["clocks"] if one["kind"] == "DECISION")["target_on"] > str(before)


def test_a_term_that_is_over_is_not_extended() -> None:
    told = refused(Person(Role.SUPERVISOR), VERB, filed_petition(date(2023, 6, 1)), 409, "barred", reason="tarde")
    assert told["article"] == "Acuerdo DOF 17-02-2023, Anexo Único"


def test_it_takes_reasons() -> None:
    refused(Person(Role.SUPERVISOR), VERB, filed_petition(days_ago(5)), 400, "no_reason", reason="")
