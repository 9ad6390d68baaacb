"""Words for people, always in both languages."""

import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, Self

from kernel.domain.days import english_day, spanish_day

UNSEEN: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})  # signs that act on what shows them, or hide


def printable(text: str, *, keep: str = "") -> str:
    """Return foreign text as it may be shown: signs that steer a terminal, or hide, written as JSON escapes them."""
    if text.isprintable():
        return text
    return "".join(
        sign if sign in keep or unicodedata.category(sign) not in UNSEEN else _escaped(sign) for sign in text
    )


def _escaped(sign: str) -> str:
    units = sign.encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))


# Letters and signs by their category that print nothing: fillers of Hangul, the blank of Braille, the joiner.
_UNSEEN: Final = frozenset("\u115f\u1160\u3164\uffa0\u2800\u034f\u17b4\u17b5")


def is_blank(text: str) -> bool:
    """Return whether nothing of a text can be seen: blanks, signs of control or format, letters that print nothing."""
    return all(sign in _UNSEEN or unicodedata.category(sign)[0] in "ZCM" for sign in text)


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
        """Return the message with its ``{placeholders}`` filled in, a day as each language writes it."""
        es, en = (_written(values, words) for words in (spanish_day, english_day))
        return type(self)(self.es.format(**es), self.en.format(**en))

    def headed(self) -> Self:
        """Return the message as the beginning of a line, in both languages."""
        return type(self)(self.es[:1].upper() + self.es[1:], self.en[:1].upper() + self.en[1:])

    def __str__(self) -> str:
        return self.es


def _written(values: Mapping[str, object], words: Callable[[date], str]) -> dict[str, object]:
    return {name: words(value) if isinstance(value, date) else value for name, value in values.items()}
