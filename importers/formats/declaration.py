"""One declaration as a record, from the API or a form: its values stand as the sender wrote them."""

import json
from collections.abc import Iterator
from dataclasses import asdict, replace
from typing import Final

from importers.domain import cleaning
from importers.domain.attribution import is_one_supplier
from importers.domain.catalogues import Known
from importers.domain.faults import fault
from importers.domain.records import SUPPLIER, DeclarationRecord, PartyRecord
from importers.formats.reads import Read

FORMAT: Final = "json"


def read_declaration(declaration: DeclarationRecord, known: Known) -> Iterator[Read]:
    """Yield a row for the declaration itself and one for each of its lines, numbered from 1."""
    known = known.with_names()
    cleaned, faults = cleaning.clean_declaration(declaration, known)
    key = declaration.source_key or declaration.number[:60] or "#1"
    cleaned = replace(cleaned, source_key=key, lines=(), parties=_attributed(cleaned.parties))
    yield Read(key, "", cleaned, "", "", 0, "", tuple(faults), cleaned)
    on = cleaned.paid_at.date() if cleaned.paid_at else None
    for place, line in enumerate(declaration.lines, 1):
        record, found = cleaning.clean_line(replace(line, line_number=place), known, on=on)
        if not 1 <= line.sequence <= cleaning.LONGEST_SEQUENCE:
            record, found = None, [fault("bad_sequence", value=line.sequence)]
        raw = json.dumps(asdict(line), ensure_ascii=False, default=str)
        yield Read(key, "", record, "", "", place, raw, tuple(found), cleaned)


def _attributed(parties: tuple[PartyRecord, ...]) -> tuple[PartyRecord, ...]:
    """Return the parties of the declaration; of several suppliers none is known to be a given line's."""
    if is_one_supplier((party.name, party.tax_id) for party in parties if party.role == SUPPLIER):
        return parties
    return tuple(replace(party, attributed=party.role != SUPPLIER and party.attributed) for party in parties)
