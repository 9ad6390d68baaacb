from datetime import date

import pytest

from cases.domain.case import CaseKind, NoReasonError
from cases.domain.errors import BarredError, NotCompetentError, TermError
from cases.domain.party_terms import NewTerm, NoSuchTermError
from cases.domain.terms import TermKind
from cases.models import Case
from cases.queries import decision_queue, replayed_state, state_of
from cases.services import (
    close_case,
    close_pleadings,
    declare_lapse,
    extend_term,
    meet_term,
    open_pleadings,
    prioritise_case,
    restore_order,
    resume_terms,
    return_for_evidence,
    start_term,
    suspend_terms,
)
from cases.services.ending import NoEndingError
from kernel.domain.actors import Actor
from tests.cases.acting import article, days, entries, refused
from tests.cases.factories import (
    DECIDER,
    DRAFTER,
    INVESTIGATOR,
    SUPERVISOR,
    admitted_case,
    case_to_decide,
    filed_petition,
    heard_case,
    noon,
    own_motion_case,
    pleaded_case,
    prevented_petition,
    seen,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_acts")]
ON = date(2025, 2, 17)


def start(case: Case, kind: TermKind, on: date, days: int | None = None) -> Case:
    return start_term(seen=seen(case), new=NewTerm(kind, on, days=days), actor=INVESTIGATOR, at=noon(on))


def pleadings(case: Case, on: date, days: int = 5) -> Case:
    return open_pleadings(seen=seen(case), notified_on=on, days=days, actor=INVESTIGATOR, at=noon(on))


def close(case: Case, *, drafter: str = DRAFTER, outcome: str = "PROVEN", number: str = "R-1", on: date = ON) -> Case:
    return close_case(seen=seen(case), outcome=outcome, act_number=number, drafter=drafter, actor=DECIDER, at=noon(on))


def test_an_importer_has_twenty_days_to_answer() -> None:
    case = start(admitted_case(), TermKind.IMPORTER_ANSWER, date(2025, 4, 9))
    assert days(case, "IMPORTER_ANSWER") == (date(2025, 5, 13), date(2025, 5, 13))
    met = meet_term(seen=seen(case), number=1, met_on=date(2025, 5, 2), actor=INVESTIGATOR, at=noon(date(2025, 5, 6)))
    assert not met.deadlines.filter(kind="IMPORTER_ANSWER").exists()
    again = lambda: meet_term(seen=seen(met), number=1, met_on=ON, actor=INVESTIGATOR, at=noon(date(2025, 5, 6)))  # noqa: E731
    assert article(again) == "LFPA art. 32, 38"


@pytest.mark.parametrize(
    ("kind", "days_set", "error"),
    [
        pytest.param(TermKind.IMPORTER_ANSWER, 10, BarredError, id="an importer's term is fixed"),
        pytest.param(TermKind.EVIDENCE, 16, BarredError, id="evidence past fifteen days"),
        pytest.param(TermKind.EVIDENCE, None, TermError, id="evidence without days"),
        pytest.param(TermKind.DECISION, 180, TermError, id="the decision has its own clock"),
        pytest.param(TermKind.CURE, 5, TermError, id="a cure runs with its prevention"),
    ],
)
def test_a_term_that_the_law_does_not_know_is_refused(
    kind: TermKind, days_set: int | None, error: type[Exception]
) -> None:
    case = admitted_case()
    refused(lambda: start(case, kind, date(2025, 2, 3), days_set), error)


def test_a_term_of_no_such_number_is_refused() -> None:
    case = admitted_case()
    refused(lambda: meet_term(seen=seen(case), number=7, met_on=ON, actor=INVESTIGATOR, at=noon(ON)), NoSuchTermError)


def test_pleadings_open_once_every_importer_was_heard_or_let_its_term_pass() -> None:
    case = admitted_case()
    assert article(lambda: pleadings(case, date(2025, 2, 3))) == "LFPA art. 56"
    case = start(case, TermKind.IMPORTER_ANSWER, date(2025, 4, 9))
    assert article(lambda: pleadings(case, date(2025, 5, 13))) == "LFPA art. 56"
    assert pleadings(case, date(2025, 5, 14)).stage == "PLEADINGS"


def test_pleadings_are_not_opened_by_a_notice_of_before_the_importer_was_heard() -> None:
    case = heard_case(on=date(2025, 2, 3))
    backdated = lambda: open_pleadings(  # noqa: E731
        seen=seen(case), notified_on=date(2025, 1, 31), days=5, actor=INVESTIGATOR, at=noon(ON)
    )
    assert article(backdated) == "LFPA art. 56"


def test_pleadings_anew_are_not_opened_by_a_notice_of_the_first_ones() -> None:
    back = return_for_evidence(seen=seen(case_to_decide()), reason="falta un dictamen", actor=DECIDER, at=noon(ON))
    backdated = lambda: open_pleadings(  # noqa: E731
        seen=seen(back), notified_on=date(2025, 1, 22), days=5, actor=INVESTIGATOR, at=noon(ON)
    )
    assert article(backdated) == "LFPA art. 32, 39"


@pytest.mark.parametrize("set_days", [4, 11])
def test_pleadings_take_five_to_ten_days(set_days: int) -> None:
    case = heard_case()
    assert article(lambda: pleadings(case, date(2025, 1, 22), set_days)) == "LFPA art. 56"


def test_pleadings_close_once_their_term_is_over() -> None:
    case = pleaded_case()
    assert days(case, "PLEADINGS") == (date(2025, 1, 29), date(2025, 1, 29))
    early = lambda: close_pleadings(seen=seen(case), actor=INVESTIGATOR, at=noon(date(2025, 1, 29)))  # noqa: E731
    assert article(early) == "LFPA art. 56"
    assert close_pleadings(seen=seen(case), actor=INVESTIGATOR, at=noon(date(2025, 1, 30))).stage == "DECISION"


def test_a_case_returned_for_evidence_has_its_pleadings_anew() -> None:
    back = return_for_evidence(seen=seen(case_to_decide()), reason="falta un dictamen", actor=DECIDER, at=noon(ON))
    assert back.stage == "INVESTIGATION"
    again = pleadings(back, date(2025, 2, 18))
    early = lambda: close_pleadings(seen=seen(again), actor=INVESTIGATOR, at=noon(date(2025, 2, 20)))  # noqa: E731
    assert article(early) == "LFPA art. 56"


def test_a_case_is_closed_by_the_act_of_the_layer_above() -> None:
    ended = close(case_to_decide())
    assert (ended.stage, ended.outcome, ended.act_number, ended.ended_on) == ("RESOLVED", "PROVEN", "R-1", ON)
    assert not ended.deadlines.exists()
    assert replayed_state(ended) == state_of(ended)


@pytest.mark.parametrize("drafter", [pytest.param(DECIDER.name, id="who decides"), pytest.param("", id="nobody")])
def test_another_than_the_drafter_decides(drafter: str) -> None:
    case = case_to_decide()
    assert article(lambda: close(case, drafter=drafter), NotCompetentError) == "LFPA art. 3"


@pytest.mark.parametrize(
    ("outcome", "number"), [("", "R-1"), ("proven", "R-1"), ("PROVEN", " "), ("PROVEN", "R" * 61), ("P" * 21, "R-1")]
)
def test_an_ending_says_how_and_by_which_act(outcome: str, number: str) -> None:
    case = case_to_decide()
    refused(lambda: close(case, outcome=outcome, number=number), NoEndingError)


def test_what_was_filed_before_is_decided_before_unless_there_are_reasons() -> None:
    first = case_to_decide()
    second = case_to_decide(admitted_case())
    assert article(lambda: close(second)) == "LFPA art. 46"
    second = prioritise_case(seen=seen(second), reason="riesgo para la vida", actor=SUPERVISOR, at=noon(ON))
    assert list(decision_queue(CaseKind.INVESTIGATION)) == [second, first]
    assert article(lambda: close(first)) == "LFPA art. 46"
    second = restore_order(seen=seen(second), reason="cesó el riesgo", actor=SUPERVISOR, at=noon(ON))
    assert list(decision_queue(CaseKind.INVESTIGATION)) == [first, second]
    close(first)
    assert close(second).stage == "RESOLVED"


def test_a_suspended_case_does_not_hold_up_the_others() -> None:
    first = case_to_decide()
    second = case_to_decide(admitted_case())
    suspend_terms(
        seen=seen(first), from_on=ON, instrument="declaratoria", reason="sismo", actor=SUPERVISOR, at=noon(ON)
    )
    assert close(second).stage == "RESOLVED"


def test_an_extension_doubles_the_term_once_and_before_it_ends() -> None:
    case = admitted_case()

    def extend(on: date, reason: str = "complejidad") -> Case:
        return extend_term(seen=seen(case), reason=reason, actor=SUPERVISOR, at=noon(on))

    refused(lambda: extend(ON, ""), NoReasonError)
    assert article(lambda: extend(date(2025, 10, 7))).startswith("Acuerdo DOF")
    case = extend(date(2025, 10, 6))
    assert days(case, "DECISION")[1] == date(2026, 6, 26)
    assert article(lambda: extend(date(2025, 10, 6))).startswith("Acuerdo DOF")


def test_force_majeure_stops_every_term_until_it_is_over() -> None:
    case = start(admitted_case(), TermKind.IMPORTER_ANSWER, date(2025, 4, 9))
    before = days(case, "DECISION"), days(case, "IMPORTER_ANSWER")

    def suspend(from_on: date) -> Case:
        at = noon(date(2025, 4, 14))
        return suspend_terms(
            seen=seen(case), from_on=from_on, instrument="declaratoria", reason="sismo", actor=SUPERVISOR, at=at
        )

    def resume(until_on: date) -> Case:
        at = noon(date(2025, 4, 25))
        return resume_terms(seen=seen(case), until_on=until_on, reason="reapertura", actor=SUPERVISOR, at=at)

    assert article(lambda: resume(date(2025, 4, 25))) == "LFPA art. 28"
    refused(lambda: suspend(date(2025, 4, 15)), TermError)
    case = suspend(date(2025, 4, 11))
    assert (days(case, "DECISION"), days(case, "IMPORTER_ANSWER")) == ((None, None), (None, None))
    assert article(lambda: suspend(date(2025, 4, 11))) == "LFPA art. 28"
    refused(lambda: resume(date(2025, 4, 10)), TermError)
    case = resume(date(2025, 4, 25))
    after = days(case, "DECISION"), days(case, "IMPORTER_ANSWER")
    assert all(
        new > old
        for was, now in zip(before, after, strict=True)
        for old, new in zip(was, now, strict=True)
        if old and new
    )
    assert days(case, "IMPORTER_ANSWER") == (date(2025, 5, 23), date(2025, 5, 23))


def test_a_suspension_before_a_term_began_counts_from_where_the_term_begins() -> None:
    case = admitted_case()
    case = suspend_terms(
        seen=seen(case),
        from_on=date(2025, 4, 7),
        instrument="declaratoria",
        reason="sismo",
        actor=SUPERVISOR,
        at=noon(date(2025, 4, 8)),
    )
    case = start(case, TermKind.IMPORTER_ANSWER, date(2025, 4, 9))
    assert days(case, "IMPORTER_ANSWER") == (None, None)


def test_a_case_on_own_motion_lapses_thirty_days_past_its_term() -> None:
    case = own_motion_case()
    assert days(case, "LAPSE") == (date(2025, 11, 11), date(2025, 11, 18))

    def lapse(on: date) -> Case:
        return declare_lapse(seen=seen(case), actor=SUPERVISOR, at=noon(on))

    assert article(lambda: lapse(date(2025, 11, 18))) == "LFPA art. 60"
    assert lapse(date(2025, 11, 19)).stage == "LAPSED"


def test_a_petition_does_not_lapse() -> None:
    case = admitted_case()
    assert (
        article(lambda: declare_lapse(seen=seen(case), actor=SUPERVISOR, at=noon(date(2026, 6, 1)))) == "LFPA art. 60"
    )


@pytest.mark.parametrize("stage", ["RECEIVED", "PREVENTED", "INVESTIGATION", "PLEADINGS"])
def test_a_resolution_before_the_case_is_ready_is_refused(stage: str) -> None:
    made = {
        "RECEIVED": filed_petition,
        "PREVENTED": prevented_petition,
        "INVESTIGATION": admitted_case,
        "PLEADINGS": pleaded_case,
    }[stage]
    case = made()  # type: ignore[operator]
    assert case.stage == stage
    assert article(lambda: close(case)) == "LFPA art. 59"


def test_one_entry_an_act() -> None:
    close(case_to_decide())
    assert entries() == [
        "file_petition",
        "agree_to_admission",
        "admit_petition",
        "start_term",
        "meet_term",
        "open_pleadings",
        "close_pleadings",
        "close_case",
    ]


def test_a_person_with_every_role_still_needs_another() -> None:
    everybody = Actor(DRAFTER, "web", DECIDER.roles | INVESTIGATOR.roles)
    case = case_to_decide()
    assert article(
        lambda: close_case(
            seen=seen(case), outcome="PROVEN", act_number="R-1", drafter=DRAFTER, actor=everybody, at=noon(ON)
        ),
        NotCompetentError,
    )
