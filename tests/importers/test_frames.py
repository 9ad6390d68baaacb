from pathlib import Path

import pandas as pd
import pytest

from importers import frames
from importers.frames import DeclaredFrames, NotIngestedError, declared_frames
from importers.models import Ingestion, LineItem
from screening.engine.frames import LINE_COLUMNS, PARTY_COLUMNS, VERSION
from tests.importers.deliveries import declaration, delivery, line, of_line, supplier
from tests.importers.ingesting import AT, ingested

pytestmark = pytest.mark.django_db


def virtual_and_export() -> bytes:
    """Return a delivery with a virtual operation, an export and an ordinary import of two suppliers."""
    declarations: list[str | bytes] = [
        declaration(),
        declaration("6000002", key="V1"),
        declaration("6000003", operation="2"),
    ]
    return delivery(
        {
            "501": declarations,
            "505": [supplier("ALFA", tax_id="SN"), supplier("ALFA"), supplier("BETA"), supplier("GAMA", "6000003")],
            "551": [line("1"), line("2"), line("1", "6000002"), line("1", "6000003")],
            "554": [of_line("554", "2", key="PO", complement2="FABRICA REAL")],
        }
    )


def read(ingestion: Ingestion, **options: int) -> list[DeclaredFrames]:
    return list(declared_frames(ingestion.pk, **options))


def test_the_frames_have_the_columns_of_the_engine() -> None:
    assert set(frames.LINE_COLUMNS) == {*LINE_COLUMNS, VERSION}
    assert frames.PARTY_COLUMNS == PARTY_COLUMNS


def test_import_lines_come_in_order_with_the_parties_they_may_be_judged_by(tmp_path: Path) -> None:
    ingestion = ingested(tmp_path, virtual_and_export())
    (frame,) = read(ingestion)
    first, second, virtual, export = LineItem.objects.order_by("pk").values_list("pk", flat=True)
    assert frame.lines["line_id"].tolist() == [first, second, virtual]
    assert frame.lines["virtual"].tolist() == [False, False, True]
    assert export not in frame.lines["line_id"].tolist()
    parties = frame.parties[["line_id", "role", "name", "attributed"]].to_numpy().tolist()
    assert parties == [
        [first, "SUPPLIER", "ALFA", False],
        [first, "SUPPLIER", "BETA", False],
        [second, "ORIGIN_SUPPLIER", "FABRICA REAL", True],
        [second, "SUPPLIER", "ALFA", False],
        [second, "SUPPLIER", "BETA", False],
    ]


@pytest.mark.parametrize("size", [1, 2, 5_000])
def test_the_size_of_the_chunks_does_not_matter(tmp_path: Path, size: int) -> None:
    ingestion = ingested(tmp_path, virtual_and_export())
    whole = read(ingestion)
    parts = read(ingestion, size=size)
    for name in ("lines", "parties"):
        joined = pd.concat([getattr(part, name) for part in parts if len(getattr(part, name))], ignore_index=True)
        assert joined.to_numpy().tolist() == getattr(whole[0], name).to_numpy().tolist()


def test_reading_goes_on_after_a_line(tmp_path: Path) -> None:
    ingestion = ingested(tmp_path, virtual_and_export())
    ids = read(ingestion)[0].lines["line_id"].tolist()
    assert read(ingestion, after=ids[0])[0].lines["line_id"].tolist() == ids[1:]
    assert read(ingestion, after=ids[-1]) == []


def test_very_many_parties_make_smaller_chunks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(frames, "MOST_PARTIES", 3)
    parts = read(ingested(tmp_path, virtual_and_export()))
    assert [len(part.lines) for part in parts] == [1, 2]


def test_lines_of_another_file_are_not_mixed_in(tmp_path: Path) -> None:
    one = ingested(tmp_path, virtual_and_export(), "uno.zip")
    other = ingested(tmp_path, delivery({"501": [declaration()], "551": [line("7")]}), "dos.zip")
    assert len(read(one)[0].lines) == 3
    assert len(read(other)[0].lines) == 1


def test_a_file_without_lines_has_no_frames(tmp_path: Path) -> None:
    assert read(ingested(tmp_path, delivery({"501": [declaration()]}))) == []


def test_rows_of_a_reading_under_way_are_refused() -> None:
    staging = Ingestion.objects.create(sha256="a" * 64, file_name="a.zip", format="csv", started_at=AT)
    with pytest.raises(NotIngestedError):
        read(staging)
