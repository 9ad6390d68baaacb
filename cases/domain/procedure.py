"""The stages of a case and the acts that move it; ``stages`` says which act leads where."""

from enum import StrEnum


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
