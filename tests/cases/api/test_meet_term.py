from datetime import date

import pytest

from cases.domain.party_terms import NewTerm
from cases.domain.terms import TermKind
from cases.models import Case
from cases.services import start_term
from kernel.domain.actors import Role
from tests.cases.api.people import Person, days_ago, refused
from tests.cases.factories import INVESTIGATOR, admitted_case, heard_case, noon, seen

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_acts")]
VERB = "meet-term"


def with_term() -> Case:
    case, on = admitted_case(), date(2025, 1, 21)
    new = NewTerm(TermKind.IMPORTER_ANSWER, on, "importer:1")
    return start_term(seen=seen(case), new=new, actor=INVESTIGATOR, at=noon(on))


def test_what_came_in_is_recorded() -> None:
    told = Person(Role.INTAKE).acts(VERB, with_term(), number=1, met_on=str(days_ago(0)))
    assert told["terms"][0]["met_on"] == str(days_ago(0))


def test_a_term_is_met_once() -> None:
    sent = {"number": 1, "met_on": str(days_ago(0))}
    assert refused(Person(Role.INTAKE), VERB, heard_case(), 409, "barred", **sent)["article"] == "LFPA art. 32, 38"


@pytest.mark.parametrize(
    ("number", "met_on", "status", "code"),
    [
        pytest.param(2, "2025-02-03", 404, "unknown_term", id="no such term"),
        pytest.param(1, "2025-01-20", 400, "invalid_term", id="a day before it began"),
        pytest.param(1, "2999-01-01", 400, "invalid_term", id="a day to come"),
        pytest.param(0, "2025-02-03", 422, "invalid", id="no number"),
    ],
)
def test_what_cannot_be_is_refused(number: int, met_on: str, status: int, code: str) -> None:
    refused(Person(Role.INTAKE), VERB, with_term(), status, code, number=number, met_on=met_on)
