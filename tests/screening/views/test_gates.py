"""Every page of the workspace, tried by every role and by a visitor: who may not is refused, and nothing changes."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from kernel.domain.actors import Role
from kernel.models import Document, Job, LedgerEntry
from screening.models import ScreeningRun, WatchList
from tests.pages import signed_in
from tests.screening.finished import finished_run, list_in_use

pytestmark = pytest.mark.django_db

READERS = {Role.CUSTOMS, Role.ANALYST, Role.AUDITOR, Role.ADMIN}
SENDERS = {Role.CUSTOMS, Role.ADMIN}
KEEPERS = {Role.ANALYST, Role.ADMIN}
RUN = "/aduana/tamizados/{run}/"
PAGES: dict[str, tuple[str, set[Role]]] = {
    "GET /aduana/archivo/": ("upload form", SENDERS),
    "POST /aduana/archivo/": ("upload", SENDERS),
    "GET /aduana/trabajos/{job}/": ("job", READERS),
    "GET /aduana/embarque/": ("shipment form", SENDERS),
    "POST /aduana/embarque/": ("shipment", SENDERS),
    "GET /aduana/tamizados/": ("runs", READERS),
    f"GET {RUN}": ("run", READERS),
    f"GET {RUN}observados/": ("observed rows", READERS),
    f"GET {RUN}partidas/{{line}}/": ("line", READERS),
    f"GET {RUN}archivos/verdicts.csv": ("file", READERS),
    "GET /listas/": ("lists", READERS),
    "POST /listas/uflpa/retenida/": ("held edition", KEEPERS),
}
CASES = [
    pytest.param(place, role, id=f"{role.value} asks for the {name}")
    for place, (name, allowed) in PAGES.items()
    for role in Role
    if role not in allowed
]


def asked(place: str) -> Callable[[Client], Any]:
    run = finished_run()
    list_in_use()
    list_in_use(state=WatchList.State.HELD, fingerprint="other")
    job = Job.objects.create(kind="screen_upload", key="1", owner="x", created_at=run.created_at)
    method, address = place.split()
    line = run.verdicts.values_list("line_id", flat=True).first()
    url = address.format(run=run.reference, job=job.reference, line=line)
    form = {"decision": "release"}
    return lambda client: client.post(url, form) if method == "POST" else client.get(url)


def state() -> tuple[object, ...]:
    held = WatchList.objects.order_by("pk").values_list("pk", "state")
    models = (Job, Document, LedgerEntry, ScreeningRun)
    return (*held, *(model.objects.count() for model in models))


@pytest.mark.parametrize(("place", "role"), CASES)
def test_a_role_without_the_permission_is_refused(place: str, role: Role) -> None:
    ask = asked(place)
    before = state()
    response = ask(signed_in(role))
    assert response.status_code == 403
    assert "No tiene permiso" in response.content.decode()
    assert state() == before


@pytest.mark.parametrize("place", PAGES)
def test_a_visitor_is_asked_to_sign_in(place: str) -> None:
    ask = asked(place)
    before = state()
    response = ask(Client())
    assert response.status_code == 302
    assert response["Location"].startswith("/cuenta/entrar/")
    assert state() == before
