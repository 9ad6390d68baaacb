"""Names as they stand in customs data, brought to the words that tell firms apart; a whole column at once."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from anyascii import anyascii

from screening.engine import vocabulary

LONGEST: Final = 400  # characters of a name that are read; no register knows a longer one
CUTS: Final = (30, 35, 60)  # PO complement 2, VUCEM and Data Stage 505 cut names here (measured on real deliveries)

_NOISE: Final = re.compile("|".join(vocabulary.NOISE), re.MULTILINE)
_CAMEL: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")
_JOINERS: Final = re.compile(r"['’`´.]")
_AND: Final = re.compile(r"[&+]")
_OTHER: Final = re.compile(r"[^A-Z0-9\n]+")
_INITIALS: Final = re.compile(r"\b(?:[A-Z] ){1,7}[A-Z]\b")
_NUMBERED: Final = re.compile(r"\b(NO|NUM)(\d+)\b")
_ORDINAL: Final = re.compile(r"\b(\d+)(?:ST|ND|RD|TH)\b")
_FORMS_HAN: Final = re.compile("|".join(vocabulary.FORMS_HAN))
_FORM_STARTS: Final = frozenset(
    form[:n] for form in ("LIMITED", "LTD", "COMPANY", "CORPORATION", "INCORPORATED") for n in range(1, len(form))
)
_LEAST_REST: Final = 4  # letters that must remain when a joined word is taken apart
_GLUED_PLACES: Final = frozenset(p for p in vocabulary.PLACES | vocabulary.EXONYMS.keys() if len(p) > 4)
_GLUED_LENGTHS: Final = tuple(sorted({len(p) for p in _GLUED_PLACES}, reverse=True))  # the longest place first
_GLUED_FORMS: Final = ("INCORPORATED", "CORPORATION", "LIMITADA", "LIMITED", "COMPANY", "COLTD", "SADECV")


@dataclass(frozen=True, slots=True)
class Name:
    """One name in the engine's form: its telling words, in order, and where the raw text may have been cut."""

    raw: str
    words: tuple[str, ...]
    cut: int = 0

    def sorted_text(self) -> str:
        """Return the words in alphabetical order, so that their order in the name does not matter."""
        return " ".join(sorted(self.words))

    def joined(self) -> str:
        """Return the words without the spaces between them, so that joined and split words are equal."""
        return "".join(self.words)


def _to_latin(name: str) -> str:
    """Return ``name`` in upper-case Latin letters: accents off, other scripts transliterated, syllables apart."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    if plain.isascii():
        return plain.upper()
    plain = unicodedata.normalize("NFC", _FORMS_HAN.sub(" ", plain))
    return _CAMEL.sub(" ", anyascii(plain)).upper()


def _one_line(name: str) -> str:
    text = name[:LONGEST].replace("\x00", " ")
    return " ".join(text.split())


def _clean(names: Sequence[str]) -> list[str]:
    """Return the names in upper case, punctuation as spaces, initials joined; one pass over one long string."""
    text = "\n".join(name.upper() if name.isascii() else _to_latin(name) for name in names)
    text = _NOISE.sub(" ", text)
    text = _JOINERS.sub("", _AND.sub(" AND ", text))
    text = _OTHER.sub(" ", text)
    text = _INITIALS.sub(lambda m: m.group().replace(" ", ""), text)
    text = _ORDINAL.sub(r"\1", _NUMBERED.sub(r"\1 \2", text))
    return text.split("\n") if names else []


def _unglued(word: str) -> tuple[str, ...]:
    """Return a word as a place and the rest, or the rest without a legal form, where they were written together."""
    for length in _GLUED_LENGTHS:
        if len(word) >= length + _LEAST_REST and word[:length] in _GLUED_PLACES:
            return word[:length], word[length:]
    for form in _GLUED_FORMS:
        if word.endswith(form) and len(word) >= len(form) + _LEAST_REST:
            return (word[: -len(form)],)
    return (word,)


@lru_cache(maxsize=1 << 18)
def _canonical(word: str) -> tuple[str, ...]:
    """Return the canonical words of one word: unglued, abbreviation written out, exonym replaced."""
    whole = vocabulary.ABBREVIATIONS.get(word)
    parts = whole.split() if whole else _unglued(word)
    return tuple(w for part in parts for w in vocabulary.EXONYMS.get(part, part).split())


def _strip_forms(words: list[str], *, cut: bool) -> list[str]:
    """Return the words without legal forms; a name made of nothing else is kept whole."""
    start, end = 0, len(words)
    while start < end - 1 and words[start] in vocabulary.FORMS_AT_HEAD:
        start += 1
    if cut and end - start > 1 and words[end - 1] in _FORM_STARTS:
        end -= 1
    while end > start + 1 and (
        words[end - 1] in vocabulary.FORMS_AT_END or words[end - 1] in vocabulary.FORMS_ANYWHERE
    ):
        end -= 1
    kept = [w for i, w in enumerate(words[start:end]) if i == 0 or w not in vocabulary.FORMS_ANYWHERE]
    return kept or words


@lru_cache(maxsize=1 << 18)
def names_somebody(raw: str) -> bool:
    """Tell whether a declared name is one: not blank, not one sign over and over, no word for «none» or «several»."""
    plain = "".join(c for c in raw if c.isalnum()).upper()
    return len(set(plain)) > 1 and plain not in vocabulary.NOBODY


def cut_length(raw: str) -> int:
    """Return the length at which ``raw`` was probably cut (30, 35 or 60), or 0 when it looks whole."""
    return next((cut for cut in CUTS if cut - 1 <= len(raw) <= cut), 0)


def normalise(names: Iterable[str]) -> list[Name]:
    """Return each name in the engine's form; anything may come in, nothing raises."""
    raws = [_one_line(name) for name in names]
    result = []
    for raw, text in zip(raws, _clean(raws), strict=True):
        cut = cut_length(raw)
        words = _strip_forms(text.split(), cut=cut > 0)
        result.append(Name(raw, tuple(part for word in words for part in _canonical(word)), cut))
    return result
