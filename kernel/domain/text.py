"""Words for people, always in both languages."""

from dataclasses import dataclass
from typing import Final, Self
from unicodedata import category

# Letters and signs by their category that print nothing: fillers of Hangul, the blank of Braille, the joiner.
_UNSEEN: Final = frozenset("\u115f\u1160\u3164\uffa0\u2800\u034f\u17b4\u17b5")


def is_blank(text: str) -> bool:
    """Return whether nothing of a text can be seen: blanks, signs of control or format, letters that print nothing."""
    return all(sign in _UNSEEN or category(sign)[0] in "ZCM" for sign in text)


def language_of(code: str | None) -> str:
    """Return ``en`` for the code of English anywhere, ``es`` for any other and for none."""
    return "en" if (code or "").lower().startswith("en") else "es"


@dataclass(frozen=True, slots=True)
class Text:
    """One message in Spanish and in English."""

    es: str
    en: str

    def in_language(self, language: str | None) -> str:
        """Return the English form for an English language code, the Spanish one for any other."""
        return self.en if language_of(language) == "en" else self.es

    def filled(self, **values: object) -> Self:
        """Return the message with its ``{placeholders}`` filled in, in both languages."""
        return type(self)(self.es.format(**values), self.en.format(**values))

    def __str__(self) -> str:
        return self.es
