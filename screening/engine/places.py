"""Where a party is: postal code, the region digits of a Chinese tax id, the city; evidence for a regional order."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from kernel.domain.text import Text
from screening.engine import gazetteer
from screening.engine.latin import to_latin
from screening.engine.types import Answer, Criterion, CriterionAnswer, ListedGood, Party
from screening.engine.vocabulary import canonical

SELLER: Final = "SUPPLIER"
USCC_LENGTHS: Final = (17, 18)  # SAAI cuts the 18 characters of a Chinese USCC to 17
_WORD: Final = re.compile("[A-Z0-9]+")


@dataclass(frozen=True, slots=True)
class Region:
    """A region with what betrays it in an address.

    Postal prefixes follow China Post; ``division`` is the start of the GB/T 2260 code in digits 3-8 of a USCC. The
    words of ``cities`` stand for places in it where a place is asked for, those of ``sure`` in a firm's name as well.
    """

    names: frozenset[str]
    country: str
    postal: tuple[str, ...]
    division: str
    cities: frozenset[str]
    sure: frozenset[str]


def _region(name: str, *, also: str, postal: tuple[str, ...], division: str) -> Region:
    """Return a region of China with the places that the gazetteer knows in it, in their canonical words."""
    inside = [place for place in gazetteer.places() if name in {place.region, place.canonical}]
    sure = {word for place in inside for form in place.sure_forms for word in _single(form)}
    asked = {word for place in inside for form in (place.canonical, *place.unsure_forms) for word in _single(form)}
    names = frozenset(also.split()) | {name}
    return Region(names, gazetteer.CHINA, postal, division, frozenset(sure | asked), frozenset(sure))


def _single(form: str) -> tuple[str, ...]:
    """Return the canonical word of a Latin form of one word."""
    return canonical(form) if form.isascii() and " " not in form else ()


XINJIANG: Final = _region(gazetteer.XINJIANG, also="XUAR XPCC UYGHUR", postal=("83", "84"), division="65")
TIBET: Final = _region("TIBET", also="XIZANG", postal=("85",), division="54")
REGIONS: Final = (XINJIANG, TIBET)


@lru_cache(maxsize=1 << 16)
def _words(text: str) -> frozenset[str]:
    return frozenset(part for word in _WORD.findall(to_latin(text)) for part in canonical(word))


def region_of(place: str) -> Region | None:
    """Return the known region that a listed place names, if any."""
    words = _words(place)
    return next((r for r in REGIONS if words & (r.names | r.cities)), None)


def _digits(text: str) -> str:
    return "".join(c for c in text if c.isdigit())


def _place_of(party: Party, region: Region) -> bool | None:
    """Return whether the party is in the region; None when it declares nothing that tells."""
    if party.country and party.country != region.country:
        return False
    tax_id = "".join(c for c in party.tax_id.upper() if c.isalnum())
    postal = _digits(party.postal_code)
    clues: list[bool] = []
    if len(tax_id) in USCC_LENGTHS and tax_id[2:8].isdigit():
        clues.append(tax_id[2:].startswith(region.division))
    if len(postal) == 6:
        clues.append(postal.startswith(region.postal))
    clues.append(
        bool(_words(party.city) & (region.cities | region.names) or _words(party.name) & (region.sure | region.names))
    )
    if any(clues):
        return True
    return False if len(clues) > 1 or party.city else None


def _listed_words(good: ListedGood) -> frozenset[str]:
    return frozenset(w for place in good.places for w in _words(place))


_MET: Final = Text("{name} está en {listed}", "{name} is in {listed}")
_NEAR: Final = Text(
    "{name} está en la misma región que {listed}, no se sabe si ahí",
    "{name} is in the same region as {listed}; whether there is not known",
)
_ELSEWHERE: Final = Text("ningún lugar declarado es {listed}", "no declared place is {listed}")
_OPEN: Final = Text("no se declaró un lugar que comparar con {listed}", "no place is declared to compare with {listed}")


def place_answer(good: ListedGood, parties: Sequence[Party], *, seller_counts: bool) -> CriterionAnswer:
    """Return how the parties' places compare with those an entry asks for.

    A seller elsewhere excludes the entry only where ``seller_counts`` (foreign lists), and one of several only when
    all of them are elsewhere; a producer elsewhere always.
    """
    wanted = _listed_words(good)
    regions = [(region, bool(wanted & region.names)) for region in map(region_of, good.places) if region]
    answers = [_party_answer(party, wanted, regions) for party in parties]
    listed = ", ".join(good.places)
    for met, reason in ((Answer.MET, _MET), (Answer.NEAR, _NEAR)):
        party = next((p for p, found in zip(parties, answers, strict=True) if found is met), None)
        if party is not None:
            sure = Answer.MET if met is Answer.MET and party.attributed else Answer.NEAR
            return CriterionAnswer(Criterion.PLACE, sure, reason.filled(name=party.name or "-", listed=listed))
    elsewhere = [p for p, found in zip(parties, answers, strict=True) if found is Answer.NOT_MET]
    if _excludes(elsewhere, parties, seller_counts=seller_counts):
        return CriterionAnswer(Criterion.PLACE, Answer.NOT_MET, _ELSEWHERE.filled(listed=listed))
    return CriterionAnswer(Criterion.PLACE, Answer.NOT_DECLARED, _OPEN.filled(listed=listed))


def _party_answer(party: Party, wanted: frozenset[str], regions: Sequence[tuple[Region, bool]]) -> Answer:
    """Return where one party is; a city of a known region is not the whole of it."""
    inside = [(_place_of(party, region), whole) for region, whole in regions]
    if any(is_inside and whole for is_inside, whole in inside) or wanted & _words(party.city):
        return Answer.MET
    if any(is_inside for is_inside, _ in inside):
        return Answer.MET if wanted & _words(party.name) else Answer.NEAR
    tells = any(is_inside is False for is_inside, _ in inside) or (not regions and bool(party.city))
    return Answer.NOT_MET if tells else Answer.NOT_DECLARED


def _excludes(elsewhere: Sequence[Party], parties: Sequence[Party], *, seller_counts: bool) -> bool:
    if any(party.role != SELLER for party in elsewhere):
        return True
    all_sellers = sum(party.role == SELLER for party in parties) == len(elsewhere)
    return seller_counts and any(party.attributed or all_sellers for party in elsewhere)
