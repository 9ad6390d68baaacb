from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases.models import Case
from cases.services import assign_case, join_case, prioritise_case, suspend_terms
from kernel.domain.actors import Role
from tests.cases.factories import (
    SUPERVISOR,
    admitted_case,
    case_to_decide,
    filed_petition,
    noon,
    own_motion_case,
    person,
    prevented_petition,
    seen,
)
from tests.cases.pages import body, reader

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_acts")]
ON = date(2025, 2, 17)
PLACE = "/expedientes/"


def references(page: str, cases: list[Case]) -> list[str]:
    found = [case.reference for case in cases if case.reference in page]
    return sorted(found, key=page.index)


def test_the_queue_is_in_filing_order_and_a_priority_stands_first_with_its_reason() -> None:
    late, early = filed_petition(date(2025, 1, 22)), filed_petition(date(2025, 1, 13))
    client, _, _ = reader(Role.NOTIFIER)
    assert references(body(client, PLACE), [late, early]) == [early.reference, late.reference]
    prioritise_case(seen=seen(late), reason="riesgo para la vida", actor=SUPERVISOR, at=noon(ON))
    page = body(client, PLACE)
    assert references(page, [late, early]) == [late.reference, early.reference]
    assert page.index("Prioridad") < page.index("riesgo para la vida") < page.index(early.reference)


def test_a_row_tells_stage_clock_hands_and_series_in_words_without_codes() -> None:
    case = admitted_case()
    ana = person("ana", Role.INVESTIGATOR)
    assign_case(seen=seen(case), assignee=ana.reference, reason="turno", actor=SUPERVISOR, at=noon(ON))
    page = body(reader(Role.AUDITOR)[0], PLACE)
    assert "Investigación" in page
    assert "INVESTIGATION" not in page.partition("<table")[2]
    assert "venció hace" in page
    assert "el 30 de septiembre de 2025" in page
    assert "2025/0001" in page
    assert ">ana<" in page


def test_a_petition_that_silence_refused_is_marked_and_an_own_motion_case_is_not() -> None:
    filed_petition()
    own_motion_case()
    page = body(reader(Role.DECIDER)[0], PLACE)
    assert page.count("Negativa ficta") == 1


def test_a_suspended_term_is_told_as_such() -> None:
    suspend_terms(
        seen=seen(filed_petition()),
        from_on=ON,
        instrument="declaratoria",
        reason="sismo",
        actor=SUPERVISOR,
        at=noon(ON),
    )
    assert "suspendido: no corre" in body(reader(Role.INTAKE)[0], PLACE)


def test_a_stage_narrows_the_queue_and_finds_the_ended_ones() -> None:
    received, prevented = filed_petition(), prevented_petition()
    client, _, _ = reader(Role.INTAKE)
    both = [received, prevented]
    assert references(body(client, f"{PLACE}?stage=PREVENTED"), both) == [prevented.reference]
    assert references(body(client, f"{PLACE}?stage=RESOLVED"), both) == []
    assert "Ningún expediente con ese filtro" in body(client, f"{PLACE}?stage=RESOLVED")


def test_mine_and_nobodys_are_told_apart() -> None:
    mine, free = filed_petition(), filed_petition()
    client, account, _ = reader(Role.INVESTIGATOR)
    assign_case(seen=seen(mine), assignee=account.reference, reason="turno", actor=SUPERVISOR, at=noon(ON))
    assert references(body(client, f"{PLACE}?assignee=mine"), [mine, free]) == [mine.reference]
    assert references(body(client, f"{PLACE}?assignee=nobody"), [mine, free]) == [free.reference]


@pytest.mark.parametrize("written", ["whole", "small letters", "a part", "series", "number"])
def test_a_case_is_found_by_its_reference_or_series_even_if_it_is_joined(written: str) -> None:
    other, lead, joined = filed_petition(), admitted_case(), admitted_case()
    join_case(seen=seen(joined), lead=seen(lead), reason="misma mercancía", actor=SUPERVISOR, at=noon(ON))
    reference = joined.reference
    ways = {
        "whole": reference,
        "small letters": reference.lower().replace("-", ""),
        "a part": reference[5:14],
        "series": joined.series,
        "number": str(joined.series_number),
    }
    page = body(reader(Role.SUPERVISOR)[0], f"{PLACE}?text={ways[written]}")
    assert references(page, [other, lead, joined]) == [reference]


def test_what_cannot_be_understood_narrows_nothing() -> None:
    case = filed_petition()
    assert case.reference in body(reader(Role.SUPERVISOR)[0], f"{PLACE}?stage=NONE&assignee=you")


def test_pages_of_fifty_follow_each_other_and_keep_the_filter() -> None:
    cases = [filed_petition(date(2025, 1, 13) + timedelta(days=n % 5)) for n in range(53)]
    prioritise_case(seen=seen(cases[7]), reason="riesgo", actor=SUPERVISOR, at=noon(ON))
    client, _, _ = reader(Role.INTAKE)
    first = client.get(f"{PLACE}?stage=RECEIVED")
    following = first.context["page"].next
    assert len(first.context["rows"]) == 50
    assert "stage=RECEIVED&amp;after=" in first.content.decode()
    second = client.get(PLACE, {"stage": "RECEIVED", "after": following})
    told = [row.case for response in (first, second) for row in response.context["rows"]]
    assert told == list(Case.objects.in_order())
    assert "53 expedientes" in first.content.decode()


@pytest.mark.parametrize("mark", ["x", "999999", "-1"])
def test_a_page_mark_that_was_never_given_is_refused_with_words(mark: str) -> None:
    response = reader(Role.INTAKE)[0].get(f"{PLACE}?after={mark}")
    assert response.status_code == 400
    assert "marca de página" in response.content.decode()


@pytest.mark.parametrize("place", ["", "vencidos/", "por-resolver/", "agenda/"])
def test_no_list_asks_more_questions_when_it_is_longer(
    place: str, django_assert_max_num_queries: Callable[[int], Any]
) -> None:
    client, account, _ = reader(Role.SUPERVISOR)
    with CaptureQueriesContext(connection) as few:
        fill(3, account.reference, place)
        before = len(few)
        page_of(client, place)
        few_questions = len(few) - before
    fill(27, account.reference, place)
    with django_assert_max_num_queries(few_questions):
        page_of(client, place)


def fill(count: int, assignee: Any, place: str) -> None:
    for _ in range(count):
        case = case_to_decide() if place == "por-resolver/" else filed_petition()
        assign_case(seen=seen(case), assignee=assignee, reason="turno", actor=SUPERVISOR, at=noon(ON))


def page_of(client: Any, place: str) -> None:
    assert client.get(f"{PLACE}{place}").context["rows"]


def test_who_may_open_a_case_is_offered_to() -> None:
    assert "No hay expedientes abiertos" in body(reader(Role.AUDITOR)[0], PLACE)
    intake, supervisor = reader(Role.INTAKE)[0].get(PLACE), reader(Role.SUPERVISOR)[0].get(PLACE)
    assert (intake.context["may_file"], intake.context["may_start"]) == (True, False)
    assert (supervisor.context["may_file"], supervisor.context["may_start"]) == (False, True)


def test_the_queue_speaks_english() -> None:
    filed_petition()
    page = body(reader(Role.INTAKE)[0], PLACE, language="en")
    assert "Received" in page
    assert "business days ago, on 30 Sep 2025" in page


def test_a_name_in_chinese_is_shown_as_it_is_written() -> None:
    person_ = person("li", Role.INVESTIGATOR)
    person_.first_name, person_.last_name = "小明", "王"
    person_.save()
    assign_case(seen=seen(filed_petition()), assignee=person_.reference, reason="x", actor=SUPERVISOR, at=noon(ON))
    assert "小明 王" in body(reader(Role.SUPERVISOR)[0], PLACE)
