import re

import pytest

from kernel.domain.actors import Role
from screening.models import ScreeningRun
from tests.pages import signed_in
from tests.screening.finished import finished_run

pytestmark = pytest.mark.django_db


def page_of(run: ScreeningRun, verdict: str, **headers: str) -> str:
    line = run.verdicts.filter(verdict=verdict).values_list("line_id", flat=True)[0]
    response = signed_in(Role.CUSTOMS).get(f"/aduana/tamizados/{run.reference}/partidas/{line}/", headers=headers)
    assert response.status_code == 200
    return response.content.decode()


def test_each_criterion_is_answered_on_its_own_with_its_reason() -> None:
    page = page_of(finished_run(), "STOP")
    answered = page[page.index('class="criteria"') : page.index('class="words"')]
    for word in ("Mercancía", "Origen", "Productor"):
        assert word in answered
    assert answered.count("Se cumple") == 3
    assert "el origen CHN está en lo listado" in answered
    assert "Resolución UTF/001/2026" in page
    assert "Detenga el despacho" in page


def test_the_facts_that_would_clear_a_hit_are_listed() -> None:
    page = page_of(finished_run(), "STOP")
    facts = page[page.index('class="clears"') : page.index('class="words"')]
    assert facts.count("<li>") == 3
    assert "un origen distinto de CHN" in facts
    assert "muestre al fabricante" in facts or "muestre su nombre completo" in facts


def test_words_stand_against_words_with_what_they_weigh() -> None:
    page = page_of(finished_run(), "WATCH")
    assert page.count("word-same") == 3
    assert "distingue mucho" in page
    assert "palabra común" in page
    left = page[page.index("word-left") :]
    assert "IMPORT" in left
    assert "sin pareja" in left


def test_a_seller_alone_leaves_the_producer_undeclared() -> None:
    page = page_of(finished_run(), "REVIEW")
    assert re.search(r"No se declaró:\s+productor", page)


def test_a_line_without_data_is_never_shown_as_clear() -> None:
    page = page_of(finished_run(), "UNKNOWN")
    assert "No es un visto bueno" in page
    assert "proveedor, productor" in page
    assert "Sin cruce de frontera" in page


def test_a_clear_line_says_what_was_compared() -> None:
    page = page_of(finished_run(), "CLEAR")
    assert "Se comparó" in page
    assert "Ningún bien listado coincide" in page


def test_the_page_speaks_english() -> None:
    page = page_of(finished_run(), "STOP", **{"Accept-Language": "en"})
    assert "Stop the clearance" in page
    assert "origin CHN is listed" in page
    assert "Italia" not in page


def test_a_line_of_another_run_is_a_missing_page() -> None:
    one, other = finished_run(), finished_run(file_name="otro.zip")
    line = other.verdicts.values_list("line_id", flat=True)[0]
    assert signed_in(Role.CUSTOMS).get(f"/aduana/tamizados/{one.reference}/partidas/{line}/").status_code == 404


def test_a_line_of_an_unfinished_run_is_a_missing_page() -> None:
    run = finished_run()
    line = run.verdicts.values_list("line_id", flat=True)[0]
    ScreeningRun.objects.update(state=ScreeningRun.State.RUNNING)
    assert signed_in(Role.CUSTOMS).get(f"/aduana/tamizados/{run.reference}/partidas/{line}/").status_code == 404


def test_a_number_that_no_database_holds_is_a_missing_page() -> None:
    run = finished_run()
    address = f"/aduana/tamizados/{run.reference}/partidas/{10**20}/"
    assert signed_in(Role.CUSTOMS).get(address).status_code == 404
