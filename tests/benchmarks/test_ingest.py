from pathlib import Path

import pytest

from benchmarks.ingest import write_delivery
from importers.services import ingest_file
from kernel.domain.actors import SYSTEM
from tests.importers.ingesting import AT, issues


@pytest.mark.django_db
def test_the_delivery_of_the_benchmark_is_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "bench.zip"
    write_delivery(path, 500)
    done = ingest_file(path, file_name="bench.zip", actor=SYSTEM, clock=lambda: AT)
    assert (done.lines_kept, done.rows_rejected, issues(done)) == (500, 0, [])
