"""Nothing that says who gave a tip, or from where, is kept anywhere."""

import json
import logging
import re
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.db import connection
from django.test import Client, override_settings
from django.urls import reverse

from cases.services.receipts import new_form, receipt_from
from kernel.domain.actors import Role
from kernel.models import Account
from tests.pages import signed_in

pytestmark = pytest.mark.django_db
GIVE, RETURN, THREAD = reverse("tip"), reverse("tip_return"), reverse("tip_thread")
ADDRESS, BEHIND, BROWSER = "203.0.113.77", "198.51.100.88", "Telltale/7.7"
TRACES = (ADDRESS, BEHIND, BROWSER, "telltale.example", "xx-TELLTALE")
VISITOR = {
    "REMOTE_ADDR": ADDRESS,
    "HTTP_X_FORWARDED_FOR": BEHIND,
    "HTTP_USER_AGENT": BROWSER,
    "HTTP_REFERER": "https://telltale.example/",
    "HTTP_ACCEPT_LANGUAGE": "es, xx-TELLTALE",
}


def everything_kept() -> str:
    """Return every row of every table, the cache among them, and every stored file."""
    rows = [list(model._default_manager.values()) for model in apps.get_models()]
    with connection.cursor() as cursor:
        cursor.execute("SELECT cache_key, value FROM cache")
        rows.append(cursor.fetchall())
    files = [path.read_bytes().decode("latin-1") for path in Path(settings.MEDIA_ROOT).rglob("*") if path.is_file()]
    return (
        json.dumps(rows, default=str)
        + str(cache.get("attempts:tips"))
        + str(cache.get("attempts:receipts"))
        + "".join(files)
    )


def whole_visit(client: Client) -> str:
    """Give a tip, come back, write, and come with wrong receipts; return the receipt."""
    client.get(GIVE)
    token = new_form()
    page = client.post(GIVE, {"language": "es", "account": "No los dejan salir.", "token": token})
    receipt = receipt_from(token)
    assert receipt[:4] in page.content.decode()
    client.post(RETURN, {"receipt": receipt_from(new_form())})
    client.post(RETURN, {"receipt": "12"})
    page = client.post(RETURN, {"receipt": receipt})
    found = re.search(r'name="token" value="([^"]*)"', page.content.decode())
    assert found
    page = client.post(THREAD, {"token": found[1], "send": "1", "body": "Desde mayo."})
    assert "Desde mayo." in page.content.decode()
    return receipt


@pytest.mark.parametrize("proxies", [0, 1])
def test_no_address_no_browser_and_no_receipt_is_kept(proxies: int, caplog: pytest.LogCaptureFixture) -> None:
    cache.clear()
    client = Client(**VISITOR)  # type: ignore[arg-type]
    with caplog.at_level(logging.DEBUG), override_settings(ALLAUTH_TRUSTED_PROXY_COUNT=proxies):
        receipt = whole_visit(client)
    kept, logged = (
        everything_kept(),
        "\n".join(str(vars(record)) for record in caplog.records if not in_request(record)),
    )
    groups = [receipt, " ".join(re.findall("....", receipt))]
    for trace in (*TRACES, *groups):
        assert trace not in kept
        assert trace not in logged


def in_request(record: logging.LogRecord) -> bool:
    """Return whether a record is of the database's own statements, which the shipped settings never write."""
    return record.name == "django.db.backends"


def test_no_session_begins_and_the_one_cookie_is_against_forged_forms() -> None:
    client = Client(**VISITOR)  # type: ignore[arg-type]
    whole_visit(client)
    assert set(client.cookies) == {"csrftoken"}
    assert not Session.objects.exists()


def test_whoever_is_signed_in_gives_a_tip_like_anybody_else() -> None:
    client = signed_in(Role.INVESTIGATOR)
    account = Account.objects.get()
    before = everything_kept()
    whole_visit(client)
    kept = everything_kept()
    for trace in (str(account.reference), account.email):
        assert kept.count(trace) == before.count(trace)
