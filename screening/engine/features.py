"""What is looked at in two aligned names: one number a feature, each meaning more evidence or more doubt."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from screening.engine.aligning import EQUAL, INITIALS, Alignment, Compared, Side
from screening.engine.compiled import inner
from screening.engine.vocabulary import WordClass
from screening.engine.word_table import COUNTRY

# The places of the features in an array; `score.TABLE` says of each what it speaks for and is told as.
(
    COVER_LEAST, COVER_MOST, LETTERS, TELLING, TOLD, ORDER, SAME, BY_INITIALS,
    KNOWN_LEFT, LISTED_LEFT, OWN_LEFT_BOTH, LEFT_BOTH, NUMBER_BOTH, NUMBER_ONE, PLACE_BOTH, PLACE_ONE, COUNTRY_ONE,
    INEXACT, INEXACT_KNOWN, COMMON_ONLY, OTHER_FORMS, OTHER_LANDS, OTHER_COUNTRY, CHANCE,
    BEGINNING, SPELLED, LEAD, LEFT_ALIKE, LEAD_BOTH, TRADE_BOTH, TRADE_ONE, OWN_MORE, SISTER,
    SAME_LETTERS, ALIKE_AMONG, TAIL, OWN_FOR_OTHER, OTHER_WRITING,
) = range(38)  # fmt: skip
FEATURES: Final = 38
RAREST: Final = 12.0  # nats: what a word tells that one name in 160,000 holds; more is not told apart
HALF_TOLD: Final = 10.0  # nats of agreeing words that make half the feature TOLD
_OWN: Final = int(WordClass.OWN)
_PLACE: Final = int(WordClass.PLACE)
_NUMBER: Final = int(WordClass.NUMBER)
_CUT_SHARE: Final = 0.3  # of a word's doubt that remains where a cut may have taken it


@inner
def _sum(values: NDArray[np.float32], run: NDArray[np.int32]) -> float:
    total = 0.0
    for word in run:
        total += values[word]
    return total


@inner
def _letters(side: Side, run: NDArray[np.int32]) -> int:
    total = 0
    for word in run:
        total += side.words.starts[word + 1] - side.words.starts[word]
    return total


@inner
def _own(side: Side, run: NDArray[np.int32]) -> bool:
    at = 0
    while at < len(run) and side.words.kinds[run[at]] & 63 != _OWN:
        at += 1
    return at < len(run)


@inner
def _known(side: Side, run: NDArray[np.int32]) -> bool:
    """Tell whether the list or the background knows all of these words: they are hardly misspelt."""
    at = 0
    while at < len(run) and side.known[run[at]]:
        at += 1
    return at == len(run)


@inner
def _agreement(out: NDArray[np.float32], found: Alignment, pairs: int, both: Compared) -> None:
    """Fill in how much of the names the pairs cover."""
    left, right, ours, theirs = both.left, both.right, both.ours, both.theirs
    ours_agreed = theirs_agreed = letters = 0.0
    exact = pairs == len(ours) and pairs == len(theirs)
    for p in range(pairs):
        our_run, their_run = ours[found.left[p, 0] : found.left[p, 1]], theirs[found.right[p, 0] : found.right[p, 1]]
        ours_agreed += found.share[p] * _sum(left.weight, our_run)
        theirs_agreed += found.share[p] * _sum(right.weight, their_run)
        letters += found.share[p] * (_letters(left, our_run) + _letters(right, their_run))
        if found.kind[p] == INITIALS:
            out[BY_INITIALS] = 1.0
        exact = exact and found.kind[p] == EQUAL
    our_cover = ours_agreed / max(_sum(left.weight, ours), 1e-6)
    their_cover = theirs_agreed / max(_sum(right.weight, theirs), 1e-6)
    out[COVER_LEAST], out[COVER_MOST] = min(our_cover, their_cover), max(our_cover, their_cover)
    out[LETTERS] = letters / max(_letters(left, ours) + _letters(right, theirs), 1)
    out[SAME] = 1.0 if exact else 0.0


@inner
def _evidence(out: NDArray[np.float32], found: Alignment, pairs: int, both: Compared) -> None:
    """Fill in what the words that agree tell, and how much of it rests on words that are only alike."""
    left, right = both.left, both.right
    told = telling = inexact = mistaken = own_weight = 0.0
    for p in range(pairs):
        our_run = both.ours[found.left[p, 0] : found.left[p, 1]]
        their_run = both.theirs[found.right[p, 0] : found.right[p, 1]]
        share = found.share[p]
        rare = share * min(_sum(left.rarity, our_run), _sum(right.rarity, their_run))
        if share < 1.0:
            rare = max(0.0, rare - _sum(left.crowd, our_run))
        told += rare
        if not (_own(left, our_run) or _own(right, their_run)):
            continue
        telling = max(telling, rare)
        weight = _sum(left.weight, our_run) + _sum(right.weight, their_run)
        own_weight += weight
        if share < 1.0 and _known(left, our_run) and _known(right, their_run):
            mistaken += (1.0 - share) * weight
        else:
            inexact += (1.0 - share) * weight
    out[TELLING] = min(telling / RAREST, 1.0)
    out[TOLD] = told / (told + HALF_TOLD)
    out[CHANCE] = min(max(0.0, np.log(len(right.names.cut) + 1.0) - told) / RAREST, 1.0) if right.is_list[0] else 0.0
    if own_weight > 0:
        out[INEXACT], out[INEXACT_KNOWN] = inexact / own_weight, mistaken / own_weight


@inner
def _left_over(
    side: Side, run: NDArray[np.int32], used: NDArray[np.uint8], forgiven: float, on_list: bool
) -> tuple[float, float, float, bool, bool, bool]:
    """Return what is left over on a side.

    The rarest own word that is known (without a list, every one counts as known) and that is not, and all weight (0..1
    each); whether a number, a place, a country.
    """
    known = unknown = weight = 0.0
    number = place = country = False
    for i in range(len(run)):
        if used[i]:
            continue
        kind = side.words.kinds[run[i]] & 63
        if kind == _OWN:
            rare = min(side.rarity[run[i]] / RAREST, 1.0) * forgiven
            if side.known[run[i]] or not on_list:
                known = max(known, rare)
            else:
                unknown = max(unknown, rare)
        number = number or kind == _NUMBER
        place = place or kind == _PLACE
        country = country or side.words.kinds[run[i]] & COUNTRY != 0
        weight += side.weight[run[i]]
    return known, unknown, forgiven * weight / max(_sum(side.weight, run), 1e-6), number, place, country


@inner
def _in_order(found: Alignment, pairs: int) -> float:
    """Return the share of pairs of pairs that stand in the same order in both names."""
    same = total = 0
    for p in range(pairs):
        for q in range(p):
            total += 1
            if (found.left[p, 0] < found.left[q, 0]) == (found.right[p, 0] < found.right[q, 0]):
                same += 1
    return same / total if total else 1.0


@inner
def fill_features(out: NDArray[np.float32], found: Alignment, pairs: int, both: Compared) -> None:
    """Fill ``out`` (FEATURES long) for an alignment of ``pairs`` pairs; the rest is :func:`.names.fill_said`'s."""
    left, right, ours, theirs, cut = both.left, both.right, both.ours, both.theirs, both.cut
    out[:] = 0.0
    if pairs == 0:
        return
    _agreement(out, found, pairs, both)
    _evidence(out, found, pairs, both)
    on_list = right.is_list[0] == 1
    known, unknown, ours_left, our_number, our_place, our_country = _left_over(
        left, ours, found.used_left, 1.0, on_list
    )
    listed, other, theirs_left, their_number, their_place, their_country = _left_over(
        right, theirs, found.used_right, _CUT_SHARE if cut else 1.0, on_list
    )
    out[KNOWN_LEFT], out[LISTED_LEFT] = known, max(listed, other)
    out[OWN_LEFT_BOTH] = min(max(known, unknown), out[LISTED_LEFT])
    out[LEFT_BOTH] = min(ours_left, theirs_left)
    out[NUMBER_BOTH] = 1.0 if our_number and their_number else 0.0
    out[NUMBER_ONE] = 1.0 if our_number != their_number else 0.0
    out[PLACE_BOTH] = 1.0 if our_place and their_place else 0.0
    out[PLACE_ONE] = 1.0 if our_place != their_place else 0.0
    out[COUNTRY_ONE] = 1.0 if our_country != their_country else 0.0
    out[COMMON_ONLY] = 1.0 if out[TELLING] == 0.0 and ours_left + theirs_left > 0 else 0.0
    out[ORDER] = _in_order(found, pairs)
