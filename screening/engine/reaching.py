"""The points that a listed name may have at most, told from its words before it is set word against word."""

from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from screening.engine.aligning import Side
from screening.engine.compiled import inner
from screening.engine.features import (
    CHANCE,
    COVER_LEAST,
    COVER_MOST,
    FEATURES,
    HALF_TOLD,
    INEXACT,
    INEXACT_KNOWN,
    LETTERS,
    ORDER,
    RAREST,
    SAME,
    TELLING,
    TOLD,
)
from screening.engine.vocabulary import WordClass
from screening.engine.word_table import Words

_OWN: Final = int(WordClass.OWN)
# Places in an array of what two names agree in: weight of the words that agree on each side, letters of both, nats told
# in all and by one word, weight of own words that agree and what of it is only alike, where ours is unknown or known.
OURS, THEIRS, SHOWN, ALL_TOLD, MOST_TOLD, OWNED, ALIKE_ONLY, MISTAKEN = range(8)
AGREED: Final = 8


class Whole(NamedTuple):
    """What a whole query weighs: nats, letters, nats of rarity of all its words, and nats of its own words alone.

    ``chance`` is how many nats must be told before an agreement on the list is no chance.
    """

    weight: float
    letters: int
    rarity: float
    own: float
    chance: float


@inner
def letters_of(words: Words, word: int) -> int:
    """Return how many letters a word has."""
    return int(words.starts[word + 1] - words.starts[word])


@inner
def is_own(words: Words, word: int) -> bool:
    """Tell whether a word is the firm's own."""
    return bool(words.kinds[word] & 63 == _OWN)


@inner
def whole_of(left: Side, ours: NDArray[np.int32], names: int) -> Whole:
    """Return what a query weighs that is asked of ``names`` listed names."""
    weight = rarity = own = 0.0
    letters = 0
    for word in ours:
        weight += left.weight[word]
        rarity += left.rarity[word]
        letters += letters_of(left.words, word)
        own += left.weight[word] if is_own(left.words, word) else 0.0
    return Whole(weight, letters, rarity, own, np.log(names + 1.0))


@inner
def points_at(points: NDArray[np.float32], feature: int, value: float) -> float:
    """Return the points of a feature (by its place) at a value (0..1)."""
    steps = points.shape[1] - 1
    scaled = value * steps
    step = min(int(scaled), steps - 1)
    low = points[feature, step]
    return float(low + (points[feature, step + 1] - low) * (scaled - step))


@inner
def _told(told: float, most: float, chance: float, points: NDArray[np.float32]) -> float:
    """Return the points of what agreeing words tell, in all and the one that tells most, on a list so long."""
    value = points_at(points, TOLD, told / (told + HALF_TOLD)) + points_at(points, TELLING, min(most / RAREST, 1.0))
    return value + points_at(points, CHANCE, min(max(0.0, chance - told) / RAREST, 1.0))


@inner
def most_with(whole: Whole, left: Side, word: int, rarity: float, share: float, points: NDArray[np.float32]) -> float:
    """Return the most points of a name that holds, in the place of ``word``, one as rare as ``rarity`` and so alike.

    Everything else agrees and nothing speaks against.
    """
    last = points.shape[1] - 1
    one = share * min(left.rarity[word], rarity) - (left.crowd[word] if share < 1.0 else 0.0)
    rest = whole.rarity - left.rarity[word]
    value = points[FEATURES, 0] + points[ORDER, last] + points[SAME, last] + points[LETTERS, last]
    value += points[COVER_LEAST, last] + points[COVER_MOST, last]
    value += _told(max(0.0, one) + rest, max(one, rest), whole.chance, points)
    if share < 1.0 and is_own(left.words, word):
        doubt = INEXACT_KNOWN if left.known[word] else INEXACT
        value += points_at(points, doubt, (1.0 - share) * left.weight[word] / max(whole.own, 1e-6))
    return float(value)


@inner
def most_points(
    agreed: NDArray[np.float32], whole: Whole, heavy: float, written: int, points: NDArray[np.float32]
) -> float:
    """Return the most points of a listed name that agrees so far, where nothing else speaks against it.

    Its words weigh ``heavy`` nats and have ``written`` letters.  A name may come to more where the words that are set
    together are not, one for one, those marked: two that are alike to the same word, one word of the query for several
    of the name, initials, or two misspellings that were not looked for.  What a cut last word and the words beyond the
    heaviest tell is left out as well, and that equal names score 1: they are found as a whole.
    """
    last = points.shape[1] - 1
    ours = min(agreed[OURS] / max(whole.weight, 1e-6), 1.0)
    theirs = min(agreed[THEIRS] / max(heavy, 1e-6), 1.0)
    owned = max(agreed[OWNED], 1e-6)
    value = points[FEATURES, 0] + points[ORDER, last] + points[SAME, last]
    value += points_at(points, COVER_LEAST, min(ours, theirs)) + points_at(points, COVER_MOST, max(ours, theirs))
    value += points_at(points, LETTERS, min(agreed[SHOWN] / max(whole.letters + written, 1), 1.0))
    value += points_at(points, INEXACT, agreed[ALIKE_ONLY] / owned)
    value += points_at(points, INEXACT_KNOWN, agreed[MISTAKEN] / owned)
    return float(value + _told(agreed[ALL_TOLD], agreed[MOST_TOLD], whole.chance, points))
