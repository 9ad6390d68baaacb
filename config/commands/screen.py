"""``tamiz screen``: a file in; verdicts, hits and a report out."""

from datetime import date
from pathlib import Path
from typing import Annotated, Final

import typer
from django.utils import timezone
from rich.table import Table

from config.cli import console, language, progress, say
from config.database import ready_database
from kernel.domain.actors import COMMAND_LINE
from kernel.domain.errors import InputError
from kernel.domain.text import Text
from screening.models import ScreeningRun
from screening.queries.runs import verdict_counts, verdict_rows
from screening.services.lists import lists_for_run
from screening.services.runs import RunFiles, RunOutcome, check_folder, screen_file, write_run_files

ALL_CLEAR, LOOK, STOP = 0, 3, 4
WORST: Final = 10  # lines shown in the terminal; the report has the rest
STYLES: Final = {
    "NOT_SCREENED": "bold reverse",
    "STOP": "bold red",
    "REVIEW": "yellow",
    "WATCH": "blue",
    "UNKNOWN": "magenta",
    "CLEAR": "green",
}
HELP: Final = (
    "Tamiza un archivo de pedimentos y escribe verdicts.csv, hits.jsonl y report.html / "
    "Screens a file of declarations. "
    "Códigos / exit codes: 0 todo sin coincidencia / all clear, 3 algo que ver / something to look at, "
    "4 detener / stop, 2 rechazado / refused."
)
FILE_HELP: Final = "Data Stage (.zip) o / or CSV"
LIST_HELP: Final = "Lista cargada o archivo de lista; se repite / a loaded list or a list file; repeat it"
OUT_HELP: Final = "Carpeta de los archivos / folder of the files"
AS_OF_HELP: Final = "Día de las listas, AAAA-MM-DD; hoy si se omite / day of the lists, YYYY-MM-DD; today if omitted"


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("screen", help=HELP)(screen)


def screen(
    file: Annotated[Path, typer.Argument(help=FILE_HELP, metavar="FILE")],
    lists: Annotated[list[str] | None, typer.Option("--list", help=LIST_HELP, metavar="NAME_OR_FILE")] = None,
    out: Annotated[Path | None, typer.Option("--out", help=OUT_HELP, metavar="DIR")] = None,
    as_of: Annotated[str, typer.Option("--as-of", help=AS_OF_HELP, metavar="DATE")] = "",
) -> None:
    """Screen a file against lists, write its files, print the counts and say by the exit code what to do."""
    if not file.is_file():
        raise InputError(Text(f"No existe el archivo {file}.", f"There is no file {file}."))
    if out is None:
        raise InputError(Text("Indique con --out la carpeta de salida.", "Name the output folder with --out."))
    day = _day(as_of)
    check_folder(out)
    ready_database()
    outcome = _screened(file, lists or [], day)
    with progress(Text("Escribiendo", "Writing")) as writing:
        made = write_run_files(outcome.run, out, language=language(), progress=writing)
    _tell(outcome, made)
    raise typer.Exit(exit_code(outcome.run))


def exit_code(run: ScreeningRun) -> int:
    """Return 4 when a line is to be stopped, 0 when all were screened and are clear, else 3."""
    counts = run.counts
    if counts["STOP"]:
        return STOP
    all_clear = counts["CLEAR"] == counts["LINES"] > 0 and not counts["NOT_SCREENED"]
    return ALL_CLEAR if all_clear else LOOK


def _day(text: str) -> date:
    if not text:
        return timezone.localdate()
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise InputError(
            Text(
                f"«{text}» no es una fecha: escriba --as-of AAAA-MM-DD.", f"“{text}” is no date: write --as-of YYYY-MM-DD."
            )
        ) from error


def _screened(file: Path, specs: list[str], day: date) -> RunOutcome:
    lists = lists_for_run(specs, on=day, at=timezone.now(), files=True)
    with (
        progress(Text("Leyendo", "Reading")) as reading,
        progress(Text("Tamizando", "Screening")) as screening,
    ):
        return screen_file(
            file,
            file_name=file.name,
            lists=lists,
            as_of=day,
            actor=COMMAND_LINE,
            clock=timezone.now,
            progress=screening,
            reading=reading,
        )


def _tell(outcome: RunOutcome, made: RunFiles) -> None:
    run = outcome.run
    if outcome.reused:
        day = timezone.localtime(run.finished_at or run.created_at).strftime("%Y-%m-%d %H:%M")
        say(
            Text(
                f"Nada cambió desde el tamizado del {day} ({run.reference}): se muestra ese.",
                f"Nothing has changed since the screening of {day} ({run.reference}): this is it.",
            )
        )
    console.print(_counts(run))
    for item in run.lists:
        say(_list_line(item))
    worst = _worst(run)
    if worst.row_count:
        console.print(worst)
    for name, path in ((Text("Informe", "Report"), made.report), (_VERDICTS, made.verdicts), (_HITS, made.hits)):
        say(Text(f"{name.es}: {path}", f"{name.en}: {path}"))


_VERDICTS: Final = Text("Veredictos", "Verdicts")
_HITS: Final = Text("Coincidencias", "Hits")


def _list_line(item: dict[str, object]) -> Text:
    mark = "DEMO · " if item["demo"] and not str(item["title"]).startswith("DEMO") else ""
    title = f"{mark}{item['title']}"
    size, sha = item["size"], str(item["sha256"])[:12]
    return Text(
        f"Lista {title}: {size} bienes, {item['dated_on'] or 'fecha desconocida'}, SHA-256 {sha}…",
        f"List {title}: {size} goods, {item['dated_on'] or 'date unknown'}, SHA-256 {sha}…",
    )


def _counts(run: ScreeningRun) -> Table:
    spoken = language()
    table = Table(title=run.ingestion.file_name, title_justify="left")
    table.add_column(Text("Veredicto", "Verdict").in_language(spoken), no_wrap=True)
    table.add_column(Text("Partidas", "Lines").in_language(spoken), justify="right", no_wrap=True)
    table.add_column(Text("Qué significa", "What it means").in_language(spoken))
    for count in verdict_counts(run):
        words = count.words()
        meaning = words.meaning.in_language(spoken)
        if count.no_border:
            virtual = Text("{number} sin cruce de frontera.", "{number} without a border crossing.")
            meaning += " " + virtual.filled(number=count.no_border).in_language(spoken)
        style = STYLES[count.code] if count.number else "dim"
        table.add_row(words.word.in_language(spoken), f"{count.number:,}", meaning, style=style)
    if run.counts["EXPORTS"]:
        out = Text("Exportación: no se tamiza.", "Export: not screened.").in_language(spoken)
        table.add_row("–", f"{run.counts['EXPORTS']:,}", out, style="dim")
    return table


def _worst(run: ScreeningRun) -> Table:
    """Return the gravest lines that hit a listed good."""
    spoken = language()
    rows = [row for row in verdict_rows(run, limit=WORST).rows if row.verdict in ("STOP", "REVIEW", "WATCH")]
    table = Table(title=Text("Lo más grave", "The gravest").in_language(spoken), title_justify="left", show_lines=True)
    for name in (Text("Veredicto", "Verdict"), Text("Pedimento", "Declaration"), Text("Razones", "Reasons")):
        table.add_column(name.in_language(spoken), overflow="fold")
    for row in rows:
        place = f"{row.line.declaration()} / {row.line.sequence}\n{row.line.tariff_code}"
        table.add_row(_plain(row.words().word.in_language(spoken)), place, _plain(row.reason.in_language(spoken)))
    return table


def _plain(text: str) -> str:
    """Return text whose brackets the terminal does not take for marks of style."""
    return text.replace("[", r"\[")
