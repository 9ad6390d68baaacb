"""An attempt at every act and step on a case, with what it takes besides the case, the actor and the day."""

import io
from collections.abc import Callable
from datetime import date
from typing import Final
from uuid import UUID, uuid4

from django.db import transaction

from cases.domain.case import Ground, Seen
from cases.domain.classification import Classified
from cases.domain.inquiries import Asked, Authority, Determined
from cases.domain.notices import NoticeChannel, NoticeSubject, Served
from cases.domain.parties import PartyData, PartyRole
from cases.domain.party_terms import NewTerm
from cases.domain.procedure import Act, Stage, Step
from cases.domain.submissions import Ruling, SubmissionKind
from cases.domain.terms import TermKind
from cases.queries import case_by_reference
from cases.services import (
    Handed,
    NewNotice,
    acknowledge_notice,
    add_document,
    add_party,
    admit_petition,
    agree_to_admission,
    answer_request,
    assign_case,
    change_party,
    classify_document,
    close_case,
    close_pleadings,
    continue_on_own_motion,
    cure_petition,
    decide_exhibit,
    declare_lapse,
    dismiss_petition,
    export_case_file,
    extend_term,
    issue_notice,
    join_case,
    make_request,
    meet_term,
    name_petitioner,
    open_pleadings,
    prevent_petition,
    prioritise_case,
    propose_adoption,
    receive_submission,
    record_annulment,
    record_attempt,
    record_determination,
    restore_order,
    resume_terms,
    return_for_evidence,
    separate_case,
    serve_notice,
    start_term,
    suspend_terms,
    void_notice,
    withdraw_petition,
)
from kernel.domain.actors import Actor, Role
from kernel.domain.documents import Classification
from kernel.models import Document
from tests.cases.factories import DRAFTER, FILED, actor, noon, registered, seen

WHY: Final = "motivo"
Attempt = Callable[[Seen, Actor, date], object]
PUBLIC: Final = Classified(Classification.PUBLIC, "LGTAIP", WHY)
AGREED: Final = actor(Role.SUPERVISOR, f"account:{UUID(int=7)}")
NAMED: Final = actor(Role.PETITIONER, f"account:{UUID(int=8)}")


@transaction.atomic
def admit(saw: Seen, by: Actor, on: date) -> object:
    """Admit what somebody else agrees to first, where nobody has; of a refusal nothing is left."""
    case = case_by_reference(saw.reference)
    if case.stage == Stage.RECEIVED and not case.admission_agreed_by:
        case = agree_to_admission(seen=saw, actor=registered(AGREED), at=noon(on))
        saw = seen(case)
    return admit_petition(seen=saw, actor=by, at=noon(on))


IMPORTER_DATA: Final = PartyData(
    PartyRole.IMPORTER, "Importadora inventada", country="MEX", account="account:importer", electronic=True
)
HEARING: Final = NewNotice(1, NoticeSubject.HEARING, NoticeChannel.ELECTRONIC)


def last(saw: Seen, records: str) -> int:
    """Return the number of the last record of a kind in a case, 1 where there is none."""
    return max(1, len(getattr(case_by_reference(saw.reference), records).all()))


def answer_of(saw: Seen, by: Actor, on: date) -> Handed:
    """Return an answer with a file; intake says whose it is, where there is a party."""
    parties = case_by_reference(saw.reference).parties.all()
    number = 1 if Role.INTAKE in by.roles and parties else None
    return Handed(SubmissionKind.ANSWER, "niega", files=((a_document(on), "x"),), party=number)


ATTEMPTS: Final[dict[Act | Step, Attempt]] = {
    Act.PREVENT: lambda s, a, on: prevent_petition(
        seen=s, notified_on=on, cure_days=5, reason=WHY, actor=a, at=noon(on)
    ),
    Act.CURE: lambda s, a, on: cure_petition(seen=s, actor=a, at=noon(on)),
    Act.DISMISS: lambda s, a, on: dismiss_petition(
        seen=s, ground=Ground.INADMISSIBLE, reason=WHY, actor=a, at=noon(on)
    ),
    Act.ADMIT: admit,
    Act.OPEN_PLEADINGS: lambda s, a, on: open_pleadings(seen=s, notified_on=on, days=5, actor=a, at=noon(on)),
    Act.CLOSE_PLEADINGS: lambda s, a, on: close_pleadings(seen=s, actor=a, at=noon(on)),
    Act.RETURN_FOR_EVIDENCE: lambda s, a, on: return_for_evidence(seen=s, reason=WHY, actor=a, at=noon(on)),
    Act.ISSUE_RESOLUTION: lambda s, a, on: close_case(
        seen=s, outcome="PROVEN", act_number="R-2", drafter=DRAFTER, actor=a, at=noon(on)
    ),
    Act.WITHDRAW: lambda s, a, on: withdraw_petition(seen=s, actor=a, at=noon(on)),
    Act.CONTINUE_ON_OWN_MOTION: lambda s, a, on: continue_on_own_motion(seen=s, reason=WHY, actor=a, at=noon(on)),
    Act.DECLARE_LAPSED: lambda s, a, on: declare_lapse(seen=s, actor=a, at=noon(on)),
    Step.NAME_PETITIONER: lambda s, a, on: name_petitioner(
        seen=s, petitioner=registered(NAMED).name, reason=WHY, actor=a, at=noon(on)
    ),
    Step.AGREE_TO_ADMISSION: lambda s, a, on: agree_to_admission(seen=s, actor=a, at=noon(on)),
    Step.ASSIGN: lambda s, a, on: assign_case(seen=s, assignee=uuid4(), reason=WHY, actor=a, at=noon(on)),
    Step.PRIORITISE: lambda s, a, on: prioritise_case(seen=s, reason=WHY, actor=a, at=noon(on)),
    Step.RESTORE_ORDER: lambda s, a, on: restore_order(seen=s, reason=WHY, actor=a, at=noon(on)),
    Step.JOIN: lambda s, a, on: join_case(seen=s, lead=s, reason=WHY, actor=a, at=noon(on)),
    Step.SEPARATE: lambda s, a, on: separate_case(seen=s, reason=WHY, actor=a, at=noon(on)),
    Step.EXTEND: lambda s, a, on: extend_term(seen=s, reason=WHY, actor=a, at=noon(on)),
    Step.SUSPEND: lambda s, a, on: suspend_terms(
        seen=s, from_on=on, instrument="declaratoria", reason=WHY, actor=a, at=noon(on)
    ),
    Step.RESUME: lambda s, a, on: resume_terms(seen=s, until_on=on, reason=WHY, actor=a, at=noon(on)),
    Step.START_TERM: lambda s, a, on: start_term(
        seen=s, new=NewTerm(TermKind.IMPORTER_ANSWER, on), actor=a, at=noon(on)
    ),
    Step.MEET_TERM: lambda s, a, on: meet_term(seen=s, number=1, met_on=on, actor=a, at=noon(on)),
    Step.ADD_DOCUMENT: lambda s, a, on: add_document(seen=s, document=a_document(on), name="x", actor=a, at=noon(on)),
    Step.CLASSIFY_DOCUMENT: lambda s, a, on: classify_document(seen=s, number=1, said=PUBLIC, actor=a, at=noon(on)),
    Step.ADD_PARTY: lambda s, a, on: add_party(seen=s, said=IMPORTER_DATA, actor=a, at=noon(on)),
    Step.CHANGE_PARTY: lambda s, a, on: change_party(
        seen=s, number=1, said=IMPORTER_DATA, reason=WHY, actor=a, at=noon(on)
    ),
    Step.ISSUE_NOTICE: lambda s, a, on: issue_notice(seen=s, new=HEARING, actor=a, at=noon(on)),
    Step.RECORD_ATTEMPT: lambda s, a, on: record_attempt(
        seen=s, number=last(s, "notices"), tried_on=on, reason=WHY, actor=a, at=noon(on)
    ),
    Step.SERVE_NOTICE: lambda s, a, on: serve_notice(
        seen=s, number=last(s, "notices"), served=Served(on), actor=a, at=noon(on)
    ),
    Step.ACKNOWLEDGE_NOTICE: lambda s, a, on: acknowledge_notice(
        seen=s, number=last(s, "notices"), actor=a, at=noon(on)
    ),
    Step.VOID_NOTICE: lambda s, a, on: void_notice(seen=s, number=last(s, "notices"), reason=WHY, actor=a, at=noon(on)),
    Step.MAKE_REQUEST: lambda s, a, on: make_request(
        seen=s, asked=Asked(Authority.SE, "arancel", on), actor=a, at=noon(on)
    ),
    Step.ANSWER_REQUEST: lambda s, a, on: answer_request(
        seen=s, number=last(s, "requests"), answered_on=on, actor=a, at=noon(on)
    ),
    Step.RECORD_DETERMINATION: lambda s, a, on: record_determination(
        seen=s, said=Determined("CBP", "USA", "WRO-1", FILED, "algodón", "hallazgo"), actor=a, at=noon(on)
    ),
    Step.PROPOSE_ADOPTION: lambda s, a, on: propose_adoption(
        seen=s, number=last(s, "determinations"), reason=WHY, actor=a, at=noon(on)
    ),
    Step.RECORD_ANNULMENT: lambda s, a, on: record_annulment(
        seen=s, number=last(s, "determinations"), annulled_on=on, reason=WHY, actor=a, at=noon(on)
    ),
    Step.RECEIVE_SUBMISSION: lambda s, a, on: receive_submission(
        seen=s, handed=answer_of(s, a, on), actor=a, at=noon(on)
    ),
    Step.DECIDE_EXHIBIT: lambda s, a, on: decide_exhibit(
        seen=s, ruling=Ruling(last(s, "submissions"), 1, on.day % 2 == 0, WHY), actor=a, at=noon(on)
    ),
    Step.EXPORT: lambda s, a, on: export_case_file(case_ref=s.reference, target=io.BytesIO(), actor=a, at=noon(on)),
}


def a_document(on: date) -> Document:
    return Document.objects.create(
        sha256=uuid4().hex * 2, size=1, media_type="text/plain", name="x", created_at=noon(on)
    )
