from cases.domain.case import CaseKind, Ground, Origin
from cases.domain.classification import WHILE_PENDING
from cases.domain.decision_clock import Milestone
from cases.domain.file_words import (
    CHANNEL_WORDS,
    CLASSIFICATION_WORDS,
    DEADLINE_NOTES,
    DEADLINE_WORDS,
    DONE_WORDS,
    KIND_WORDS,
    ORIGIN_WORDS,
    OUTCOME_WORDS,
    reason_of,
)
from cases.domain.procedure import VERBS
from cases.domain.rules import Channel
from cases.domain.terms import TermKind
from kernel.domain.documents import Classification


def test_everything_that_a_case_file_can_hold_has_words() -> None:
    assert set(KIND_WORDS) == set(CaseKind)
    assert set(ORIGIN_WORDS) == set(Origin)
    assert set(CHANNEL_WORDS) == set(Channel)
    assert set(CLASSIFICATION_WORDS) == set(Classification)
    assert set(DEADLINE_WORDS) == set(Milestone) | set(TermKind)
    assert set(Ground) < set(OUTCOME_WORDS)
    assert set(DONE_WORDS) == set(VERBS.values()) | {"move_deadlines"}


def test_a_reason_of_the_house_has_both_languages_and_a_persons_is_as_written() -> None:
    assert reason_of(WHILE_PENDING.reason).en.startswith("Pending procedure")
    assert reason_of("le toca").en == "le toca"


def test_every_warning_says_what_it_means() -> None:
    assert set(DEADLINE_NOTES) == set(Milestone) - {Milestone.DECISION}
