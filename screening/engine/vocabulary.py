"""What the words of firms' names mean: legal forms, abbreviations, translations, places, numbers.

The tables are ``data/legal_forms.csv``, ``data/synonyms.csv`` and ``data/places.csv``; a word here is in upper case,
ASCII letters or digits. Sources and dates stand in ``docs/reference/words.md``.
"""

from collections.abc import Iterable, Iterator, Mapping
from enum import IntEnum
from types import MappingProxyType
from typing import Final

from screening.engine import gazetteer
from screening.engine.storage import table
from screening.engine.unglue import LEAST_PART, Unglue

Words = tuple[str, ...]


class WordClass(IntEnum):
    """What kind of word a word is; ``OWN`` is all that is known as nothing else."""

    OWN = 0
    GENERIC = 1
    PLACE = 2
    NUMBER = 3
    LETTER = 4
    FORM = 5
    STOP = 6


_FORM_ROWS: Final = table("legal_forms")
_SYNONYM_ROWS: Final = table("synonyms")
_PART: Final = "PART"  # a word that is part of a form of several words and says nothing alone
_KEPT: Final = 2  # letters of a form too short to be written otherwise: AO, EV may be somebody's word
_PLURAL: Final = 5  # letters from which a plural of a generic word is looked for


def _one_word(rows: Iterable[Mapping[str, str]], column: str = "form") -> Iterator[Mapping[str, str]]:
    return (row for row in rows if " " not in row[column])


def _forms(rows: Iterable[Mapping[str, str]]) -> frozenset[str]:
    return frozenset(word for row in rows for word in (row["form"], row["short"]))


# Every word that may be part of a legal form, as written and in its short form.
FORMS: Final = _forms(_one_word(_FORM_ROWS))
# Words that are a legal form by themselves.
LEGAL_FORMS: Final = _forms(row for row in _one_word(_FORM_ROWS) if row["kind"] != _PART)
# Forms that may be dropped as the first word; any other there is the firm's own word (SAS Institute, KK Textile).
FORMS_AT_HEAD: Final = _forms(row for row in _one_word(_FORM_ROWS) if row["head"] == "yes")
# Several words (as written) that are one form, and the short form that says the same.
FORM_PHRASES: Final[Mapping[Words, str]] = MappingProxyType(
    {tuple(row["form"].split()): row["short"] for row in _FORM_ROWS if " " in row["form"]}
)


def _by_short(column: str) -> dict[str, list[str]]:
    """Return what the rows of each short form say in a column, the row of the form itself first."""
    said: dict[str, list[str]] = {}
    for row in sorted(_FORM_ROWS, key=lambda row: row["form"] != row["short"]):
        said.setdefault(row["short"], []).append(row[column])
    return said


# What a form says of the firm: LIMITED, STOCK, PARTNERSHIP, SOLE, COOPERATIVE, STATE, COMPANY (says nothing).
FORM_KINDS: Final[Mapping[str, str]] = MappingProxyType(
    {row["form"]: row["kind"] for row in _one_word(_FORM_ROWS)}
    | {short: kinds[0] for short, kinds in _by_short("kind").items()}
)
# Countries whose form it is; a form of English is used in translations everywhere and says nothing of a country.
FORM_COUNTRIES: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    {
        short: countries
        for short, rows in _by_short("countries").items()
        for countries in [frozenset(" ".join(rows).split())]
        if not {"US", "GB"} & countries and "JSC" not in short
    }
)
# Forms that are long enough to be known when misspelt, as written.
LONG_FORMS: Final = tuple(sorted(row["form"] for row in _one_word(_FORM_ROWS) if len(row["form"]) > 6))  # LIMITED

# Several words that mean one or more others (DET MAY is TEXTILE GARMENT, HA NOI is HANOI).
PHRASES: Final[Mapping[Words, Words]] = MappingProxyType(
    {tuple(form.split()): tuple(p.canonical.split()) for form, p in gazetteer.SURE.items() if " " in form}
    | {tuple(r["word"].split()): tuple(r["canonical"].split()) for r in _SYNONYM_ROWS if " " in r["word"]}
)


def _known() -> dict[str, Words]:
    """Return every word that is written otherwise, or is known as it is, with its canonical words."""
    known = {form: tuple(place.split()) for form, place in gazetteer.EXONYMS.items()}
    known |= {r["word"]: tuple(r["canonical"].split()) for r in _one_word(_SYNONYM_ROWS, "word")}
    known |= {r["form"]: (r["short"],) for r in _one_word(_FORM_ROWS) if len(r["form"]) > _KEPT}
    return known


def _of_language(language: str) -> frozenset[str]:
    return frozenset(r["canonical"] for r in _SYNONYM_ROWS if r["language"] == language)


ACRONYM_STOP: Final = _of_language("stop")
_ROMAN: Final = frozenset("II III IV VI VII VIII IX XI XII".split())  # I, V and X are letters first
# Words that are a place, or tell one of several words (HONG KONG, INNER MONGOLIA) by themselves.
_TELLING: Final = 5  # letters of such a word at least; shorter ones are syllables of many names
_PLACE_WORDS: Final = frozenset(
    word for place in gazetteer.EXONYMS.values() for word in place.split() if word == place or len(word) >= _TELLING
) | {"HONG", "KONG", "SRI"}


def _classes() -> dict[str, WordClass]:
    generic = {w for r in _SYNONYM_ROWS if r["language"] not in {"stop", "number"} for w in r["canonical"].split()}
    kinds = dict.fromkeys(generic, WordClass.GENERIC)
    kinds |= dict.fromkeys(_PLACE_WORDS - generic, WordClass.PLACE)
    kinds |= dict.fromkeys(LEGAL_FORMS, WordClass.FORM)
    kinds |= dict.fromkeys(_of_language("number") | _ROMAN, WordClass.NUMBER)
    return kinds | dict.fromkeys(ACRONYM_STOP, WordClass.STOP)


_KNOWN: Final = _known()
# Canonical words of a class that does not show in their letters.
CLASSES: Final[Mapping[str, WordClass]] = MappingProxyType(_classes())
# Words that mean the canonical words beside them.
REWRITTEN: Final[Mapping[str, Words]] = MappingProxyType(_KNOWN)
# One spelling for the endings of Russian adjectives, which lists spell in many ways; none ends a word of pinyin.
_RUSSIAN: Final = {
    "KIY": "KY", "KII": "KY", "KYI": "KY", "KYY": "KY", "KIJ": "KY", "SKI": "SKY", "NYI": "NY", "NYY": "NY",
    "KOYE": "KOE", "NOYE": "NOE", "VOYE": "VOE",
}  # fmt: skip
_ADJECTIVE: Final = 8  # letters of the shortest word that is taken for one
# Business words that are written together with a name, and close enough forms of them (TEXTILES, ELECTRONICS).
_GLUED: Final = frozenset(
    """TEXTILE GARMENT APPAREL CLOTHING TECHNOLOGY ELECTRONIC ELECTRIC CHEMICAL INDUSTRY TRADING INTERNATIONAL MACHINERY
    FASHION KNITTING PLASTIC HARDWARE LOGISTICS EXPORT IMPORT INVESTMENT ENERGY SEMICONDUCTOR PHARMACEUTICAL EQUIPMENT
    INSTRUMENT MATERIAL MANUFACTURING ENGINEERING CONSTRUCTION DEVELOPMENT FURNITURE PACKAGING FOOTWEAR LEATHER SILICON
    COTTON SPINNING WEAVING DYEING PRINTING FACTORY ENTERPRISE HOLDING SERVICE SYSTEM SOLUTION COMMUNICATION
    TELECOMMUNICATION AUTOMOTIVE AVIATION AEROSPACE FISHERY SEAFOOD VEGETABLE SHIPPING LIGHTING CERAMIC RUBBER PRODUCT
    AGRICULTURE COMPUTER SOFTWARE NETWORK BIOLOGICAL COMMERCIAL TRANSPORT AGRICULTURE ALUMINUM PETROLEUM METALLURGY
    POLYMER OPTICAL SPORTSWEAR UNDERWEAR HOSIERY EMBROIDERY ACCESSORY JEWELRY COSMETIC BATTERY INFORMATION""".split()
)
_MORE: Final = 2  # letters by which a word that is longer is more than an inflection of it
# What other words begin with (NATIONALIZED), and end with (INTERNATIONAL): misspelt, these would be taken apart.
_BEGUN: Final = frozenset(word[:at] for word in _KNOWN for at in range(LEAST_PART, len(word) - _MORE))
_ENDED: Final = frozenset(word[at:] for word in _KNOWN for at in range(1, len(word) - LEAST_PART + 1))


def _glued(others: frozenset[str]) -> frozenset[str]:
    """Return the generic words that are looked for in others, unless ``others`` are such words."""
    return frozenset(
        form
        for word, meaning in _KNOWN.items()
        if word.isalpha() and all(CLASSES.get(one) is WordClass.GENERIC for one in meaning)
        if (meaning[0] in _GLUED and word.startswith(meaning[0][:-1]))
        or (len(word) >= LEAST_PART and word not in others)
        for form in (word, f"{word}S")
    )


_UNGLUE: Final = Unglue(
    known=_KNOWN,
    heads=_glued(_BEGUN),
    tails=_glued(_ENDED),
    places=frozenset(
        form
        for form, place in gazetteer.SURE.items()
        if place.country in {gazetteer.CHINA, "TWN", "HKG"} and form.isascii() and form.isalpha()
        if len(form) >= LEAST_PART or form == place.canonical
    ),
)
# A word that is not in REWRITTEN stands for itself, unless it begins or ends with one of these.
BEGINNINGS: Final = _UNGLUE.beginnings() | frozenset("0123456789")
ENDINGS: Final = _UNGLUE.endings() | _RUSSIAN.keys() | {"S"}


def _one(word: str) -> Words | None:
    """Return the canonical words of a plural, an ordinal or a Russian ending; None for any other word."""
    if word[0].isdigit():
        digits = word.rstrip("SNRTHDO")
        return (digits.lstrip("0") or "0",) if digits.isdigit() else None
    if len(word) >= _PLURAL and word.endswith("S"):
        return _KNOWN.get(word[:-1]) or (_KNOWN.get(word[:-3] + "Y") if word.endswith("IES") else None)
    if len(word) < _ADJECTIVE:
        return None
    old = next((ending for ending in (word[-3:], word[-4:]) if ending in _RUSSIAN), "")
    whole = word.removesuffix(old) + _RUSSIAN[old] if old else ""
    return _KNOWN.get(whole, (whole,)) if whole else None


def canonical(word: str) -> Words:
    """Return what a word stands for: written out, translated, in the singular, taken apart where it was glued.

    A word that is known as nothing else stands for itself.
    """
    known = _KNOWN.get(word)
    if known is not None:
        return known
    if not word:
        return ()
    found = _one(word)
    if found is not None:
        return found
    parts = _UNGLUE.parts(word)
    if parts is None:
        return (word,)
    return tuple(w for part in parts for w in _KNOWN.get(part) or _one(part) or (part,))


def word_class(word: str) -> WordClass:
    """Return what kind of word a canonical word is."""
    known = CLASSES.get(word)
    if known is not None:
        return known
    if word.isdigit():
        return WordClass.NUMBER
    return WordClass.LETTER if len(word) == 1 else WordClass.OWN


GENERIC: Final = frozenset(w for w, kind in CLASSES.items() if kind in {WordClass.GENERIC, WordClass.STOP})
PLACES: Final = frozenset(w for w, kind in CLASSES.items() if kind is WordClass.PLACE)

NOBODY: Final = frozenset(  # what stands in the place of a name where none is declared
    """SN NA ND NT NULL NONE NOBODY UNKNOWN VARIOUS VARIOS VARIAS DIVERSOS DIVERSAS SINNOMBRE SINPROVEEDOR SINDATO
    SINDATOS NODECLARADO NODISPONIBLE NOAPLICA NOTAVAILABLE NOTAPPLICABLE NOTDECLARED NONAME
    VARIOUSSUPPLIERS VARIOSPROVEEDORES DIVERSOSPROVEEDORES SEVERALSUPPLIERS DESCONOCIDO DESCONOCIDA SEDESCONOCE NOTIENE
    NOIDENTIFICADO NOPROPORCIONADO NOESPECIFICADO NOTPROVIDED NOTSPECIFIED NOTKNOWN SINPRODUCTOR SINFABRICANTE
    NOPRODUCER PENDIENTE PORDEFINIR TBD TOBEDEFINED TOBECONFIRMED VERFACTURA SEGUNFACTURA SEEINVOICE ASPERINVOICE SAME
    THESAME ELMISMO LAMISMA MISMO IDEM SAMEASSUPPLIER SAMEASSELLER MISMOPROVEEDOR ELMISMOPROVEEDOR""".split()
)
