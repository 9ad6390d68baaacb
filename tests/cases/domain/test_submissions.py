from datetime import date

import pytest

from cases.domain.calendars import calendars
from cases.domain.case import NoReasonError
from cases.domain.pending import CaseTerm
from cases.domain.procedure import Stage
from cases.domain.stages import ENDED
from cases.domain.submissions import (
    BEARS_ON,
    EmptySubmissionError,
    PartyTerm,
    SubmissionKind,
    Timeliness,
    check_submission,
    term_of,
    timeliness,
)
from cases.domain.terms import TermFacts, TermKind
from tests.cases.acts import SHIPPED

UNDER = calendars(SHIPPED, frozenset())
FROM = date(2025, 1, 21)


def term(kind: TermKind = TermKind.IMPORTER_ANSWER, number: int = 1, days: int = 20) -> CaseTerm:
    return CaseTerm(number, kind, TermFacts(FROM, days))


def test_something_is_in_time_up_to_the_last_day_of_its_term() -> None:
    days = [date(2025, 2, 12), date(2025, 3, 12)]
    found = [timeliness(SubmissionKind.ANSWER, Stage.INVESTIGATION, term(), UNDER, on=day) for day in days]
    assert found == [Timeliness.IN_TIME, Timeliness.EXTEMPORANEOUS]


def test_where_no_term_runs_nothing_is_late() -> None:
    assert timeliness(SubmissionKind.OTHER, Stage.RECEIVED, None, UNDER, on=FROM) is Timeliness.NO_TERM


def test_supervening_evidence_is_in_time_until_the_case_ends() -> None:
    for stage in Stage:
        found = timeliness(SubmissionKind.SUPERVENING, stage, term(), UNDER, on=date(2026, 1, 5))
        assert found is (Timeliness.EXTEMPORANEOUS if stage in ENDED else Timeliness.IN_TIME)


def test_the_term_is_the_partys_own_or_that_of_all_and_the_latest() -> None:
    terms = [PartyTerm(term(), "party:1"), PartyTerm(term(number=2), "party:2"), PartyTerm(term(number=3), "party:1")]
    found = term_of(SubmissionKind.ANSWER, "party:1", terms, on=FROM)
    assert found is not None
    assert found.number == 3
    pleadings = [PartyTerm(term(TermKind.PLEADINGS), "")]
    assert term_of(SubmissionKind.PLEADINGS, "party:1", pleadings, on=FROM) == pleadings[0].term
    assert term_of(SubmissionKind.OTHER, "party:1", terms, on=FROM) is None
    assert term_of(SubmissionKind.ANSWER, "party:1", terms, on=date(2025, 1, 20)) is None


def test_something_is_handed_in_and_what_supervenes_says_why() -> None:
    assert check_submission(SubmissionKind.SUPERVENING, text="x", reason=" apareció ", has_files=False) == "apareció"
    with pytest.raises(EmptySubmissionError):
        check_submission(SubmissionKind.ANSWER, text=" ", reason="", has_files=False)
    with pytest.raises(NoReasonError):
        check_submission(SubmissionKind.SUPERVENING, text="x", reason="", has_files=True)


def test_what_bears_on_no_term_is_what_needs_none() -> None:
    assert set(SubmissionKind) - set(BEARS_ON) == {SubmissionKind.SUPERVENING, SubmissionKind.OTHER}
