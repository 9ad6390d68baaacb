import pytest

from cases.domain.petition.content import PetitionContent
from cases.models import Case
from kernel.domain.actors import Role
from tests.cases.api.people import Person, days_ago, refused
from tests.cases.api.petitioners import file, petitioner, signed, written
from tests.cases.factories import admitted_case, filed_petition
from tests.cases.petitions import complete
from tests.screening.api.clients import answer

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_acts")]
VERB = "prevent-petition"


def sent(**other: object) -> dict[str, object]:
    return {"notified_on": str(days_ago(0)), "cure_days": 5, "reason": "falta el origen"} | other


def test_the_petitioner_is_asked_and_the_clock_stops() -> None:
    case = filed_petition(days_ago(3))
    told = Person(Role.INTAKE).acts(VERB, case, **sent())
    assert told["stage"] == "PREVENTED"
    clocks = {clock["kind"]: clock for clock in told["clocks"]}
    assert clocks["DECISION"]["target_on"] is None
    assert clocks["CURE"]["union_on"] > str(days_ago(0))


def test_what_is_under_investigation_is_not_prevented() -> None:
    told = refused(Person(Role.INTAKE), VERB, admitted_case(), 409, "barred", **sent())
    assert told["article"] == "LFPA art. 17-A"


def test_it_is_too_late_after_the_first_third() -> None:
    told = refused(Person(Role.INTAKE), VERB, filed_petition(), 409, "barred", **sent())
    assert told["article"] == "LFPA art. 17-A"


@pytest.mark.parametrize(
    ("other", "status", "code"),
    [
        pytest.param({"cure_days": 4}, 409, "barred", id="too few days"),
        pytest.param({"cure_days": 0}, 422, "invalid", id="no days"),
        pytest.param({"cure_days": 10**6}, 422, "invalid", id="days without end"),
        pytest.param({"reason": "  "}, 400, "no_reason", id="no reason"),
        pytest.param({"reason": "x" * 5001}, 422, "invalid", id="a reason without end"),
        pytest.param({"notified_on": "2999-01-01"}, 400, "invalid_term", id="a notice to come"),
        pytest.param({"notified_on": "1999-01-01"}, 400, "invalid_term", id="a notice before the petition"),
        pytest.param({"notified_on": "mañana"}, 422, "invalid", id="no day"),
    ],
)
def test_what_cannot_be_is_refused(other: dict[str, object], status: int, code: str) -> None:
    refused(Person(Role.INTAKE), VERB, filed_petition(days_ago(3)), status, code, **sent(**other))


def test_the_faults_that_are_cited_are_told_to_the_petitioner_with_their_articles(trusted: None) -> None:
    who = petitioner()
    said = complete()
    draft = written(who, PetitionContent(petitioner=said.petitioner, addressee=said.addressee))
    reference = answer(file(who, draft, signed(who, draft)))["case"]["reference"]
    case = Case.objects.get(reference=reference)
    cited = [{"code": "GROUNDS_MISSING", "field": "grounds"}]
    day = str(case.started_on)
    refused(Person(Role.INTAKE), VERB, case, 400, "unknown_fault", **sent(faults=[cited[0] | {"field": "x"}]))
    if case.started_on > days_ago(0):  # filed on a day off: nobody is notified before the next business day
        return
    Person(Role.INTAKE, Role.AUDITOR).acts(VERB, case, **sent(reason="", notified_on=day, faults=cited))
    told = answer(who.get(f"/cases/{reference}/timeline"))["items"][-1]
    assert "Faltan los fundamentos y razones. (Acuerdo" in told["reason"]
