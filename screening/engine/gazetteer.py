"""The one table of places: countries, China's regions, cities and counties, and the cities of the supplier countries.

``data/places.csv`` holds a row per place. Its ``forms`` stand for the place wherever they are read (Chinese
characters, pinyin, Wade-Giles, postal, Uyghur, Tibetan, Mongol, Spanish and English spellings); its ``unsure_forms``
are names that firms bear as well (``TIANSHAN``, ``LEON``) and count only where a place is asked for.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Final

from screening.engine.storage import table

XINJIANG: Final = "XINJIANG"
CHINA: Final = "CHN"


@dataclass(frozen=True, slots=True)
class Place:
    """A place under its usual English name in capitals; ``kind`` is country, region, city or county.

    ``country`` is an ISO 3166-1 alpha-3 code, ``region`` the English name of a region of China, both "" if none.
    """

    canonical: str
    kind: str
    country: str
    region: str
    forms: tuple[str, ...]
    unsure_forms: tuple[str, ...]

    @property
    def sure_forms(self) -> tuple[str, ...]:
        """Return every form that means the place wherever it is read, its English name among them."""
        unsure = set(self.unsure_forms)
        return tuple(form for form in (self.canonical, *self.forms) if form not in unsure)


def _cells(text: str) -> tuple[str, ...]:
    return tuple(part for part in text.split("|") if part)


@cache
def places() -> tuple[Place, ...]:
    """Return all places, in the order of the table."""
    return tuple(
        Place(
            row["canonical"], row["kind"], row["country"], row["region"],
            _cells(row["forms"]), _cells(row["unsure_forms"]),
        )
        for row in table("places")
    )  # fmt: skip


# Words that name a country other than China, whose name stands before half the firms of its own.
COUNTRIES: Final = frozenset(
    word
    for p in places()
    if p.kind == "country" and p.country != CHINA
    for word in p.canonical.split()
    if len(word) > 3
)


def _by_form(found: Iterable[tuple[str, Place]]) -> MappingProxyType[str, Place]:
    first: dict[str, Place] = {}
    for form, place in found:
        first.setdefault(form, place)
    return MappingProxyType(first)


# What a form means wherever it is read, and what it means where a place is asked for (a city, an address).
SURE: Final = _by_form((form, place) for place in places() for form in place.sure_forms)
ASKED: Final = _by_form(
    (form, place) for place in places() for form in (*place.sure_forms, place.canonical, *place.unsure_forms)
)
# The words of a text that are a place of their own, and what they are called in English.
EXONYMS: Final = MappingProxyType(
    {form: place.canonical for form, place in SURE.items() if form.isascii() and form.isalpha()}
)
# Chinese characters of a place, with and without what kind of place it is.
IN_HAN: Final = MappingProxyType({form: place.canonical for form, place in SURE.items() if not form.isascii()})
LONGEST: Final = max(form.count(" ") + 1 for form in ASKED)  # words of the longest form


def place_named(text: str) -> Place | None:
    """Return the place that a form is, in any of its spellings and any case, where a place is asked for."""
    return ASKED.get(" ".join(text.upper().replace("-", " ").replace("'", "").split()))


def places_in(words: tuple[str, ...]) -> tuple[Place, ...]:
    """Return the places that a run of upper-case words names for sure, the longest forms first where they overlap."""
    found = []
    start = 0
    while start < len(words):
        for length in range(min(LONGEST, len(words) - start), 0, -1):
            place = SURE.get(" ".join(words[start : start + length]))
            if place is not None:
                found.append(place)
                break
        start += length if place is not None else 1
    return tuple(dict.fromkeys(found))


def forms_in(region: str) -> frozenset[str]:
    """Return every ASCII form, sure or not, of a region of China and of the places that lie in it."""
    inside = (p for p in places() if region in {p.region, p.canonical})
    return frozenset(form for p in inside for form in (p.canonical, *p.forms, *p.unsure_forms) if form.isascii())
