"""Many rows at once, past the ORM's objects: a million lines would not pass through them in time."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from functools import cache
from typing import Any, Final

from django.db import connection, models

Values = Sequence[Any]
PAIRS: Final = 10_000  # pairs that one question holds: two parameters each, below the limit of either database


def _as_text(value: Decimal | None) -> str | None:
    return None if value is None else str(value)


def _as_json(value: object) -> str:
    if not value:
        return "[]" if isinstance(value, list) else "{}"
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _as_moment(value: datetime | None) -> Any:
    return connection.ops.adapt_datetimefield_value(value)


def _converter(field: "models.Field[Any, Any]") -> Callable[[Any], Any] | None:
    if isinstance(field, models.DecimalField):
        return _as_text
    if isinstance(field, models.JSONField):
        return _as_json
    return _as_moment if isinstance(field, models.DateTimeField) else None


def _quoted(name: str) -> str:
    return connection.ops.quote_name(name)


def _table(model: type[models.Model]) -> str:
    return _quoted(model._meta.db_table)


@cache
def _plan(model: type[models.Model], fields: tuple[str, ...]) -> tuple[tuple[str, ...], list[tuple[int, Any]]]:
    """Return the columns of some fields, and where a value must be converted for the database."""
    by_name = {field.name: field for field in model._meta.concrete_fields}
    found = [by_name[name] for name in fields]
    columns = tuple(str(field.column) for field in found)
    converters = [(i, _converter(field)) for i, field in enumerate(found)]
    return columns, [(i, converter) for i, converter in converters if converter]


def insert(model: type[models.Model], fields: tuple[str, ...], rows: Iterable[Values]) -> None:
    """Insert rows whose values fit their columns; the primary key is named like any other field."""
    columns, converters = _plan(model, fields)
    prepared = []
    for row in rows:
        values = list(row)
        for i, convert in converters:
            values[i] = convert(values[i])
        prepared.append(values)
    if not prepared:
        return
    names = ", ".join(map(_quoted, columns))
    signs = ", ".join(["%s"] * len(columns))
    with connection.cursor() as cursor:
        cursor.executemany(f"INSERT INTO {_table(model)} ({names}) VALUES ({signs})", prepared)  # noqa: S608 - names of the model


def update(model: type[models.Model], field: str, values: Mapping[int, Any]) -> None:
    """Set one field of some rows, each to its own value, by primary key."""
    (column,), converters = _plan(model, (field,))
    convert = converters[0][1] if converters else lambda value: value
    pairs = [(convert(value), pk) for pk, value in values.items()]
    if pairs:
        with connection.cursor() as cursor:
            cursor.executemany(f"UPDATE {_table(model)} SET {_quoted(column)} = %s WHERE id = %s", pairs)  # noqa: S608 - names of the model


def reserve_ids(model: type[models.Model], count: int) -> list[int]:
    """Return primary keys, ascending, that nobody else will get; within the transaction that uses them."""
    if not count:
        return []
    table = model._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)", [table, count]
            )
            return sorted(row[0] for row in cursor.fetchall())
        # SQLite keeps the greatest key ever given; explicit ones raise it, and there is one writer at a time
        cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [table])
        row = cursor.fetchone()
    last = row[0] if row else 0
    return list(range(last + 1, last + 1 + count))


def rows_by_pair(
    model: type[models.Model], keys: tuple[str, str], wanted: Sequence[tuple[int, int]], fields: tuple[str, ...]
) -> list[tuple[Any, ...]]:
    """Return the fields of the rows whose two keys are one of the wanted pairs, each found by the index on both.

    The order of the join is fixed on SQLite by CROSS JOIN; its planner would else scan the table.
    """
    first, second = (_quoted(_plan(model, (key,))[0][0]) for key in keys)
    names = ", ".join(f"t.{_quoted(column)}" for column in _plan(model, fields)[0])
    on = f"t.{first} = k.a AND t.{second} = k.b"
    join = f"JOIN {_table(model)} t ON {on}"
    if connection.vendor == "sqlite":
        join = f"CROSS JOIN {_table(model)} t WHERE {on}"
    found: list[tuple[Any, ...]] = []
    with connection.cursor() as cursor:
        for start in range(0, len(wanted), PAIRS):
            part = wanted[start : start + PAIRS]
            signs = ", ".join(["(%s, %s)"] * len(part))
            values = [value for pair in part for value in pair]
            cursor.execute(f"WITH k(a, b) AS (VALUES {signs}) SELECT {names} FROM k {join}", values)  # noqa: S608 - names of the model
            found += cursor.fetchall()
    return found


def delete(model: type[models.Model], field: str, values: Sequence[int]) -> None:
    """Delete the rows with one of the values in a field, without fetching them."""
    if not values:
        return
    (column,), _ = _plan(model, (field,))
    signs = ", ".join(["%s"] * len(values))
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {_table(model)} WHERE {_quoted(column)} IN ({signs})", list(values))  # noqa: S608 - names of the model
