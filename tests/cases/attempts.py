"""An attempt at every act and step on a case, with what it takes besides the case, the actor and the day."""

import io
from collections.abc import Callable
from datetime import date
from typing import Final
from uuid import UUID, uuid4

from django.db import transaction

from cases.domain.case import Ground, Seen
from cases.domain.classification import Classified
from cases.domain.party_terms import NewTerm
from cases.domain.procedure import Act, Stage, Step
from cases.domain.terms import TermKind
from cases.queries import case_by_reference
from cases.services import (
    add_document,
    admit_petition,
    agree_to_admission,
    assign_case,
    classify_document,
    close_case,
    close_pleadings,
    continue_on_own_motion,
    cure_petition,
    declare_lapse,
    dismiss_petition,
    export_case_file,
    extend_term,
    join_case,
    meet_term,
    name_petitioner,
    open_pleadings,
    prevent_petition,
    prioritise_case,
    restore_order,
    resume_terms,
    return_for_evidence,
    separate_case,
    start_term,
    suspend_terms,
    withdraw_petition,
)
from kernel.domain.actors import Actor, Role
from kernel.domain.documents import Classification
from kernel.models import Document
from tests.cases.factories import DRAFTER, actor, noon, registered, seen

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
    Step.EXPORT: lambda s, a, on: export_case_file(case_ref=s.reference, target=io.BytesIO(), actor=a, at=noon(on)),
}


def a_document(on: date) -> Document:
    return Document.objects.create(
        sha256=uuid4().hex * 2, size=1, media_type="text/plain", name="x", created_at=noon(on)
    )
