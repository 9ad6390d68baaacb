"""A word that is the initials of a name as it was written, before its words were translated or set apart."""

from typing import Final

import numpy as np

from screening.engine.compiled import compiled
from screening.engine.tokens import Tokens, hash_of
from screening.engine.vocabulary import ACRONYM_STOP
from screening.engine.word_table import Words

FEWEST: Final = 3  # letters of a word that may be the initials of others
MOST: Final = 8  # longer ones are words
_SMALL: Final = np.array(
    [hash_of(np.frombuffer(bytearray(word.encode("ascii")), np.uint8), 0, len(word)) for word in sorted(ACRONYM_STOP)],
    np.uint64,
)


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
