from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.test import Client

from importers.models import Ingestion
from kernel.domain.actors import Role
from kernel.models import LedgerEntry
from screening.models import ScreeningRun
from tests.pages import signed_in
from tests.screening.finished import list_in_use

pytestmark = pytest.mark.django_db

ADDRESS = "/aduana/embarque/"
SHIPMENT = {
    "tariff_code": "2804.61.01",
    "nico": "0",
    "description": "Silicio",
    "origin": "China",
    "seller_country": "CHN",
    "number": "FAC-77",
    "key": "",
    "lists": ["uflpa"],
    "as_of": "2026-05-18",
}
HOSHINE = {"role": "SUPPLIER", "name": "HOSHINE SILICON IND CO LTD", "country": "china"}


def sent(client: Client, *parties: dict[str, str], more: bool = False, **fields: Any) -> Any:
    form: dict[str, Any] = {**SHIPMENT, "party-TOTAL_FORMS": len(parties), "party-INITIAL_FORMS": 0, **fields}
    for number, party in enumerate(parties):
        form |= {f"party-{number}-{name}": value for name, value in party.items()}
    return client.post(ADDRESS, {**form, "more": "1"} if more else form)


def nothing_kept() -> bool:
    return not (ScreeningRun.objects.exists() or Ingestion.objects.exists() or LedgerEntry.objects.exists())


def test_the_answer_comes_at_once_with_its_reasons() -> None:
    list_in_use()
    client = signed_in(Role.CUSTOMS)
    response = sent(client, {"role": "PRODUCER", "name": "Silicios del Sur"}, HOSHINE)
    run = ScreeningRun.objects.get()
    assert response["Location"].startswith(f"/aduana/tamizados/{run.reference}/partidas/")
    page = client.get(response["Location"]).content.decode()
    assert "Vigilar" in page
    assert "Hoshine Silicon Industry" in page
    assert "Silicios del Sur" in page
    assert "FAC-77" in page


def test_a_shipment_without_a_reference_has_a_name_all_the_same() -> None:
    list_in_use()
    client = signed_in(Role.CUSTOMS)
    address = sent(client, HOSHINE, number="")["Location"]
    line = client.get(address).content.decode()
    assert "<title>Vigilar: Partida 1" in line
    assert ">Partida 1</" in line.split("<h1>")[0]
    run = client.get(f"/aduana/tamizados/{ScreeningRun.objects.get().reference}/").content.decode()
    assert f'<a href="{address}">Partida 1</a>' in run


def test_the_same_shipment_again_is_screened_once() -> None:
    list_in_use()
    client = signed_in(Role.CUSTOMS)
    assert sent(client, HOSHINE)["Location"] == sent(client, HOSHINE)["Location"]
    assert ScreeningRun.objects.count() == 1


def test_a_shipment_without_parties_is_never_clear() -> None:
    list_in_use()
    client = signed_in(Role.CUSTOMS)
    page = client.get(sent(client)["Location"]).content.decode()
    assert "No es un visto bueno" in page


def test_a_virtual_operation_is_marked() -> None:
    list_in_use()
    client = signed_in(Role.CUSTOMS)
    page = client.get(sent(client, HOSHINE, key="v1")["Location"]).content.decode()
    assert "Es una operación virtual" in page


@pytest.mark.parametrize(
    ("fields", "party", "words"),
    [
        pytest.param({"tariff_code": ""}, {}, "Escriba la fracción arancelaria.", id="no tariff code"),
        pytest.param({"tariff_code": "2804"}, {}, "son ocho dígitos", id="a short tariff code"),
        pytest.param({"nico": "x"}, {}, "El NICO son dos dígitos.", id="a NICO of letters"),
        pytest.param({"origin": "Narnia"}, {}, "No conocemos el país «Narnia»", id="an unknown origin"),
        pytest.param({"key": "?1"}, {}, "dos letras o dígitos", id="an impossible key"),
        pytest.param({"lists": []}, {}, "Marque al menos una lista.", id="no list"),
        pytest.param({"lists": ["/etc/passwd"]}, {}, "no hay ninguna «/etc/passwd»", id="a path for a list"),
        pytest.param({"lists": ["wro"]}, {}, "está vencida", id="a stale list"),
        pytest.param({"as_of": "2999-01-01"}, {}, "aún no llega", id="a day to come"),
        pytest.param({}, {"role": "SUPPLIER", "city": "Kashgar"}, "identificador de esta parte", id="a nameless party"),
        pytest.param({}, {"role": "KING", "name": "X"}, "KING", id="an unknown role"),
        pytest.param({}, {"role": "SUPPLIER", "name": "x" * 256}, "256", id="a name without end"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_kept(fields: dict[str, Any], party: dict[str, str], words: str) -> None:
    list_in_use()
    list_in_use("wro", stale_after=datetime.now(UTC) - timedelta(days=1))
    response = sent(signed_in(Role.CUSTOMS), HOSHINE, *([party] if party else []), **fields)
    page = response.content.decode()
    assert response.status_code == 422
    assert 'id="error-summary"' in page
    assert words in page
    assert "HOSHINE SILICON IND CO LTD" in page
    assert nothing_kept()


def test_all_faults_are_told_at_once_each_with_its_party() -> None:
    list_in_use()
    response = sent(
        signed_in(Role.CUSTOMS), HOSHINE, {"role": "SUPPLIER", "city": "Urumqi"}, tariff_code="", origin="Z"
    )
    page = response.content.decode()
    assert "Hay 3 datos por corregir" in page
    assert 'href="#id_party-1-name"' in page
    assert "Nombre o razón social (2)" in page


def test_one_more_party_is_added_without_script_and_without_losing_a_word() -> None:
    list_in_use()
    response = sent(signed_in(Role.CUSTOMS), HOSHINE, more=True, tariff_code="28")
    page = response.content.decode()
    assert response.status_code == 200
    assert 'value="HOSHINE SILICON IND CO LTD"' in page
    assert 'value="28"' in page
    assert "Parte 2" in page
    assert "error-summary" not in page
    assert nothing_kept()


def test_there_are_never_more_parties_than_the_limit() -> None:
    list_in_use()
    page = sent(signed_in(Role.CUSTOMS), *[HOSHINE] * 20, more=True).content.decode()
    assert "Parte 20" in page
    assert "Parte 21" not in page
    assert "Añadir otra parte" not in page


def test_a_count_of_parties_that_makes_no_sense_is_refused() -> None:
    list_in_use()
    nonsense: dict[str, Any] = {"party-TOTAL_FORMS": "x"}
    response = sent(signed_in(Role.CUSTOMS), HOSHINE, **nonsense)
    assert response.status_code == 422
    assert nothing_kept()
