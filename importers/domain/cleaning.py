"""From values as declared to values that can be compared: the same rules for every format."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import Any, Final

from importers.domain.catalogues import Known
from importers.domain.faults import fault
from importers.domain.pedimento import Pedimento, year_digit_agrees
from importers.domain.records import IMPORT, DeclarationRecord, Fault, ImporterRecord, LineRecord, PartyRecord
from importers.domain.tariff import SUBHEADING, TARIFF_CODE, tariff_version
from importers.domain.tax_ids import RfcCheck, check_rfc, declared_tax_id, plain_rfc

# characters the tables of importers.models keep; a longer value is cut with a warning
PARTY_LIMITS: Final = MappingProxyType(
    {"name": 255, "tax_id": 40, "address": 255, "city": 120, "postal_code": 20, "invoice": 60}
)
LINE_LIMITS: Final = MappingProxyType(
    {"description": 4_000, "brand": 120, "model": 120, "product_code": 120, "remarks": 20_000}
)
OPERATIONS: Final = MappingProxyType(
    {"": "1", "1": "1", "IMP": "1", "IMPORTACION": "1", "IMPORTACIÓN": "1", "IMPORT": "1"}
    | {"2": "2", "EXP": "2", "EXPORTACION": "2", "EXPORTACIÓN": "2", "EXPORT": "2", "3": "3", "TRA": "3"}
)
LONGEST_SEQUENCE: Final = 2_147_483_647  # the largest the database keeps

_NOT_IN_CODE: Final = re.compile(r"[.\s\-]+")
_DIGITS: Final = re.compile(r"[0-9]+")


def sequence(text: str) -> int | None:
    """Return the number of a line; None when the text is none."""
    if not _DIGITS.fullmatch(text) or len(text) > 10:
        return None
    value = int(text)
    return value if 1 <= value <= LONGEST_SEQUENCE else None


def _cut(record: LineRecord | PartyRecord, limits: Mapping[str, int], faults: list[Fault]) -> dict[str, Any]:
    """Return those values of a record that are longer than their column, cut."""
    cut: dict[str, Any] = {}
    for name, limit in limits.items():
        text = getattr(record, name)
        if len(text) > limit:
            cut[name] = text[:limit]
            faults.append(fault("value_cut", column=name, limit=limit))
    return cut


def _country(written: str, column: str, known: Known, faults: list[Fault]) -> str:
    if not written:
        return ""
    code = known.country(written)
    if code is None:
        faults.append(fault("unknown_country", value=written, column=column))
    return code or ""


def _tariff_code(written: str, nico: str, known: Known) -> tuple[str, str, Fault | None]:
    """Return fracción and NICO, and what was wrong; a lost leading zero is given back where the tariff confirms it."""
    code = _NOT_IN_CODE.sub("", written)
    if not code:
        return "", nico, fault("no_tariff_code")
    if not _DIGITS.fullmatch(code) or not code.isascii():
        return "", nico, fault("bad_tariff_code", value=written)
    padded = code.zfill(TARIFF_CODE if len(code) <= TARIFF_CODE else TARIFF_CODE + 2)
    whole, own_nico = padded[:TARIFF_CODE], padded[TARIFF_CODE:]
    if len(code) in (TARIFF_CODE, TARIFF_CODE + 2):
        return whole, own_nico or nico, None
    if len(code) == SUBHEADING:
        return code, "", fault("tariff_code_short", value=written)
    if len(code) in (TARIFF_CODE - 1, TARIFF_CODE + 1) and whole in known.tariff.periods:
        return whole, own_nico or nico, fault("tariff_code_padded", value=written, read=whole)
    return "", nico, fault("bad_tariff_code", value=written)


def _nico(written: str, faults: list[Fault]) -> str:
    """Return two digits; a single one has lost its leading zero."""
    if not written:
        return ""
    if not _DIGITS.fullmatch(written) or len(written) > 2:
        faults.append(fault("bad_nico", value=written))
        return ""
    return written.zfill(2)


def _unit(written: str, known: Known, faults: list[Fault]) -> str:
    unit = written.lstrip("0") if written.isdigit() else written
    if unit and unit not in known.units:
        faults.append(fault("unknown_unit", value=written))
    return unit if len(unit) <= 2 else ""


def _covered(code: str, known: Known, on: date | None, faults: list[Fault]) -> None:
    if len(code) == TARIFF_CODE and not known.tariff.covers(code, on):
        name = "unknown_tariff_code" if known.tariff.complete else "tariff_code_not_in_extract"
        faults.append(fault(name, value=code))


def clean_line(line: LineRecord, known: Known, *, on: date | None) -> tuple[LineRecord | None, list[Fault]]:
    """Return the line with comparable codes and its faults; None for the line when one of them rejects it."""
    code, nico, problem = _tariff_code(line.tariff_code, line.nico, known)
    faults = [problem] if problem else []
    if not code:
        return None, faults
    _covered(code, known, on, faults)
    origin = _country(line.origin, "origin", known, faults)
    parties = []
    for party in line.parties:
        kept, found = clean_party(party, known)
        parties.append(kept)
        faults += found
    cleaned = replace(
        line,
        tariff_code=code,
        nico=_nico(nico, faults),
        tariff_version=line.tariff_version or tariff_version(on),
        origin=origin,
        origin_declared=line.origin_declared or (line.origin if len(line.origin) <= 3 else origin),
        seller_country=_country(line.seller_country, "seller_country", known, faults),
        unit=_unit(line.unit, known, faults),
        parties=tuple(parties),
        **_cut(line, LINE_LIMITS, faults),
    )
    return cleaned, faults


def clean_party(party: PartyRecord, known: Known) -> tuple[PartyRecord, list[Fault]]:
    """Return the party with a comparable country and without a tax id that says nothing, and its faults."""
    faults: list[Fault] = []
    country = _country(party.country, f"{party.role.lower()}_country", known, faults)
    tax_id = declared_tax_id(party.tax_id)
    changes = _cut(party, PARTY_LIMITS, faults)
    if changes or country != party.country or tax_id != party.tax_id:
        changes |= {"country": country, "tax_id": tax_id[: PARTY_LIMITS["tax_id"]]}
        party = replace(party, **changes)
    return party, faults


def clean_importer(importer: ImporterRecord | None) -> tuple[ImporterRecord | None, list[Fault]]:
    """Return the importer under its plain RFC, None when it declares none that can be kept, and the faults."""
    rfc = plain_rfc(importer.rfc) if importer else ""
    if importer is None or not rfc:
        return None, []
    match check_rfc(rfc):
        case RfcCheck.MALFORMED:
            faults = [fault("rfc_malformed", value=rfc)]
        case RfcCheck.CHECK_DIGIT:
            faults = [fault("rfc_check_digit", value=rfc)]
        case _:
            faults = []
    if len(rfc) > 13:
        return None, faults
    return replace(importer, rfc=rfc, name=importer.name[:255]), faults


def clean_declaration(declaration: DeclarationRecord, known: Known) -> tuple[DeclarationRecord, list[Fault]]:
    """Return the declaration, without touching its lines, with comparable codes, and its faults."""
    faults: list[Fault] = []
    key = declaration.key.upper()
    operation = OPERATIONS.get(declaration.operation.upper())
    if operation is None:
        faults.append(fault("unknown_operation", value=declaration.operation))
    importer, found = clean_importer(declaration.importer)
    faults += found
    parties = []
    for party in declaration.parties:
        kept, found = clean_party(party, known)
        parties.append(kept)
        faults += found
    cleaned = replace(
        declaration,
        **_number_parts(declaration),
        key=key[:2],
        operation=operation or IMPORT,
        regime=declaration.regime.upper()[:3],
        kind=declaration.kind[:2],
        importer=importer,
        parties=tuple(parties),
    )
    return cleaned, [*faults, *_declaration_faults(cleaned, key, known)]


def _number_parts(declaration: DeclarationRecord) -> dict[str, Any]:
    """Return the parts of a whole pedimento number that stands in ``number``; else the number as it is."""
    parts = Pedimento.parse(declaration.number) if not declaration.patent else None
    if parts is None:
        return {"number": declaration.number[:40]}
    return {
        "year": parts.year,
        "office": parts.office,
        "section": parts.section or declaration.section,
        "patent": parts.patent,
        "number": parts.number,
    }


def _declaration_faults(declaration: DeclarationRecord, key: str, known: Known) -> list[Fault]:
    faults = []
    if declaration.patent and not year_digit_agrees(declaration.number, declaration.year):
        faults.append(fault("year_digit", value=declaration.number, year=declaration.year))
    if key and key not in known.keys:
        faults.append(fault("unknown_key", value=key))
    office = declaration.office + declaration.section
    if office and office not in known.offices:
        faults.append(fault("unknown_office", value=office))
    return faults
