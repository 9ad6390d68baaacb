"""``tamiz lists``: fetches, loads and shows the lists that goods are screened against."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer
from django.conf import settings
from django.utils import timezone
from rich import box
from rich.table import Table
from rich.text import Text as Cell

from config.cli import REFUSED, console, errors, language, progress, say
from kernel.domain.actors import COMMAND_LINE
from kernel.domain.errors import DomainError, InputError
from kernel.domain.text import Text

if TYPE_CHECKING:
    from screening.models import WatchList
    from screening.queries.lists import ListStatus
    from screening.services.lists import FetchOutcome

NAME: Final = "Nombre de la lista / Name of the list"
FETCHING: Final = Text("Obteniendo listas", "Fetching lists")
LIST: Final = Text("Lista", "List")
RESULT: Final = Text("Resultado", "Result")
EDITION: Final = Text("Edición", "Edition")
ENTRIES: Final = Text("Entradas", "Entries")
LEFT_OUT: Final = Text("Fuera", "Omitted")
FETCHED: Final = Text("Obtenida", "Got on")
UNTIL: Final = Text("Vale hasta", "Good until")
STATE: Final = Text("Estado", "State")
RESULTS: Final = {
    "NEW": Text("edición nueva", "new edition"),
    "UNCHANGED": Text("sin cambios", "no changes"),
    "HELD": Text("RETENIDA", "HELD"),
    "FAILED": Text("NO OBTENIDA", "NOT FETCHED"),
}
FRESH: Final = Text("al día", "fresh")
STALE: Final = Text("VENCIDA", "STALE")
COMPUTED: Final = Text("vigente", "in force")
NOTHING_IN_FORCE: Final = Text("SIN BIENES", "NO GOODS")
HELD_TOO: Final = Text("otra RETENIDA", "another HELD")
DEMO: Final = Text("DEMO", "DEMO")
NONE: Final = Text(
    "No hay ninguna lista cargada. Obtenga las de las agencias con «tamiz lists fetch» o cargue un archivo con "
    "«tamiz lists load NOMBRE ARCHIVO».",
    "No list is loaded. Get those of the agencies with “tamiz lists fetch” or load a file with "
    "“tamiz lists load NAME FILE”.",
)
LOADED: Final = Text(
    "Lista «{name}» en uso: edición {edition}, {size} entradas, {hasta}.",
    "List “{name}” in use: edition {edition}, {size} entries, {until}.",
)
GOOD_UNTIL: Final = Text("vale hasta {moment}", "good until {moment}")
ONLY_DEMO: Final = Text(
    "«{name}» es nombre de lista de demostración, que no vence: fuera del modo de depuración use otro nombre.",
    "“{name}” is the name of a demonstration list, which never goes stale: outside debug mode use another name.",
)
NO_END: Final = Text("no vence (DEMO)", "does not go stale (DEMO)")
LOADED_NATIONAL: Final = Text(
    "Resoluciones de «{name}»: {new} nuevas, {unchanged} ya cargadas; anulaciones nuevas: {annulments}.",
    "Resolutions of “{name}”: {new} new, {unchanged} loaded before; new annulments: {annulments}.",
)
OMITTED: Final = Text("Filas que quedaron fuera: {count}", "Rows that were left out: {count}")
OMISSION: Final = Text("  línea {line}, {name}: {es}", "  line {line}, {name}: {en}")
MORE: Final = Text("  … y {count} más", "  … and {count} more")
RELEASED: Final = Text(
    "Lista «{name}» en uso: la edición {edition} que estaba retenida ({size} entradas).",
    "List “{name}” in use: edition {edition} that was held ({size} entries).",
)
DISCARDED: Final = Text(
    "Edición retenida de «{name}» descartada ({size} entradas); sigue en uso la de antes.",
    "The held edition of “{name}” was discarded ({size} entries); the one before stays in use.",
)
HELD: Final = Text("«{name}» tiene una edición retenida:", "“{name}” has an edition held:")
DECIDE: Final = Text(
    "Decida con «tamiz lists release {name}» o «tamiz lists discard {name}».",
    "Decide with “tamiz lists release {name}” or “tamiz lists discard {name}”.",
)
UNREADABLE: Final = Text("No se puede leer el archivo {path}.", "The file {path} cannot be read.")
SHOWN: Final = 10  # rows that were left out; the page of the list shows all of them


class DemoListError(InputError):
    """A list of the demonstration is loaded outside debug mode."""

    code = "demo_list"


def register(app: typer.Typer) -> None:
    """Add the commands to the command line."""
    lists = typer.Typer(no_args_is_help=True, help="Listas contra las que se tamiza / Lists to screen against")
    commands: tuple[Callable[..., None], ...] = (fetch, load, show, release, discard)
    for command in commands:
        lists.command(command.__name__)(command)
    app.add_typer(lists, name="lists")


def fetch(names: Annotated[list[str] | None, typer.Argument(help=NAME)] = None) -> None:
    """Obtiene listas de sus direcciones, todas si no se nombra ninguna / Fetch lists from their addresses."""
    from screening.services.lists import fetch_list

    wanted = list(dict.fromkeys(names or settings.TAMIZ_LIST_URLS))
    done: list[tuple[str, FetchOutcome | DomainError]] = []
    with progress(FETCHING) as report:
        for number, name in enumerate(wanted):
            report(number, len(wanted))
            try:
                done.append((name, fetch_list(name, actor=COMMAND_LINE, at=timezone.now())))
            except DomainError as error:  # the others are fetched all the same; the exit code tells
                done.append((name, error))
    console.print(_fetch_table(done))
    troubles = [trouble for name, outcome in done if (trouble := _trouble(name, outcome))]
    for trouble in troubles:
        say(trouble, to=errors)
    if troubles:
        raise typer.Exit(REFUSED)


def load(
    name: Annotated[str, typer.Argument(help=NAME)],
    file: Annotated[Path, typer.Argument(help="Archivo CSV o página / CSV file or page")],
) -> None:
    """Carga una lista de un archivo; «nacional» añade resoluciones / Load a list; “nacional” adds resolutions."""
    from resolutions.services import load_national_list
    from screening.domain.lists import NATIONAL_NAMES, is_demo_name
    from screening.services.lists import load_list

    demo = is_demo_name(name)
    if demo and not settings.TAMIZ_DEBUG:  # such a list never goes stale: it must not stand in for a real one
        raise DemoListError(ONLY_DEMO.filled(name=name))
    data, now = _read(file), timezone.now()
    if name in NATIONAL_NAMES:
        done = load_national_list(data, file_name=file.name, actor=COMMAND_LINE, at=now, demo=demo)
        counts = {"new": done.new, "unchanged": done.unchanged, "annulments": done.annulments}
        say(LOADED_NATIONAL.filled(name=name, **counts))
        return
    row = load_list(name, data, file_name=file.name, source=file.name, actor=COMMAND_LINE, at=now, demo=demo)
    until = GOOD_UNTIL.filled(moment=_moment(row.stale_after)) if row.stale_after else NO_END
    say(LOADED.filled(name=name, edition=row.edition, size=row.size, hasta=until.es, until=until.en))
    _tell_omitted(row)


def show() -> None:
    """Muestra las listas en uso, cuándo vencen y qué está retenido / Show the lists in use and how fresh they are."""
    from screening.queries.lists import loaded_lists

    listed = loaded_lists(timezone.now())
    if not listed:
        say(NONE)
        return
    console.print(_list_table(listed))
    for item in listed:
        if item.held:
            say(HELD.filled(name=item.name))
            say(item.held.reason)
            say(DECIDE.filled(name=item.name))


def release(name: Annotated[str, typer.Argument(help=NAME)]) -> None:
    """Pone en uso la edición retenida / Bring the held edition into use."""
    from screening.services.lists import release_held

    row = release_held(name, actor=COMMAND_LINE, at=timezone.now())
    say(RELEASED.filled(name=name, edition=row.edition, size=row.size))


def discard(name: Annotated[str, typer.Argument(help=NAME)]) -> None:
    """Descarta la edición retenida / Drop the held edition."""
    from screening.services.lists import discard_held

    row = discard_held(name, actor=COMMAND_LINE, at=timezone.now())
    say(DISCARDED.filled(name=name, size=row.size))


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise InputError(UNREADABLE.filled(path=file)) from error


def _fetch_table(done: Iterable[tuple[str, "FetchOutcome | DomainError"]]) -> Table:
    table = _table((LIST, RESULT, EDITION), numbers=(ENTRIES,))
    for name, outcome in done:
        if isinstance(outcome, DomainError):
            _add(table, name, RESULTS["FAILED"], "-", "-")
        else:
            row = outcome.watch_list
            _add(table, name, RESULTS[outcome.state], row.edition, str(row.size))
    return table


def _trouble(name: str, outcome: "FetchOutcome | DomainError") -> Text | None:
    """Return what a person must see to: what was held or failed."""
    if isinstance(outcome, DomainError):
        return outcome.message
    reason = outcome.reason
    return Text(f"«{name}»: {reason.es}", f"“{name}”: {reason.en}") if outcome.state == "HELD" else None


def _list_table(listed: Iterable["ListStatus"]) -> Table:
    table = _table((LIST, STATE, EDITION, FETCHED, UNTIL), numbers=(ENTRIES, LEFT_OUT))
    for item in listed:
        fetched, until = (_day(moment) for moment in (item.fetched_at, item.stale_after))
        _add(table, item.name, _state(item), item.edition, fetched, until, str(item.size), str(item.omitted))
    return table


def _state(item: "ListStatus") -> Text:
    if item.kind == "NATIONAL":
        state = COMPUTED if item.size else NOTHING_IN_FORCE
    else:
        state = STALE if item.is_stale else FRESH
    parts = [*([DEMO] if item.demo else []), state, *([HELD_TOO] if item.held else [])]
    return Text(", ".join(part.es for part in parts), ", ".join(part.en for part in parts))


def _tell_omitted(row: "WatchList") -> None:
    if not row.omitted:
        return
    say(OMITTED.filled(count=len(row.omitted)))
    for omission in row.omitted[:SHOWN]:
        say(OMISSION.filled(**omission))
    if len(row.omitted) > SHOWN:
        say(MORE.filled(count=len(row.omitted) - SHOWN))


def _table(columns: Sequence[Text], *, numbers: Sequence[Text]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, collapse_padding=True)
    for column in columns:
        table.add_column(column.in_language(language()), no_wrap=column is not STATE, overflow="fold")
    for column in numbers:
        table.add_column(column.in_language(language()), justify="right", no_wrap=True)
    return table


def _add(table: Table, *cells: str | Text) -> None:
    table.add_row(*(Cell(cell.in_language(language()) if isinstance(cell, Text) else cell) for cell in cells))


def _day(moment: datetime | None) -> str:
    return timezone.localtime(moment).date().isoformat() if moment else "-"


def _moment(moment: datetime) -> str:
    return f"{timezone.localtime(moment):%Y-%m-%d %H:%M}"
