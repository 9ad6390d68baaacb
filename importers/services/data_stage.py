"""Puts a Data Stage delivery into the database, table by table, in chunks."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from importers.domain.attribution import is_one_supplier
from importers.domain.catalogues import Known
from importers.domain.cleaning import LINE_LIMITS
from importers.domain.records import LineRecord, PartyRecord
from importers.formats.data_stage import Package, origin_supplier, read_table
from importers.formats.reads import Detail, Read
from importers.models import Declaration, DeclaredParty, LineItem
from importers.services.declared import Declared, Found, Missing
from importers.services.staging import PartyRow, Staging, chunks
from kernel.services import bulk


def stage_package(package: Package, known: Known, staging: Staging) -> None:
    """Write every row of a delivery."""
    staging.total = sum(member.breaks for member in package.members.values())
    declared = Declared(staging, set(), set())
    for table, write in WRITERS.items():
        if table not in package.members:
            continue
        for reads in chunks(read_table(package, table, known)):
            with staging.chunk(reads):
                write(declared, reads)
    attribute_suppliers(staging)


def _kept(declared: Declared, reads: Sequence[Read]) -> Iterator[tuple[Read, Found | Missing]]:
    kept = [read for read in reads if read.record is not None]
    return zip(kept, declared.of(kept), strict=True)


def _lines(declared: Declared, reads: Sequence[Read]) -> None:
    found: list[tuple[Read, int, LineRecord]] = []
    for read, declaration in _kept(declared, reads):
        if isinstance(declaration, Missing):
            declared.staging.note(read, declaration.code, value=read.key)
        elif isinstance(read.record, LineRecord):
            found.append((read, declaration.pk, read.record))
    declared.staging.add_lines(found)


def _owned(declared: Declared, reads: Sequence[Read]) -> Iterator[tuple[Read, Found]]:
    """Yield the rows whose declaration is known; the others are no lines, so that a warning is enough."""
    for read, declaration in _kept(declared, reads):
        if isinstance(declaration, Found):
            yield read, declaration
        else:
            declared.staging.note(read, "orphan_row", value=read.key)


def _suppliers(declared: Declared, reads: Sequence[Read]) -> None:
    declared.staging.add_parties(
        PartyRow(declaration.pk, None, read.record)
        for read, declaration in _owned(declared, reads)
        if isinstance(read.record, PartyRecord)
    )


def _transport(declared: Declared, reads: Sequence[Read]) -> None:
    added: dict[int, list[Detail]] = defaultdict(list)
    for read, declaration in _owned(declared, reads):
        if isinstance(read.record, Detail):
            added[declaration.pk].append(read.record)
    rows = Declaration.objects.filter(pk__in=added).values_list("pk", "transport")
    changed = {}
    for pk, transport in rows:
        for detail in added[pk]:
            transport.setdefault(detail.field, []).append(detail.value)
        changed[pk] = transport
    bulk.update(Declaration, "transport", changed)


def _details(declared: Declared, reads: Sequence[Read]) -> None:
    """Add permits, identifiers or remarks to their lines, and the origin suppliers that identifiers name."""
    wanted = [
        (read, owner.pk, read.record) for read, owner in _owned(declared, reads) if isinstance(read.record, Detail)
    ]
    pairs = [(owner, detail.sequence or 0) for _, owner, detail in wanted]
    lines = _lines_by_pair(dict.fromkeys(pairs))
    added: dict[int, list[Any]] = defaultdict(list)
    parties = []
    for (read, owner, detail), pair in zip(wanted, pairs, strict=True):
        if pair not in lines:
            declared.staging.note(read, "orphan_row", value=f"{read.key}/{detail.sequence}")
            continue
        added[lines[pair]].append(detail.value)
        party = origin_supplier(detail, read.line_number)
        if party is not None:
            parties.append(PartyRow(owner, lines[pair], party))
    if wanted:
        _append(wanted[0][2].field, added)
    declared.staging.add_parties(parties)


def _lines_by_pair(pairs: Iterable[tuple[int, int]]) -> dict[tuple[int, int], int]:
    rows = bulk.rows_by_pair(LineItem, ("declaration", "sequence"), list(pairs), ("id", "declaration", "sequence"))
    return {(declaration, sequence): pk for pk, declaration, sequence in rows}


def _append(field: str, added: Mapping[int, list[Any]]) -> None:
    """Add values to a field of lines: to a list, or as further lines of a text."""
    stored = LineItem.objects.filter(pk__in=added).values_list("pk", field)
    if field == "remarks":
        texts = {pk: "\n".join([text, *added[pk]]).strip()[: LINE_LIMITS["remarks"]] for pk, text in stored}
        bulk.update(LineItem, field, texts)
    else:
        bulk.update(LineItem, field, {pk: [*value, *added[pk]] for pk, value in stored})


# in the order of writing: declarations, then lines, then what these carry
WRITERS: Final[Mapping[str, Callable[[Declared, Sequence[Read]], None]]] = {
    "501": Declared.add,
    "503": _transport,
    "504": _transport,
    "505": _suppliers,
    "551": _lines,
    "553": _details,
    "554": _details,
    "558": _details,
}


def attribute_suppliers(staging: Staging) -> None:
    """Mark the suppliers of declarations that list several: none of them is known to be a given line's."""
    last = 0
    declarations = Declaration.objects.filter(ingestion=staging.ingestion).order_by("pk")
    while part := list(declarations.filter(pk__gt=last).values_list("pk", flat=True)[:5_000]):
        last = part[-1]
        with staging.chunk():
            several = _with_several(part)
            DeclaredParty.objects.filter(declaration__in=several, line=None, role=DeclaredParty.Role.SUPPLIER).update(
                attributed=False
            )


def _with_several(declarations: Sequence[int]) -> list[int]:
    suppliers: dict[int, set[tuple[str, str]]] = defaultdict(set)
    rows = DeclaredParty.objects.filter(declaration__in=declarations, line=None, role=DeclaredParty.Role.SUPPLIER)
    for declaration, name, tax_id in rows.values_list("declaration", "name", "tax_id").iterator():
        suppliers[declaration].add((name, tax_id))
    return [declaration for declaration, pairs in suppliers.items() if not is_one_supplier(pairs)]
