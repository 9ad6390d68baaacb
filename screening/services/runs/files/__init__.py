"""The files of a finished run: verdicts.csv, hits.jsonl and report.html."""

import os
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import ClassVar

from kernel.domain.errors import ConflictError, InputError
from kernel.domain.progress import Progress, ignore
from kernel.domain.text import Text
from screening.models import ScreeningRun
from screening.services.runs.files.hits_jsonl import hits_jsonl
from screening.services.runs.files.report import report_html
from screening.services.runs.files.verdicts_csv import verdicts_csv


class OutputFolderError(InputError):
    """The files cannot be written where they were asked for."""

    code: ClassVar[str] = "output_folder"


class RunNotDoneError(ConflictError):
    """The run has not ended; files of a part of it would pass for the whole."""

    code: ClassVar[str] = "run_not_done"


@dataclass(frozen=True, slots=True)
class RunFiles:
    """Where the files of a run lie."""

    verdicts: Path
    hits: Path
    report: Path


def check_folder(out: Path) -> None:
    """Make the folder if it is not there, and see that it can be written to.

    Raises:
        OutputFolderError: if it cannot.

    """
    try:
        out.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=out, prefix=".tamiz-"):
            pass
    except OSError as error:
        raise OutputFolderError(
            Text(
                f"No se puede escribir en la carpeta {out}: indique otra con --out.",
                f"The folder {out} cannot be written to: name another one with --out.",
            )
        ) from error


def write_run_files(run: ScreeningRun, out: Path, *, language: str, progress: Progress = ignore) -> RunFiles:
    """Write the three files of a finished run into a folder, each whole or not at all; return where they lie.

    Raises:
        RunNotDoneError: if the run has not ended.
        OutputFolderError: if the folder cannot be written to.

    """
    if run.state != ScreeningRun.State.DONE:
        raise RunNotDoneError(Text("El tamizado aún no termina.", "The screening has not ended yet."))
    check_folder(out)
    made = RunFiles(out / "verdicts.csv", out / "hits.jsonl", out / "report.html")
    total = run.counts["LINES"]
    progress(0, total)
    _write(made.report, [report_html(run, language=language)])
    _write(made.hits, hits_jsonl(run))
    _write(made.verdicts, _told(verdicts_csv(run, language=language), progress, total))
    return made


def _told(pieces: Iterable[str], progress: Progress, total: int) -> Iterable[str]:
    """Pass the pieces on and tell how many lines they are."""
    done = 0
    for piece in pieces:
        yield piece
        done += piece.count("\r\n")
        progress(min(done, total), total)


def _write(path: Path, pieces: Iterable[str]) -> None:
    """Write a file beside its place and put it there once it is whole."""
    with NamedTemporaryFile("w", encoding="utf-8", newline="", dir=path.parent, prefix=".tamiz-", delete=False) as file:
        try:
            file.writelines(pieces)
        except BaseException:
            with suppress(OSError):
                Path(file.name).unlink()
            raise
    Path(file.name).chmod(0o644)
    os.replace(file.name, path)


__all__ = [
    "OutputFolderError",
    "RunFiles",
    "RunNotDoneError",
    "check_folder",
    "hits_jsonl",
    "report_html",
    "verdicts_csv",
    "write_run_files",
]
