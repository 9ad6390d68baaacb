"""A word that is the initials of others."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from screening.engine.compiled import compiled
from screening.engine.vocabulary import WordClass
from screening.engine.word_table import Words

LEAST_INITIALS: Final = 3  # letters of a word that may be the initials of others
_STOP: Final = int(WordClass.STOP)


@compiled
def _initials_from(words: Words, word: int, others: Words, run: NDArray[np.int32], begin: int) -> int:
    """Return where the run from ``begin`` whose initials are the letters of ``word`` ends, 0 if they are not.

    The last letter may be that of a company or limited that was left out (EBCC: Emal Bilal Construction Company).
    """
    start, length = words.starts[word], words.starts[word + 1] - words.starts[word]
    matched = 0
    at = begin
    while at < len(run) and matched < length:
        if others.kinds[run[at]] & 63 != _STOP:
            if others.blob[others.starts[run[at]]] != words.blob[start + matched]:
                break
            matched += 1
        at += 1
    form = at == len(run) and length - matched == 1 and words.blob[start + matched] in (67, 76)  # C or L
    return at if matched >= LEAST_INITIALS and (matched == length or form) else 0


@compiled
def initials_of(
    words: Words, word: int, others: Words, run: NDArray[np.int32], used: NDArray[np.uint8]
) -> tuple[int, int]:
    """Return begin and end of the run of words whose initials ``word`` is, (0, 0) if there is none."""
    length = words.starts[word + 1] - words.starts[word]
    if length < LEAST_INITIALS or length > 8:
        return 0, 0
    for begin in range(len(run) - 2):
        end = _initials_from(words, word, others, run, begin)
        if end and not used[begin:end].any():
            return begin, end
    return 0, 0


@compiled
def initials_share(words: Words, word: int) -> float:
    """Return what initials are worth, 0..1: the fewer they are, the more firms have the same."""
    return float(min(1.0, 0.4 + 0.15 * (words.starts[word + 1] - words.starts[word])))
