"""The stages of a case, the acts that move it and the steps that leave it in its stage.

``stages`` says which act leads where, ``steps`` who takes which step and when.
"""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final


class Stage(StrEnum):
    """Where a case stands; what changes nothing is no stage."""

    RECEIVED = "RECEIVED"
    PREVENTED = "PREVENTED"
    INVESTIGATION = "INVESTIGATION"
    PLEADINGS = "PLEADINGS"
    DECISION = "DECISION"
    RESOLVED = "RESOLVED"
    DISMISSED = "DISMISSED"
    WITHDRAWN = "WITHDRAWN"
    LAPSED = "LAPSED"


class Act(StrEnum):
    """What starts, moves or ends a case; each is a service of its own."""

    FILE_PETITION = "FILE_PETITION"
    START_ON_OWN_MOTION = "START_ON_OWN_MOTION"
    PREVENT = "PREVENT"
    CURE = "CURE"
    DISMISS = "DISMISS"
    ADMIT = "ADMIT"
    OPEN_PLEADINGS = "OPEN_PLEADINGS"
    CLOSE_PLEADINGS = "CLOSE_PLEADINGS"
    RETURN_FOR_EVIDENCE = "RETURN_FOR_EVIDENCE"
    ISSUE_RESOLUTION = "ISSUE_RESOLUTION"
    WITHDRAW = "WITHDRAW"
    CONTINUE_ON_OWN_MOTION = "CONTINUE_ON_OWN_MOTION"
    DECLARE_LAPSED = "DECLARE_LAPSED"


class Step(StrEnum):
    """What is done in a case without moving it; each is a service of its own."""

    NAME_PETITIONER = "NAME_PETITIONER"
    AGREE_TO_ADMISSION = "AGREE_TO_ADMISSION"
    ASSIGN = "ASSIGN"
    PRIORITISE = "PRIORITISE"
    RESTORE_ORDER = "RESTORE_ORDER"
    JOIN = "JOIN"
    SEPARATE = "SEPARATE"
    EXTEND = "EXTEND"
    SUSPEND = "SUSPEND"
    RESUME = "RESUME"
    START_TERM = "START_TERM"
    MEET_TERM = "MEET_TERM"
    ADD_DOCUMENT = "ADD_DOCUMENT"
    CLASSIFY_DOCUMENT = "CLASSIFY_DOCUMENT"
    EXPORT = "EXPORT"
    ADD_PARTY = "ADD_PARTY"
    CHANGE_PARTY = "CHANGE_PARTY"
    ISSUE_NOTICE = "ISSUE_NOTICE"
    RECORD_ATTEMPT = "RECORD_ATTEMPT"
    SERVE_NOTICE = "SERVE_NOTICE"
    ACKNOWLEDGE_NOTICE = "ACKNOWLEDGE_NOTICE"
    VOID_NOTICE = "VOID_NOTICE"
    MAKE_REQUEST = "MAKE_REQUEST"
    ANSWER_REQUEST = "ANSWER_REQUEST"
    RECORD_DETERMINATION = "RECORD_DETERMINATION"
    PROPOSE_ADOPTION = "PROPOSE_ADOPTION"
    RECORD_ANNULMENT = "RECORD_ANNULMENT"
    RECEIVE_SUBMISSION = "RECEIVE_SUBMISSION"
    DECIDE_EXHIBIT = "DECIDE_EXHIBIT"


# The service that performs each, which is also the verb of its entry in the ledger.
VERBS: Final[Mapping[Act | Step, str]] = MappingProxyType(
    {
        Act.FILE_PETITION: "file_petition",
        Act.START_ON_OWN_MOTION: "open_own_motion_case",
        Act.PREVENT: "prevent_petition",
        Act.CURE: "cure_petition",
        Act.DISMISS: "dismiss_petition",
        Act.ADMIT: "admit_petition",
        Act.OPEN_PLEADINGS: "open_pleadings",
        Act.CLOSE_PLEADINGS: "close_pleadings",
        Act.RETURN_FOR_EVIDENCE: "return_for_evidence",
        Act.ISSUE_RESOLUTION: "close_case",
        Act.WITHDRAW: "withdraw_petition",
        Act.CONTINUE_ON_OWN_MOTION: "continue_on_own_motion",
        Act.DECLARE_LAPSED: "declare_lapse",
        Step.NAME_PETITIONER: "name_petitioner",
        Step.AGREE_TO_ADMISSION: "agree_to_admission",
        Step.ASSIGN: "assign_case",
        Step.PRIORITISE: "prioritise_case",
        Step.RESTORE_ORDER: "restore_order",
        Step.JOIN: "join_case",
        Step.SEPARATE: "separate_case",
        Step.EXTEND: "extend_term",
        Step.SUSPEND: "suspend_terms",
        Step.RESUME: "resume_terms",
        Step.START_TERM: "start_term",
        Step.MEET_TERM: "meet_term",
        Step.ADD_DOCUMENT: "add_document",
        Step.CLASSIFY_DOCUMENT: "classify_document",
        Step.EXPORT: "export_case_file",
        Step.ADD_PARTY: "add_party",
        Step.CHANGE_PARTY: "change_party",
        Step.ISSUE_NOTICE: "issue_notice",
        Step.RECORD_ATTEMPT: "record_attempt",
        Step.SERVE_NOTICE: "serve_notice",
        Step.ACKNOWLEDGE_NOTICE: "acknowledge_notice",
        Step.VOID_NOTICE: "void_notice",
        Step.MAKE_REQUEST: "make_request",
        Step.ANSWER_REQUEST: "answer_request",
        Step.RECORD_DETERMINATION: "record_determination",
        Step.PROPOSE_ADOPTION: "propose_adoption",
        Step.RECORD_ANNULMENT: "record_annulment",
        Step.RECEIVE_SUBMISSION: "receive_submission",
        Step.DECIDE_EXHIBIT: "decide_exhibit",
    }
)
SLUGS: Final[Mapping[str, Act | Step]] = MappingProxyType({verb.replace("_", "-"): one for one, verb in VERBS.items()})


def slug_of(what: Act | Step) -> str:
    """Return how an act or step is written in an address."""
    return VERBS[what].replace("_", "-")
