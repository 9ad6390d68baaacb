"""What is recorded late moves no term that has ended: attempts that once went through."""

from datetime import date

import pytest

from cases.domain.case import NoInstrumentError
from cases.domain.errors import BarredError
from cases.domain.party_terms import NewTerm
from cases.domain.recording import LateRecordError
from cases.domain.terms import TermKind
from cases.models import Case
from cases.services import (
    close_pleadings,
    cure_petition,
    open_pleadings,
    prevent_petition,
    resume_terms,
    return_for_evidence,
    start_term,
    suspend_terms,
)
from tests.cases.acting import article, days, refused
from tests.cases.factories import (
    DECIDER,
    FILED,
    INTAKE,
    INVESTIGATOR,
    PETITIONER,
    SUPERVISOR,
    admitted_case,
    case_to_decide,
    filed_petition,
    heard_case,
    noon,
    own_motion_case,
    prevented_petition,
    seen,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_acts")]


def prevent(case: Case, notified_on: date, on: date) -> Case:
    return prevent_petition(
        seen=seen(case), notified_on=notified_on, cure_days=5, reason="falta", actor=INTAKE, at=noon(on)
    )


def suspend(case: Case, from_on: date, on: date, instrument: str = "Declaratoria de emergencia") -> Case:
    return suspend_terms(
        seen=seen(case), from_on=from_on, instrument=instrument, reason="sismo", actor=SUPERVISOR, at=noon(on)
    )


def resume(case: Case, until_on: date, on: date) -> Case:
    return resume_terms(seen=seen(case), until_on=until_on, reason="reapertura", actor=SUPERVISOR, at=noon(on))


def start(case: Case, notified_on: date, on: date) -> Case:
    new = NewTerm(TermKind.IMPORTER_ANSWER, notified_on, "importer:1")
    return start_term(seen=seen(case), new=new, actor=INVESTIGATOR, at=noon(on))


def plead(case: Case, notified_on: date, on: date) -> Case:
    return open_pleadings(seen=seen(case), notified_on=notified_on, days=5, actor=INVESTIGATOR, at=noon(on))


def test_no_prevention_undoes_a_deemed_refusal() -> None:
    case = filed_petition()
    refused(lambda: prevent(case, date(2025, 1, 20), date(2026, 2, 17)), LateRecordError)
    assert days(case, "DECISION")[1] == date(2025, 10, 6)


@pytest.mark.parametrize(
    ("on", "in_time"),
    [
        pytest.param(date(2025, 2, 25), True, id="ten business days later"),
        pytest.param(date(2025, 2, 26), False, id="eleven business days later"),
    ],
)
def test_a_notice_is_recorded_within_ten_business_days(on: date, in_time: bool) -> None:
    case = filed_petition()
    if in_time:
        assert prevent(case, date(2025, 2, 11), on).stage == "PREVENTED"
    else:
        assert article(lambda: prevent(case, date(2025, 2, 11), on)) == "LFPA art. 32, 39"


def test_a_lapse_or_the_last_day_to_extend_is_not_avoided_by_a_suspension_of_before() -> None:
    case = own_motion_case()
    refused(lambda: suspend(case, date(2025, 1, 14), date(2026, 2, 17)), LateRecordError)
    refused(lambda: suspend(case, date(2025, 10, 3), date(2025, 10, 10)), BarredError)  # its term ended on the 6th
    assert days(suspend(case, date(2025, 10, 6), date(2025, 10, 10)), "LAPSE") == (None, None)


def test_a_suspension_ends_when_it_is_recorded_or_shortly_before() -> None:
    case = suspend(own_motion_case(), date(2025, 2, 11), date(2025, 2, 12))
    refused(lambda: resume(case, date(2025, 2, 12), date(2025, 6, 2)), LateRecordError)
    assert resume(case, date(2025, 5, 30), date(2025, 6, 2)).suspensions.get().until_on == date(2025, 5, 30)


def test_suspensions_do_not_overlap() -> None:
    case = suspend(own_motion_case(), date(2025, 2, 11), date(2025, 2, 12))
    case = resume(case, date(2025, 2, 18), date(2025, 2, 18))
    assert article(lambda: suspend(case, date(2025, 2, 17), date(2025, 2, 19))) == "LFPA art. 28"
    assert suspend(case, date(2025, 2, 18), date(2025, 2, 19)).suspensions.count() == 2


def test_a_suspension_names_the_act_that_says_so() -> None:
    case = own_motion_case()
    refused(lambda: suspend(case, FILED, FILED, "\u200b"), NoInstrumentError)
    assert suspend(case, FILED, FILED).suspensions.get().instrument == "Declaratoria de emergencia"


def test_no_importer_is_notified_before_the_admission() -> None:
    case = admitted_case(date(2025, 1, 20))
    refused(lambda: start(case, date(2025, 1, 17), date(2025, 1, 21)), LateRecordError)
    assert start(case, date(2025, 1, 20), date(2025, 1, 21)).terms.count() == 1


def test_pleadings_are_opened_by_a_notice_of_late() -> None:
    case = heard_case()
    refused(lambda: plead(case, date(2025, 1, 22), date(2025, 3, 20)), LateRecordError)
    back = return_for_evidence(seen=seen(case_to_decide()), reason="falta", actor=DECIDER, at=noon(date(2025, 2, 17)))
    refused(lambda: plead(back, date(2025, 2, 14), date(2025, 2, 18)), LateRecordError)


def test_pleadings_are_not_closed_on_the_day_their_opening_is_recorded() -> None:
    case = plead(heard_case(), date(2025, 1, 22), date(2025, 2, 4))

    def close(on: date) -> Case:
        return close_pleadings(seen=seen(case), actor=INVESTIGATOR, at=noon(on))

    assert article(lambda: close(date(2025, 2, 4))) == "LFPA art. 56"
    assert close(date(2025, 2, 5)).stage == "DECISION"


def test_a_term_that_was_met_keeps_its_day_through_a_later_suspension() -> None:
    case = cure_petition(seen=seen(prevented_petition()), actor=PETITIONER, at=noon(date(2025, 2, 12)))
    before = case.running_terms()
    case = suspend(case, date(2025, 2, 12), date(2025, 2, 13))
    assert case.running_terms() == before
