"""``tamiz calendar``: the day a term ends, the days off of a year, and the acts that name them."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, ClassVar, Final

import typer
from django.utils import timezone

from cases.domain.calendars import Calendars, check_year, chosen_calendar
from cases.domain.term_trial import term_trial
from cases.domain.terms import TermFacts
from cases.formats.day_off_csv import MOST_BYTES, read_day_off_acts
from cases.formats.written_days import read_day, read_suspension
from cases.queries import calendar_load, current_calendars
from cases.services import load_day_off_acts, load_shipped_day_off_acts
from config.calendar_words import answer, tell_deadlines, tell_load, tell_moves, tell_year
from config.cli import console
from config.database import ready_database
from kernel.domain.actors import COMMAND_LINE, SYSTEM
from kernel.domain.errors import ConflictError, InputError
from kernel.domain.text import Text

FROM_HELP: Final = "Día de la presentación o de la notificación / day of the filing or of the notice"
DAYS_HELP: Final = "Días hábiles del plazo / business days of the term"
CALENDAR_HELP: Final = (
    "lfpa, official o union; con +ACTO sus días dudosos se toman por inhábiles / "
    "lfpa, official or union; with +ACT its doubtful days are taken as off"
)
SUSPEND_HELP: Final = (
    "DESDE es el último día que cuenta; se reanuda el día hábil siguiente a HASTA; se repite / "
    "FROM is the last day that counts; counting resumes the business day after TO; repeat it"
)
APPLY_HELP: Final = "Carga aunque mueva vencimientos de expedientes / load although deadlines of cases move"
EXPLAIN_HELP: Final = "Cada día que no cuenta, con su instrumento / each day skipped, with its instrument"

MOVES: Final = Text(
    "No se cargó nada: se moverían {count} vencimientos. Si es lo que procede, repita con --apply.",
    "Nothing was loaded: {count} deadlines would move. If that is right, repeat it with --apply.",
)
UNREADABLE: Final = Text("No se puede leer el archivo {path}.", "The file {path} cannot be read.")


class MovesDeadlinesError(ConflictError):
    """Loading a file would move deadlines of open cases, and it was not said to go on."""

    code: ClassVar[str] = "moves_deadlines"


def register(app: typer.Typer) -> None:
    """Add the commands to the command line."""
    calendar = typer.Typer(no_args_is_help=True, help="Plazos y días inhábiles / Terms and days off")
    commands: tuple[Callable[..., None], ...] = (deadline, show, load)
    for command in commands:
        calendar.command(command.__name__)(command)
    app.add_typer(calendar, name="calendar")


def deadline(
    from_on: Annotated[str, typer.Option("--from", help=FROM_HELP, metavar="D")],
    days: Annotated[int, typer.Option("--days", help=DAYS_HELP, metavar="N")],
    calendar: Annotated[str, typer.Option("--calendar", help=CALENDAR_HELP, metavar="NAME[+ACT]")] = "",
    suspend: Annotated[list[str] | None, typer.Option("--suspend", help=SUSPEND_HELP, metavar="FROM:TO")] = None,
    explained: Annotated[bool, typer.Option("--explain", help=EXPLAIN_HELP)] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Imprime JSON / prints JSON")] = False,
) -> None:
    """Calcula el día en que vence un plazo / Compute the day a term ends."""
    facts = TermFacts(read_day(from_on), days, tuple(map(read_suspension, suspend or ())))
    chosen, also = chosen_calendar(calendar)
    trial = term_trial(facts, _calendars(also))
    if as_json:
        found = answer(trial, chosen, explained=explained)
        console.print_json(json.dumps(found, ensure_ascii=False))
        return
    tell_deadlines(trial, chosen, explained=explained)


def show(year: Annotated[int, typer.Argument(help="Año / year")]) -> None:
    """Muestra los días inhábiles de un año bajo cada calendario / Show the days off of a year under each calendar."""
    check_year(year)
    tell_year(year, _calendars(frozenset()))


def load(
    file: Annotated[Path, typer.Argument(help="Archivo CSV de acuerdos / CSV file of acts")],
    apply: Annotated[bool, typer.Option("--apply", help=APPLY_HELP)] = False,
) -> None:
    """Carga acuerdos de días inhábiles del DOF o corrige los cargados / Load acts on days off, or correct them.

    Where deadlines of open cases would move they are listed and nothing is loaded until ``--apply`` is given.
    """
    try:
        with file.open("rb") as source:
            data = source.read(MOST_BYTES + 1)  # a device never ends; one byte more tells that it is too much
    except OSError as error:
        raise InputError(UNREADABLE.filled(path=file)) from error
    _calendars(frozenset())
    seen = "" if apply else _moving_nothing(data)
    tell_load(load_day_off_acts(data, file_name=file.name, actor=COMMAND_LINE, at=timezone.now(), seen=seen))


def _moving_nothing(data: bytes) -> str:
    """Return the mark of what loading a file does, which moves no deadline.

    Raises:
        MovesDeadlinesError: it does; they are listed.

    """
    would = calendar_load(read_day_off_acts(data))
    if would.moved:
        tell_moves(would.moved)
        raise MovesDeadlinesError(MOVES.filled(count=len(would.moved)))
    return would.mark()


def _calendars(also: frozenset[str]) -> Calendars:
    """Return the calendars; on a new installation the shipped acts are loaded first."""
    ready_database()
    load_shipped_day_off_acts(actor=SYSTEM, at=timezone.now())
    return current_calendars(also)
