"""From the cells of a row to a declaration of one line."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Final

from importers.domain import cleaning, values
from importers.domain.attribution import is_one_supplier
from importers.domain.catalogues import Known
from importers.domain.faults import fault
from importers.domain.pedimento import Pedimento
from importers.domain.records import SUPPLIER, DeclarationRecord, Fault, ImporterRecord, LineRecord, PartyRecord
from importers.formats.csv_lines.columns import Header

NUMBER: Final = 7  # digits of the last part of a pedimento number
_OF_DECLARATION: Final = (
    *("pedimento", "referencia", "clave", "operacion", "regimen", "fecha_pago", "rfc", "importador"),
    *("aduana", "patente"),
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a row says: its line and the declaration it is of, both None when it is rejected, and its faults."""

    declaration: DeclarationRecord | None
    line: LineRecord | None
    faults: list[Fault]


class RowReader:
    """Reads the rows under one header with one set of catalogues.

    Rows that follow each other and say the same of their declaration share it, with the faults told once.
    """

    def __init__(self, header: Header, known: Known) -> None:
        self._header = header
        self._known = known
        self._last: tuple[tuple[str, ...], DeclarationRecord] | None = None

    def read(self, cells: Sequence[str], *, line_number: int, raw: str) -> Outcome:
        """Return the line of a row and its declaration; or why it has none."""
        row = _Row({name: cells[place] for name, place in self._header.places.items()})
        paid, faults = row.moment("fecha_pago")
        number = cleaning.sequence(row["secuencia"]) if row["secuencia"] else None
        if row["secuencia"] and number is None:
            faults.append(fault("bad_sequence", value=row["secuencia"]))
        if faults:
            return Outcome(None, None, faults)
        number = number or (line_number if row["pedimento"] or row["referencia"] else 1)
        line, found = self._line(row, self._parties(row, cells, line_number), number, paid, (line_number, raw))
        if line is None:
            return Outcome(None, None, found)
        declaration, more = self._declaration(row, paid, line_number)
        return Outcome(declaration, line, found + more)

    def _declaration(
        self, row: "_Row", paid: datetime | None, line_number: int
    ) -> tuple[DeclarationRecord, list[Fault]]:
        said = tuple(row[name] for name in _OF_DECLARATION)
        if self._last and self._last[0] == said and any(said[:2]):
            return self._last[1], []
        written = row["pedimento"]
        parts = _pedimento(row, paid)
        faults = [fault("pedimento_unreadable", value=written)] if written and parts is None else []
        number = str(parts) if parts else written or row["referencia"] or f"#{line_number}"
        mark = hashlib.blake2b("|".join(said[1:]).encode(), digest_size=8).hexdigest() if any(said[1:]) else ""
        record = DeclarationRecord(
            number=number,
            source_key="/".join(part for part in (number[:60], mark) if part),
            section=parts.section if parts else "",
            key=row["clave"],
            operation=row["operacion"],
            regime=row["regimen"],
            paid_at=paid,
            importer=ImporterRecord(row["rfc"], row["importador"]) if row["rfc"] else None,
            line_number=line_number,
        )
        cleaned, found = cleaning.clean_declaration(record, self._known)
        self._last = (said, cleaned)
        return cleaned, faults + found

    def _line(
        self,
        row: "_Row",
        parties: tuple[PartyRecord, ...],
        number: int,
        paid: datetime | None,
        place: tuple[int, str],
    ) -> tuple[LineRecord | None, list[Fault]]:
        faults: list[Fault] = []
        quantity, customs_value, usd = (row.decimal(n, faults) for n in ("cantidad", "valor_aduana", "valor_usd"))
        record = LineRecord(
            sequence=number,
            tariff_code=row["fraccion"],
            nico=row["nico"],
            description=row["descripcion"],
            origin=row["origen"],
            seller_country=row["pais_vendedor"],
            quantity=quantity,
            unit=row["unidad"],
            customs_value=customs_value,
            value_usd=usd,
            brand=row["marca"],
            model=row["modelo"],
            product_code=row["codigo_producto"],
            remarks=row["observaciones"],
            line_number=place[0],
            raw=place[1],
            parties=parties,
        )
        line, found = cleaning.clean_line(record, self._known, on=paid.date() if paid else None)
        return line, faults + found

    def _parties(self, row: "_Row", cells: Sequence[str], line_number: int) -> tuple[PartyRecord, ...]:
        """Return the parties of the row; several suppliers of one line may each be its own or not."""
        found = []
        for party in self._header.parties:
            facts = {name: cells[place] for name, place in party.places.items()}
            if facts.get("name") or facts.get("tax_id"):
                found.append((party.role, facts))
        suppliers = [(facts.get("name", ""), facts.get("tax_id", "")) for role, facts in found if role == SUPPLIER]
        sure = len(suppliers) <= 1 or is_one_supplier(suppliers)
        return tuple(
            PartyRecord(
                role=role,
                **facts,
                attributed=sure or role != SUPPLIER,
                invoice=row["factura"] if role == SUPPLIER else "",
                line_number=line_number,
            )
            for role, facts in found
        )


def _pedimento(row: "_Row", paid: datetime | None) -> Pedimento | None:
    """Return the number of the row, also from its 7 digits with office, patent and the year of payment apart."""
    written = row["pedimento"]
    parts = Pedimento.parse(written) if written else None
    if parts or not (len(written) == NUMBER and written.isdigit() and paid):
        return parts
    office, patent = row["aduana"], row["patente"].zfill(4)
    return Pedimento.parse(f"{paid.year % 100:02d}{office}{patent}{written}")


class _Row(dict[str, str]):
    """The values of a row by the name of their column; a blank for a column the table does not have."""

    def __missing__(self, name: str) -> str:
        return ""

    def decimal(self, name: str, faults: list[Fault]) -> Decimal | None:
        try:
            return values.number(self[name])
        except ValueError:
            faults.append(fault("bad_number", value=self[name], column=name))
            return None

    def moment(self, name: str) -> tuple[datetime | None, list[Fault]]:
        try:
            return values.moment(self[name]), []
        except ValueError:
            return None, [fault("impossible_date", value=self[name], column=name)]
