"""Each act and step that is done in a case by form: the form, and the service that performs it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from cases import services
from cases.domain.procedure import Act, Step
from cases.forms.base import ActForm, PlainForm
from cases.forms.file import AddDocumentForm, AssignForm, ClassifyForm, JoinForm
from cases.forms.inquiries import (
    AnswerRequestForm,
    DecideExhibitForm,
    MakeRequestForm,
    ProposeAdoptionForm,
    RecordAnnulmentForm,
    RecordDeterminationForm,
    SubmissionForm,
)
from cases.forms.notices import (
    AcknowledgeForm,
    AddPartyForm,
    ChangePartyForm,
    IssueNoticeForm,
    RecordAttemptForm,
    ServeNoticeForm,
    VoidNoticeForm,
)
from cases.forms.petition import AdmitForm, CureForm, DismissForm, NamePetitionerForm, PreventForm, ReasonForm
from cases.forms.terms import ExtendForm, MeetTermForm, PleadingsForm, ResumeForm, StartTermForm, SuspendForm
from cases.models import Case


@dataclass(frozen=True, slots=True)
class Performance:
    """A form, and the service that takes what it says."""

    form: type[ActForm]
    service: Callable[..., Case]


# Not here: what opens a case and the export have pages of their own, a resolution is issued by the layer above.
FORMS: Final[Mapping[Act | Step, Performance]] = MappingProxyType(
    {
        Act.PREVENT: Performance(PreventForm, services.prevent_petition),
        Act.CURE: Performance(CureForm, services.cure_petition),
        Act.DISMISS: Performance(DismissForm, services.dismiss_petition),
        Act.ADMIT: Performance(AdmitForm, services.admit_petition),
        Act.OPEN_PLEADINGS: Performance(PleadingsForm, services.open_pleadings),
        Act.CLOSE_PLEADINGS: Performance(PlainForm, services.close_pleadings),
        Act.RETURN_FOR_EVIDENCE: Performance(ReasonForm, services.return_for_evidence),
        Act.WITHDRAW: Performance(PlainForm, services.withdraw_petition),
        Act.CONTINUE_ON_OWN_MOTION: Performance(ReasonForm, services.continue_on_own_motion),
        Act.DECLARE_LAPSED: Performance(PlainForm, services.declare_lapse),
        Step.NAME_PETITIONER: Performance(NamePetitionerForm, services.name_petitioner),
        Step.AGREE_TO_ADMISSION: Performance(PlainForm, services.agree_to_admission),
        Step.ASSIGN: Performance(AssignForm, services.assign_case),
        Step.PRIORITISE: Performance(ReasonForm, services.prioritise_case),
        Step.RESTORE_ORDER: Performance(ReasonForm, services.restore_order),
        Step.JOIN: Performance(JoinForm, services.join_case),
        Step.SEPARATE: Performance(ReasonForm, services.separate_case),
        Step.EXTEND: Performance(ExtendForm, services.extend_term),
        Step.SUSPEND: Performance(SuspendForm, services.suspend_terms),
        Step.RESUME: Performance(ResumeForm, services.resume_terms),
        Step.START_TERM: Performance(StartTermForm, services.start_term),
        Step.MEET_TERM: Performance(MeetTermForm, services.meet_term),
        Step.ADD_DOCUMENT: Performance(AddDocumentForm, services.add_document),
        Step.CLASSIFY_DOCUMENT: Performance(ClassifyForm, services.classify_document),
        Step.ADD_PARTY: Performance(AddPartyForm, services.add_party),
        Step.CHANGE_PARTY: Performance(ChangePartyForm, services.change_party),
        Step.ISSUE_NOTICE: Performance(IssueNoticeForm, services.issue_notice),
        Step.RECORD_ATTEMPT: Performance(RecordAttemptForm, services.record_attempt),
        Step.SERVE_NOTICE: Performance(ServeNoticeForm, services.serve_notice),
        Step.ACKNOWLEDGE_NOTICE: Performance(AcknowledgeForm, services.acknowledge_notice),
        Step.VOID_NOTICE: Performance(VoidNoticeForm, services.void_notice),
        Step.MAKE_REQUEST: Performance(MakeRequestForm, services.make_request),
        Step.ANSWER_REQUEST: Performance(AnswerRequestForm, services.answer_request),
        Step.RECORD_DETERMINATION: Performance(RecordDeterminationForm, services.record_determination),
        Step.PROPOSE_ADOPTION: Performance(ProposeAdoptionForm, services.propose_adoption),
        Step.RECORD_ANNULMENT: Performance(RecordAnnulmentForm, services.record_annulment),
        Step.RECEIVE_SUBMISSION: Performance(SubmissionForm, services.receive_submission),
        Step.DECIDE_EXHIBIT: Performance(DecideExhibitForm, services.decide_exhibit),
    }
)
