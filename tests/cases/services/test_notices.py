from dataclasses import replace
from datetime import date

import pytest

from cases.access import visible_case
from cases.domain.case import NoReasonError, NoSuchCaseError
from cases.domain.errors import NotCompetentError, TermError
from cases.domain.notices import NoProofError, NoSuchNoticeError, NoticeChannel, NoticeSubject, Served
from cases.models import Case
from cases.queries import replayed_state, state_of
from cases.services import (
    NewNotice,
    acknowledge_notice,
    close_pleadings,
    issue_notice,
    meet_term,
    open_pleadings,
    record_attempt,
    void_notice,
)
from kernel.domain.actors import Role
from tests.cases.acting import article, days, refused
from tests.cases.factories import INVESTIGATOR, SUPERVISOR, actor, heard_case, noon, pleaded_case, registered, seen
from tests.cases.inquiry import (
    IMPORTER,
    NOTIFIER,
    ON,
    notified_case,
    ordered_notice,
    serve,
    with_importer,
    with_proof,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_acts")]


def acknowledge(case: Case, on: date, by: object = IMPORTER) -> Case:
    return acknowledge_notice(seen=seen(case), number=1, actor=by, at=noon(on))  # type: ignore[arg-type]


def void(case: Case, reason: str = "domicilio equivocado") -> Case:
    return void_notice(seen=seen(case), number=1, reason=reason, actor=SUPERVISOR, at=noon(date(2025, 2, 3)))


def pleadings(case: Case, on: date) -> Case:
    return open_pleadings(seen=seen(case), notified_on=on, days=5, actor=INVESTIGATOR, at=noon(on))


def test_serving_an_importer_starts_its_term_from_the_effect() -> None:
    case = notified_case()
    term, notice = case.terms.get(), case.notices.get()
    assert (term.kind, term.party, term.from_on, term.days) == ("IMPORTER_ANSWER", "party:1", ON, 20)
    assert (notice.effective_on, notice.term) == (ON, term)
    assert days(case, "IMPORTER_ANSWER")[0] == date(2025, 2, 20)
    assert replayed_state(case) == state_of(case)


def test_an_electronic_notice_starts_the_term_when_it_is_to_be_looked_at_or_is_opened() -> None:
    case = serve(ordered_notice(NoticeChannel.ELECTRONIC), Served(ON))
    assert case.terms.get().from_on == date(2025, 1, 31)
    case = acknowledge(case, date(2025, 1, 23))
    assert (case.notices.get().effective_on, case.terms.get().from_on) == (date(2025, 1, 23),) * 2
    assert case.terms.count() == 1
    assert article(lambda: acknowledge(case, date(2025, 1, 24))) == "LFPA art. 35-39"
    assert replayed_state(case) == state_of(case)


def test_who_looks_late_was_deemed_notified() -> None:
    case = acknowledge(serve(ordered_notice(NoticeChannel.ELECTRONIC), Served(ON)), date(2025, 2, 10))
    assert case.terms.get().from_on == date(2025, 1, 31)


def test_only_its_party_acknowledges_a_notice() -> None:
    case = serve(ordered_notice(NoticeChannel.ELECTRONIC), Served(ON))
    another = actor(Role.IMPORTER, "account:another")
    assert article(lambda: acknowledge(case, ON, another), NotCompetentError) == "LFPA art. 19"


def test_a_notice_by_mail_needs_its_acknowledgement_and_proof() -> None:
    case = ordered_notice(NoticeChannel.CERTIFIED_MAIL)
    refused(lambda: serve(case, Served(ON)), TermError)
    refused(lambda: serve(case, Served(ON, date(2025, 1, 28)), on=date(2025, 1, 28)), NoProofError)
    case = serve(with_proof(case), Served(ON, date(2025, 1, 28)), on=date(2025, 1, 29))
    assert case.terms.get().from_on == date(2025, 1, 28)


def test_an_edict_takes_effect_with_the_last_of_three_publications() -> None:
    case = with_proof(ordered_notice(NoticeChannel.EDICT))
    refused(lambda: serve(case, Served(ON, date(2025, 1, 22)), on=date(2025, 1, 24)), TermError)
    case = serve(case, Served(ON, date(2025, 1, 23)), on=date(2025, 1, 24))
    assert case.terms.get().from_on == date(2025, 1, 23)


def test_a_day_that_has_not_come_is_no_day_of_a_notice() -> None:
    case = with_proof(ordered_notice())
    refused(lambda: serve(case, Served(date(2025, 1, 22)), on=ON), TermError)
    mail = with_proof(ordered_notice(NoticeChannel.CERTIFIED_MAIL))
    refused(lambda: serve(mail, Served(ON, date(2025, 2, 20)), on=date(2025, 2, 3)), TermError)


def test_attempts_in_vain_are_kept_with_their_reasons() -> None:
    case = ordered_notice()

    def tried(reason: str) -> Case:
        return record_attempt(seen=seen(case), number=1, tried_on=ON, reason=reason, actor=NOTIFIER, at=noon(ON))

    refused(lambda: tried(" "), NoReasonError)
    case = tried("nadie abrió")
    assert [one.reason for one in case.notices.get().attempts.all()] == ["nadie abrió"]
    assert state_of(case)["notices"]["1"]["attempts"] == {"1": "2025-01-21"}
    assert replayed_state(case) == state_of(case)


def test_a_notice_is_served_once() -> None:
    case = notified_case()
    assert article(lambda: serve(case, Served(ON))) == "LFPA art. 35-39"
    refused(
        lambda: void_notice(seen=seen(case), number=9, reason="x", actor=SUPERVISOR, at=noon(ON)), NoSuchNoticeError
    )


def test_an_annulled_notice_takes_its_term_with_it() -> None:
    case = notified_case()
    refused(lambda: void(case, ""), NoReasonError)
    case = void(case)
    assert case.terms.get().void_on == date(2025, 2, 3)
    assert not case.deadlines.filter(kind="IMPORTER_ANSWER").exists()
    assert replayed_state(case) == state_of(case)
    assert article(lambda: void(case)) == "LFPA art. 35-39"
    on = date(2025, 2, 4)
    meet = lambda: meet_term(seen=seen(case), number=1, met_on=on, actor=INVESTIGATOR, at=noon(on))  # noqa: E731
    assert article(meet) == "LFPA art. 35-39"
    assert article(lambda: pleadings(case, date(2025, 5, 12))) == "LFPA art. 56"


def test_every_importer_that_is_a_party_is_heard_before_the_pleadings() -> None:
    case = with_importer(heard_case(with_importer()), "account:another")
    assert article(lambda: pleadings(case, date(2025, 1, 22))) == "LFPA art. 56"
    for number in (1, 2):
        case = serve(with_proof(ordered_notice(case=case, to=number)), Served(ON))
    assert article(lambda: pleadings(case, date(2025, 2, 20))) == "LFPA art. 56"
    assert pleadings(case, date(2025, 2, 21)).stage == "PLEADINGS"


def test_a_hearing_is_for_importers_and_while_the_case_is_investigated() -> None:
    case = with_importer(pleaded_case())
    new = NewNotice(1, NoticeSubject.HEARING, NoticeChannel.PERSONAL)
    on = date(2025, 1, 23)
    assert article(lambda: issue_notice(seen=seen(case), new=new, actor=NOTIFIER, at=noon(on))) == "LFPA art. 35-39"
    other = NewNotice(1, NoticeSubject.OTHER, NoticeChannel.PERSONAL)
    case = issue_notice(seen=seen(case), new=other, actor=NOTIFIER, at=noon(on))
    case = serve(with_proof(case, on), Served(on))
    assert case.notices.get().term is None
    assert close_pleadings(seen=seen(case), actor=INVESTIGATOR, at=noon(date(2025, 2, 14))).stage == "DECISION"


def test_the_term_for_evidence_has_the_days_that_are_set() -> None:
    case = with_importer()

    def opened(days: int | None) -> Case:
        new = NewNotice(1, NoticeSubject.EVIDENCE, NoticeChannel.PERSONAL, days)
        return issue_notice(seen=seen(case), new=new, actor=NOTIFIER, at=noon(ON))

    refused(lambda: opened(None), TermError)
    assert article(lambda: opened(16)) == "LFPA art. 49-52"
    case = serve(with_proof(opened(8)), Served(ON))
    assert (case.terms.get().kind, case.terms.get().days) == ("EVIDENCE", 8)


def test_a_case_is_known_to_a_party_once_it_is_notified() -> None:
    with pytest.raises(NoSuchCaseError):
        visible_case(registered(IMPORTER), ordered_notice(NoticeChannel.ELECTRONIC).reference)
    case = serve(ordered_notice(NoticeChannel.ELECTRONIC), Served(ON))
    who = registered(IMPORTER)
    assert visible_case(who, case.reference) == case
    with pytest.raises(NoSuchCaseError):
        visible_case(replace(who, name="account:another"), case.reference)
    with pytest.raises(NoSuchCaseError):
        visible_case(who, void(case).reference)
