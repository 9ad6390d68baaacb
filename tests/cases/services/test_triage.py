import json
from collections.abc import Callable

import pytest

from cases.domain.case import CaseKind, NoReasonError, NoSuchCaseError
from cases.domain.tips import (
    ClosingGround,
    NoSuchTipError,
    TipBarredError,
    TipChangedError,
    TipError,
)
from cases.models import Case, Tip
from cases.queries import replayed_state, state_of
from cases.queries.tips import tip_counts, tips_of_case, tips_page
from cases.services.tips import send_tip_message
from cases.services.triage import (
    TipSeen,
    answer_tip,
    close_tip,
    link_tip,
    reopen_tip,
    start_case_from_tip,
    take_tip,
)
from kernel.domain.actors import Actor, Role
from kernel.domain.errors import ForbiddenError
from kernel.models import LedgerEntry
from kernel.paging import BadCursorError
from tests.cases.factories import FILED, INTAKE, INVESTIGATOR, PETITIONER, SUPERVISOR, actor, filed_petition, noon
from tests.cases.tips import received_tip, refused_tip, seen_tip, tip_in_triage, tip_verbs

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_acts")]
AT, WHY = noon(FILED), "hay indicios suficientes"
Acting = Callable[[Tip, Actor], object]


def started(tip: Tip, who: Actor, **said: str) -> Case:
    words = {"text": "hilo de algodón", "reason": WHY, **said}
    return start_case_from_tip(seen=seen_tip(tip), kind=CaseKind.INVESTIGATION, actor=who, at=AT, **words)


def closed(tip: Tip, who: Actor, reason: str = WHY) -> Tip:
    return close_tip(seen=seen_tip(tip), ground=ClosingGround.NO_IMPORT, reason=reason, actor=who, at=AT)


ACTS: dict[str, Acting] = {
    "take_tip": lambda tip, who: take_tip(seen=seen_tip(tip), actor=who, at=AT),
    "answer_tip": lambda tip, who: answer_tip(seen=seen_tip(tip), body="¿Desde cuándo?", actor=who, at=AT),
    "link_tip": lambda tip, who: link_tip(seen=seen_tip(tip), case="0000-0000-0000", reason=WHY, actor=who, at=AT),
    "start_case_from_tip": started,
    "close_tip": closed,
}


def test_a_tip_is_taken_answered_closed_and_taken_again() -> None:
    tip = tip_in_triage()
    tip = answer_tip(seen=seen_tip(tip), body=" ¿Desde cuándo? ", actor=INVESTIGATOR, at=AT)
    assert (tip.state, tip.messages.get().body, tip.messages.get().author) == (
        "IN_TRIAGE",
        "¿Desde cuándo?",
        INVESTIGATOR.name,
    )
    tip = closed(tip, INTAKE)
    assert (tip.state, tip.ground, tip.reason) == ("CLOSED", "NO_IMPORT", WHY)
    tip = answer_tip(seen=seen_tip(tip), body="Gracias.", actor=INTAKE, at=AT)
    tip = reopen_tip(seen=seen_tip(tip), actor=INTAKE, at=AT)
    assert (tip.state, tip.ground, tip.reason) == ("IN_TRIAGE", "", "")
    assert tip_verbs() == ["receive_tip", "take_tip", "answer_tip", "close_tip", "answer_tip", "reopen_tip"]


def test_a_tip_is_linked_to_a_case_which_it_does_not_change() -> None:
    case, tip = filed_petition(), tip_in_triage()
    before = state_of(case)
    tip = link_tip(seen=seen_tip(tip), case=case.reference.lower(), reason=WHY, actor=INVESTIGATOR, at=AT)
    case.refresh_from_db()
    assert (tip.state, tip.case, tip.reason) == ("LINKED", case, WHY)
    assert (state_of(case), case.petitioner) == (before, PETITIONER.name)
    assert tips_of_case(case) == [tip]
    assert reopen_tip(seen=seen_tip(tip), actor=INTAKE, at=AT).case is None


def test_a_case_starts_on_own_motion_from_a_tip_and_says_which() -> None:
    tip = tip_in_triage()
    case = started(tip, SUPERVISOR)
    tip.refresh_from_db()
    assert (case.origin, case.source_kind, case.source_id, case.petitioner) == ("OWN_MOTION", "TIP", tip.reference, "")
    assert (tip.state, tip.case) == ("LINKED", case)
    assert replayed_state(case) == state_of(case)
    last = LedgerEntry.objects.get(verb="start_case_from_tip")
    assert last.detail == {"state": "LINKED", "case": case.reference}


def test_reasons_and_messages_stay_out_of_the_ledger_of_a_tip() -> None:
    tip = tip_in_triage()
    tip = answer_tip(seen=seen_tip(tip), body="SECRETO", actor=INTAKE, at=AT)
    closed(tip, INTAKE, reason="SECRETO")
    assert "SECRETO" not in json.dumps(list(LedgerEntry.objects.values_list("detail", flat=True)))


@pytest.mark.parametrize("name", ACTS)
@pytest.mark.parametrize("role", sorted(set(Role) - {Role.INTAKE, Role.INVESTIGATOR, Role.SUPERVISOR}))
def test_nobody_else_does_anything_with_a_tip(name: str, role: Role) -> None:
    tip = received_tip()
    refused_tip(lambda: ACTS[name](tip, actor(role)), ForbiddenError)


@pytest.mark.parametrize("who", [INTAKE, INVESTIGATOR])
def test_only_a_supervisor_starts_a_case(who: Actor) -> None:
    tip = received_tip()
    refused_tip(lambda: started(tip, who), ForbiddenError)
    assert not Case.objects.exists()


@pytest.mark.parametrize("name", [name for name in ACTS if name != "answer_tip"])
def test_what_is_settled_is_taken_up_again_before_anything_else(name: str) -> None:
    tip = closed(received_tip(), INTAKE)
    refused_tip(lambda: ACTS[name](tip, SUPERVISOR), TipBarredError)


@pytest.mark.parametrize("name", ACTS)
def test_an_act_on_what_a_colleague_has_changed_is_refused(name: str) -> None:
    old = received_tip()
    answer_tip(seen=seen_tip(old), body="hola", actor=INTAKE, at=AT)
    refused_tip(lambda: ACTS[name](old, SUPERVISOR), TipChangedError)


def test_a_message_that_comes_meanwhile_does_not_stop_an_answer() -> None:
    tip = received_tip()
    send_tip_message(tip=tip, body="más", files=[], mark="1", at=AT)
    answer_tip(seen=seen_tip(tip), body="gracias", actor=INTAKE, at=AT)
    assert list(tip.messages.values_list("number", "author")) == [(1, ""), (2, INTAKE.name)]


@pytest.mark.parametrize(
    ("act", "error"),
    [
        (lambda tip: closed(tip, INTAKE, reason=" "), NoReasonError),
        (lambda tip: started(tip, SUPERVISOR, reason=" "), NoReasonError),
        (lambda tip: link_tip(seen=seen_tip(tip), case="X", reason=WHY, actor=INTAKE, at=AT), NoSuchCaseError),
        (lambda tip: answer_tip(seen=seen_tip(tip), body=" ", actor=INTAKE, at=AT), TipError),
        (lambda tip: answer_tip(seen=seen_tip(tip), body="x" * 25_001, actor=INTAKE, at=AT), TipError),
        (lambda _tip: take_tip(seen=TipSeen("0000-0000-0000", 1), actor=INTAKE, at=AT), NoSuchTipError),
    ],
    ids=["closed without reasons", "started without reasons", "no such case", "no message", "too long", "no such tip"],
)
def test_what_is_not_said_rightly_changes_nothing(act: Callable[[Tip], object], error: type[Exception]) -> None:
    tip = received_tip()
    refused_tip(lambda: act(tip), error)
    assert not Case.objects.exists()


def test_the_list_is_in_order_of_arrival_and_says_who_waits() -> None:
    first, second, third = received_tip(), received_tip(), received_tip()
    send_tip_message(tip=second, body="más", files=[], mark="1", at=AT)
    answer_tip(seen=seen_tip(third), body="gracias", actor=INTAKE, at=AT)
    page = tips_page(None, limit=2)
    assert [(row.pk, row.last_author) for row in page.rows] == [(first.pk, None), (second.pk, "")]  # type: ignore[attr-defined]
    assert [row.pk for row in tips_page(None, after=page.next, limit=2).rows] == [third.pk]
    assert {state.value: number for state, number in tip_counts().items()} == {
        "RECEIVED": 3,
        "IN_TRIAGE": 0,
        "LINKED": 0,
        "CLOSED": 0,
    }
    with pytest.raises(BadCursorError):
        tips_page(None, after="999999")
