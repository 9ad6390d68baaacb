"""Words for people, always in both languages."""

from dataclasses import dataclass
from typing import Self


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

    def headed(self) -> Self:
        """Return the message as the beginning of a line, in both languages."""
        return type(self)(self.es[:1].upper() + self.es[1:], self.en[:1].upper() + self.en[1:])

    def __str__(self) -> str:
        return self.es
