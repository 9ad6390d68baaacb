"""Reads whom or what a withhold-release order names: firms, vessels, or goods of a whole country or region."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from kernel.domain.countries import country_code
from screening.domain.entity_names import EntityName, read_entity_name, read_entity_names
from screening.domain.name_parts import brackets_apart, clean, says_something, unique
from screening.domain.places import XINJIANG, places_in_name

HIGH_SEAS: Final = "high seas"
# orders on goods from somewhere, whoever made them, and the place they say; asked in this order
WITHOUT_PRODUCER: Final[tuple[tuple[re.Pattern[str], str], ...]] = (
    (re.compile(r"^all\s", re.I), ""),
    (re.compile(r"\bproduced in\b", re.I), ""),
    (re.compile(r"^artisanal\b", re.I), ""),
    (re.compile(r"^(?:the )?Xinjiang Uyghur Autonomous Region\b|^XUAR$", re.I), XINJIANG),
    (re.compile(r"^(?P<place>.+?) (?:autonomous region|province)\b[^,;]*$", re.I), ""),
    (re.compile(r"^(?P<place>.+?) (?:diamond|gold|oil) fields?$", re.I), ""),
)
_VESSEL: Final = re.compile(r"^fishing vessels?\s*(?::|owned by)\s*(?P<name>.+)$", re.I)
_REMOVED: Final = re.compile(r"removed from (?:the|this) order", re.I)


@dataclass(frozen=True, slots=True)
class OrderedFirm:
    """A firm or vessel that an order names, with the places and the country its text tells."""

    names: EntityName
    country: str = ""
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OrderEntity:
    """Whom an order names; without firms it is on goods from ``places`` or from its country."""

    firms: tuple[OrderedFirm, ...] = ()
    places: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


def read_order_entity(text: str, *, country: str, aliases: Iterable[str] = (), remarks: str = "") -> OrderEntity:
    """Return whom the cell ``text`` of an order names.

    ``aliases`` from a column of their own belong to the first firm; a firm that ``remarks`` says was
    removed from the order is left out and named in ``removed``.
    """
    text = clean(text)
    vessel = _VESSEL.match(text)
    if vessel:
        return OrderEntity((OrderedFirm(read_entity_name(vessel["name"]), places=(HIGH_SEAS,)),))
    for pattern, place in WITHOUT_PRODUCER:
        found = pattern.search(text)
        if found:
            return OrderEntity(places=unique([found.groupdict().get("place") or place]))
    firms = list(_firms(text, country))
    if firms and aliases:
        firms[0] = _with_aliases(firms[0], aliases)
    kept = tuple(firm for firm in firms if not _is_removed(firm, remarks))
    return OrderEntity(kept, removed=tuple(firm.names.name for firm in firms if firm not in kept))


def _firms(text: str, country: str) -> Iterator[OrderedFirm]:
    pieces = _pieces(text)
    shared = _shared_place(pieces)
    for piece in pieces[:-1] if shared else pieces:
        bare, site, site_country = _site_apart(piece)
        bare, address = _address_apart(bare, site_country or country)
        for names in read_entity_names(bare):
            places = unique([*site, *address, *shared, *_places(names)])
            if says_something(names.name):
                yield from _with_subsidiaries(OrderedFirm(names, site_country or country, places))


def _with_subsidiaries(firm: OrderedFirm) -> Iterator[OrderedFirm]:
    names = firm.names
    yield replace(firm, names=replace(names, subsidiaries=()))
    for name in names.subsidiaries:
        subsidiary = read_entity_name(name)
        yield OrderedFirm(subsidiary, firm.country, _places(subsidiary))


def _pieces(text: str) -> list[str]:
    """Return the text cut at semicolons that stand outside brackets and introduce no alias."""
    depth = 0
    pieces = [""]
    for letter in text:
        depth += (letter == "(") - (letter == ")")
        if letter == ";" and depth == 0 and "a/k/a" not in pieces[-1]:
            pieces.append("")
        else:
            pieces[-1] += letter
    return [piece.strip() for piece in pieces if piece.strip()]


def _shared_place(pieces: list[str]) -> tuple[str, ...]:
    """Return the place that a last piece of one word names: ``...; Kathmandu.``."""
    last = pieces[-1].rstrip(".") if len(pieces) > 1 else ""
    return (last,) if last.isalpha() else ()


def _site_apart(text: str) -> tuple[str, tuple[str, ...], str]:
    """Return the text without ``(of Nagoya, Japan)``, the places said there, and the country."""
    kept, places, country = [], [], ""
    for part, is_bracket in brackets_apart(text):
        if is_bracket and part.lower().startswith("of "):
            *places, last = (word.strip() for word in part[3:].split(","))
            country = country_code(last)
            places += [] if country else [last]
        else:
            kept.append(f"({part})" if is_bracket else part)
    return clean("".join(kept)), tuple(places), country


def _address_apart(text: str, country: str) -> tuple[str, tuple[str, ...]]:
    """Return name and places of ``State Penitentiary, Ciudad Victoria, Tamaulipas, Mexico``.

    The town stays in the name, which alone says little.
    """
    parts = [part.strip() for part in text.split(",")]
    if len(parts) < 3 or not country or country_code(parts[-1].rstrip(".")) != country:
        return text, ()
    return ", ".join(parts[:2]), tuple(parts[1:-1])


def _places(names: EntityName) -> tuple[str, ...]:
    forms = (names.name, *names.aliases, *names.former_names)
    return unique(place for form in forms for place in places_in_name(form))


def _with_aliases(firm: OrderedFirm, aliases: Iterable[str]) -> OrderedFirm:
    read = [read_entity_name(alias) for alias in aliases if alias.strip()]
    names = firm.names
    more = unique([*names.aliases, *(form for alias in read for form in (alias.name, *alias.aliases))])
    names = replace(names, aliases=tuple(form for form in more if form != names.name))
    return replace(firm, names=names, places=unique([*firm.places, *_places(names)]))


def _is_removed(firm: OrderedFirm, remarks: str) -> bool:
    """Return whether remarks name the firm, whole and not as the end of another's name, as removed."""
    name = re.escape(firm.names.name.rstrip("."))
    said = re.search(rf"(?:^|[\d:;,.)]|\band)\s*{name}(?!\w)", remarks, re.I)
    return bool(_REMOVED.search(remarks)) and said is not None
