import pytest
from django.test import Client

from kernel.domain.actors import Role
from screening.models import ScreeningRun
from tests.pages import signed_in
from tests.screening.finished import finished_run

pytestmark = pytest.mark.django_db


def address(run: ScreeningRun) -> str:
    return f"/aduana/tamizados/{run.reference}/"


def body(client: Client, url: str) -> str:
    response = client.get(url)
    assert response.status_code == 200
    return response.content.decode()


def test_what_could_not_be_read_comes_before_every_count() -> None:
    page = body(signed_in(Role.CUSTOMS), address(finished_run()))
    assert "1 renglón no se pudo leer y no se tamizó" in page
    assert page.index("no se pudo leer") < page.index("Partidas por veredicto") < page.index('id="partidas"')
    assert page.index("No tamizado") < page.index("Detener") < page.index("Sin coincidencia")


def test_each_count_leads_to_its_lines() -> None:
    run = finished_run()
    client = signed_in(Role.ANALYST)
    assert f'href="{address(run)}?verdict=STOP#partidas"' in body(client, address(run))
    stopped = body(client, f"{address(run)}?verdict=STOP")
    assert "6000101" in stopped
    assert "6000105" not in stopped
    assert "Partidas con veredicto «Detener»" in stopped


def test_lines_are_found_by_a_party_or_a_number() -> None:
    run, client = finished_run(), signed_in(Role.CUSTOMS)
    found = body(client, f"{address(run)}?text=hoshine")
    assert "HOSHINE SILICON IND" in found
    assert "6000101" not in found
    assert "6000105" in body(client, f"{address(run)}?text=6000105")
    assert "Ninguna partida con ese filtro" in body(client, f"{address(run)}?text=nadie")


def test_long_runs_are_shown_a_page_at_a_time_and_keep_the_filter() -> None:
    run, client = finished_run(copies=60), signed_in(Role.CUSTOMS)
    first = client.get(f"{address(run)}?verdict=CLEAR")
    following = first.context["page"].next
    assert len(first.context["page"].rows) == 50
    assert "verdict=CLEAR&amp;after=" in first.content.decode()
    second = client.get(address(run), {"verdict": "CLEAR", "after": following})
    assert len(second.context["page"].rows) == 10
    assert "Volver al principio" in second.content.decode()


def test_a_page_mark_that_was_never_given_is_refused_with_words() -> None:
    response = signed_in(Role.CUSTOMS).get(f"{address(finished_run())}?after=x")
    assert response.status_code == 400
    assert "marca de página" in response.content.decode()


def test_an_unfinished_run_shows_no_verdict() -> None:
    run = finished_run()
    ScreeningRun.objects.update(state=ScreeningRun.State.RUNNING)
    page = body(signed_in(Role.CUSTOMS), address(run))
    assert "no ha terminado" in page
    assert "6000101" not in page


def test_the_page_says_with_what_the_run_was_made() -> None:
    page = body(signed_in(Role.AUDITOR), address(finished_run()))
    assert "Lista nacional de bienes prohibidos" in page
    assert "DEMO" in page
    assert "mismo nombre desde 0.9, parecido desde 0.5" in page


def test_the_page_speaks_english() -> None:
    client = signed_in(Role.CUSTOMS)
    page = client.get(address(finished_run()), headers={"Accept-Language": "en"}).content.decode()
    assert "1 row could not be read and was not screened" in page
    assert "Not screened" in page


def test_a_run_that_does_not_exist_is_a_missing_page() -> None:
    response = signed_in(Role.CUSTOMS).get("/aduana/tamizados/00000000-0000-0000-0000-000000000000/")
    assert response.status_code == 404
