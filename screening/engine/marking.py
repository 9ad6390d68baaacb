"""What the words of one query stand for on the list, marked by listed word: a listed name is judged at a glance."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from screening.engine.aligning import Side
from screening.engine.compiled import compiled, inner
from screening.engine.listed import Listed, listed_word
from screening.engine.reaching import (
    AGREED,
    ALIKE_ONLY,
    ALL_TOLD,
    MISTAKEN,
    MOST_TOLD,
    OURS,
    OWNED,
    SHOWN,
    THEIRS,
    Whole,
    is_own,
    letters_of,
    whole_of,
)
from screening.engine.tokens import MOST_WORDS, Letters
from screening.engine.widening import Widened
from screening.engine.word_table import Words


class Query(NamedTuple):
    """One name that is asked.

    Its side, what the list makes of its words, their numbers, what it weighs as a whole, and what its last word weighs
    (nats) and how many letters it has where it may be cut, 0 elsewhere.
    """

    left: Side
    widened: Widened
    ours: NDArray[np.int32]
    whole: Whole
    cut: float
    cut_written: int


@compiled
def query_of(left: Side, widened: Widened, name: int, names: int) -> Query:
    """Return the query that name ``name`` of a side is to a list of ``names`` names; it has a word at least."""
    ours = left.names.word[left.names.first[name] : left.names.first[name + 1]]
    cut, letters = 0.0, 0
    if left.names.cut[name]:
        cut, letters = float(left.weight[ours[-1]]), letters_of(left.words, ours[-1])
    return Query(left, widened, ours, whole_of(left, ours, names), cut, letters)


class Marks(NamedTuple):
    """Marks of one query.

    By listed word, all zero between queries: ``covers``, the share (0..1) of a word of the query that it stands for,
    ``both``, the weight they share (nats, of both names together), and ``adds``, what a name that holds it agrees in by
    it (the places of :mod:`.reaching`).  By word of the query: ``glued``, the listed word that it and the next one are
    together (-1: none).  ``letters`` is room for these two words written as one (ASCII), ``agreed`` what one listed
    name agrees in.
    """

    covers: NDArray[np.float32]
    both: NDArray[np.float32]
    adds: NDArray[np.float32]
    glued: NDArray[np.int32]
    letters: NDArray[np.uint8]
    agreed: NDArray[np.float32]


def new_marks(words: int) -> Marks:
    """Return room for the marks on a list of ``words`` words."""
    return Marks(
        np.zeros(words, np.float32),
        np.zeros(words, np.float32),
        np.zeros((words, AGREED), np.float32),
        np.empty(MOST_WORDS, np.int32),
        np.empty(256, np.uint8),
        np.empty(AGREED, np.float32),
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


class Stands(NamedTuple):
    """What stands for a listed word: the words of the query from ``begin`` to ``end``, how alike, how much of them."""

    begin: int
    end: int
    share: float
    covers: float


@inner
def _mark(marks: Marks, listed: Listed, query: Query, by: Stands, other: int) -> None:
    """Mark a listed word that words of the query may stand for, unless others cover as much."""
    if marks.covers[other] >= by.covers:
        return
    weight = rarity = letters = 0.0
    own = is_own(listed.words, other)
    for word in query.ours[by.begin : by.end]:
        weight += by.covers * query.left.weight[word]
        rarity += by.covers * query.left.rarity[word]
        letters += by.covers * letters_of(query.left.words, word)
        own = own or is_own(query.left.words, word)
    both = weight + by.share * listed.weight[other]
    first = query.ours[by.begin]
    told = min(rarity, by.share * listed.rarity[other])
    if by.share < 1.0:
        told = max(0.0, told - query.left.crowd[first])
    marks.covers[other], marks.both[other] = by.covers, both
    adds = marks.adds[other]
    adds[OURS], adds[THEIRS], adds[ALL_TOLD] = weight, by.share * listed.weight[other], told
    adds[SHOWN] = letters + by.share * letters_of(listed.words, other)
    adds[MOST_TOLD] = told if own else 0.0
    adds[OWNED] = both / by.share if own else 0.0
    inexact = (1.0 - by.share) * adds[OWNED]
    known = query.left.known[first] == 1
    adds[ALIKE_ONLY], adds[MISTAKEN] = (0.0, inexact) if known else (inexact, 0.0)


@inner
def mark_words(marks: Marks, listed: Listed, query: Query) -> None:
    """Mark all that the words of a query may stand for, alone or two as one (SHANG HAI)."""
    widened, ours = query.widened, query.ours
    for i in range(len(ours)):
        for at in range(widened.first[ours[i]], widened.first[ours[i] + 1]):
            by = Stands(i, i + 1, widened.alike[at], widened.covers[at])
            _mark(marks, listed, query, by, widened.word[at])
        length = _joined(marks.letters, query.left.words, ours[i : i + 2]) if i + 1 < len(ours) else 0
        marks.glued[i] = listed_word(listed, Letters(marks.letters, 0, length)) if length else -1
        if marks.glued[i] >= 0:
            _mark(marks, listed, query, Stands(i, i + 2, 1.0, 1.0), marks.glued[i])


@inner
def _unmark(marks: Marks, other: int) -> None:
    marks.covers[other] = marks.both[other] = 0.0
    marks.adds[other] = 0.0


@inner
def unmark_words(marks: Marks, query: Query) -> None:
    """Take the marks of a query away."""
    widened = query.widened
    for i in range(len(query.ours)):
        word = query.ours[i]
        for at in range(widened.first[word], widened.first[word + 1]):
            _unmark(marks, widened.word[at])
        if marks.glued[i] >= 0:
            _unmark(marks, marks.glued[i])


@inner
def shares_enough(marks: Marks, listed: Listed, at: int, query: Query, enough: float) -> bool:
    """Tell whether the name at a place of the postings shares enough weight (nats, of both names) with the query."""
    shared = 2.0 * (listed.held.rest[at] + query.cut)
    for word in listed.held.words[at]:
        if word >= 0:
            shared += marks.both[word]
    return bool(shared >= enough)


@inner
def agree(marks: Marks, listed: Listed, at: int, query: Query) -> None:
    """Fill ``marks.agreed`` with what the name at a place of the postings agrees in; what is not told counts as agreed.

    That is its words beyond the heaviest, and the last word of a query that may be cut: the beginning of any.
    """
    agreed, held = marks.agreed, listed.held
    agreed[:] = 0.0
    for word in held.words[at]:
        if word < 0:
            break
        most = max(agreed[MOST_TOLD], marks.adds[word, MOST_TOLD])
        for place in range(AGREED):
            agreed[place] += marks.adds[word, place]
        agreed[MOST_TOLD] = most
    agreed[OURS] += held.rest[at] + query.cut
    agreed[THEIRS] += held.rest[at] + query.cut
    agreed[SHOWN] += 2.0 * held.rest_written[at] + 2.0 * query.cut_written
