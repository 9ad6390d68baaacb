from dataclasses import replace
from datetime import date

import pytest

from cases.access import is_readable, reader_in
from cases.domain.case import NoReasonError
from cases.domain.classification import Classified
from cases.domain.errors import NotCompetentError, TermError
from cases.domain.notices import NoticeChannel, Served
from cases.domain.parties import NoSuchPartyError
from cases.domain.submissions import EmptySubmissionError, NoSuchExhibitError, Ruling, SubmissionKind
from cases.models import Case, CaseDocument
from cases.queries import replayed_state, state_of
from cases.queries.inquiries import records_for
from cases.services import (
    Handed,
    Upload,
    classify_document,
    close_case,
    close_pleadings,
    decide_exhibit,
    open_pleadings,
    receive_submission,
    receive_uploads,
)
from kernel.domain.documents import Classification
from tests.cases.acting import article, refused
from tests.cases.attempts import a_document
from tests.cases.factories import (
    DECIDER,
    DRAFTER,
    INTAKE,
    INVESTIGATOR,
    PETITIONER,
    TRANSPARENCY,
    admitted_case,
    noon,
    registered,
    seen,
)
from tests.cases.inquiry import IMPORTER, ON, hand_in, notified_case, ordered_notice, serve, with_importer

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_acts")]
IN_TIME, LATE = date(2025, 2, 10), date(2025, 3, 10)


def decide(case: Case, *, admitted: bool = True, exhibit: int = 1, reason: str = "pertinente", on: date = LATE) -> Case:
    ruling = Ruling(1, exhibit, admitted, reason)
    return decide_exhibit(seen=seen(case), ruling=ruling, actor=INVESTIGATOR, at=noon(on))


def stamp(case: Case) -> str:
    return case.submissions.last().timeliness  # type: ignore[union-attr]


def with_exhibit(on: date = IN_TIME) -> Case:
    return hand_in(notified_case(), on, files=((a_document(on), "contrato.pdf"),))


def test_an_answer_in_time_meets_the_term_of_its_party() -> None:
    case = hand_in(notified_case(), IN_TIME)
    assert (stamp(case), case.terms.get().met_on) == ("IN_TIME", IN_TIME)
    assert not case.deadlines.filter(kind="IMPORTER_ANSWER").exists()
    assert replayed_state(case) == state_of(case)


def test_a_late_answer_is_received_stamped_and_decided_on() -> None:
    case = with_exhibit(LATE)
    assert (stamp(case), case.terms.get().met_on) == ("EXTEMPORANEOUS", None)
    refused(lambda: decide(case, admitted=False, reason=""), NoReasonError)
    case = decide(case, admitted=False, reason="extemporánea")
    exhibit = case.submissions.get().exhibits.get()
    assert (exhibit.decision, exhibit.decision_reason) == ("REJECTED", "extemporánea")
    assert replayed_state(case) == state_of(case)


def test_who_answers_an_electronic_notice_knows_of_it() -> None:
    case = serve(ordered_notice(NoticeChannel.ELECTRONIC), Served(ON))
    case = hand_in(case, date(2025, 1, 24))
    assert case.notices.get().effective_on == date(2025, 1, 24)
    assert (case.terms.get().from_on, case.terms.get().met_on) == (date(2025, 1, 24),) * 2
    assert replayed_state(case) == state_of(case)


def test_intake_receives_what_came_on_paper_as_of_its_day() -> None:
    case = notified_case()
    paper = Handed(SubmissionKind.ANSWER, "niega", party=1, received_at=noon(IN_TIME))
    case = receive_submission(seen=seen(case), handed=paper, actor=INTAKE, at=noon(LATE))
    assert (stamp(case), case.terms.get().met_on) == ("IN_TIME", IN_TIME)
    before = Handed(SubmissionKind.OTHER, "x", received_at=noon(date(2025, 1, 10)))
    refused(lambda: receive_submission(seen=seen(case), handed=before, actor=INTAKE, at=noon(LATE)), TermError)
    nobody = Handed(SubmissionKind.OTHER, "x", party=7)
    refused(lambda: receive_submission(seen=seen(case), handed=nobody, actor=INTAKE, at=noon(LATE)), NoSuchPartyError)


def test_a_party_cannot_say_that_it_came_earlier() -> None:
    case = hand_in(notified_case(), LATE, received_at=noon(IN_TIME))
    assert stamp(case) == "EXTEMPORANEOUS"


def test_the_petitioner_hands_in_and_a_stranger_does_not() -> None:
    case = hand_in(admitted_case(), IN_TIME, SubmissionKind.EVIDENCE, by=PETITIONER)
    assert (case.submissions.get().party, stamp(case)) == (None, "NO_TERM")
    assert article(lambda: hand_in(case, IN_TIME, by=IMPORTER), NotCompetentError) == "LFPA art. 19"


def test_a_petitioner_that_is_recorded_as_a_party_sees_what_it_hands_in() -> None:
    case = with_importer(account=PETITIONER.name)
    case = hand_in(case, IN_TIME, SubmissionKind.EVIDENCE, by=PETITIONER)
    assert case.submissions.get().party is not None
    assert len(records_for(case, reader_in(registered(PETITIONER), case)).submissions) == 1


def test_nothing_is_no_submission() -> None:
    case = notified_case()
    empty = Handed(SubmissionKind.ANSWER, " ")
    refused(
        lambda: receive_submission(seen=seen(case), handed=empty, actor=IMPORTER, at=noon(ON)), EmptySubmissionError
    )
    refused(lambda: hand_in(case, ON, SubmissionKind.SUPERVENING), NoReasonError)


def test_a_file_that_is_in_the_case_is_the_exhibit_all_the_same() -> None:
    case = notified_case()
    files = [Upload("a.txt", [b"contrato"]), Upload("b.txt", [b"contrato"]), Upload("c.txt", [b"factura"])]
    handed = Handed(SubmissionKind.ANSWER)
    case = receive_uploads(seen=seen(case), handed=handed, uploads=files, actor=IMPORTER, at=noon(IN_TIME))
    assert case.submissions.get().exhibits.count() == 2
    again = receive_uploads(seen=seen(case), handed=handed, uploads=files, actor=IMPORTER, at=noon(IN_TIME))
    assert again.documents.count() == case.documents.count() == 3
    refused(lambda: decide(again, exhibit=3), NoSuchExhibitError)


def to_decide(case: Case) -> Case:
    on = date(2025, 2, 21)
    case = open_pleadings(seen=seen(case), notified_on=on, days=5, actor=INVESTIGATOR, at=noon(on))
    return close_pleadings(seen=seen(case), actor=INVESTIGATOR, at=noon(date(2025, 3, 3)))


def close(case: Case) -> Case:
    return close_case(
        seen=seen(case), outcome="PROVEN", act_number="R-1", drafter=DRAFTER, actor=DECIDER, at=noon(LATE)
    )


def test_supervening_evidence_is_taken_until_the_decision_and_ruled_on_before_it() -> None:
    case = to_decide(notified_case())
    case = hand_in(case, LATE, SubmissionKind.SUPERVENING, reason="apareció hoy", files=((a_document(LATE), "x"),))
    assert stamp(case) == "IN_TIME"
    assert article(lambda: close(case)) == "LFPA art. 50, 59"
    ended = close(decide(case))
    assert ended.stage == "RESOLVED"
    after = hand_in(ended, LATE, SubmissionKind.SUPERVENING, reason="otra")
    assert stamp(after) == "EXTEMPORANEOUS"
    assert replayed_state(after) == state_of(after)


def test_with_the_pleadings_a_party_reads_what_was_put_at_its_disposal() -> None:
    case = with_exhibit()
    proof, own = case.documents.order_by("number")

    def reads(case: Case, row: CaseDocument) -> bool:
        return is_readable(registered(IMPORTER), case.documents.get(pk=row.pk), case)

    assert (reads(case, proof), reads(case, own)) == (False, True)
    said = Classified(Classification.CONFIDENTIAL, "LGTAIP art. 115", "secreto", for_parties=True)
    case = classify_document(
        seen=seen(case), number=proof.number, said=said, actor=TRANSPARENCY, at=noon(date(2025, 2, 17))
    )
    assert not reads(case, proof)
    case = to_decide(case)
    assert reads(case, proof)
    petitioner = registered(PETITIONER)
    assert is_readable(petitioner, case.documents.get(pk=proof.pk), case)
    assert not is_readable(petitioner, case.documents.get(pk=own.pk), case)
    assert not is_readable(replace(registered(IMPORTER), name="account:another"), case.documents.get(pk=own.pk), case)
    assert replayed_state(case) == state_of(case)
