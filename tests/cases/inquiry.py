"""Cases with a party, and what was notified to it and handed in; all of it is invented."""

from datetime import date
from uuid import uuid4

from cases.domain.notices import NoticeChannel, NoticeSubject, Served
from cases.domain.parties import PartyData, PartyRole
from cases.domain.submissions import SubmissionKind
from cases.models import Case, Notice, Party
from cases.services import Handed, NewNotice, add_document, add_party, issue_notice, receive_submission, serve_notice
from kernel.domain.actors import Actor, Role
from kernel.models import Document
from tests.cases.factories import INVESTIGATOR, actor, admitted_case, noon, seen

IMPORTER = actor(Role.IMPORTER)
NOTIFIER = actor(Role.NOTIFIER)
ON = date(2025, 1, 21)


def importer_data(account: str = IMPORTER.name, *, electronic: bool = True) -> PartyData:
    return PartyData(PartyRole.IMPORTER, "Importadora inventada", country="MEX", account=account, electronic=electronic)


def with_importer(case: Case | None = None, account: str = IMPORTER.name) -> Case:
    case = case or admitted_case()
    return add_party(seen=seen(case), said=importer_data(account), actor=INVESTIGATOR, at=noon(ON))


def ordered_notice(channel: NoticeChannel = NoticeChannel.PERSONAL, case: Case | None = None, *, to: int = 1) -> Case:
    """Return a case in which it was ordered that an importer be heard."""
    new = NewNotice(to, NoticeSubject.HEARING, channel)
    return issue_notice(seen=seen(case or with_importer()), new=new, actor=NOTIFIER, at=noon(ON))


def with_proof(case: Case, on: date = ON) -> Case:
    document = Document.objects.create(
        sha256=uuid4().hex * 2, size=1, media_type="text/plain", name="cédula", created_at=noon(on)
    )
    return add_document(seen=seen(case), document=document, name="cédula.txt", actor=INVESTIGATOR, at=noon(on))


def serve(case: Case, served: Served, *, on: date | None = None, by: Actor = NOTIFIER) -> Case:
    """Return the case with its last notice served, proved by its last document, if it has one."""
    number, proof = case.notices.count(), case.documents.count() or None
    return serve_notice(seen=seen(case), number=number, served=served, proof=proof, actor=by, at=noon(on or served.on))


def make_notified(case: Case, account: str) -> None:
    """Put an account into a case in any stage as a notified party, past the acts that would do so."""
    party = Party.objects.create(case=case, number=1, role="IMPORTER", name="Importadora inventada", account=account)
    on = case.started_on
    Notice.objects.create(
        case=case,
        number=1,
        party=party,
        subject="OTHER",
        channel="PERSONAL",
        issued_on=on,
        served_on=on,
        effective_on=on,
    )


def placed_case() -> Case:
    """Return a case whose importer has a notice on its electronic board."""
    return serve(ordered_notice(NoticeChannel.ELECTRONIC), Served(ON))


def notified_case(on: date = ON) -> Case:
    """Return a case whose importer was notified in person."""
    return serve(with_proof(ordered_notice()), Served(on))


def hand_in(
    case: Case, on: date, kind: SubmissionKind = SubmissionKind.ANSWER, *, by: Actor = IMPORTER, **more: object
) -> Case:
    handed = Handed(kind, "lo que manifiesta", **more)  # type: ignore[arg-type]
    return receive_submission(seen=seen(case), handed=handed, actor=by, at=noon(on))
