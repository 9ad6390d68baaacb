from datetime import date, timedelta

import pytest
from django.utils import timezone

from cases.models import Case, Deadline
from cases.services import assign_case
from kernel.domain.actors import Role
from kernel.models import Account
from tests.cases.factories import SUPERVISOR, filed_petition, noon, person, seen
from tests.cases.pages import body, reader

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_acts")]
ON = date(2025, 2, 17)
PLACE = "/expedientes/agenda/"


def case_of(account: Account, on: date = date(2025, 1, 13)) -> Case:
    case = filed_petition(on)
    return assign_case(seen=seen(case), assignee=account.reference, reason="turno", actor=SUPERVISOR, at=noon(ON))


def test_an_agenda_has_the_days_of_ones_own_cases_alone() -> None:
    client, account, _ = reader(Role.INVESTIGATOR)
    mine, other = case_of(account), case_of(person("gil", Role.INVESTIGATOR))
    page = body(client, PLACE)
    assert "Mi agenda" in page
    assert mine.reference in page
    assert other.reference not in page
    assert "Persona" not in page


def test_a_chance_that_is_past_is_no_longer_in_the_agenda() -> None:
    client, account, _ = reader(Role.INVESTIGATOR)
    today = timezone.localdate()
    case = case_of(account)
    Deadline.objects.filter(case=case, kind="LAST_TO_EXTEND").update(target_on=today + timedelta(days=3))
    page = body(client, PLACE)
    assert "Último día para prorrogar" in page
    assert "Último día para prevenir" not in page
    assert page.index("Resolución") < page.index("Último día para prorrogar")


def test_a_supervisor_looks_at_anybodys_agenda() -> None:
    client, _, _ = reader(Role.SUPERVISOR)
    gil = person("gil", Role.INVESTIGATOR)
    case = case_of(gil)
    own = body(client, PLACE)
    assert case.reference not in own
    assert f'value="{gil.reference}"' in own
    page = body(client, f"{PLACE}?persona={gil.reference}")
    assert "Agenda de gil" in page
    assert case.reference in page


@pytest.mark.parametrize("whose", ["gil", "nobody", "x"])
def test_nobody_else_looks_at_the_agenda_of_another(whose: str) -> None:
    gil = person("gil", Role.INVESTIGATOR)
    asked = {"gil": gil.reference, "nobody": "00000000-0000-0000-0000-000000000000", "x": "x"}[whose]
    assert reader(Role.DECIDER)[0].get(f"{PLACE}?persona={asked}").status_code == 403


def test_an_empty_agenda_says_so() -> None:
    assert "Nada por vencer" in body(reader(Role.DECIDER)[0], PLACE)


def test_an_agenda_is_shown_a_page_at_a_time() -> None:
    client, account, _ = reader(Role.INVESTIGATOR)
    for number in range(52):
        case_of(account, date(2025, 1, 13) + timedelta(days=number % 5))
    first = client.get(PLACE)
    second = client.get(PLACE, {"after": first.context["page"].next})
    told = [row.case.pk for response in (first, second) for row in response.context["rows"]]
    assert (len(told), len(set(told))) == (52, 52)
    assert client.get(PLACE, {"after": "2025-01-01.x"}).status_code == 400
    assert client.get(PLACE, {"after": "x.1"}).status_code == 400
