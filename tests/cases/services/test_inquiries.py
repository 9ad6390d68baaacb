from datetime import date

import pytest

from cases.domain.case import NoReasonError
from cases.domain.errors import TermError
from cases.domain.inquiries import (
    Asked,
    Authority,
    DeterminationError,
    Determined,
    NoSuchDeterminationError,
    NoSuchRequestError,
    RequestError,
)
from cases.models import Case
from cases.queries import replayed_state, state_of
from cases.queries.desks import overdue_page
from cases.services import answer_request, make_request, propose_adoption, record_annulment, record_determination
from tests.cases.acting import article, days, refused
from tests.cases.factories import INVESTIGATOR, admitted_case, noon, pleaded_case, seen
from tests.cases.inquiry import ON

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_acts")]
SAID = Determined("CBP", "USA", "WRO-1", date(2024, 5, 1), "algodón", "hallazgo inventado")


def ask(authority: Authority = Authority.SE, case: Case | None = None, **more: str) -> Case:
    asked = Asked(authority, "importaciones de algodón", ON, **more)  # type: ignore[arg-type]
    return make_request(seen=seen(case or admitted_case()), asked=asked, actor=INVESTIGATOR, at=noon(ON))


def answer(case: Case, on: date, number: int = 1) -> Case:
    return answer_request(seen=seen(case), number=number, answered_on=on, actor=INVESTIGATOR, at=noon(on))


def determined() -> Case:
    return record_determination(seen=seen(admitted_case()), said=SAID, actor=INVESTIGATOR, at=noon(ON))


def propose(case: Case, reason: str = "mismo productor", number: int = 1) -> Case:
    return propose_adoption(seen=seen(case), number=number, reason=reason, actor=INVESTIGATOR, at=noon(ON))


def annul(case: Case, on: date = ON) -> Case:
    return record_annulment(
        seen=seen(case), number=1, annulled_on=on, reason="boletín", actor=INVESTIGATOR, at=noon(ON)
    )


def test_a_national_authority_has_fifteen_days_and_is_overdue_after_them() -> None:
    case = ask()
    assert days(case, "OPINION")[1] == date(2025, 2, 13)
    assert case.terms.get().party == "request:1"
    assert [row.kind for row in overdue_page(on=date(2025, 2, 14)).rows] == ["OPINION"]
    late = answer(case, date(2025, 3, 3))
    assert (late.requests.get().answered_on, late.terms.get().met_on) == (date(2025, 3, 3),) * 2
    assert replayed_state(late) == state_of(late)
    assert article(lambda: answer(late, date(2025, 3, 4))) == "LFPA art. 53-55"


def test_a_foreign_institution_has_no_term_and_nothing_stops_for_it() -> None:
    case = admitted_case()
    before = days(case, "DECISION")
    case = ask(Authority.FOREIGN, case, institution="CBP", country="USA")
    assert (case.terms.count(), days(case, "DECISION")) == (0, before)
    assert answer(case, date(2025, 2, 3)).requests.get().answered_on == date(2025, 2, 3)


def test_what_cannot_be_asked_or_answered_is_refused() -> None:
    case = ask()
    refused(lambda: ask(Authority.FOREIGN, case), RequestError)
    refused(lambda: answer(case, date(2025, 2, 3), 2), NoSuchRequestError)
    refused(lambda: answer(case, date(2025, 1, 20)), TermError)
    pleading = pleaded_case()
    assert article(lambda: ask(case=pleading)) == "LFPA art. 53-55"


def test_a_foreign_determination_is_proposed_once_with_reasons() -> None:
    case = determined()
    refused(lambda: propose(case, " "), NoReasonError)
    refused(lambda: propose(case, number=2), NoSuchDeterminationError)
    case = propose(case)
    assert case.determinations.get().proposed_by == INVESTIGATOR.name
    assert replayed_state(case) == state_of(case)
    assert article(lambda: propose(case)).startswith("Acuerdo")


def test_what_was_annulled_abroad_is_not_adopted() -> None:
    case = determined()
    refused(lambda: annul(case, date(2024, 4, 30)), TermError)
    case = annul(case)
    assert article(lambda: propose(case)).startswith("Acuerdo")
    assert article(lambda: annul(case)).startswith("Acuerdo")


def test_a_determination_without_what_it_is_known_by_is_refused() -> None:
    case = admitted_case()
    nothing = Determined("CBP", "USA", "", ON, "algodón", "x")
    to_come = Determined("CBP", "USA", "WRO-1", date(2025, 2, 1), "algodón", "x")

    def record(said: Determined) -> Case:
        return record_determination(seen=seen(case), said=said, actor=INVESTIGATOR, at=noon(ON))

    refused(lambda: record(nothing), DeterminationError)
    refused(lambda: record(to_come), TermError)
