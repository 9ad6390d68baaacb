"""What the words of one query stand for on the list, marked by listed word: a listed name is judged at a glance."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from screening.engine.aligning import Side
from screening.engine.compiled import inner
from screening.engine.listed import Listed, bit_of
from screening.engine.reaching import Whole
from screening.engine.tokens import MOST_WORDS, Letters
from screening.engine.widening import Widened, listed_word
from screening.engine.word_table import Words


class Query(NamedTuple):
    """One name that is asked: its side, what the list makes of its words, their numbers, whether it may be cut."""

    left: Side
    widened: Widened
    ours: NDArray[np.int32]
    cut: bool
    whole: Whole


class Marks(NamedTuple):
    """Marks of one query.

    By listed word, all zero between queries: ``word``, the place (and one) of the word of the query that may stand for
    it, ``share``, how alike the two are, ``gain``, the weight they share (nats, of both names together).  By word of
    the query: ``most``, the most it may gain so, ``bits``, those of the listed words it may stand for
    (:func:`.listed.bit_of`), ``glued``, the listed word that it and the next one are together (-1: none).
    """

    word: NDArray[np.uint8]
    share: NDArray[np.float32]
    gain: NDArray[np.float32]
    most: NDArray[np.float32]
    bits: NDArray[np.uint64]
    glued: NDArray[np.int32]
    letters: NDArray[np.uint8]


def new_marks(words: int) -> Marks:
    """Return room for the marks on a list of ``words`` words."""
    return Marks(
        np.zeros(words, np.uint8),
        np.zeros(words, np.float32),
        np.zeros(words, np.float32),
        np.empty(MOST_WORDS, np.float32),
        np.empty(MOST_WORDS, np.uint64),
        np.empty(MOST_WORDS, np.int32),
        np.empty(256, np.uint8),
    )


@inner
def _joined(letters: NDArray[np.uint8], words: Words, pair: NDArray[np.int32]) -> int:
    """Write the letters of two words one after the other; return how many these are, 0 if there is no room."""
    length = 0
    for word in pair:
        start, end = words.starts[word], words.starts[word + 1]
        if length + end - start > len(letters):
            return 0
        for at in range(start, end):
            letters[length] = words.blob[at]
            length += 1
    return length


@inner
def _mark(marks: Marks, other: int, i: int, share: float, gain: float) -> None:
    """Mark that word ``i`` stands for a listed word, unless another does better."""
    marks.bits[i] |= bit_of(other)
    marks.most[i] = max(marks.most[i], gain)
    if marks.word[other] == 0 or marks.share[other] < share:
        marks.word[other], marks.share[other], marks.gain[other] = i + 1, share, gain


@inner
def _mark_word(marks: Marks, listed: Listed, query: Query, i: int) -> None:
    """Mark what word ``i`` of the query may stand for, and the next with it where the two are one listed word."""
    widened, weight, word = query.widened, query.left.weight, query.ours[i]
    for at in range(widened.first[word], widened.first[word + 1]):
        other, share = widened.word[at], widened.alike[at]
        _mark(marks, other, i, share, share * (weight[word] + listed.weight[other]))
    if i + 1 == len(query.ours):
        return
    length = _joined(marks.letters, query.left.words, query.ours[i : i + 2])
    other = listed_word(listed, Letters(marks.letters, 0, length)) if length else -1
    marks.glued[i] = other
    if other >= 0:
        _mark(marks, other, i, 1.0, weight[word] + weight[query.ours[i + 1]] + listed.weight[other])


@inner
def mark_words(marks: Marks, listed: Listed, query: Query) -> None:
    """Mark all that the words of a query may stand for."""
    marks.glued[:] = -1
    marks.most[:] = 0.0
    marks.bits[:] = 0
    for i in range(len(query.ours)):
        _mark_word(marks, listed, query, i)


@inner
def unmark_words(marks: Marks, query: Query) -> None:
    """Take the marks of a query away."""
    widened = query.widened
    for i in range(len(query.ours)):
        word = query.ours[i]
        for at in range(widened.first[word], widened.first[word + 1]):
            other = widened.word[at]
            marks.word[other], marks.share[other], marks.gain[other] = 0, 0.0, 0.0
        other = marks.glued[i]
        if other >= 0:
            marks.word[other], marks.share[other], marks.gain[other] = 0, 0.0, 0.0


@inner
def gained_by_cut(query: Query) -> float:
    """Return what the last word of a query that may be cut shares with any name: it may be the beginning of a word."""
    return float(2.0 * query.left.weight[query.ours[-1]]) if query.cut else 0.0
