"""Writes many rows at once, where making an object of each would take most of the time."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final

from django.db import connections, models, router

PLAIN: Final = (  # fields whose Python value goes to the database as it is
    models.CharField,
    models.TextField,
    models.IntegerField,
    models.FloatField,
    models.BooleanField,
    models.ForeignKey,
)


def insert_rows(model: type[models.Model], fields: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Insert rows given as values of ``fields``, in that order; a foreign key is given as its number.

    The other fields must have a default in the database; neither ``save`` nor signals take part.
    """
    connection = connections[router.db_for_write(model)]
    columns = [model._meta.get_field(name) for name in fields]
    quote = connection.ops.quote_name
    names = ", ".join(quote(str(column.column)) for column in columns)  # type: ignore[union-attr]  # no field from the other side
    marks = ", ".join(["%s"] * len(columns))
    prepared = {
        place: _preparation(column, connection)
        for place, column in enumerate(columns)
        if not isinstance(column, PLAIN)
    }
    with connection.cursor() as cursor:
        cursor.executemany(
            f"INSERT INTO {quote(model._meta.db_table)} ({names}) VALUES ({marks})",  # noqa: S608 - names of our own models
            [_row(values, prepared) for values in rows],
        )


def _preparation(column: Any, connection: Any) -> Callable[[Any], Any]:
    return lambda value: column.get_db_prep_save(value, connection)


def _row(values: Sequence[Any], prepared: dict[int, Callable[[Any], Any]]) -> Sequence[Any]:
    if not prepared:
        return values
    return [prepared[i](value) if i in prepared else value for i, value in enumerate(values)]
