"""What was declared, as pandas frames: a chunk of lines at a time with the parties each may be judged by."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Final

import pandas as pd
from django.db.models import QuerySet

from importers.domain.keys import is_virtual
from importers.domain.records import EXPORT
from importers.models import Declaration, DeclaredParty, Ingestion, LineItem
from kernel.domain.errors import ConflictError
from kernel.domain.text import Text

LINE_COLUMNS: Final = (
    *("line_id", "tariff_code", "nico", "description", "origin", "seller_country", "tariff_version", "virtual"),
)
PARTY_COLUMNS: Final = ("line_id", "role", "name", "tax_id", "country", "city", "postal_code", "attributed")
MOST_PARTIES: Final = 200_000  # rows of one frame; a pedimento of 5,000 lines may list hundreds of suppliers
OF_LINE: Final = LINE_COLUMNS[1:-1]
OF_PARTY: Final = PARTY_COLUMNS[1:]


class NotIngestedError(ConflictError):
    """The rows of a reading that is not complete are nobody's business."""

    code: ClassVar[str] = "not_ingested"


@dataclass(frozen=True, slots=True)
class DeclaredFrames:
    """Lines and the parties they or their declarations name, one row a line and party."""

    lines: pd.DataFrame
    parties: pd.DataFrame


@dataclass(frozen=True, slots=True)
class _Line:
    pk: int
    declaration: int
    virtual: bool
    facts: tuple[Any, ...]


def declared_frames(ingestion_id: int, *, after: int = 0, size: int = 5_000) -> Iterator[DeclaredFrames]:
    """Yield the import lines of an ingestion in the order of their keys, beyond the key ``after``.

    A chunk has at most ``size`` lines, fewer where they name very many parties.  Lines of exports are left out.

    Raises:
        NotIngestedError: if the ingestion is not complete.

    """
    ingestion = Ingestion.objects.get(pk=ingestion_id)
    if ingestion.state != Ingestion.State.COMPLETE:
        raise NotIngestedError(
            Text("El archivo aún no termina de leerse.", "The file has not been read to its end yet.")
        )
    last = max(after, ingestion.first_line - 1)
    while rows := _rows(ingestion, last, size):
        last = rows[-1]["pk"]
        lines = _imports(ingestion, rows)
        yield from _frames(lines)


def _rows(ingestion: Ingestion, last: int, size: int) -> list[dict[str, Any]]:
    """Return lines by their keys alone, which the database does without sorting; some may be of another ingestion."""
    lines = LineItem.objects.filter(pk__gt=last, pk__lte=ingestion.last_line).order_by("pk")
    return list(lines.values("pk", "declaration_id", *OF_LINE)[:size])


def _imports(ingestion: Ingestion, rows: Sequence[Mapping[str, Any]]) -> list[_Line]:
    declarations = Declaration.objects.filter(ingestion=ingestion, pk__in={row["declaration_id"] for row in rows})
    keys = dict(declarations.exclude(operation=EXPORT).values_list("pk", "key"))
    return [
        _Line(row["pk"], row["declaration_id"], is_virtual(keys[row["declaration_id"]]), tuple(row[c] for c in OF_LINE))
        for row in rows
        if row["declaration_id"] in keys
    ]


def _frames(lines: Sequence[_Line]) -> Iterator[DeclaredFrames]:
    """Yield the lines in as many frames as keep the frame of parties small."""
    own, shared = _parties(lines)
    part: list[_Line] = []
    rows: list[tuple[Any, ...]] = []
    for line in lines:
        named = dict.fromkeys((*own.get(line.pk, ()), *shared.get(line.declaration, ())))
        if part and len(rows) + len(named) > MOST_PARTIES:
            yield _frame(part, rows)
            part, rows = [], []
        part.append(line)
        rows += [(line.pk, *party) for party in named]
    if part:
        yield _frame(part, rows)


def _frame(lines: Sequence[_Line], parties: Sequence[tuple[Any, ...]]) -> DeclaredFrames:
    rows = [(line.pk, *line.facts, line.virtual) for line in lines]
    return DeclaredFrames(
        pd.DataFrame(rows, columns=list(LINE_COLUMNS)), pd.DataFrame(parties, columns=list(PARTY_COLUMNS))
    )


Named = dict[int, dict[tuple[Any, ...], None]]


def _parties(lines: Sequence[_Line]) -> tuple[Named, Named]:
    """Return the parties by line and by declaration; many invoices of one supplier are one party."""
    parties = DeclaredParty.objects.order_by("pk")
    own = parties.filter(line__in=[line.pk for line in lines])
    shared = parties.filter(declaration__in={line.declaration for line in lines}, line=None)
    return _grouped(own, "line_id"), _grouped(shared, "declaration_id")


def _grouped(parties: QuerySet[DeclaredParty], key: str) -> Named:
    found: Named = defaultdict(dict)
    for owner, *facts in parties.values_list(key, *OF_PARTY).iterator():
        found[owner][tuple(facts)] = None
    return found
