from datetime import date, datetime, time

import pytest

from cases.domain.case import CaseChangedError, Ground, NoPetitionerError, NoReasonError, NoSuchCaseError, Seen
from cases.domain.errors import BarredError, NotCompetentError, TermError
from cases.domain.procedure import Stage
from cases.domain.rules import Channel
from cases.domain.rulesets import NoRuleSetError
from cases.models import Case
from cases.queries import case_by_reference, replayed_state, state_of
from cases.services import (
    Continuation,
    Filing,
    admit_petition,
    agree_to_admission,
    continue_on_own_motion,
    cure_petition,
    dismiss_petition,
    file_petition,
    name_petitioner,
    prevent_petition,
    withdraw_petition,
)
from kernel.domain.actors import Actor, Role
from kernel.models import LedgerEntry
from tests.cases.acting import article, days, entries, refused
from tests.cases.factories import (
    FILED,
    INTAKE,
    INVESTIGATOR,
    MEXICO,
    PETITIONER,
    SUPERVISOR,
    actor,
    admitted_case,
    agreed_petition,
    filed_petition,
    noon,
    own_motion_case,
    prevented_petition,
    registered,
    seen,
)

OTHER = "account:00000000-0000-0000-0000-00000000000a"
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_acts")]


def test_a_petition_opens_a_case_under_the_rules_of_its_filing_day() -> None:
    case = filed_petition()
    assert (case.stage, case.rule_set, case.started_on, case.series) == ("RECEIVED", "RS-2023", FILED, "2025/0001")
    assert case.petitioner == PETITIONER.name
    assert days(case, "DECISION") == (date(2025, 9, 30), date(2025, 10, 6))
    assert days(case, "LAST_TO_PREVENT") == (date(2025, 4, 9), date(2025, 4, 11))
    assert filed_petition(date(2025, 10, 30)).rule_set == "RS-2025"


def test_the_public_reference_shows_no_number_and_the_internal_one_counts_by_year() -> None:
    cases = [filed_petition(), filed_petition(), filed_petition(date(2026, 1, 5))]
    assert [case.series for case in cases] == ["2025/0001", "2025/0002", "2026/0001"]
    assert len({case.reference for case in cases}) == 3
    assert case_by_reference(cases[0].reference.lower().replace("-", " ")).pk == cases[0].pk


def test_a_reference_of_no_case_is_refused() -> None:
    with pytest.raises(NoSuchCaseError, match="0000-0000-0000"):
        case_by_reference("0000-0000-0000")


def test_what_is_sent_after_hours_counts_from_the_next_business_day() -> None:
    late = datetime.combine(date(2025, 1, 13), time(23, 59), MEXICO)
    case = file_petition(filing=Filing(Channel.VUCEM, late), actor=PETITIONER, at=late)
    assert case.started_on == date(2025, 1, 13)
    assert days(case, "DECISION")[0] == date(2025, 9, 30)


def test_intake_files_for_somebody_else_and_a_petitioner_only_for_itself() -> None:
    other = registered(actor(Role.PETITIONER, OTHER)).name
    filing = Filing(Channel.WINDOW, noon(FILED), petitioner=other)
    assert file_petition(filing=filing, actor=INTAKE, at=noon(FILED)).petitioner == other
    assert file_petition(filing=filing, actor=PETITIONER, at=noon(FILED)).petitioner == PETITIONER.name


@pytest.mark.parametrize(
    ("filing", "error"),
    [
        pytest.param(Filing(Channel.EMAIL, noon(FILED)), BarredError, id="e-mail before the amendment"),
        pytest.param(Filing(Channel.VUCEM, noon(date(2023, 5, 17))), NoRuleSetError, id="before the mechanism"),
        pytest.param(Filing(Channel.VUCEM, noon(date(2025, 1, 14))), TermError, id="from the future"),
    ],
)
def test_a_filing_that_cannot_be_is_refused(filing: Filing, error: type[Exception]) -> None:
    refused(lambda: file_petition(filing=filing, actor=INTAKE, at=noon(FILED)), error)


def test_a_prevention_stops_the_clock_and_its_cure_resumes_it() -> None:
    case = prevented_petition()
    assert case.stage == "PREVENTED"
    assert days(case, "DECISION") == (None, None)
    assert days(case, "CURE") == (date(2025, 2, 17), date(2025, 2, 17))
    cured = cure_petition(seen=seen(case), actor=PETITIONER, at=noon(date(2025, 2, 24)))
    assert cured.stage == "RECEIVED"
    assert days(cured, "DECISION") == (date(2025, 10, 14), date(2025, 10, 20))
    assert not cured.deadlines.filter(kind__in=["CURE", "LAST_TO_PREVENT"]).exists()


def prevent(case: Case, on: date, *, cure_days: int = 5, reason: str = "falta") -> Case:
    return prevent_petition(
        seen=seen(case), notified_on=on, cure_days=cure_days, reason=reason, actor=INTAKE, at=noon(on)
    )


def test_a_second_prevention_is_refused() -> None:
    case = cure_petition(seen=seen(prevented_petition()), actor=PETITIONER, at=noon(date(2025, 2, 11)))
    assert article(lambda: prevent(case, date(2025, 2, 12))) == "LFPA art. 17-A"


def test_a_prevention_after_the_first_third_is_refused() -> None:
    case = filed_petition()
    assert article(lambda: prevent(case, date(2025, 4, 14))) == "LFPA art. 17-A"
    assert prevent(case, date(2025, 4, 11)).stage == "PREVENTED"


def test_a_cure_term_of_less_than_five_days_is_refused() -> None:
    case = filed_petition()
    assert article(lambda: prevent(case, date(2025, 2, 10), cure_days=4)) == "LFPA art. 17-A"
    refused(lambda: prevent(case, date(2025, 2, 10), reason=" "), NoReasonError)


@pytest.mark.parametrize(
    "notified_on",
    [pytest.param(date(2025, 1, 12), id="before it was filed"), pytest.param(date(2025, 2, 11), id="to come")],
)
def test_a_notice_takes_effect_between_the_filing_and_today(notified_on: date) -> None:
    case = filed_petition()
    refused(
        lambda: prevent_petition(
            seen=seen(case),
            notified_on=notified_on,
            cure_days=5,
            reason="falta",
            actor=INTAKE,
            at=noon(date(2025, 2, 10)),
        ),
        TermError,
    )


def dismiss(case: Case, on: date, ground: Ground = Ground.INCOMPLETE) -> Case:
    return dismiss_petition(seen=seen(case), ground=ground, reason="no se desahogó", actor=SUPERVISOR, at=noon(on))


def test_a_petition_that_is_not_cured_is_dismissed_once_the_term_is_over() -> None:
    case = prevented_petition()
    assert article(lambda: dismiss(case, date(2025, 2, 17))) == "LFPA art. 17-A"
    ended = dismiss(case, date(2025, 2, 18))
    assert (ended.stage, ended.outcome, ended.ended_on) == ("DISMISSED", "INCOMPLETE", date(2025, 2, 18))
    assert not ended.deadlines.exists()


def test_what_was_not_prevented_cannot_be_dismissed_as_incomplete() -> None:
    case = filed_petition()
    assert article(lambda: dismiss(case, date(2025, 2, 18))) == "LFPA art. 17-A"
    assert dismiss(case, date(2025, 2, 18), Ground.INADMISSIBLE).outcome == "INADMISSIBLE"


def test_a_late_cure_is_taken_and_the_petition_may_still_be_dismissed() -> None:
    case = cure_petition(seen=seen(prevented_petition()), actor=PETITIONER, at=noon(date(2025, 3, 3)))
    assert case.stage == "RECEIVED"
    assert dismiss(case, date(2025, 3, 4)).stage == "DISMISSED"


@pytest.mark.parametrize(
    "who",
    [
        pytest.param(actor(Role.PETITIONER, "account:stranger"), id="another petitioner"),
        pytest.param(INTAKE, id="intake"),
    ],
)
def test_only_the_petitioner_of_the_case_cures_and_withdraws(who: Actor) -> None:
    case, on = prevented_petition(), noon(date(2025, 2, 12))
    assert article(lambda: cure_petition(seen=seen(case), actor=who, at=on), NotCompetentError) == "LFPA art. 19"
    assert article(lambda: withdraw_petition(seen=seen(case), actor=who, at=on), NotCompetentError) == "LFPA art. 19"


def test_a_petitioner_on_paper_acts_once_intake_has_named_its_account() -> None:
    case = file_petition(filing=Filing(Channel.WINDOW, noon(FILED)), actor=INTAKE, at=noon(FILED))
    article(lambda: withdraw_petition(seen=seen(case), actor=PETITIONER, at=noon(FILED)), NotCompetentError)
    refused(
        lambda: name_petitioner(seen=seen(case), petitioner=" ", reason="poder", actor=INTAKE, at=noon(FILED)),
        NoPetitionerError,
    )
    named = name_petitioner(
        seen=seen(case), petitioner=registered(PETITIONER).name, reason="poder notarial", actor=INTAKE, at=noon(FILED)
    )
    assert withdraw_petition(seen=seen(named), actor=PETITIONER, at=noon(FILED)).stage == "WITHDRAWN"


def test_an_admission_takes_two_people() -> None:
    case, at = filed_petition(), noon(date(2025, 1, 20))
    assert article(lambda: admit_petition(seen=seen(case), actor=INTAKE, at=at), NotCompetentError) == "LFPA art. 3"
    agreed = agree_to_admission(seen=seen(case), actor=registered(SUPERVISOR), at=at)
    assert agreed.stage == "RECEIVED"
    assert article(lambda: agree_to_admission(seen=seen(agreed), actor=registered(SUPERVISOR), at=at)) == "LFPA art. 14"
    admitted = admit_petition(seen=seen(agreed), actor=INTAKE, at=at)
    assert admitted.stage == "INVESTIGATION"
    assert replayed_state(admitted) == state_of(admitted)
    assert LedgerEntry.objects.get(verb="admit_petition").detail["agreed_by"] == SUPERVISOR.name
    assert not admitted.deadlines.filter(kind="LAST_TO_PREVENT").exists()


def test_whoever_agrees_to_an_admission_does_not_admit() -> None:
    case, at = filed_petition(), noon(date(2025, 1, 20))
    both = registered(Actor(OTHER, "web", INTAKE.roles | SUPERVISOR.roles))
    agreed = agree_to_admission(seen=seen(case), actor=both, at=at)
    assert article(lambda: admit_petition(seen=seen(agreed), actor=both, at=at), NotCompetentError) == "LFPA art. 3"
    assert admit_petition(seen=seen(agreed), actor=INTAKE, at=at).stage == "INVESTIGATION"


def test_a_prevention_undoes_the_agreement_to_admit() -> None:
    case = prevent(agreed_petition(), date(2025, 2, 10))
    cured = cure_petition(seen=seen(case), actor=PETITIONER, at=noon(date(2025, 2, 12)))
    at = noon(date(2025, 2, 12))
    assert article(lambda: admit_petition(seen=seen(cured), actor=INTAKE, at=at), NotCompetentError)
    again = agree_to_admission(seen=seen(cured), actor=registered(SUPERVISOR), at=at)
    assert admit_petition(seen=seen(again), actor=INTAKE, at=at).stage == "INVESTIGATION"


def test_a_withdrawal_ends_the_case() -> None:
    ended = withdraw_petition(seen=seen(admitted_case()), actor=PETITIONER, at=noon(date(2025, 3, 3)))
    assert (ended.stage, ended.ended_on) == ("WITHDRAWN", date(2025, 3, 3))
    assert (
        article(lambda: withdraw_petition(seen=seen(ended), actor=PETITIONER, at=noon(date(2025, 3, 3))))
        == "LFPA art. 57"
    )


def test_a_withdrawn_petition_goes_on_when_that_was_decided_before() -> None:
    at = noon(date(2025, 3, 3))
    decided = continue_on_own_motion(seen=seen(admitted_case()), reason="interés público", actor=SUPERVISOR, at=at)
    assert not decided.is_own_motion()
    gone_on = withdraw_petition(seen=seen(decided), actor=PETITIONER, at=at)
    assert (gone_on.stage, gone_on.is_own_motion(), gone_on.started_on) == ("INVESTIGATION", True, FILED)
    assert gone_on.deadlines.filter(kind="LAPSE").exists()
    assert article(lambda: withdraw_petition(seen=seen(gone_on), actor=PETITIONER, at=at)) == "LFPA art. 58"


def test_a_withdrawn_petition_goes_on_when_that_is_decided_with_it() -> None:
    case = prevented_petition()
    going_on = Continuation(SUPERVISOR, "interés público")
    at = noon(date(2025, 2, 12))
    gone_on = withdraw_petition(seen=seen(case), continuation=going_on, actor=PETITIONER, at=at)
    assert (gone_on.stage, gone_on.is_own_motion()) == ("INVESTIGATION", True)
    assert days(gone_on, "DECISION")[0] is not None  # nothing is left to be answered
    entry = LedgerEntry.objects.get(verb="withdraw_petition")
    assert (entry.detail["continued_by"], entry.detail["reason"]) == (SUPERVISOR.name, "interés público")


def test_only_a_supervisor_continues_and_only_once() -> None:
    case, at = admitted_case(), noon(date(2025, 3, 3))
    going_on = Continuation(INVESTIGATOR, "interés público")
    article(
        lambda: withdraw_petition(seen=seen(case), continuation=going_on, actor=PETITIONER, at=at), NotCompetentError
    )
    decided = continue_on_own_motion(seen=seen(case), reason="interés público", actor=SUPERVISOR, at=at)
    again = lambda: continue_on_own_motion(seen=seen(decided), reason="otra vez", actor=SUPERVISOR, at=at)  # noqa: E731
    assert article(again) == "LFPA art. 58"


def test_a_case_on_own_motion_has_no_petition_to_withdraw() -> None:
    case, at = own_motion_case(), noon(date(2025, 3, 3))
    assert article(lambda: withdraw_petition(seen=seen(case), actor=PETITIONER, at=at)) == "LFPA art. 58"
    assert (
        article(lambda: continue_on_own_motion(seen=seen(case), reason="x", actor=SUPERVISOR, at=at)) == "LFPA art. 58"
    )


def test_an_act_on_what_has_changed_since_is_refused() -> None:
    case = filed_petition()
    stale = seen(case)
    prevent(case, date(2025, 2, 10))
    refused(
        lambda: agree_to_admission(seen=stale, actor=registered(SUPERVISOR), at=noon(date(2025, 2, 10))),
        CaseChangedError,
    )
    refused(
        lambda: withdraw_petition(seen=Seen("0000-0000-0000", 1), actor=PETITIONER, at=noon(FILED)), NoSuchCaseError
    )


def test_an_act_before_the_case_began_is_refused() -> None:
    case = filed_petition()
    at = noon(date(2025, 1, 12))
    refused(lambda: agree_to_admission(seen=seen(case), actor=registered(SUPERVISOR), at=at), TermError)


def test_each_act_is_one_entry_and_the_entries_lead_to_the_present_state() -> None:
    case = prevented_petition()
    cured = cure_petition(seen=seen(case), actor=PETITIONER, at=noon(date(2025, 2, 12)))
    assert entries() == ["file_petition", "prevent_petition", "cure_petition"]
    assert replayed_state(cured) == state_of(cured)
    assert state_of(cured)["case"]["stage"] == Stage.RECEIVED
    last = LedgerEntry.objects.get(verb="cure_petition")
    assert last.subject == f"case:{cured.reference}"
    assert last.detail["change"]["terms"] == {"1": {"met_on": "2025-02-12"}}
