import pytest
from django.test import Client

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
