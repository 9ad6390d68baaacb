"""Whether the database can be used: made at the first use, never changed behind an operator's back."""

from typing import ClassVar

from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from config.cli import errors, say
from kernel.domain.errors import UnavailableError
from kernel.domain.text import Text


class DatabaseBehindError(UnavailableError):
    """The database is of an earlier version than the program."""

    code: ClassVar[str] = "database_behind"


def ready_database() -> None:
    """Make the tables at the first use, and say so.

    Raises:
        DatabaseBehindError: if tables of an earlier version are there; the sentence says what to do.

    """
    executor = MigrationExecutor(connection)
    if not executor.migration_plan(executor.loader.graph.leaf_nodes()):
        return
    if executor.loader.applied_migrations:
        raise DatabaseBehindError(
            Text(
                "La base de datos es de una versión anterior: respáldela y ejecute «python -m config.manage migrate».",
                "The database is of an earlier version: back it up and run “python -m config.manage migrate”.",
            )
        )
    say(Text("Primer uso: se crea la base de datos.", "First use: the database is made."), to=errors)
    call_command("migrate", verbosity=0)
