"""``tamiz screen``: a file in; verdicts, hits and a report out."""

import gc
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer
from django.utils import timezone

from config.cli import language, progress, say
from kernel.domain.actors import COMMAND_LINE
from kernel.domain.errors import InputError
from kernel.domain.progress import Progress
from kernel.domain.text import Text

if TYPE_CHECKING:
    from screening.services.runs import RunOutcome

HELP: Final = (
    "Tamiza un archivo de pedimentos y escribe verdicts.csv, hits.jsonl y report.html / "
    "Screens a file of declarations. "
    "Códigos de salida / exit codes: 0 todo sin coincidencia / all clear, 3 algo que ver / something to look at, "
    "4 detener / stop, 2 rechazado / refused."
)
FEW_COLLECTIONS: Final = (50_000, 20, 100)  # rows make no cycles; looking for them took a quarter of the time
FILE_HELP: Final = "Data Stage (.zip) o / or CSV"
LIST_HELP: Final = "Lista cargada o archivo de lista; se repite / a loaded list or a list file; repeat it"
OUT_HELP: Final = "Carpeta de los archivos / folder of the files"
AS_OF_HELP: Final = "Día de las listas, AAAA-MM-DD; hoy si se omite / day of the lists, YYYY-MM-DD; today if omitted"


_SAME_CONTENT: Final = Text(
    "El contenido es el de «{name}», que ya se había leído.", "The content is that of “{name}”, read before."
)


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
    from config.database import ready_database
    from config.run_summary import exit_code, tell_run
    from screening.services.runs import check_folder, write_run_files

    if not file.is_file():
        raise InputError(Text(f"No existe el archivo {file}.", f"There is no file {file}."))
    if out is None:
        raise InputError(Text("Indique con --out la carpeta de salida.", "Name the output folder with --out."))
    if not lists:
        raise InputError(Text("Indique al menos una lista con --list.", "Name at least one list with --list."))
    gc.set_threshold(*FEW_COLLECTIONS)
    day = _day(as_of)
    check_folder(out)
    ready_database()
    outcome = _screened(file, lists, day)
    with progress(Text("Escribiendo", "Writing")) as writing:
        made = write_run_files(outcome.run, out, language=language(), progress=writing)
    if outcome.ingestion.file_name != file.name:
        say(_SAME_CONTENT.filled(name=outcome.ingestion.file_name))
    tell_run(outcome, made)
    raise typer.Exit(exit_code(outcome.run))


def _day(text: str) -> date:
    if not text:
        return timezone.localdate()
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise InputError(
            Text(
                f"«{text}» no es una fecha: escriba --as-of AAAA-MM-DD.",
                f"“{text}” is no date: write --as-of YYYY-MM-DD.",
            )
        ) from error


def _screened(file: Path, specs: list[str], day: date) -> "RunOutcome":
    from screening.services.lists import lists_for_run
    from screening.services.runs import screen_file

    lists = lists_for_run(specs, on=day, at=timezone.now(), files=True)
    with ExitStack() as bars:
        return screen_file(
            file,
            file_name=file.name,
            lists=lists,
            as_of=day,
            actor=COMMAND_LINE,
            clock=timezone.now,
            progress=_bar(Text("Tamizando", "Screening"), bars),
            reading=_bar(Text("Leyendo", "Reading"), bars),
        )


def _bar(label: Text, bars: ExitStack) -> Progress:
    """Return a progress whose bar takes the place of the one before when its work begins."""
    begun: list[Progress] = []

    def tell(done: int, total: int) -> None:
        if not begun:
            bars.close()
            begun.append(bars.enter_context(progress(label)))
        begun[0](done, total)

    return tell
