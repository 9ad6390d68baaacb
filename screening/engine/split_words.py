"""Words of the vocabulary that were written with a blank in them (IM PORTADORA, TEX TILES, SHAN DONG), put together."""

from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from screening.engine.compiled import compiled, inner
from screening.engine.tables import KeyTable, bucket_of, key_table
from screening.engine.tokens import Tokens, hash_of
from screening.engine.vocabulary import CLASSES, REWRITTEN

LEAST_WHOLE: Final = 4  # letters of a word that is put together: shorter ones are two syllables as often as not
LEAST_KNOWN: Final = 2  # letters of a part that is a word by itself; with two such parts they stay apart (AIR PORT)


@cache
def known_words() -> KeyTable:
    """Return the words that are known, plurals included, by the hash of their letters; 1: long enough to be whole."""
    words = sorted(word for word in {*REWRITTEN, *CLASSES} if word.isascii() and len(word) >= LEAST_KNOWN)
    both = [*words, *(f"{word}S" for word in words if f"{word}S" not in REWRITTEN)]
    letters = [np.frombuffer(word.encode("ascii"), np.uint8) for word in both]
    keys = np.array([hash_of(word, 0, len(word)) for word in letters], np.uint64)
    return key_table(keys, np.array([len(word) >= LEAST_WHOLE for word in both], np.int32))


@inner
def _is_known(known: KeyTable, tokens: Tokens, word: int, end: int, least: int) -> bool:
    """Tell whether the letters of the words ``word`` to ``end``, one after the other, are a known word, long enough."""
    key = hash_of(tokens.blob, tokens.starts[word], tokens.starts[end])
    begin, stop = bucket_of(known, key)
    found = False
    for at in range(begin, stop):
        found = found or (known.keys[at] == key and known.values[at] >= least)
    return found


@inner
def _says(known: KeyTable, tokens: Tokens, word: int) -> bool:
    """Tell whether a part is a word by itself, as a single letter is (OBSHCHESTVO S is no plural)."""
    single = tokens.starts[word + 1] - tokens.starts[word] == 1
    return single or _is_known(known, tokens, word, word + 1, 0)


@inner
def _is_split(known: KeyTable, tokens: Tokens, word: int) -> bool:
    """Tell whether a word and the next one are a known word, and not two of them."""
    if not _is_known(known, tokens, word, word + 2, 1):
        return False
    return not (_says(known, tokens, word) and _says(known, tokens, word + 1))


@compiled
def _put_together(known: KeyTable, tokens: Tokens, starts: NDArray[np.int32], first: NDArray[np.int32]) -> int:
    """Fill the borders of words and names anew; return how many words there are.

    Letters of neighbouring words are neighbours in the text, so that joining is forgetting a border.
    """
    filled = 0
    for name in range(len(first) - 1):
        word, end = tokens.first[name], tokens.first[name + 1]
        while word < end:
            starts[filled] = tokens.starts[word]
            filled += 1
            word += 2 if word + 1 < end and _is_split(known, tokens, word) else 1
        first[name + 1] = filled
    starts[filled] = tokens.starts[-1]
    return filled


def put_together(tokens: Tokens) -> Tokens:
    """Return the words with those of the vocabulary whole again; where both parts are words, they are left."""
    starts, first = np.empty_like(tokens.starts), np.zeros_like(tokens.first)
    words = _put_together(known_words(), tokens, starts, first)
    return Tokens(tokens.blob, starts[: words + 1].copy(), first)
