"""What the words of one query stand for on the list, marked by listed word: a listed name is judged at a glance."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from screening.engine.aligning import Side
from screening.engine.compiled import compiled, inner
from screening.engine.listed import Listed, bit_of
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
from screening.engine.widening import Widened, listed_word
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

    By listed word, all zero between queries: ``share``, how alike it is to the word of the query it may be, and
    ``adds``, what a name that holds it agrees in by it (the places of :mod:`.reaching`).  By word of the query:
    ``most``, the weight it may share (nats, of both names together), ``bits``, those of the listed words it may be
    (:func:`.listed.bit_of`), ``glued``, the listed word that it and the next one are together (-1: none).
    ``agreed`` is what one listed name agrees in.
    """

    share: NDArray[np.float32]
    adds: NDArray[np.float32]
    most: NDArray[np.float32]
    bits: NDArray[np.uint64]
    glued: NDArray[np.int32]
    letters: NDArray[np.uint8]
    agreed: NDArray[np.float32]


def new_marks(words: int) -> Marks:
    """Return room for the marks on a list of ``words`` words."""
    return Marks(
        np.zeros(words, np.float32),
        np.zeros((words, AGREED), np.float32),
        np.empty(MOST_WORDS, np.float32),
        np.empty(MOST_WORDS, np.uint64),
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


@inner
def _mark(marks: Marks, listed: Listed, query: Query, places: tuple[int, int], other: int, share: float) -> None:
    """Mark that the words at ``places`` (begin, end) of a query stand for a listed word, unless others do better."""
    begin, end = places
    weight = rarity = letters = 0.0
    own = is_own(listed.words, other)
    for word in query.ours[begin:end]:
        weight += query.left.weight[word]
        rarity += query.left.rarity[word]
        letters += letters_of(query.left.words, word)
        own = own or is_own(query.left.words, word)
    both = share * (weight + listed.weight[other])
    for i in range(begin, end):
        marks.bits[i] |= bit_of(other)
        marks.most[i] = max(marks.most[i], both)
    if marks.share[other] >= share:
        return
    marks.share[other] = share
    told = share * min(rarity, listed.rarity[other])
    if share < 1.0:
        told = max(0.0, told - query.left.crowd[query.ours[begin]])
    adds = marks.adds[other]
    adds[OURS], adds[THEIRS], adds[ALL_TOLD] = share * weight, share * listed.weight[other], told
    adds[SHOWN] = share * (letters + letters_of(listed.words, other))
    adds[MOST_TOLD] = told if own else 0.0
    adds[OWNED] = weight + listed.weight[other] if own else 0.0
    inexact = (1.0 - share) * adds[OWNED]
    known = query.left.known[query.ours[begin]] == 1
    adds[ALIKE_ONLY], adds[MISTAKEN] = (0.0, inexact) if known else (inexact, 0.0)


@inner
def mark_words(marks: Marks, listed: Listed, query: Query) -> None:
    """Mark all that the words of a query may stand for, alone or two as one (SHANG HAI)."""
    widened, ours = query.widened, query.ours
    marks.most[:] = 0.0
    marks.bits[:] = 0
    for i in range(len(ours)):
        for at in range(widened.first[ours[i]], widened.first[ours[i] + 1]):
            _mark(marks, listed, query, (i, i + 1), widened.word[at], widened.alike[at])
        length = _joined(marks.letters, query.left.words, ours[i : i + 2]) if i + 1 < len(ours) else 0
        marks.glued[i] = listed_word(listed, Letters(marks.letters, 0, length)) if length else -1
        if marks.glued[i] >= 0:
            _mark(marks, listed, query, (i, i + 2), marks.glued[i], 1.0)


@inner
def unmark_words(marks: Marks, query: Query) -> None:
    """Take the marks of a query away."""
    widened = query.widened
    for i in range(len(query.ours)):
        word = query.ours[i]
        for at in range(widened.first[word], widened.first[word + 1]):
            marks.share[widened.word[at]] = 0.0
            marks.adds[widened.word[at]] = 0.0
        if marks.glued[i] >= 0:
            marks.share[marks.glued[i]] = 0.0
            marks.adds[marks.glued[i]] = 0.0


@inner
def may_share(marks: Marks, bits: np.uint64, query: Query, enough: float) -> bool:
    """Tell whether a name may share enough weight (nats, of both names) with a query, by the bits of its words."""
    shared = 2.0 * query.cut
    for i in range(len(query.ours)):
        if bits & marks.bits[i]:
            shared += marks.most[i]
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
