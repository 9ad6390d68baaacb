"""The acts that move or end a case, each the service of its name; the resolution is the layer above's."""

from typing import Final

from django.http import HttpRequest
from django.utils import timezone
from ninja import Router

from cases import services
from cases.api.acting import act, done, taken
from cases.queries.case import case_by_reference
from cases.queries.petitions import reason_citing
from cases.schemas.acts import (
    AdmitPetitionIn,
    ClosePleadingsIn,
    ContinueOnOwnMotionIn,
    CurePetitionIn,
    DeclareLapseIn,
    DismissPetitionIn,
    OpenPleadingsIn,
    PreventPetitionIn,
    ReturnForEvidenceIn,
    WithdrawPetitionIn,
)
from cases.schemas.cases import CaseOut

router: Final = Router()


@act(router)
def prevent_petition(request: HttpRequest, reference: str, sent: PreventPetitionIn) -> CaseOut:
    """Ask the petitioner once for what is missing; the decision clock stops (LFPA art. 17-A)."""
    actor, seen = taken(request, reference, sent)
    cited = [(one.code, one.field) for one in sent.faults]
    case = services.prevent_petition(
        seen=seen,
        notified_on=sent.notified_on,
        cure_days=sent.cure_days,
        reason=reason_citing(case_by_reference(seen.reference), cited, sent.reason),
        actor=actor,
        at=timezone.now(),
    )
    return done(case, actor)


@act(router)
def cure_petition(request: HttpRequest, reference: str, sent: CurePetitionIn) -> CaseOut:
    """Take what the petitioner was asked for; the clock resumes on the next business day (LFPA art. 17-A)."""
    actor, seen = taken(request, reference, sent)
    case = services.cure_petition(seen=seen, actor=actor, at=timezone.now())
    return done(case, actor)


@act(router)
def dismiss_petition(request: HttpRequest, reference: str, sent: DismissPetitionIn) -> CaseOut:
    """End a petition that was not cured, or that the mechanism does not admit (LFPA art. 17-A)."""
    actor, seen = taken(request, reference, sent)
    case = services.dismiss_petition(seen=seen, ground=sent.ground, reason=sent.reason, actor=actor, at=timezone.now())
    return done(case, actor)


@act(router)
def admit_petition(request: HttpRequest, reference: str, sent: AdmitPetitionIn) -> CaseOut:
    """Admit a petition to investigation, to which a supervisor who is another person has agreed (LFPA art. 14)."""
    actor, seen = taken(request, reference, sent)
    case = services.admit_petition(seen=seen, actor=actor, at=timezone.now())
    return done(case, actor)


@act(router)
def open_pleadings(request: HttpRequest, reference: str, sent: OpenPleadingsIn) -> CaseOut:
    """Put the file at the parties' disposal and start the term for pleadings (LFPA art. 56)."""
    actor, seen = taken(request, reference, sent)
    case = services.open_pleadings(
        seen=seen, notified_on=sent.notified_on, days=sent.days, actor=actor, at=timezone.now()
    )
    return done(case, actor)


@act(router)
def close_pleadings(request: HttpRequest, reference: str, sent: ClosePleadingsIn) -> CaseOut:
    """Close the pleadings once their term is over (LFPA art. 56)."""
    actor, seen = taken(request, reference, sent)
    case = services.close_pleadings(seen=seen, actor=actor, at=timezone.now())
    return done(case, actor)


@act(router)
def return_for_evidence(request: HttpRequest, reference: str, sent: ReturnForEvidenceIn) -> CaseOut:
    """Send a case that was to be decided back for more evidence (LFPA art. 49-52)."""
    actor, seen = taken(request, reference, sent)
    case = services.return_for_evidence(seen=seen, reason=sent.reason, actor=actor, at=timezone.now())
    return done(case, actor)


@act(router)
def withdraw_petition(request: HttpRequest, reference: str, sent: WithdrawPetitionIn) -> CaseOut:
    """Withdraw a petition: the case ends, unless it was decided that it goes on on own motion (LFPA art. 58)."""
    actor, seen = taken(request, reference, sent)
    case = services.withdraw_petition(seen=seen, actor=actor, at=timezone.now())
    return done(case, actor)


@act(router)
def continue_on_own_motion(request: HttpRequest, reference: str, sent: ContinueOnOwnMotionIn) -> CaseOut:
    """Decide that the case goes on should its petition be withdrawn (LFPA art. 58)."""
    actor, seen = taken(request, reference, sent)
    case = services.continue_on_own_motion(seen=seen, reason=sent.reason, actor=actor, at=timezone.now())
    return done(case, actor)


@act(router)
def declare_lapse(request: HttpRequest, reference: str, sent: DeclareLapseIn) -> CaseOut:
    """End a case on own motion whose decision term was over 30 days ago (LFPA art. 60)."""
    actor, seen = taken(request, reference, sent)
    case = services.declare_lapse(seen=seen, actor=actor, at=timezone.now())
    return done(case, actor)
