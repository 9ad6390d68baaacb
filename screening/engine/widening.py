"""The words of a batch looked up on the list, each once: the listed word it is, and those it may stand for."""

from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from screening.engine.alternatives import (
    MOST_ALIKE,
    Alternatives,
    add,
    add_alike,
    add_by_hash,
    may_be_others,
    new_alternatives,
)
from screening.engine.compiled import in_threads, inner
from screening.engine.listed import Listed, listed_word
from screening.engine.rarity import rarity_of, weight_of
from screening.engine.tokens import Letters
from screening.engine.word_table import Words

CHUNK: Final = 4_096  # words that one thread widens at a time
UNKNOWN_WEIGHS: Final = 0.6  # share of its weight that a word nobody knows keeps: it is misspelt, or junk


class Widened(NamedTuple):
    """What the list makes of the words of a batch.

    ``number`` is the listed word a word is (-1: none), ``rarity`` and ``weight`` are in nats,
    ``crowd`` is the logarithm of how many listed words it may stand for; the listed words it may
    stand for are ``word[first[w]:first[w + 1]]``, itself included, as alike (0..1) as ``alike`` says; ``covers`` is the
    share of word ``w`` that such a word stands for: less than it is alike where it is one of two written together.
    """

    number: NDArray[np.int32]
    rarity: NDArray[np.float32]
    weight: NDArray[np.float32]
    crowd: NDArray[np.float32]
    first: NDArray[np.int32]
    word: NDArray[np.int32]
    alike: NDArray[np.float32]
    covers: NDArray[np.float32]


@inner
def _fill_numbers(numbers: NDArray[np.int32], listed: Listed, words: Words) -> None:
    for word in range(len(numbers)):
        numbers[word] = listed_word(listed, Letters(words.blob, words.starts[word], words.starts[word + 1]))


class _Span(NamedTuple):
    """The words from ``begin`` on, with room for how many listed words each may stand for, these, and how alike."""

    begin: int
    counts: NDArray[np.int32]
    found: NDArray[np.int32]
    shares: NDArray[np.float32]
    covers: NDArray[np.float32]


@inner
def _widen(
    span: _Span, room: Alternatives, listed: Listed, words: Words, numbers: NDArray[np.int32], deep: bool
) -> int:
    """Fill ``span``; return how many listed words were found in all."""
    filled = 0
    for place in range(len(span.counts)):
        word = span.begin + place
        room.held[0] = 0
        if numbers[word] >= 0:
            add(room, numbers[word], 1.0, 1.0)
        if words.meant[word]:
            add_by_hash(listed, words.meant[word], room)
        if may_be_others(listed, words, word, numbers[word]):
            add_alike(listed, words, word, room, deep)
        span.counts[place] = room.held[0]
        for at in range(room.held[0]):
            span.found[filled], span.shares[filled], span.covers[filled] = (
                room.word[at],
                room.share[at],
                room.covers[at],
            )
            filled += 1
    return filled


def _widened(
    begin: int, stop: int, listed: Listed, words: Words, numbers: NDArray[np.int32], deep: bool
) -> tuple[NDArray[np.int32], NDArray[np.int32], NDArray[np.float32], NDArray[np.float32]]:
    """Return, by word, how many listed words it may stand for; and of these which, how alike, what they cover."""
    most = MOST_ALIKE * (stop - begin)
    span = _Span(
        begin,
        np.empty(stop - begin, np.int32),
        np.empty(most, np.int32),
        np.empty(most, np.float32),
        np.empty(most, np.float32),
    )
    filled = _widen(span, new_alternatives(len(listed.words.kinds)), listed, words, numbers, deep)
    return span.counts, span.found[:filled], span.shares[:filled], span.covers[:filled]


def widen(listed: Listed, words: Words, *, deep: bool) -> Widened:
    """Return what the list makes of the words of a batch; ``deep`` also looks for two misspellings in a word.

    A word that is like no listed one by a single misspelling is looked for in that way whatever the search.
    """
    numbers = np.empty(len(words.kinds), np.int32)
    _fill_numbers(numbers, listed, words)
    on_list = numbers >= 0
    held = np.diff(listed.posting_first)
    listed_by = np.where(on_list, held[np.where(on_list, numbers, 0)] if len(held) else 0, 0).astype(np.int32)
    rarity = rarity_of(words.counts, listed_by, len(listed.names.cut))
    parts = in_threads(lambda begin, end: _widened(begin, end, listed, words, numbers, deep), len(numbers), CHUNK)
    counts, word, likeness, covers = (np.concatenate(column) for column in zip(*parts, strict=True))
    first = np.zeros(len(numbers) + 1, np.int32)
    np.cumsum(counts, out=first[1:])
    crowd = np.log(np.maximum(counts, 1)).astype(np.float32)
    weight = weight_of(rarity, words.kinds) * np.where(on_list | (words.counts > 0), 1.0, UNKNOWN_WEIGHS).astype(
        np.float32
    )
    return Widened(numbers, rarity, weight, crowd, first, word, likeness, covers)
