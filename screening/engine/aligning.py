"""Two names set word against word: equal words, joined or split ones, cut and misspelt ones, initials."""

from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from screening.engine.compiled import inner
from screening.engine.initials import initials_of, initials_share
from screening.engine.normalise import Names
from screening.engine.spelling import LEAST_LETTERS, LONGEST_WORD, Keys, alike, letters_held, shape_key, sound_key
from screening.engine.tokens import MOST_WORDS, Letters
from screening.engine.word_table import Words, words_alike

EQUAL, GLUED, CUT, ALIKE, INITIALS = range(5)  # how two runs of words agree
GLUED_ALIKE: Final = 0.85  # joined or split words may differ by little more than the space
LEAST_CUT: Final = 1  # letters that a cut word must still show


class Side(NamedTuple):
    """One side of a comparison: names, their words, and what each word weighs and tells (nats).

    By word, ``crowd`` is what it tells less where it is only alike, for the many it is alike to (nats), ``known`` says
    whether the list or the background has it, ``number`` which word of the other side it is (-1: none).  ``is_list[0]``
    is 1 where the names are a list, on which names agree by chance.
    """

    words: Words
    names: Names
    weight: NDArray[np.float32]
    rarity: NDArray[np.float32]
    crowd: NDArray[np.float32]
    known: NDArray[np.uint8]
    number: NDArray[np.int32]
    is_list: NDArray[np.uint8]


class Alignment(NamedTuple):
    """Room for one alignment.

    Pair ``p`` sets words ``left[p, 0]`` up to, not with, ``left[p, 1]`` of the left name against those of ``right``
    (positions in the name), agreeing to ``share[p]`` (0..1) in the way ``kind[p]`` (EQUAL to INITIALS); ``used_left``
    and ``used_right`` are 1 for the positions that have a partner.  The rest is room to work in: ``letters`` for words
    written as one or left over (ASCII), ``shares`` for how alike each left word is to each right one (0..1), ``masks``
    for the places of each letter in a text (a bit each, by ASCII code; all 0 between uses).
    """

    left: NDArray[np.int32]
    right: NDArray[np.int32]
    share: NDArray[np.float32]
    kind: NDArray[np.int32]
    used_left: NDArray[np.uint8]
    used_right: NDArray[np.uint8]
    letters: NDArray[np.uint8]
    shares: NDArray[np.float32]
    masks: NDArray[np.uint64]


def new_alignment() -> Alignment:
    """Return the room for one alignment at a time."""
    return Alignment(
        np.zeros((MOST_WORDS, 2), np.int32),
        np.zeros((MOST_WORDS, 2), np.int32),
        np.zeros(MOST_WORDS, np.float32),
        np.zeros(MOST_WORDS, np.int32),
        np.zeros(MOST_WORDS, np.uint8),
        np.zeros(MOST_WORDS, np.uint8),
        np.zeros(4 * LONGEST_WORD, np.uint8),
        np.zeros((MOST_WORDS, MOST_WORDS), np.float32),
        np.zeros(128, np.uint64),
    )


@inner
def _pair(found: Alignment, count: int, left: tuple[int, int], right: tuple[int, int], share: float, kind: int) -> int:
    """Note a pair of runs (first position, position after the last); return how many pairs there are."""
    found.left[count, 0], found.left[count, 1] = left
    found.right[count, 0], found.right[count, 1] = right
    found.share[count], found.kind[count] = share, kind
    found.used_left[left[0] : left[1]] = 1
    found.used_right[right[0] : right[1]] = 1
    return count + 1


@inner
def _take_equal(
    found: Alignment, numbers: NDArray[np.int32], ours: NDArray[np.int32], theirs: NDArray[np.int32]
) -> int:
    count = 0
    for i in range(len(ours)):
        number = numbers[ours[i]]
        if number < 0:
            continue
        for j in range(len(theirs)):
            if theirs[j] == number and not found.used_right[j]:
                count = _pair(found, count, (i, i + 1), (j, j + 1), 1.0, EQUAL)
                break
    return count


@inner
def _alike_letters(words: Words, word: int, letters: NDArray[np.uint8], length: int) -> float:
    """Return how alike a word is to the first ``length`` letters of ``letters``, 0..1."""
    joined = Keys(sound_key(letters, 0, length), shape_key(letters, 0, length), letters_held(letters, 0, length))
    spelled = words.spelled
    keys = Keys(spelled.sounds[word], spelled.shapes[word], spelled.letters[word])
    return alike(
        Letters(words.blob, words.starts[word], words.starts[word + 1]), keys, Letters(letters, 0, length), joined
    )


@inner
def _joined(words: Words, run: NDArray[np.int32], letters: NDArray[np.uint8]) -> int:
    """Write the letters of a run of words one after the other; return how many these are."""
    length = 0
    for word in run:
        for at in range(words.starts[word], words.starts[word + 1]):
            letters[length] = words.blob[at]
            length += 1
    return length


@inner
def _run_equal_to(
    words: Words, word: int, others: Words, run: NDArray[np.int32], used: NDArray[np.uint8], letters: NDArray[np.uint8]
) -> tuple[int, int, float]:
    """Return begin, end and likeness of the run of two or more unused words that, joined, read like ``word``."""
    size = words.starts[word + 1] - words.starts[word]
    best_from = best_to = 0
    best = 0.0
    for begin in range(len(run) - 1):
        length = 0
        for at in range(begin, len(run)):
            if used[at]:
                break
            length += others.starts[run[at] + 1] - others.starts[run[at]]
            if length > size + 2 or length > len(letters):
                break
            first = others.blob[others.starts[run[begin]]] == words.blob[words.starts[word]]
            if at > begin and length + 2 >= size and first:
                share = _alike_letters(words, word, letters, _joined(others, run[begin : at + 1], letters))
                if share >= GLUED_ALIKE and share > best:
                    best_from, best_to, best = begin, at + 1, share
    return best_from, best_to, best


@inner
def _take_glued(
    found: Alignment, count: int, left: Words, right: Words, ours: NDArray[np.int32], theirs: NDArray[np.int32]
) -> int:
    for i in range(len(ours)):
        if not found.used_left[i] and left.starts[ours[i] + 1] - left.starts[ours[i]] >= LEAST_LETTERS:
            begin, end, share = _run_equal_to(left, ours[i], right, theirs, found.used_right, found.letters)
            if end:
                count = _pair(found, count, (i, i + 1), (begin, end), share, GLUED)
    for j in range(len(theirs)):
        if not found.used_right[j] and right.starts[theirs[j] + 1] - right.starts[theirs[j]] >= LEAST_LETTERS:
            begin, end, share = _run_equal_to(right, theirs[j], left, ours, found.used_left, found.letters)
            if end:
                count = _pair(found, count, (begin, end), (j, j + 1), share, GLUED)
    return count


@inner
def _begins(words: Words, word: int, others: Words, other: int) -> bool:
    """Tell whether ``other`` begins with the letters of ``word``."""
    start, length = words.starts[word], words.starts[word + 1] - words.starts[word]
    other_start = others.starts[other]
    if length < LEAST_CUT or length > others.starts[other + 1] - other_start:
        return False
    at = 0
    while at < length and words.blob[start + at] == others.blob[other_start + at]:
        at += 1
    return bool(at == length)


@inner
def _take_cut(
    found: Alignment, count: int, left: Words, right: Words, ours: NDArray[np.int32], theirs: NDArray[np.int32]
) -> int:
    """Pair the cut last word of the left name with the right word it begins."""
    last = len(ours) - 1
    if found.used_left[last]:
        return count
    for j in range(len(theirs)):
        if not found.used_right[j] and _begins(left, ours[last], right, theirs[j]):
            return _pair(found, count, (last, last + 1), (j, j + 1), 1.0, CUT)
    return count


@inner
def _likeliest(shares: NDArray[np.float32], rows: int, columns: int) -> tuple[int, int, float]:
    """Return where the largest share stands, the first of equal ones, and what it is."""
    best_i = best_j = 0
    best = 0.0
    for i in range(rows):
        for j in range(columns):
            if shares[i, j] > best:
                best_i, best_j, best = i, j, shares[i, j]
    return best_i, best_j, best


@inner
def _take_alike(
    found: Alignment, count: int, left: Words, right: Words, ours: NDArray[np.int32], theirs: NDArray[np.int32]
) -> int:
    """Pair the words left over that are alike, the likeliest first."""
    shares = found.shares
    for i in range(len(ours)):
        for j in range(len(theirs)):
            free = not found.used_left[i] and not found.used_right[j]
            shares[i, j] = words_alike(left, ours[i], right, theirs[j]) if free else 0.0
    while True:
        best_i, best_j, best = _likeliest(shares, len(ours), len(theirs))
        if best == 0.0:
            return count
        count = _pair(found, count, (best_i, best_i + 1), (best_j, best_j + 1), best, ALIKE)
        shares[best_i, :] = 0.0
        shares[:, best_j] = 0.0


@inner
def _take_initials(
    found: Alignment, count: int, left: Words, right: Words, ours: NDArray[np.int32], theirs: NDArray[np.int32]
) -> int:
    """Pair a word left over with the words of the other side whose initials it is."""
    for i in range(len(ours)):
        if not found.used_left[i]:
            begin, end = initials_of(left, ours[i], right, theirs, found.used_right)
            if end:
                share = initials_share(left, ours[i])
                count = _pair(found, count, (i, i + 1), (begin, end), share, INITIALS)
    for j in range(len(theirs)):
        if not found.used_right[j]:
            begin, end = initials_of(right, theirs[j], left, ours, found.used_left)
            if end:
                share = initials_share(right, theirs[j])
                count = _pair(found, count, (begin, end), (j, j + 1), share, INITIALS)
    return count


class Compared(NamedTuple):
    """Two names to be compared: their sides, the numbers of their words, whether the left one may have been cut."""

    left: Side
    right: Side
    ours: NDArray[np.int32]
    theirs: NDArray[np.int32]
    cut: bool


@inner
def align(found: Alignment, both: Compared) -> int:
    """Align two names and return the number of pairs."""
    ours, theirs, left, right = both.ours, both.theirs, both.left.words, both.right.words
    found.used_left[:] = 0
    found.used_right[:] = 0
    count = _take_equal(found, both.left.number, ours, theirs)
    if count in (len(ours), len(theirs)):
        return count
    count = _take_glued(found, count, left, right, ours, theirs)
    if both.cut:
        count = _take_cut(found, count, left, right, ours, theirs)
    count = _take_alike(found, count, left, right, ours, theirs)
    return _take_initials(found, count, left, right, ours, theirs)
