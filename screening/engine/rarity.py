"""What a word tells: how rare it is among the names of the background and of the list, and what kind of word it is."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from screening.engine.background import NAMES
from screening.engine.vocabulary import WordClass

# Share of its rarity that a word of each kind weighs, by number of WordClass.
_SHARES: Final = {
    WordClass.OWN: 1.0,
    WordClass.GENERIC: 0.7,
    WordClass.PLACE: 0.8,
    WordClass.NUMBER: 0.7,
    WordClass.LETTER: 0.4,
    WordClass.FORM: 0.3,
    WordClass.STOP: 0.2,
}
SHARES: Final = np.array([_SHARES[kind] for kind in WordClass], np.float32)
LEAST_RARITY: Final = 0.05  # nats: even a word of every name is a word


def rarity_of(counts: NDArray[np.int32], listed: NDArray[np.int32], names: int) -> NDArray[np.float32]:
    """Return how much each word tells, in nats: minus the logarithm of its share of all names.

    ``counts`` says how many names of the background hold the word, ``listed`` how many of the list, which has
    ``names`` names.
    """
    share = (counts + listed + 0.5) / (NAMES + names + 1.0)
    return np.asarray(np.maximum(-np.log(share), LEAST_RARITY), np.float32)


def weight_of(rarity: NDArray[np.float32], kinds: NDArray[np.uint8]) -> NDArray[np.float32]:
    """Return what each word weighs in a name, in nats; ``kinds`` are those of :class:`Words`."""
    return np.asarray(rarity * SHARES[kinds & 63], np.float32)
