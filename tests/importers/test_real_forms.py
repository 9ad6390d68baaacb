"""Files written for this purpose with every quirk of real ones."""

import pytest

from importers.models import DeclaredParty, LineItem
from importers.services import ingest_file
from kernel.domain.actors import SYSTEM
from tests.importers.ingesting import AT, issues
from tests.shared_data import shared

pytestmark = pytest.mark.django_db


def test_the_synthetic_delivery_is_read_whole() -> None:
    path = shared("formats/9999999_solicitudes_SINTETICO.zip")
    done = ingest_file(path, file_name=path.name, actor=SYSTEM, clock=lambda: AT)
    assert (done.lines_kept, done.rows_rejected) == (5, 0)
    assert ("WARNING", "year_digit", "501", 5) in issues(done)
    lines = {str(line.declaration): line for line in LineItem.objects.select_related("declaration").order_by("-pk")}
    assert lines["26 43 9001 6000002"].origin == "MYS"
    assert LineItem.objects.get(tariff_code="09011101").seller_country == "NLD"
    assert LineItem.objects.get(tariff_code="09011101").nico == "00"
    names = dict(DeclaredParty.objects.values_list("name", "attributed"))
    assert names["COMPAÑÍA DOS LTDA."] is False
    assert names["XINJIANG EJEMPLO TEXTILE CO., LTD."] is True
    assert DeclaredParty.objects.get(role="ORIGIN_SUPPLIER").name == "FABRICANTE REAL DE GUANTES DE"
