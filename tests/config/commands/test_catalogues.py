from pathlib import Path

import pytest

from importers.models import CatalogueEntry
from tests.command_line import tamiz
from tests.importers.deliveries import saved

pytestmark = pytest.mark.django_db


def test_a_catalogue_is_loaded_with_or_without_its_name(tmp_path: Path) -> None:
    path = str(saved(tmp_path, b"clave,descripcion\n1,Kilo\n", "unidades.csv"))
    assert tamiz("catalogues", "load", "units", path).code == 0
    assert tamiz("catalogues", "load", path).code == 0
    assert CatalogueEntry.objects.get().source == "unidades.csv"
    shown = tamiz("catalogues", "show")
    assert "UNITS" in shown.out


def test_a_wrong_catalogue_is_refused(tmp_path: Path) -> None:
    ran = tamiz("catalogues", "load", "tariff", str(saved(tmp_path, b"clave,descripcion\n1,Kilo\n", "u.csv")))
    assert ran.code == 2
    assert not CatalogueEntry.objects.exists()


def test_a_catalogue_that_is_not_there_is_refused() -> None:
    assert tamiz("catalogues", "load", "tariff", "no-hay.csv").code == 2
