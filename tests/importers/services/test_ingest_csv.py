from pathlib import Path

import pytest

from importers.models import Declaration, DeclaredParty, Ingestion, LineItem
from tests.importers.ingesting import ingested, issues

pytestmark = pytest.mark.django_db

HEADER = "pedimento,secuencia,fraccion,nico,descripcion,origen,proveedor,pais_proveedor\n"


def test_rows_of_one_pedimento_share_it_across_chunks(tmp_path: Path) -> None:
    rows = "".join(
        f"26 16 3001 6000{i % 3:03d},{i},61091003,01,PLAYERAS,CHN,ALFA {i % 7},CHN\n" for i in range(1, 4_501)
    )
    done = ingested(tmp_path, (HEADER + rows).encode(), "lista.csv")
    assert (done.format, done.rows_read, done.lines_kept, done.rows_rejected) == ("csv", 4_500, 4_500, 0)
    assert Declaration.objects.count() == 3
    assert LineItem.objects.count() == DeclaredParty.objects.exclude(line=None).count() == 4_500


def test_a_line_that_comes_twice_far_apart_is_kept_once(tmp_path: Path) -> None:
    row = "26 16 3001 6000001,{},61091003,01,PLAYERAS,CHN,ALFA,CHN\n"
    rows = "".join(row.format(i) for i in [*range(1, 2_500), 7])
    done = ingested(tmp_path, (HEADER + rows).encode(), "lista.csv")
    assert issues(done) == [("REJECTED", "duplicate_line", "", 2_501)]


def test_a_bad_row_stops_nothing(tmp_path: Path) -> None:
    rows = "x,1,,,,,,\nuna,dos\n26 16 3001 6000001,1,61091003,01,PLAYERAS,QQQ,ALFA,CHN\n"
    done = ingested(tmp_path, (HEADER + rows).encode(), "lista.csv")
    assert issues(done) == [
        ("REJECTED", "no_tariff_code", "", 2),
        ("REJECTED", "wrong_field_count", "", 3),
        ("WARNING", "unknown_country", "", 4),
    ]
    assert done.lines_kept == 1


def test_what_older_readers_read_is_read_anew_and_the_old_reading_stays(tmp_path: Path) -> None:
    data = (HEADER + "26 16 3001 6000001,1,61091003,01,PLAYERAS,CHN,ALFA,CHN\n").encode()
    first = ingested(tmp_path, data, "lista.csv")
    Ingestion.objects.filter(pk=first.pk).update(reader="0")
    second = ingested(tmp_path, data, "lista.csv")
    assert ingested(tmp_path, data, "lista.csv") == second != first
    assert set(Ingestion.objects.values_list("sha256", "lines_kept")) == {(first.sha256, 1)}
