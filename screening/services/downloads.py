"""The files of a finished run, written once in each language and kept: a run never changes."""

import shutil
import tempfile
from pathlib import Path
from typing import Final

from django.conf import settings

from kernel.domain.errors import ConflictError, NotFoundError
from kernel.domain.text import Text
from screening.models import ScreeningRun
from screening.services.runs import write_run_files

MEDIA_TYPES: Final = {
    "verdicts.csv": "text/csv; charset=utf-8",
    "hits.jsonl": "application/x-ndjson",
    "report.html": "text/html; charset=utf-8",
}


def run_file(run: ScreeningRun, name: str, *, language: str) -> Path:
    """Return one file of a finished run.

    Raises:
        NotFoundError: if a run has no file of that name.
        ConflictError: if the run is not done.

    """
    if name not in MEDIA_TYPES:
        raise NotFoundError(Text(f"Un tamizado no tiene el archivo {name}.", f"A run has no file {name}."))
    if run.state != ScreeningRun.State.DONE:
        raise ConflictError(
            Text("El tamizado no ha terminado; espere a que termine.", "The run is not done; wait until it is.")
        )
    folder = Path(settings.TAMIZ_RUN_FILES) / str(run.reference) / language
    if not folder.exists():
        _write(run, folder, language)
    return folder / name


def _write(run: ScreeningRun, folder: Path, language: str) -> None:
    """Write all files beside their place and move them there at once: nobody meets half a file."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent) as work:
        out = Path(work) / "files"
        write_run_files(run, out, language=language)
        try:
            out.rename(folder)
        except OSError:  # somebody else was faster; theirs are the same
            if not folder.exists():
                raise
            shutil.rmtree(out)
