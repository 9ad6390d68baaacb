from collections.abc import Callable
from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.db.models import F

from cases.domain.calendars import CalendarName
from cases.models import Case, CaseDocument, Suspension, Term
from cases.queries import clocks, current_calendars
from cases.services import (
    continue_on_own_motion,
    extend_term,
    prioritise_case,
    suspend_terms,
    withdraw_petition,
)
from kernel.domain.documents import Classification
from kernel.models import Document
from tests.cases.factories import (
    FILED,
    PETITIONER,
    SUPERVISOR,
    filed_petition,
    noon,
    own_motion_case,
    prevented_petition,
    seen,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_acts")]


def extended_petition() -> Case:
    return extend_term(seen=seen(filed_petition()), reason="complejidad", actor=SUPERVISOR, at=noon(FILED))


def withdrawn_petition() -> Case:
    """Return a petition that was withdrawn and goes on on own motion."""
    case = continue_on_own_motion(seen=seen(filed_petition()), reason="daño", actor=SUPERVISOR, at=noon(FILED))
    return withdraw_petition(seen=seen(case), actor=PETITIONER, at=noon(FILED))


def refused(values: dict[str, object], case: Case) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Case.objects.filter(pk=case.pk).update(**values)


@pytest.mark.parametrize(
    "values",
    [
        pytest.param({"stage": "LOST"}, id="a stage that is none"),
        pytest.param({"stage": "DISMISSED"}, id="an end without its day"),
        pytest.param({"ended_on": FILED}, id="a day of the end of what is open"),
        pytest.param({"outcome": "PROVEN"}, id="an outcome of what is open"),
        pytest.param({"stage": "RESOLVED", "ended_on": FILED}, id="a resolution without its act"),
        pytest.param({"stage": "WITHDRAWN", "ended_on": date(2025, 1, 12)}, id="an end before the start"),
        pytest.param({"channel": ""}, id="a petition that came no way"),
        pytest.param({"extended_on": FILED}, id="an extension without reasons"),
        pytest.param({"prioritised": True}, id="a priority without reasons"),
        pytest.param({"joined_on": FILED, "joining_reason": "x"}, id="joined to nothing"),
        pytest.param({"lead_id": F("pk"), "joined_on": FILED, "joining_reason": "x"}, id="joined to itself"),
    ],
)
def test_the_database_refuses_a_case_that_cannot_be(values: dict[str, object]) -> None:
    refused(values, filed_petition())


@pytest.mark.parametrize(
    "values",
    [
        pytest.param({"stage": "RECEIVED"}, id="received"),
        pytest.param({"channel": "VUCEM"}, id="filed"),
        pytest.param({"petitioner": "account:1"}, id="petitioned"),
        pytest.param({"admission_agreed_by": "account:1"}, id="agreed to"),
        pytest.param({"withdrawn_on": FILED}, id="withdrawn"),
        pytest.param({"stage": "WITHDRAWN", "ended_on": FILED}, id="ended by withdrawal"),
    ],
)
def test_the_database_refuses_a_petition_in_a_case_on_own_motion(values: dict[str, object]) -> None:
    refused(values, own_motion_case())


@pytest.mark.parametrize(
    ("made", "on", "refused"),
    [
        pytest.param(filed_petition, "2025-10-06", False, id="the last day of the term under every calendar"),
        pytest.param(filed_petition, "2025-10-07", True, id="the day after"),
        pytest.param(extended_petition, "2025-10-07", False, id="an extended term still runs"),
        pytest.param(prevented_petition, "2030-01-01", False, id="a prevention that is not answered holds the clock"),
        pytest.param(own_motion_case, "2025-10-07", False, id="on own motion nobody was refused anything"),
        pytest.param(withdrawn_petition, "2025-10-07", False, id="a petition that was withdrawn asks for nothing"),
    ],
)
def test_silence_means_refusal_once_the_term_is_over(made: Callable[[], Case], on: str, refused: bool) -> None:
    rows = made().deadlines.all()
    assert any(row.silence_refuses(on=date.fromisoformat(on)) for row in rows) is refused


def test_the_database_refuses_a_second_prevention_a_second_open_suspension_and_a_taken_number() -> None:
    case = prevented_petition()
    at = noon(date(2025, 2, 12))
    suspend_terms(
        seen=seen(case), from_on=date(2025, 2, 11), instrument="declaratoria", reason="sismo", actor=SUPERVISOR, at=at
    )
    rows = (
        Term(case=case, number=2, kind="CURE", from_on=FILED, days=5),
        Term(case=case, number=1, kind="OPINION", from_on=FILED, days=15),
        Term(case=case, number=3, kind="OPINION", from_on=FILED, days=0),
        Term(case=case, number=4, kind="OPINION", from_on=FILED, days=5, met_on=date(2025, 1, 12)),
        Suspension(case=case, number=2, from_on=FILED, article="LFPA art. 28", reason="x"),
        Suspension(case=case, number=3, from_on=FILED, until_on=date(2025, 1, 12), article="x", reason="x"),
        Suspension(case=case, number=4, from_on=FILED, until_on=FILED, article="x", reason=""),
    )
    for row in rows:
        with pytest.raises(IntegrityError), transaction.atomic():
            row.save()


@pytest.mark.parametrize(
    ("level", "basis", "until"),
    [
        (Classification.PUBLIC, "", None),
        (Classification.RESERVED, "LGTAIP art. 112", None),
        (Classification.PUBLIC, "LGTAIP", date(2027, 1, 1)),
    ],
)
def test_the_database_refuses_a_classification_without_what_the_law_asks(
    level: Classification, basis: str, until: date | None
) -> None:
    document = Document.objects.create(sha256="0" * 64, size=1, media_type="x", name="x", created_at=noon(FILED))
    values = {"classification": level.value, "basis": basis, "reason": "x", "until": until}
    row = CaseDocument(case=filed_petition(), document=document, number=1, name="x", added_on=FILED, **values)
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()


def test_two_cases_never_share_a_number_of_a_year() -> None:
    filed_petition()
    refused({"series_number": 1}, filed_petition())


def test_a_case_is_told_by_its_public_reference_and_knows_where_it_came_from() -> None:
    case = own_motion_case()
    assert str(case) == case.reference
    assert case.source().public_id == "AVISO-1"
    assert prioritise_case(seen=seen(case), reason="x", actor=SUPERVISOR, at=noon(FILED)).is_open()


def test_what_is_left_is_counted_under_the_calendar_that_gives_the_day() -> None:
    under = current_calendars()
    case = filed_petition()
    left = {one.deadline.kind: one.left for one in clocks(case, under, on=FILED)}
    rules = case.facts().rules
    assert left["LAST_TO_PREVENT"] == rules.prevention_days()
    assert left["DECISION"] == left["LAST_TO_EXTEND"] == rules.decision_days.value
    cure = prevented_petition(cure_days=7)
    (clock,) = (one for one in clocks(cure, under, on=date(2025, 2, 10)) if one.deadline.kind == "CURE")
    assert (clock.left, clock.deadline.target_calendar()) == (7, CalendarName.UNION)
