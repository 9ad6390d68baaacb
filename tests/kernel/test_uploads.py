import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, RequestFactory
from pytest_django import Settings

from kernel.domain.actors import Role
from kernel.uploads import SkippingUploadHandler
from tests.pages import signed_in

pytestmark = pytest.mark.django_db


def test_an_upload_above_the_limit_is_refused_before_it_is_kept(settings: Settings) -> None:
    settings.TAMIZ_UPLOAD_LIMIT = 1000
    client = Client()
    response = client.post("/apariencia/", {"file": SimpleUploadedFile("a.csv", b"x" * 2000)})
    assert response.status_code == 413
    assert "El archivo es demasiado grande" in response.content.decode()


def test_a_file_above_the_limit_of_one_is_left_out_and_the_rest_of_the_form_is_read() -> None:
    files = {"large": SimpleUploadedFile("a.csv", b"x" * 200_000), "small": SimpleUploadedFile("b.csv", b"y")}
    request = RequestFactory().post("/", {**files, "text": "typed"})
    handler = SkippingUploadHandler(request, limit=100_000)
    request.upload_handlers = [handler]
    assert (request.POST["text"], list(request.FILES), handler.skipped) == ("typed", ["small"], ["a.csv"])
    request.close()


def test_nobody_in_particular_sends_large_bodies_to_a_page_without_files(settings: Settings) -> None:
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1000
    sent = {"file": SimpleUploadedFile("a.csv", b"x" * 2000)}
    assert Client().post("/cuenta/entrar/", sent).status_code == 413
    assert signed_in(Role.CUSTOMS).post("/apariencia/", sent | {"theme": "dark"}).status_code == 302
