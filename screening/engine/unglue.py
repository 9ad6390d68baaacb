"""Words that were written together, taken apart where that is safe: a form, a place, a generic word and the rest."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Final

LEAST_REST: Final = 4  # letters that must remain; shorter rests are endings of another word as often as not
LEAST_PART: Final = (
    6  # letters of a place or a generic word that may be cut off; shorter ones stand in others by chance
)
SHORT_PLACE: Final = 5  # letters of a place that may be cut off when the rest is syllables of at least as many letters
_AT_HEAD: Final = ("GRUPO", "PJSC", "OJSC", "CJSC", "JSC", "OOO", "LLC")  # no word of any language begins so
_AT_END: Final = ("INCORPORATED", "CORPORATION", "LIMITADA", "LIMITED", "COMPANY", "SADECV", "COLTD", "PVTLTD", "GMBH")
# Syllables of pinyin: a rest that is none of them was not a Chinese name.
_SYLLABLES: Final = re.compile(
    r"(?:(?:ZH|CH|SH|[BPMFDTNLGKHJQXRZCSYW])?"
    r"(?:IANG|IONG|UANG|IAN|IAO|UAI|UAN|ANG|ENG|ING|ONG|AI|AN|AO|EI|EN|ER|IA|IE|IN|IU|OU|UA|UE|UI|UN|UO|A|E|I|O|U))+"
)
# What may follow a generic word that was written together with the form after it.
_FORMS_AFTER: Final = frozenset("CO LTD INC LLC CORP SA SRL GMBH PVT JSC COLTD COLIMITED".split())


@dataclass(frozen=True, slots=True)
class Unglue:
    """Takes words apart by the words that are known, the generic ones it may begin and end with, and places."""

    known: Mapping[str, tuple[str, ...]]
    heads: Collection[str]
    tails: Collection[str]
    places: Collection[str]

    def beginnings(self) -> frozenset[str]:
        """Return what a word begins with that is taken apart, unless it ends with one of the endings."""
        return frozenset((*_AT_HEAD, *self.places, *self.heads))

    def endings(self) -> frozenset[str]:
        """Return what a word ends with that is taken apart, unless it begins with one of the beginnings."""
        return frozenset((*_AT_END, *self.tails))

    def parts(self, word: str) -> tuple[str, str] | None:
        """Return the two parts of a word that was written together; None for any other."""
        if len(word) < LEAST_REST + len("JSC"):
            return None
        return self._form(word) or self._place(word) or self._generic(word)

    def _form(self, word: str) -> tuple[str, str] | None:
        for form in _AT_HEAD:
            if word.startswith(form) and len(word) >= len(form) + LEAST_REST:
                return form, word[len(form) :]
        for form in _AT_END:
            if word.endswith(form) and len(word) >= len(form) + LEAST_REST:
                return word[: -len(form)], form
        return None

    def _place(self, word: str) -> tuple[str, str] | None:
        for length in range(min(len(word) - LEAST_REST, 12), SHORT_PLACE - 1, -1):
            if word[:length] in self.places and self._may_follow(word[length:], length):
                return word[:length], word[length:]
        return None

    def _may_follow(self, rest: str, length: int) -> bool:
        if rest in self.known:
            return True
        least = LEAST_REST if length >= LEAST_PART else SHORT_PLACE
        return len(rest) >= least and _SYLLABLES.fullmatch(rest) is not None

    def _generic(self, word: str) -> tuple[str, str] | None:
        for length in range(min(len(word) - 2, 16), LEAST_PART - 1, -1):
            if word[-length:] in self.tails and self._may_lead(word[:-length]):
                return word[:-length], word[-length:]
            if word[:length] in self.heads and self._may_end(word[length:], length):
                return word[:length], word[length:]
        return None

    def _may_end(self, rest: str, length: int) -> bool:
        if rest in _FORMS_AFTER or rest in self.tails:
            return True
        return length >= LEAST_PART and len(rest) > LEAST_REST  # PARTNERSHIP, TRAVELLING are one word

    def _may_lead(self, rest: str) -> bool:
        return len(rest) >= LEAST_REST or (rest in self.known and len(rest) > 2)
