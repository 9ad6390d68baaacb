"""A word that is the initials of others."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from screening.engine.compiled import compiled
from screening.engine.tokens import Tokens, hash_of
from screening.engine.vocabulary import ACRONYM_STOP, WordClass
from screening.engine.word_table import Words

LEAST_INITIALS: Final = 3  # letters of a word that may be the initials of others
MOST_INITIALS: Final = 8  # letters of such a word: longer ones are words
_STOP: Final = int(WordClass.STOP)
_SMALL: Final = np.array(
    [hash_of(np.frombuffer(bytearray(word.encode("ascii")), np.uint8), 0, len(word)) for word in sorted(ACRONYM_STOP)],
    np.uint64,
)


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
    if length < LEAST_INITIALS or length > MOST_INITIALS:
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


@compiled
def _is_small(tokens: Tokens, at: int) -> bool:
    key = hash_of(tokens.blob, tokens.starts[at], tokens.starts[at + 1])
    place = 0
    while place < len(_SMALL) and _SMALL[place] != key:
        place += 1
    return place < len(_SMALL)


@compiled
def _initials_read(words: Words, word: int, tokens: Tokens, begin: int, end: int) -> int:
    """Return how many of the tokens from ``begin`` on give ``word`` its letters, one of them skipped at most; else 0.

    One that is skipped counts as a letter less.
    """
    start, length = words.starts[word], words.starts[word + 1] - words.starts[word]
    matched = skipped = 0
    at = begin
    while at < end and matched < length and skipped < 2:
        if tokens.blob[tokens.starts[at]] == words.blob[start + matched]:
            matched += 1
        elif not _is_small(tokens, at):
            skipped += 1
        at += 1
    return matched - skipped if matched == length and skipped < 2 else 0


@compiled
def initials_as_written(words: Words, word: int, tokens: Tokens, name: int) -> float:
    """Return how sure it is (0..1) that a word is the initials of a name as it was written, before translation.

    Forms count there as well (PMC: Private Military Company), and one word may have none (CNCEC: China National
    Chemical Engineering Group Corporation). Three letters are initials of many, five of hardly another.
    """
    length = words.starts[word + 1] - words.starts[word]
    best = 0
    for begin in range(tokens.first[name], tokens.first[name + 1] - length + 1):
        if tokens.blob[tokens.starts[begin]] == words.blob[words.starts[word]]:
            best = max(best, _initials_read(words, word, tokens, begin, tokens.first[name + 1]))
    return min(1.0, max(0.0, (best - 2) / 3.0))
