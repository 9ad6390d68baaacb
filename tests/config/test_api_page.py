import pytest
from django.conf import settings
from django.test import Client

from config import api
from config.api_page import operations

pytestmark = pytest.mark.django_db


def test_the_page_is_open_and_names_every_operation() -> None:
    page = Client().get("/api/").content.decode()
    assert {operation.path.split("/")[3] for operation in operations()} >= {"screenings", "cases", "calendars"}
    for operation in operations():
        assert f"{operation.method} {operation.path}" in page
    assert 'href="/api/v1/openapi.json"' in page


def test_nothing_on_the_page_comes_from_elsewhere() -> None:
    response = Client().get("/api/")
    assert "unsafe" not in response["Content-Security-Policy"]
    assert "<script src=" in response.content.decode()
    assert "swagger" not in response.content.decode().lower()


def test_how_often_may_be_asked_is_said() -> None:
    often = "20 times a second and 600 times a minute"
    assert api.ALLOWANCES == ("20/s", "600/m")
    assert often in api.DESCRIPTION
    assert often in (settings.BASE_DIR / "README.md").read_text(encoding="utf-8")
    assert often in Client().get("/api/", headers={"Accept-Language": "en"}).content.decode()
