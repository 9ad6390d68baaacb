"""The command line ``tamiz``: it parses, calls one service and returns; commands live in ``config/commands``."""

import importlib
import os
import pkgutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

import django
import typer
from django.db import DatabaseError, OperationalError, ProgrammingError, connection
from django.db.migrations.executor import MigrationExecutor
from environs import EnvError
from rich.console import Console, ConsoleOptions, ConsoleRenderable, RenderHook
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
from rich.progress import Progress as RichProgress
from rich.segment import Segment

from kernel.domain.errors import DomainError
from kernel.domain.progress import Progress
from kernel.domain.text import Text, language_of, printable

REFUSED: Final = 2
NOT_READY: Final = Text(
    "La base de datos no responde o le faltan tablas ({cause}). Revise DATABASE_URL y TAMIZ_DATA_DIR, y ejecute "
    "«python -m config.manage migrate».",
    "The database does not answer or lacks tables ({cause}). Check DATABASE_URL and TAMIZ_DATA_DIR, and run "
    '"python -m config.manage migrate".',
)
WRONG_SETTING: Final = Text(
    "Un ajuste no vale ({cause}). Corríjalo en el entorno o en el archivo .env; README.md dice qué admite cada uno.",
    "A setting is wrong ({cause}). Mend it in the environment or in the file .env; README.md says what each one takes.",
)
NO_DATA_DIR: Final = Text(
    "No se puede usar la carpeta de datos ({cause}). Dé en TAMIZ_DATA_DIR una en la que se pueda escribir.",
    "The data directory cannot be used ({cause}). Name one in TAMIZ_DATA_DIR that can be written to.",
)
HELP: Final = "Mantiene fuera los bienes hechos con trabajo forzoso / Keeps goods made with forced labour out"


@dataclass(frozen=True, slots=True)
class _Escaped:
    """Something printed, whose words steer no terminal wherever they come from."""

    inner: ConsoleRenderable

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Segment]:
        for text, style, control in console.render(self.inner, options):
            yield Segment(text if control else printable(text, keep="\n"), style, control)


class _Escaping(RenderHook):
    def process_renderables(self, renderables: list[ConsoleRenderable]) -> list[ConsoleRenderable]:
        """Return what is printed, its words escaped."""
        return [_Escaped(one) for one in renderables]


console: Final = Console()
errors: Final = Console(stderr=True)
for one in (console, errors):
    one.push_render_hook(_Escaping())


def language() -> str:
    """Return the language of the terminal: TAMIZ_LANGUAGE, else English when LANG is, else Spanish."""
    return language_of(os.environ.get("TAMIZ_LANGUAGE") or os.environ.get("LANG"))


def say(text: Text, *, to: Console = console) -> None:
    """Print a message in the language of the terminal."""
    to.print(text.in_language(language()), markup=False, highlight=False, soft_wrap=True)


@contextmanager
def progress(label: Text) -> Iterator[Progress]:
    """Yield a callable ``(done, total)`` that moves a bar on the error stream."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with RichProgress(*columns, console=errors, transient=True, disable=not errors.is_terminal) as bar:
        task = bar.add_task(label.in_language(language()), total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total or None)


def build() -> typer.Typer:
    """Return the command-line application: each module of ``config/commands`` registers its own.

    The modules are found by name, so that they may use ``say`` and ``progress`` from here.
    """
    commands = importlib.import_module("config.commands")
    app = typer.Typer(name="tamiz", no_args_is_help=True, pretty_exceptions_enable=False, help=HELP)
    for module in sorted(module.name for module in pkgutil.iter_modules(commands.__path__)):
        importlib.import_module(f"config.commands.{module}").register(app)
    return app


def main() -> None:
    """Run the command line; a foreseen error is one sentence on the error stream and exit code 2."""
    _read_settings()
    try:
        build()()
    except DomainError as error:
        say(error.message, to=errors)
        sys.exit(REFUSED)
    except (OperationalError, ProgrammingError) as error:
        if _is_ready():
            raise
        say(NOT_READY.filled(cause=error), to=errors)
        sys.exit(REFUSED)


def _read_settings() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    try:
        django.setup()
    except EnvError as error:
        say(WRONG_SETTING.filled(cause=str(error).rstrip(".")), to=errors)
        sys.exit(REFUSED)
    except OSError as error:
        say(NO_DATA_DIR.filled(cause=error), to=errors)
        sys.exit(REFUSED)


def _is_ready() -> bool:
    """Return whether the database answers and has every table."""
    try:
        executor = MigrationExecutor(connection)
        return not executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError:
        return False


if __name__ == "__main__":
    main()
