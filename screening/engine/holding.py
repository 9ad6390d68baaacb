"""Which of many texts hold one of the parts that are looked for: one pass over their letters, whatever the parts."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from screening.engine.compiled import compiled


class Parts(NamedTuple):
    """Parts to look for, as an automaton (Aho and Corasick 1975): a state is how much of a part has just been read.

    ``following[state, byte]`` (int32) is the state after one more byte, ``whole[state]`` (uint64) the marks of the
    parts that are whole then (0: none).
    """

    following: NDArray[np.int32]
    whole: NDArray[np.uint64]

    @classmethod
    def of(cls, texts: Iterable[str]) -> "Parts":
        """Return the parts to look for, each marked 1; they are ASCII in capitals, and stand for any case."""
        return cls.marked(dict.fromkeys(texts, 1))

    @classmethod
    def marked(cls, marks: Mapping[str, int]) -> "Parts":
        """Return the parts to look for, each with its marks: bits of 64."""
        parts = {text.encode("ascii"): mark for text, mark in marks.items()}
        reads = sorted({b"", *(part[:length] for part in parts for length in range(1, len(part) + 1))}, key=len)
        states = {read: state for state, read in enumerate(reads)}
        longer: dict[bytes, list[bytes]] = defaultdict(list)
        for read in reads[1:]:
            longer[read[:-1]].append(read)
        following = np.zeros((len(reads), 256), np.int32)
        whole = np.zeros(len(reads), np.uint64)
        for read, state in states.items():
            rest = next((states[read[at:]] for at in range(1, len(read) + 1) if read[at:] in states), 0)
            following[state], whole[state] = following[rest], int(whole[rest]) | parts.get(read, 0)
            for more in longer[read]:
                following[state, more[-1]] = states[more]
        following[:, ord("a") : ord("z") + 1] = following[:, ord("A") : ord("Z") + 1]
        return cls(following, whole)


@compiled
def _marks(text: NDArray[np.uint8], lengths: NDArray[np.int64], parts: Parts) -> NDArray[np.uint64]:
    marks = np.zeros(len(lengths), np.uint64)
    following, whole = parts
    at = 0
    for number in range(len(lengths)):
        state = 0
        for sign in text[at : at + lengths[number]]:
            state = following[state, sign]
            marks[number] |= whole[state]
        at += lengths[number]
    return marks


def marks_of(texts: Sequence[str], parts: Parts) -> NDArray[np.uint64]:
    """Return the marks of all the parts that each text holds."""
    joined = np.frombuffer("".join(texts).encode("ascii", "replace"), np.uint8)
    return _marks(joined, np.fromiter(map(len, texts), np.int64, len(texts)), parts)


def holding(texts: Sequence[str], parts: Parts) -> list[int]:
    """Return the numbers of the texts that hold one of the parts, in order."""
    return [int(number) for number in np.flatnonzero(marks_of(texts, parts))]
