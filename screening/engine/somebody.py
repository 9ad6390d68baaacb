"""Whether what stands where a name should is a name at all."""

import re
import unicodedata
from functools import lru_cache
from typing import Final

from screening.engine.vocabulary import FORMS, NOBODY

_JOINERS: Final = re.compile(r"['’`´.]")


def _bare(name: str) -> str:
    """Return ``name`` without accents and without the signs that do not show."""
    if name.isascii():
        return name
    letters = (c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return "".join(c for c in letters if unicodedata.category(c) != "Cf")


@lru_cache(maxsize=1 << 18)
def names_somebody(raw: str) -> bool:
    """Tell whether a declared name is one: not blank, not a number, not one sign over and over, not a legal form alone.

    Nor a word for «none», «several» or «the same», once or over and over.
    """
    words = "".join(c if c.isalnum() else " " for c in _JOINERS.sub("", _bare(raw).upper())).split()
    plain = "".join(words)
    if len(set(plain)) < 2 or plain.isdigit() or plain in NOBODY:
        return False
    return not all(word in NOBODY or word in FORMS for word in words)
