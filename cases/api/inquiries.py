"""The steps of the investigation, each the service of its name: parties, notices, requests, submissions."""

from typing import Final

from django.http import HttpRequest
from django.utils import timezone
from ninja import File, Form, Router
from ninja.files import UploadedFile

from cases import services
from cases.api.acting import act, done, taken
from cases.domain.inquiries import Asked, Determined
from cases.domain.notices import Served
from cases.domain.parties import PartyData
from cases.domain.submissions import Ruling
from cases.schemas.cases import CaseOut
from cases.schemas.inquiries import (
    AcknowledgeNoticeIn,
    AddPartyIn,
    AnswerRequestIn,
    ChangePartyIn,
    DecideExhibitIn,
    IssueNoticeIn,
    MakeRequestIn,
    ProposeAdoptionIn,
    ReceiveSubmissionIn,
    RecordAnnulmentIn,
    RecordAttemptIn,
    RecordDeterminationIn,
    ServeNoticeIn,
    VoidNoticeIn,
)
from cases.services import Handed, NewNotice, Upload
from kernel.services.documents import clean_name

router: Final = Router()
NO_FILES: Final[list[UploadedFile]] = []


@act(router)
def add_party(request: HttpRequest, reference: str, sent: AddPartyIn) -> CaseOut:
    """Add a party to a case (LFPA art. 19)."""
    actor, seen = taken(request, reference, sent)
    case = services.add_party(seen=seen, said=_party(sent), actor=actor, at=timezone.now())
    return done(case, actor)


@act(router)
def change_party(request: HttpRequest, reference: str, sent: ChangePartyIn) -> CaseOut:
    """Correct what is recorded of a party, or with which account it acts (LFPA art. 19)."""
    actor, seen = taken(request, reference, sent)
    case = services.change_party(
        seen=seen, number=sent.number, said=_party(sent), reason=sent.reason, actor=actor, at=timezone.now()
    )
    return done(case, actor)


@act(router)
def issue_notice(request: HttpRequest, reference: str, sent: IssueNoticeIn) -> CaseOut:
    """Order that a party be notified; nothing runs before the notice takes effect (LFPA art. 35-39)."""
    actor, seen = taken(request, reference, sent)
    new = NewNotice(sent.party, sent.subject, sent.channel, sent.days, sent.document)
    case = services.issue_notice(seen=seen, new=new, actor=actor, at=timezone.now())
    return done(case, actor)


@act(router)
def record_attempt(request: HttpRequest, reference: str, sent: RecordAttemptIn) -> CaseOut:
    """Record that a notice was attempted in vain (LFPA art. 36)."""
    actor, seen = taken(request, reference, sent)
    case = services.record_attempt(
        seen=seen, number=sent.number, tried_on=sent.tried_on, reason=sent.reason, actor=actor, at=timezone.now()
    )
    return done(case, actor)


@act(router)
def serve_notice(request: HttpRequest, reference: str, sent: ServeNoticeIn) -> CaseOut:
    """Record that a notice was served; the term of the party starts from its effect (LFPA art. 38)."""
    actor, seen = taken(request, reference, sent)
    served = Served(sent.served_on, sent.completed_on)
    case = services.serve_notice(
        seen=seen, number=sent.number, served=served, proof=sent.proof, actor=actor, at=timezone.now()
    )
    return done(case, actor)


@act(router)
def acknowledge_notice(request: HttpRequest, reference: str, sent: AcknowledgeNoticeIn) -> CaseOut:
    """Acknowledge a notice that is addressed to whoever acts (LFPA art. 35, LFEA art. 11)."""
    actor, seen = taken(request, reference, sent)
    case = services.acknowledge_notice(seen=seen, number=sent.number, actor=actor, at=timezone.now())
    return done(case, actor)


@act(router)
def void_notice(request: HttpRequest, reference: str, sent: VoidNoticeIn) -> CaseOut:
    """Annul a notice, and the term it started with it (LFPA art. 40)."""
    actor, seen = taken(request, reference, sent)
    case = services.void_notice(seen=seen, number=sent.number, reason=sent.reason, actor=actor, at=timezone.now())
    return done(case, actor)


@act(router)
def make_request(request: HttpRequest, reference: str, sent: MakeRequestIn) -> CaseOut:
    """Ask a national or foreign authority; the term to decide goes on (LFPA art. 53-55)."""
    actor, seen = taken(request, reference, sent)
    asked = Asked(sent.authority, sent.matter, sent.asked_on, sent.institution, sent.country, sent.document)
    case = services.make_request(seen=seen, asked=asked, actor=actor, at=timezone.now())
    return done(case, actor)


@act(router)
def answer_request(request: HttpRequest, reference: str, sent: AnswerRequestIn) -> CaseOut:
    """Record the answer of an authority, on time or not (LFPA art. 55)."""
    actor, seen = taken(request, reference, sent)
    case = services.answer_request(
        seen=seen,
        number=sent.number,
        answered_on=sent.answered_on,
        document=sent.document,
        actor=actor,
        at=timezone.now(),
    )
    return done(case, actor)


@act(router)
def record_determination(request: HttpRequest, reference: str, sent: RecordDeterminationIn) -> CaseOut:
    """Put a foreign institution's determination on file."""
    actor, seen = taken(request, reference, sent)
    said = Determined(
        sent.institution, sent.country, sent.reference, sent.determined_on, sent.goods, sent.text, sent.document
    )
    case = services.record_determination(seen=seen, said=said, actor=actor, at=timezone.now())
    return done(case, actor)


@act(router)
def propose_adoption(request: HttpRequest, reference: str, sent: ProposeAdoptionIn) -> CaseOut:
    """Propose that the resolution adopt a foreign determination, with reasons."""
    actor, seen = taken(request, reference, sent)
    case = services.propose_adoption(seen=seen, number=sent.number, reason=sent.reason, actor=actor, at=timezone.now())
    return done(case, actor)


@act(router)
def record_annulment(request: HttpRequest, reference: str, sent: RecordAnnulmentIn) -> CaseOut:
    """Record that a foreign determination was annulled where it was made."""
    actor, seen = taken(request, reference, sent)
    case = services.record_annulment(
        seen=seen, number=sent.number, annulled_on=sent.annulled_on, reason=sent.reason, actor=actor, at=timezone.now()
    )
    return done(case, actor)


@act(router)
def receive_submission(
    request: HttpRequest, reference: str, sent: Form[ReceiveSubmissionIn], files: File[list[UploadedFile]] = NO_FILES
) -> CaseOut:
    """Receive what a party hands in, with its files; late or not it is received (LFPA art. 43)."""
    actor, seen = taken(request, reference, sent)
    uploads = [Upload(clean_name(one.name or ""), one.chunks()) for one in files]
    handed = Handed(sent.kind, sent.text, sent.reason, (), sent.party, sent.received_at)
    case = services.receive_uploads(seen=seen, handed=handed, uploads=uploads, actor=actor, at=timezone.now())
    return done(case, actor)


@act(router)
def decide_exhibit(request: HttpRequest, reference: str, sent: DecideExhibitIn) -> CaseOut:
    """Admit or reject an exhibit, with reasons (LFPA art. 50)."""
    actor, seen = taken(request, reference, sent)
    ruling = Ruling(sent.submission, sent.exhibit, sent.admitted, sent.reason)
    case = services.decide_exhibit(seen=seen, ruling=ruling, actor=actor, at=timezone.now())
    return done(case, actor)


def _party(sent: AddPartyIn) -> PartyData:
    return PartyData(
        sent.role, sent.name, sent.tax_id, sent.domicile, sent.country, sent.account, electronic=sent.electronic
    )
