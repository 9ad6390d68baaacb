"""Reads the UFLPA Entity List from the page of the Department of Homeland Security: one table for each section."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from lxml import etree, html

from kernel.domain.text import Text
from kernel.formats.csv_table import normal_header
from screening.domain.entity_names import EntityName, read_entity_name
from screening.domain.name_parts import says_something, unique
from screening.engine import Authority, ListedGood
from screening.formats.content import (
    NAME_LIMIT,
    NO_NAME,
    OVERLONG_NAME,
    ListContent,
    Omission,
    UnknownLayoutError,
    american_day,
    slug,
    with_own_keys,
)
from screening.formats.uflpa_csv import places_of, producer, uflpa_good

FORMAT: Final = "dhs_page"
COUNTRY: Final = "CHN"  # the act lists entities of China only
NAME_HEADERS: Final = ("name_of_entity", "entity_name", "name", "entity", "entities", "name_of_entities")
DATE_HEADERS: Final = ("effective_date", "date_effective", "date", "date_added", "effective")
_SECTION: Final = re.compile(r"2\s*\(d\)\s*\(2\)\s*\(B\)\s*\((?P<part>[ivx]+)\)", re.I)
_SECTION_HOLDERS: Final = frozenset(
    {"h1", "h2", "h3", "h4", "h5", "h6", "p", "a", "strong", "b", "summary", "button", "span", "caption", "li", "div"}
)
_UPDATED: Final = re.compile(
    r"last (?:updated|published|reviewed|modified)\W{0,10}(?:date\W{0,5})?"
    r"(?P<day>\d{1,2}/\d{1,2}/\d{4}|\d{4}-\d\d-\d\d|[A-Z][a-z]+ \d{1,2}, \d{4})",
    re.I,
)


@dataclass(slots=True)
class _Entity:
    """An entity with what each section says of it: the first name rules, the others add to it."""

    names: EntityName
    sections: list[str] = field(default_factory=list)
    days: list[date] = field(default_factory=list)

    def add(self, names: EntityName, section: str, day: date | None) -> None:
        known = self.names
        self.names = replace(
            known,
            aliases=tuple(a for a in unique([*known.aliases, names.name, *names.aliases]) if a != known.name),
            former_names=unique([*known.former_names, *names.former_names]),
            includes_subsidiaries=known.includes_subsidiaries or names.includes_subsidiaries,
            subsidiaries=unique([*known.subsidiaries, *names.subsidiaries]),
        )
        self.sections += [section] if section and section not in self.sections else []
        self.days += [day] if day else []


def looks_like_a_page(data: bytes) -> bool:
    """Return whether the bytes begin like HTML."""
    return data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"<"


def read_dhs_page(data: bytes, *, list_name: str) -> ListContent:
    """Return one entry for each entity of the page, its sections and days together.

    Raises:
        UnknownLayoutError: if no table of the page has a column of entity names and one of dates.

    """
    try:
        page = html.document_fromstring(data)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise _unknown() from error
    entities: dict[str, _Entity] = {}
    omissions: list[Omission] = []
    headers: set[str] = set()
    for section, table in _tables(page):
        header, rows = _split(table)
        headers.add(",".join(header))
        _read_rows(header, rows, section, entities, omissions)
    if not entities:
        raise _unknown()
    return ListContent(
        layout=f"{FORMAT}:{';'.join(sorted(headers))}",
        authority=Authority.FOREIGN,
        goods=with_own_keys([_good(entity, list_name) for entity in entities.values()]),
        omissions=tuple(omissions),
        dated_on=_updated_on(page),
    )


def _unknown() -> UnknownLayoutError:
    return UnknownLayoutError(
        Text(
            "La página no tiene ninguna tabla con el nombre de las entidades y su fecha de efecto.",
            "The page has no table with names of entities and their effective dates.",
        )
    )


def _tables(page: html.HtmlElement) -> Iterator[tuple[str, html.HtmlElement]]:
    """Yield the tables of entities, each with the section named last before it or in its caption."""
    section = ""
    for element in page.iter():
        if element.tag == "table":
            caption = element.find("caption")
            own = _SECTION.search(caption.text_content()) if caption is not None else None
            if _is_of_entities(_split(element)[0]):
                yield (own["part"].lower() if own else section), element
        elif element.tag in _SECTION_HOLDERS:
            found = _SECTION.search(element.text_content())
            section = found["part"].lower() if found else section


def _split(table: html.HtmlElement) -> tuple[tuple[str, ...], list[tuple[int, list[str]]]]:
    """Return the header of a table and its other rows, each with its line in the page."""
    rows = [(row.sourceline or 0, [_text(cell) for cell in row.iterfind("./*")]) for row in table.iter("tr")]
    if not rows:
        return (), []
    return tuple(normal_header(cell) for cell in rows[0][1]), rows[1:]


def _text(cell: html.HtmlElement) -> str:
    return " ".join(" ".join(cell.itertext()).split())


def _is_of_entities(header: tuple[str, ...]) -> bool:
    return any(name in header for name in NAME_HEADERS) and any(name in header for name in DATE_HEADERS)


def _read_rows(
    header: tuple[str, ...],
    rows: list[tuple[int, list[str]]],
    section: str,
    entities: dict[str, _Entity],
    omissions: list[Omission],
) -> None:
    name_at = next(header.index(name) for name in NAME_HEADERS if name in header)
    date_at = next(header.index(name) for name in DATE_HEADERS if name in header)
    for line, cells in rows:
        if not any(cells):
            continue
        if len(cells) <= max(name_at, date_at) or not says_something(cells[name_at]):
            omissions.append(Omission(line, " ".join(cells)[:NAME_LIMIT], NO_NAME))
            continue
        names = read_entity_name(cells[name_at])
        if max(len(form) for form in (names.name, *names.aliases, *names.former_names)) > NAME_LIMIT:
            omissions.append(Omission(line, names.name[:NAME_LIMIT], OVERLONG_NAME))
            continue
        key = "".join(letter for letter in names.name.casefold() if letter.isalnum())
        entities.setdefault(key, _Entity(names)).add(names, section, american_day(cells[date_at]))


def _good(entity: _Entity, list_name: str) -> ListedGood:
    names = entity.names
    firms = [names, *(read_entity_name(name) for name in names.subsidiaries)]
    return uflpa_good(
        slug("uflpa", names.name),
        list_name,
        *(producer(firm, COUNTRY, places_of(firm)) for firm in firms),
        sections=entity.sections,
        added_on=min(entity.days, default=None),
    )


def _updated_on(page: html.HtmlElement) -> date | None:
    """Return the day the page says it was last changed, in its text or its metadata."""
    found = _UPDATED.search(page.text_content())
    if found:
        return american_day(found["day"])
    for meta in page.iter("meta"):
        if meta.get("property") == "article:modified_time":
            return american_day((meta.get("content") or "")[:10])
    return None
