from dataclasses import replace
from datetime import timedelta
from typing import Final

import pytest

from importers.domain.records import PRODUCER, DeclarationRecord, ImporterRecord, LineRecord, PartyRecord
from importers.models import Declaration, DeclaredParty, Ingestion, LineItem
from importers.services import ingest_declaration
from kernel.domain.actors import SYSTEM
from tests.importers.ingesting import AT, issues

pytestmark = pytest.mark.django_db

SHIPMENT: Final = DeclarationRecord(
    "26 16 3001 6000001",
    key="A1",
    importer=ImporterRecord("EKU9003173C9", "ESCUELA KEMPER URGATE"),
    parties=(PartyRecord(name="ALFA", country="China"),),
    lines=(LineRecord(1, "6109.10.03", origin="China", parties=(PartyRecord(PRODUCER, "FABRICA", country="CN"),)),),
)


def test_one_declaration_is_read_as_a_file_is() -> None:
    done = ingest_declaration(SHIPMENT, actor=SYSTEM, at=AT)
    assert (done.state, done.format, done.lines_kept, issues(done)) == ("COMPLETE", "json", 1, [])
    line = LineItem.objects.get()
    assert (line.tariff_code, line.origin, str(line.declaration)) == ("61091003", "CHN", "26 16 3001 6000001")
    parties = DeclaredParty.objects.order_by("role").values_list("role", "country", "line", "attributed")
    assert list(parties) == [("PRODUCER", "CHN", line.pk, True), ("SUPPLIER", "CHN", None, True)]


def test_the_same_declaration_again_is_the_same_ingestion() -> None:
    first = ingest_declaration(SHIPMENT, actor=SYSTEM, at=AT)
    assert ingest_declaration(SHIPMENT, actor=SYSTEM, at=AT + timedelta(days=1)) == first
    other = ingest_declaration(replace(SHIPMENT, key="V1"), actor=SYSTEM, at=AT)
    assert other != first
    assert (Ingestion.objects.count(), Declaration.objects.count()) == (2, 2)


def test_a_line_without_a_tariff_code_is_a_rejected_row() -> None:
    bad = replace(SHIPMENT, lines=(*SHIPMENT.lines, LineRecord(2, ""), LineRecord(0, "61091003")))
    done = ingest_declaration(bad, actor=SYSTEM, at=AT)
    assert issues(done) == [("REJECTED", "no_tariff_code", "", 2), ("REJECTED", "bad_sequence", "", 3)]
    assert (done.lines_kept, done.rows_rejected) == (1, 2)


def test_several_suppliers_of_a_declaration_are_possible() -> None:
    two = replace(SHIPMENT, parties=(PartyRecord(name="ALFA"), PartyRecord(name="BETA")))
    ingest_declaration(two, actor=SYSTEM, at=AT)
    assert list(DeclaredParty.objects.filter(line=None).values_list("attributed", flat=True)) == [False, False]


def test_a_reference_of_the_sender_is_enough() -> None:
    ingest_declaration(DeclarationRecord("EMB-7", lines=(LineRecord(1, "61091003"),)), actor=SYSTEM, at=AT)
    assert str(Declaration.objects.get()) == "EMB-7"
