"""The name of the firm alone: what customs data put around it is cut off, and several firms in one name are parted."""

from collections.abc import Sequence
from typing import Final

import numpy as np

from screening.engine.holding import Parts, holding, marks_of
from screening.engine.noise_cuts import BETWEEN, BETWEEN_HINTS, CUTS

LONGEST: Final = 400  # characters of a name that are read; no register knows a longer one
MOST_FIRMS: Final = 4  # that one name is parted into: no document names more, and each costs a search
_DIGIT: Final = 1 << 63  # the mark of a digit; those of the cuts are a bit each, in their order
_BETWEEN: Final = Parts.of(BETWEEN_HINTS)


def _by_hint() -> dict[str, int]:
    """Return the marks of what gives noise away: the cuts that are tried where it stands."""
    marks = dict.fromkeys("0123456789", _DIGIT)
    for number, cut in enumerate(CUTS):
        for hint in cut.hints:
            marks[hint] = marks.get(hint, 0) | 1 << number
    return marks


_HINTS: Final = Parts.marked(_by_hint())
_TRIED: Final = tuple((1 << number | (_DIGIT if cut.digit else 0), cut) for number, cut in enumerate(CUTS))


def without_noise(names: Sequence[str]) -> list[str]:
    """Return, of ASCII names, those of the firms alone; one that is nothing but noise is returned as it came.

    Who acts for another gives way to the other (``A ON BEHALF OF B`` is B), and whom a firm is in care of goes
    (``A C/O B`` is A). What stands in brackets stays.
    """
    plain = list(names)
    marks = marks_of(plain, _HINTS)
    for number in np.flatnonzero(marks & np.uint64(_DIGIT - 1)).tolist():
        plain[number] = _cut(plain[number], int(marks[number]))
    return plain


def _cut(name: str, marks: int) -> str:
    kept = name[:LONGEST]
    for needed, cut in _TRIED:
        if marks & needed == needed:
            shorter = cut.pattern.sub(cut.instead, kept)
            kept = shorter if any(c.isalpha() for c in shorter) else kept
    return " ".join(kept.split()).strip(" ,;:-") if kept != name else name


def firms_named(names: Sequence[str]) -> list[tuple[int, str]]:
    """Return the firms that names hold several of, each with the number of its name; other names have none here.

    Whoever hides a listed firm behind another (``A C/O B``, ``A DBA B``, ``A / B``) has it compared by itself.
    """
    parted = ((number, BETWEEN.split(names[number][:LONGEST])) for number in holding(names, _BETWEEN))
    return [
        (number, firm) for number, firms in parted if len(firms) > 1 for firm in firms[:MOST_FIRMS] if _may_tell(firm)
    ]


def _may_tell(firm: str) -> bool:
    """Return whether a part has letters enough to be a name: A/S has none."""
    return sum(c.isalpha() for c in firm) > 1
