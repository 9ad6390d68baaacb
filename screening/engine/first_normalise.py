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
_POINT_BETWEEN_WORDS: Final = re.compile(r"(?<=[A-Z0-9]{2})\.+(?=[A-Z0-9]{2})")  # those of initials (S.A.) join
_JOINERS: Final = re.compile(r"['’`´.]")
_AND: Final = re.compile(r"[&+]")
_OTHER: Final = re.compile(r"[^A-Z0-9\n]+")
_INITIALS: Final = re.compile(r"\b(?:[A-Z] ){1,7}[A-Z]\b")
_NUMBERED: Final = re.compile(r"\b(NO|NUM)(\d+)\b")
_ORDINAL: Final = re.compile(r"\b(\d+)(?:ST|ND|RD|TH)\b")
_FORMS_IN_WORDS: Final = tuple((re.compile(words), form) for words, form in vocabulary.FORMS_IN_WORDS)
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

    def core(self) -> str:
        """Return the words in order without any legal form, wherever it stands; "" when a common one is all that is."""
        words = sorted(word for word in self.words if word not in vocabulary.FORMS)
        return " ".join(words) if len(words) > 1 or set(words) - vocabulary.COMMON else ""


def _bare(name: str) -> str:
    """Return ``name`` without accents and without the signs that do not show."""
    if name.isascii():
        return name
    letters = (c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return "".join(c for c in letters if unicodedata.category(c) != "Cf")


def _to_latin(name: str) -> str:
    """Return ``name`` in upper-case Latin letters: accents and signs that do not show off, other scripts spelt out.

    Lower case first, so that the capitals that part the syllables are those of the transliteration alone.
    """
    plain = _bare(name).lower()
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
    text = _JOINERS.sub("", _POINT_BETWEEN_WORDS.sub(" ", _AND.sub(" AND ", text)))
    text = _OTHER.sub(" ", text)
    for words, form in _FORMS_IN_WORDS:
        text = words.sub(form, text)
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
    """Tell whether a declared name is one: not blank, not a number, not one sign over and over, not a legal form alone.

    Nor a word for «none», «several» or «the same», once or over and over.
    """
    words = "".join(c if c.isalnum() else " " for c in _JOINERS.sub("", _bare(raw).upper())).split()
    plain = "".join(words)
    if len(set(plain)) < 2 or plain.isdigit() or plain in vocabulary.NOBODY:
        return False
    return not all(word in vocabulary.NOBODY or word in vocabulary.FORMS for word in words)


def cut_length(raw: str) -> int:
    """Return the length at which ``raw`` was probably cut (30, 35 or 60), or 0 when it looks whole.

    Both as it came and with single spaces: the register that cut it counted every space.
    """
    lengths = (len(raw), len(_one_line(raw)))
    return next((cut for cut in CUTS for length in lengths if cut - 1 <= length <= cut), 0)


def normalise(names: Iterable[str]) -> list[Name]:
    """Return each name in the engine's form; anything may come in, nothing raises."""
    came = list(names)
    raws = [_one_line(name) for name in came]
    result = []
    for whole, raw, text in zip(came, raws, _clean(raws), strict=True):
        cut = cut_length(whole)
        words = _strip_forms(text.split(), cut=cut > 0)
        result.append(Name(raw, tuple(part for word in words for part in _canonical(word)), cut))
    return result
