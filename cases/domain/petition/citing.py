"""A prevention in words: the faults that intake chose, each with its place in the petition and its article."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import ClassVar, Final

from cases.domain.petition.requisites import Fault
from kernel.domain.errors import InputError
from kernel.domain.text import Text

PLACES: Final = {
    "goods": Text("mercancía {number}", "goods {number}"),
    "codes": Text("fracción {number}", "tariff code {number}"),
    "producers": Text("productor {number}", "producer {number}"),
    "origins": Text("origen {number}", "origin {number}"),
    "provenances": Text("procedencia {number}", "provenance {number}"),
    "exhibits": Text("anexo {number}", "exhibit {number}"),
    "events": Text("hecho {number}", "event {number}"),
    "authorised": Text("persona autorizada {number}", "person authorised {number}"),
    "importers": Text("importador {number}", "importer {number}"),
    "standing": Text("documento de personalidad {number}", "document of standing {number}"),
}
ASKED: Final = Text("Para continuar, complete lo siguiente:", "To go on, complete the following:")
NO_SUCH_FAULT: Final = Text(
    "La solicitud no tiene la falta {code} en {field}.", "The petition has no fault {code} at {field}."
)


class UnknownFaultError(InputError):
    """A prevention cites what the petition does not lack."""

    code: ClassVar[str] = "unknown_fault"


def place_of(field: str) -> Text:
    """Return where a field stands, counted from one: ``goods.0.codes.1.nico`` is goods 1, tariff code 2."""
    parts = field.split(".")
    pairs = [(name, int(at)) for name, at in pairwise(parts) if name in PLACES and at.isdigit()]
    found = [PLACES[name].filled(number=at + 1) for name, at in pairs]
    return Text(", ".join(one.es for one in found), ", ".join(one.en for one in found))


def chosen(faults: Iterable[Fault], cited: Iterable[tuple[str, str]]) -> tuple[Fault, ...]:
    """Return the faults that are cited by code and field, in the order of the petition's own.

    Raises:
        UnknownFaultError: one is cited that the petition does not have.

    """
    known = {(fault.code, fault.field): fault for fault in faults}
    wanted = set(cited)
    for code, field in wanted - known.keys():
        raise UnknownFaultError(NO_SUCH_FAULT.filled(code=code, field=field))
    return tuple(fault for key, fault in known.items() if key in wanted)


def prevention_reason(faults: Sequence[Fault], note: str) -> str:
    """Return the reasons of a prevention: what intake writes, and each fault with its article."""
    lines = [f"{number}. {_line(fault)}" for number, fault in enumerate(faults, 1)]
    listed = [ASKED.es, *lines] if lines else []
    return "\n".join(part for part in (note.strip(), *listed) if part)


def _line(fault: Fault) -> str:
    place = place_of(fault.field).es
    said = f"{place[:1].upper()}{place[1:]}: {fault.words.es}" if place else fault.words.es
    return f"{said} ({fault.article})"
