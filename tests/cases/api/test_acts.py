"""What is the same for every act and step: who may, on which case, as it was seen."""

from collections.abc import Callable
from typing import Any, Final

import pytest
from django.test import Client

from cases.api import acts, inquiries, steps
from cases.domain.procedure import VERBS, Act, Step, slug_of
from cases.domain.stages import MOVES
from cases.domain.steps import PARTIES, STEPS
from cases.models import Case
from kernel.domain.actors import Role
from tests.cases.api.documents import case_with_document
from tests.cases.api.people import Person, act_path, days_ago, refused, unchanged
from tests.cases.factories import (
    PETITIONER,
    admitted_case,
    case_to_decide,
    filed_petition,
    heard_case,
    own_motion_case,
    pleaded_case,
    prevented_petition,
)
from tests.screening.api.clients import SCOPES, Machine, problem

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_acts")]

REASON: Final = {"reason": "motivo"}
WHO: Final = "00000000-0000-0000-0000-000000000001"
DAY: Final = str(days_ago(1))
# Each act and step in a stage that admits it, with what it takes.
TRIED: Final[dict[Act | Step, tuple[Callable[[], Case], dict[str, Any]]]] = {
    Act.PREVENT: (filed_petition, {"notified_on": DAY, "cure_days": 5, **REASON}),
    Act.CURE: (prevented_petition, {}),
    Act.DISMISS: (filed_petition, {"ground": "INADMISSIBLE", **REASON}),
    Act.ADMIT: (filed_petition, {}),
    Act.OPEN_PLEADINGS: (heard_case, {"notified_on": DAY, "days": 5}),
    Act.CLOSE_PLEADINGS: (pleaded_case, {}),
    Act.RETURN_FOR_EVIDENCE: (case_to_decide, REASON),
    Act.WITHDRAW: (filed_petition, {}),
    Act.CONTINUE_ON_OWN_MOTION: (filed_petition, REASON),
    Act.DECLARE_LAPSED: (own_motion_case, {}),
    Step.NAME_PETITIONER: (filed_petition, {"petitioner": PETITIONER.name, **REASON}),
    Step.AGREE_TO_ADMISSION: (filed_petition, {}),
    Step.ASSIGN: (filed_petition, {"assignee": WHO, **REASON}),
    Step.PRIORITISE: (filed_petition, REASON),
    Step.RESTORE_ORDER: (filed_petition, REASON),
    Step.JOIN: (admitted_case, {"lead": "0000-0000-0000", "lead_version": 1, **REASON}),
    Step.SEPARATE: (admitted_case, REASON),
    Step.EXTEND: (filed_petition, REASON),
    Step.SUSPEND: (filed_petition, {"from_on": DAY, "instrument": "declaratoria", **REASON}),
    Step.RESUME: (filed_petition, {"until_on": DAY, **REASON}),
    Step.START_TERM: (admitted_case, {"kind": "OPINION", "notified_on": DAY}),
    Step.MEET_TERM: (admitted_case, {"number": 1, "met_on": DAY}),
    Step.ADD_PARTY: (admitted_case, {"role": "IMPORTER", "name": "Importadora inventada"}),
    Step.CHANGE_PARTY: (admitted_case, {"number": 1, "role": "IMPORTER", "name": "Importadora inventada", **REASON}),
    Step.ISSUE_NOTICE: (admitted_case, {"party": 1, "subject": "HEARING", "channel": "PERSONAL"}),
    Step.RECORD_ATTEMPT: (admitted_case, {"number": 1, "tried_on": DAY, **REASON}),
    Step.SERVE_NOTICE: (admitted_case, {"number": 1, "served_on": DAY}),
    Step.ACKNOWLEDGE_NOTICE: (admitted_case, {"number": 1}),
    Step.VOID_NOTICE: (admitted_case, {"number": 1, **REASON}),
    Step.MAKE_REQUEST: (admitted_case, {"authority": "SE", "matter": "arancel", "asked_on": DAY}),
    Step.ANSWER_REQUEST: (admitted_case, {"number": 1, "answered_on": DAY}),
    Step.RECORD_DETERMINATION: (
        admitted_case,
        {
            "institution": "CBP",
            "country": "USA",
            "reference": "WRO-1",
            "determined_on": DAY,
            "goods": "algodón",
            "text": "hallazgo",
        },
    ),
    Step.PROPOSE_ADOPTION: (admitted_case, {"number": 1, **REASON}),
    Step.RECORD_ANNULMENT: (admitted_case, {"number": 1, "annulled_on": DAY, **REASON}),
    Step.DECIDE_EXHIBIT: (admitted_case, {"submission": 1, "exhibit": 1, "admitted": True, **REASON}),
    Step.CLASSIFY_DOCUMENT: (
        case_with_document,
        {"number": 1, "classification": "PUBLIC", "basis": "LGTAIP", **REASON},
    ),
}
OTHERWISE: Final = {  # these have an address of their own, or another layer's
    Act.FILE_PETITION,
    Act.START_ON_OWN_MOTION,
    Act.ISSUE_RESOLUTION,
    Step.ADD_DOCUMENT,
    Step.RECEIVE_SUBMISSION,
    Step.EXPORT,
}
ALL = pytest.mark.parametrize("what", TRIED, ids=str)
MAY_LACK: dict[Act | Step, set[str]] = {Act.PREVENT: {"reason"}}  # the faults that it cites may say all


def roles_of(what: Act | Step) -> frozenset[Role]:
    return MOVES[what].roles if isinstance(what, Act) else STEPS[what].roles


def test_every_act_and_step_is_tried_here_or_has_a_way_of_its_own() -> None:
    assert set(TRIED) | OTHERWISE == set(VERBS)
    assert set(TRIED).isdisjoint(OTHERWISE)


def test_each_has_an_address_with_its_name() -> None:
    paths = {path for router in (acts.router, steps.router, inquiries.router) for path in router.path_operations}
    wanted = {slug_of(what) for what in (*TRIED, Step.ADD_DOCUMENT, Step.RECEIVE_SUBMISSION)}
    assert paths == {f"/cases/{{reference}}/acts/{verb}" for verb in wanted}


@ALL
@pytest.mark.parametrize("role", Role)
def test_nobody_acts_without_the_role(what: Act | Step, role: Role) -> None:
    if role in roles_of(what):
        return
    make, sent = TRIED[what]
    case, who = make(), Person(role)
    with unchanged():
        response = who.act(slug_of(what), case, **sent)
    assert response.status_code in ({403, 404} if role in PARTIES else {403})
    if role in {Role.INTAKE, Role.AUDITOR}:
        assert problem(response, 403, "not_competent")["article"] in {"LFPA art. 3", "LFPA art. 19"}


@ALL
def test_a_case_that_has_changed_since_is_left_alone(what: Act | Step) -> None:
    make, sent = TRIED[what]
    case, who = make(), Person(*Role)
    case.version += 1
    refused(who, slug_of(what), case, 409, "case_changed", **sent)


@ALL
def test_no_act_reaches_a_case_that_does_not_exist(what: Act | Step) -> None:
    _, sent = TRIED[what]
    refused(Person(*Role), slug_of(what), Case(reference="0000-0000-0000"), 404, "unknown_case", **sent)


@ALL
def test_what_is_sent_is_complete_and_has_nothing_else(what: Act | Step) -> None:
    make, sent = TRIED[what]
    case, who, verb = make(), Person(*Role), slug_of(what)
    told = refused(who, verb, case, 422, "invalid", **sent, colour="red")
    assert told["errors"][0]["field"] == "body.colour"
    for field in ({"version": case.version} | sent).keys() - {"party", "days"} - MAY_LACK.get(what, set()):
        left = {name: value for name, value in ({"version": case.version} | sent).items() if name != field}
        with unchanged():
            told = problem(who.post(act_path(verb, case), left), 422, "invalid")
        assert [fault["field"] for fault in told["errors"]] == [f"body.{field}"]


def test_a_key_opens_no_case() -> None:
    machine, case = Machine(*SCOPES, "cases.act", "cases.read"), filed_petition()
    with unchanged():
        problem(machine.post(act_path("prioritise-case", case), {"version": 1, **REASON}), 403, "forbidden")
        problem(machine.get("/cases"), 403, "forbidden")
        problem(machine.get(f"/cases/{case.reference}"), 404, "unknown_case")


def test_an_act_needs_the_token_of_the_page() -> None:
    case, who = filed_petition(), Person(Role.SUPERVISOR)
    who.client.handler.enforce_csrf_checks = True
    with unchanged():
        problem(who.act("prioritise-case", case, **REASON), 403, "forbidden")


def test_nobody_acts_without_signing_in() -> None:
    case = filed_petition()
    with unchanged():
        problem(Client().post(f"/api/v1{act_path('cure-petition', case)}"), 401, "not_authenticated")


def test_a_refusal_is_told_in_the_language_asked_for() -> None:
    who = Person(Role.INTAKE)
    who.client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    told = refused(who, "prioritise-case", filed_petition(), 403, "not_competent", **REASON)
    assert (
        told["detail"] == "It is not for you to depart from the filing order; it is for: the supervisor (LFPA art. 3)."
    )
