"""The steps that leave a case in its stage, each the service of its name."""

from typing import Final

from django.http import HttpRequest
from django.utils import timezone
from ninja import File, Form, Router
from ninja.files import UploadedFile

from cases import services
from cases.api.acting import act, done, taken
from cases.domain.case import Seen
from cases.domain.classification import Classified
from cases.domain.party_terms import NewTerm
from cases.schemas.acts import (
    AddDocumentIn,
    AgreeToAdmissionIn,
    AssignCaseIn,
    ClassifyDocumentIn,
    ExtendTermIn,
    JoinCaseIn,
    MeetTermIn,
    NamePetitionerIn,
    PrioritiseCaseIn,
    RestoreOrderIn,
    ResumeTermsIn,
    SeparateCaseIn,
    StartTermIn,
    SuspendTermsIn,
)
from cases.schemas.cases import CaseOut
from cases.services import Upload
from kernel.services.documents import clean_name

router: Final = Router()


@act(router)
def name_petitioner(request: HttpRequest, reference: str, sent: NamePetitionerIn) -> CaseOut:
    """Record which account may act for the petitioner (LFPA art. 19)."""
    actor, seen = taken(request, reference, sent)
    case = services.name_petitioner(
        seen=seen, petitioner=sent.petitioner, reason=sent.reason, actor=actor, at=timezone.now()
    )
    return done(case, actor)


@act(router)
def agree_to_admission(request: HttpRequest, reference: str, sent: AgreeToAdmissionIn) -> CaseOut:
    """Put on file that a supervisor agrees to admit the petition as it stands; a prevention undoes it (LFPA 14)."""
    actor, seen = taken(request, reference, sent)
    case = services.agree_to_admission(seen=seen, actor=actor, at=timezone.now())
    return done(case, actor)


@act(router)
def assign_case(request: HttpRequest, reference: str, sent: AssignCaseIn) -> CaseOut:
    """Put a case, and those joined to it, in a person's hands (LFPA art. 21-27)."""
    actor, seen = taken(request, reference, sent)
    case = services.assign_case(seen=seen, assignee=sent.assignee, reason=sent.reason, actor=actor, at=timezone.now())
    return done(case, actor)


@act(router)
def prioritise_case(request: HttpRequest, reference: str, sent: PrioritiseCaseIn) -> CaseOut:
    """Put a case before those filed earlier, with reasons on file (LFPA art. 46)."""
    actor, seen = taken(request, reference, sent)
    case = services.prioritise_case(seen=seen, reason=sent.reason, actor=actor, at=timezone.now())
    return done(case, actor)


@act(router)
def restore_order(request: HttpRequest, reference: str, sent: RestoreOrderIn) -> CaseOut:
    """Put a case back in its place in the filing order (LFPA art. 46)."""
    actor, seen = taken(request, reference, sent)
    case = services.restore_order(seen=seen, reason=sent.reason, actor=actor, at=timezone.now())
    return done(case, actor)


@act(router)
def join_case(request: HttpRequest, reference: str, sent: JoinCaseIn) -> CaseOut:
    """Join a case to another of the same kind and stage, which goes on for both (LFPA art. 45)."""
    actor, seen = taken(request, reference, sent)
    lead = Seen(sent.lead, sent.lead_version)
    case = services.join_case(seen=seen, lead=lead, reason=sent.reason, actor=actor, at=timezone.now())
    return done(case, actor)


@act(router)
def separate_case(request: HttpRequest, reference: str, sent: SeparateCaseIn) -> CaseOut:
    """Let a joined case go on by itself (LFPA art. 45)."""
    actor, seen = taken(request, reference, sent)
    case = services.separate_case(seen=seen, reason=sent.reason, actor=actor, at=timezone.now())
    return done(case, actor)


@act(router)
def extend_term(request: HttpRequest, reference: str, sent: ExtendTermIn) -> CaseOut:
    """Extend the decision term: once, with reasons, before it ends (LFPA art. 31)."""
    actor, seen = taken(request, reference, sent)
    case = services.extend_term(seen=seen, reason=sent.reason, actor=actor, at=timezone.now())
    return done(case, actor)


@act(router)
def suspend_terms(request: HttpRequest, reference: str, sent: SuspendTermsIn) -> CaseOut:
    """Suspend every term of a case for force majeure (LFPA art. 28)."""
    actor, seen = taken(request, reference, sent)
    case = services.suspend_terms(
        seen=seen,
        from_on=sent.from_on,
        instrument=sent.instrument,
        reason=sent.reason,
        actor=actor,
        at=timezone.now(),
    )
    return done(case, actor)


@act(router)
def resume_terms(request: HttpRequest, reference: str, sent: ResumeTermsIn) -> CaseOut:
    """Resume the terms of a case (LFPA art. 28)."""
    actor, seen = taken(request, reference, sent)
    case = services.resume_terms(seen=seen, until_on=sent.until_on, reason=sent.reason, actor=actor, at=timezone.now())
    return done(case, actor)


@act(router)
def start_term(request: HttpRequest, reference: str, sent: StartTermIn) -> CaseOut:
    """Start a term from the day its notice took effect (LFPA art. 32, 38)."""
    actor, seen = taken(request, reference, sent)
    new = NewTerm(sent.kind, sent.notified_on, sent.party, sent.days)
    case = services.start_term(seen=seen, new=new, actor=actor, at=timezone.now())
    return done(case, actor)


@act(router)
def meet_term(request: HttpRequest, reference: str, sent: MeetTermIn) -> CaseOut:
    """Record that what a term was for came in, late or not (LFPA art. 32, 38)."""
    actor, seen = taken(request, reference, sent)
    case = services.meet_term(seen=seen, number=sent.number, met_on=sent.met_on, actor=actor, at=timezone.now())
    return done(case, actor)


@act(router)
def add_document(request: HttpRequest, reference: str, sent: Form[AddDocumentIn], file: File[UploadedFile]) -> CaseOut:
    """Put a document into the case file, confidential until somebody classifies it (LFPA art. 15, 43)."""
    actor, seen = taken(request, reference, sent)
    upload = Upload(clean_name(file.name or ""), file.chunks())
    case = services.receive_document(seen=seen, upload=upload, actor=actor, at=timezone.now())
    return done(case, actor)


@act(router)
def classify_document(request: HttpRequest, reference: str, sent: ClassifyDocumentIn) -> CaseOut:
    """Classify a document anew, with article and reasons (LGTAIP art. 112-115)."""
    actor, seen = taken(request, reference, sent)
    said = Classified(sent.classification, sent.basis, sent.reason, sent.until, sent.for_parties)
    case = services.classify_document(seen=seen, number=sent.number, said=said, actor=actor, at=timezone.now())
    return done(case, actor)
