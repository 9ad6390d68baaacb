"""Which of many texts hold one of the parts that are looked for: one pass over their letters, whatever the parts."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from screening.engine.compiled import compiled


class Parts(NamedTuple):
    """Parts to look for, as an automaton (Aho and Corasick 1975): a state is how much of a part has just been read.

    ``following[state, byte]`` (int32) is the state after one more byte, ``whole[state]`` (bool) tells of a whole part.
    """

    following: NDArray[np.int32]
    whole: NDArray[np.bool_]

    @classmethod
    def of(cls, texts: Iterable[str]) -> "Parts":
        """Return the parts to look for; they are ASCII in capitals, and stand for any case."""
        parts = {text.encode("ascii") for text in texts}
        reads = sorted({b"", *(part[:length] for part in parts for length in range(1, len(part) + 1))}, key=len)
        states = {read: state for state, read in enumerate(reads)}
        longer: dict[bytes, list[bytes]] = defaultdict(list)
        for read in reads[1:]:
            longer[read[:-1]].append(read)
        following = np.zeros((len(reads), 256), np.int32)
        whole = np.zeros(len(reads), np.bool_)
        for read, state in states.items():
            rest = next((states[read[at:]] for at in range(1, len(read) + 1) if read[at:] in states), 0)
            following[state], whole[state] = following[rest], whole[rest] or read in parts
            for more in longer[read]:
                following[state, more[-1]] = states[more]
        following[:, ord("a") : ord("z") + 1] = following[:, ord("A") : ord("Z") + 1]
        return cls(following, whole)


@compiled
def _held(text: NDArray[np.uint8], lengths: NDArray[np.int64], parts: Parts) -> NDArray[np.bool_]:
    held = np.zeros(len(lengths), np.bool_)
    following, whole = parts
    end = 0
    for number in range(len(lengths)):
        at, end = end, end + lengths[number]
        state = 0
        while at < end and not whole[state]:
            state = following[state, text[at]]
            at += 1
        held[number] = whole[state]
    return held


def holding(texts: Sequence[str], parts: Parts) -> list[int]:
    """Return the numbers of the texts that hold one of the parts, in order."""
    joined = np.frombuffer("".join(texts).encode("ascii", "replace"), np.uint8)
    lengths = np.fromiter(map(len, texts), np.int64, len(texts))
    return [int(number) for number in np.flatnonzero(_held(joined, lengths, parts))]
