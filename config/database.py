"""Whether the database can be used: made at the first use, never changed behind an operator's back."""

from typing import ClassVar

from django.core.management import call_command
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor

from config.cli import errors, say
from kernel.domain.errors import UnavailableError
from kernel.domain.text import Text


class DatabaseNotReadyError(UnavailableError):
    """The database is out of reach, or of another version than the program."""

    code: ClassVar[str] = "database_not_ready"


def ready_database() -> None:
    """Make the tables at the first use.

    Raises:
        DatabaseNotReadyError: if the database is out of reach or older than the program; the sentence says what to do.

    """
    try:
        executor = MigrationExecutor(connection)
    except DatabaseError as error:
        raise DatabaseNotReadyError(
            Text(
                "No se pudo abrir la base de datos: revise DATABASE_URL o TAMIZ_DATA_DIR y que el servidor responda.",
                "The database could not be opened: check DATABASE_URL or TAMIZ_DATA_DIR, and that the server answers.",
            )
        ) from error
    if not executor.migration_plan(executor.loader.graph.leaf_nodes()):
        return
    if executor.loader.applied_migrations:
        raise DatabaseNotReadyError(
            Text(
                "La base de datos es de una versión anterior: respáldela y ejecute «python -m config.manage migrate».",
                "The database is of an earlier version: back it up and run “python -m config.manage migrate”.",
            )
        )
    say(Text("Primer uso: se crea la base de datos.", "First use: the database is made."), to=errors)
    call_command("migrate", verbosity=0)
