import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import Settings

pytestmark = pytest.mark.django_db


def test_an_upload_above_the_limit_is_refused_before_it_is_kept(settings: Settings) -> None:
    settings.TAMIZ_UPLOAD_LIMIT = 1000
    client = Client()
    response = client.post("/apariencia/", {"file": SimpleUploadedFile("a.csv", b"x" * 2000)})
    assert response.status_code == 413
    assert "El archivo es demasiado grande" in response.content.decode()
