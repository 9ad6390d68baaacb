"""What is looked at in two names put side by side and not in a search; the cut or shorter name is the left one."""

from collections.abc import Sequence
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from screening.engine.aligning import CUT, Alignment, Compared, Side
from screening.engine.compiled import compiled
from screening.engine.features import (
    ALIKE_AMONG,
    BEGINNING,
    BY_INITIALS,
    COMMON_ONLY,
    COUNTRY_ONE,
    COVER_MOST,
    INEXACT,
    INEXACT_KNOWN,
    KNOWN_LEFT,
    LEAD,
    LEAD_BOTH,
    LEFT_ALIKE,
    LEFT_BOTH,
    LISTED_LEFT,
    NUMBER_ONE,
    OWN_FOR_OTHER,
    OWN_LEFT_BOTH,
    OWN_MORE,
    PLACE_BOTH,
    PLACE_ONE,
    RAREST,
    SAME_LETTERS,
    SISTER,
    SPELLED,
    TAIL,
    TELLING,
    TRADE_BOTH,
    TRADE_ONE,
)
from screening.engine.letters import MOST_LETTERS, letters_begun, letters_left, letters_written, share_in_common
from screening.engine.tokens import Tokens
from screening.engine.vocabulary import WordClass
from screening.engine.word_table import COUNTRY, Words
from screening.engine.written_initials import FEWEST, MOST, initials_as_written

_OWN: Final = int(WordClass.OWN)
_GENERIC: Final = int(WordClass.GENERIC)
_STOP: Final = int(WordClass.STOP)
# Words that a sister firm has behind the name of the group, besides countries; a branch is the same firm in law.
DIVISIONS: Final = frozenset(
    """HOLDING TRADING LOGISTICS INVESTMENT FINANCE CAPITAL LEASING INSURANCE SHIPPING TRANSPORT SERVICE SUBSIDIARY
    OVERSEAS ESTATE PROPERTY HONG KONG MACAU MACAO TAIWAN""".split()
)
_HOME: Final = frozenset({"CHINA"})  # addresses end in it
_DIVISION: Final = 1
_IGNORED: Final = 2
ALIKE_TOLD: Final = 4.0  # own words of which a quarter of the letters differ are as doubtful as can be
NO_FORM: Final = 0.6  # how sure a cut between two words is, where the legal form that the other name has is missing
ANY_LENGTH: Final = 0.2  # and where nothing but the length of the name says that it was cut
# Doubts about words left over, which the same letters with other spaces do not leave; numbers do not join.
OF_WORDS: Final = np.array(
    [
        ALIKE_AMONG, COMMON_ONLY, COUNTRY_ONE, INEXACT, INEXACT_KNOWN, KNOWN_LEFT, LEAD_BOTH, LEFT_BOTH, LISTED_LEFT,
        OWN_FOR_OTHER, OWN_LEFT_BOTH, OWN_MORE, PLACE_BOTH, PLACE_ONE, SISTER, TRADE_BOTH, TRADE_ONE,
    ]
)  # fmt: skip


class Written(NamedTuple):
    """Two names as they were written: their words, which of them they are, and which has a legal form that tells.

    ``after`` says of each canonical word whether it is one of :data:`DIVISIONS` (1) or tells nothing behind a name (2).
    """

    tokens: Tokens
    name: int
    other: int
    has_form: bool
    other_has_form: bool
    after: NDArray[np.uint8]


def said_after(texts: Sequence[str]) -> NDArray[np.uint8]:
    """Return what canonical words say behind a name, as :class:`Written` has it."""
    said = {**dict.fromkeys(DIVISIONS, _DIVISION), **dict.fromkeys(_HOME, _IGNORED)}
    return np.fromiter((said.get(text, 0) for text in texts), np.uint8, len(texts))


class Rest(NamedTuple):
    """What is left over of a name.

    ``trade`` is what its rarest trade word tells, as a share (0..1) of RAREST nats, ``own`` what its own words tell
    together, in units of RAREST nats (no upper end); ``weight`` is all of it and ``telling`` all but trade words, as
    shares (0..1) of the weight of the name; ``sister`` says whether it is nothing but countries and divisions behind
    the first word; ``lead`` is the position of the first own word of the name, left over or not (-1: none).
    """

    trade: float
    own: float
    weight: float
    telling: float
    sister: bool
    lead: int


@compiled
def rest_of(side: Side, run: NDArray[np.int32], used: NDArray[np.uint8], after: NDArray[np.uint8]) -> Rest:
    """Return what is left over of a name."""
    trade = own = left = telling = whole = 0.0
    behind = others = 0
    for i in range(len(run)):
        kind, weight = side.words.kinds[run[i]] & 63, side.weight[run[i]]
        whole += weight
        if used[i] or kind == _STOP:
            continue
        left += weight
        if kind == _GENERIC:
            trade = max(trade, side.rarity[run[i]] / RAREST)
        else:
            telling += weight
        if kind == _OWN:
            own += side.rarity[run[i]] / RAREST
        if i > 0 and after[run[i]] != _IGNORED:
            sister = side.words.kinds[run[i]] & COUNTRY != 0 or after[run[i]] == _DIVISION
            behind, others = behind + sister, others + (not sister)
    whole = max(whole, 1e-6)
    return Rest(min(trade, 1.0), own, left / whole, telling / whole, behind > 0 and others == 0, _lead(side, run))


@compiled
def _lead(side: Side, run: NDArray[np.int32]) -> int:
    at = 0
    while at < len(run) and side.words.kinds[run[at]] & 63 != _OWN:
        at += 1
    return at if at < len(run) else -1


@compiled
def _alike_as_pair(found: Alignment, pairs: int, ours: int, theirs: int) -> float:
    """Return how alike (0..1) two words are that may be a pair (positions in the names)."""
    for p in range(pairs):
        left = found.left[p, 0] <= ours < found.left[p, 1]
        if left and found.right[p, 0] <= theirs < found.right[p, 1]:
            return float(found.share[p])
    return 0.0


@compiled
def _cut_in_a_word(found: Alignment, pairs: int, both: Compared) -> int:
    """Tell whether the words of the left name are, in order, the first of the right: 2 if the last is cut, 1, or 0."""
    covered = cut = 0
    for p in range(pairs):
        if found.left[p, 0] != found.right[p, 0]:
            return 0
        covered += found.left[p, 1] - found.left[p, 0]
        ours, theirs = both.ours[found.left[p, 0]], both.theirs[found.right[p, 0]]
        if found.kind[p] == CUT and both.left.words.hashes[ours] != both.right.words.hashes[theirs]:
            cut = 1
    return 1 + cut if covered == len(both.ours) else 0


@compiled
def _cut_as_written(written: Written) -> int:
    """Tell whether the letters of the left name are the first of the right: 2 if they end within a word, 1, or 0."""
    tokens = written.tokens
    ours, theirs = letters_written(tokens, written.name), letters_written(tokens, written.other)
    if len(ours) == 0 or letters_begun(ours, theirs) < len(ours):
        return 0
    end = tokens.starts[tokens.first[written.other]] + len(ours)
    for at in range(tokens.first[written.other], tokens.first[written.other + 1] + 1):
        if tokens.starts[at] == end:
            return 1
    return 2


@compiled
def _beginning(found: Alignment, pairs: int, both: Compared, written: Written) -> float:
    """Return how sure it is (0..1) that the left name is the right one cut by a customs system."""
    if not both.cut:
        return 0.0
    cut = max(_cut_in_a_word(found, pairs, both), _cut_as_written(written))
    if cut == 1:
        return NO_FORM if written.other_has_form and not written.has_form else ANY_LENGTH
    return 1.0 if cut else 0.0


@compiled
def _may_be_initials(words: Words, word: int) -> bool:
    length = words.starts[word + 1] - words.starts[word]
    return bool(words.kinds[word] & 63 == _OWN and FEWEST <= length <= MOST)


@compiled
def _initials(found: Alignment, both: Compared, written: Written) -> float:
    """Return how sure it is (0..1) that an own word left over of one name is the initials of the other."""
    best = 0.0
    words = both.left.words
    for i in range(len(both.ours)):
        if not found.used_left[i] and _may_be_initials(words, both.ours[i]):
            best = max(best, initials_as_written(words, both.ours[i], written.tokens, written.other))
    words = both.right.words
    for j in range(len(both.theirs)):
        if not found.used_right[j] and _may_be_initials(words, both.theirs[j]):
            best = max(best, initials_as_written(words, both.theirs[j], written.tokens, written.name))
    return best


@compiled
def _all_known(side: Side, run: NDArray[np.int32], used: NDArray[np.uint8]) -> bool:
    """Tell whether the words left over are all known: then they are what they say, not others misspelt."""
    for place in range(len(run)):
        if not used[place] and side.words.kinds[run[place]] & 63 == _OWN and not side.known[run[place]]:
            return False
    return True


@compiled
def _left_alike(found: Alignment, both: Compared) -> float:
    """Return the share of letters that what is left over of both names has in common, 0 if it is known (EAST, WEST)."""
    left, right = both.left, both.right
    if _all_known(left, both.ours, found.used_left) and _all_known(right, both.theirs, found.used_right):
        return 0.0
    ours, theirs = found.letters[:MOST_LETTERS], found.letters[MOST_LETTERS:]
    ours = ours[: letters_left(left.words, both.ours, found.used_left, ours)]
    theirs = theirs[: letters_left(right.words, both.theirs, found.used_right, theirs)]
    return share_in_common(found.masks, ours, theirs)


@compiled
def _others_left(ours: Rest, theirs: Rest) -> float:
    """Return 1 where both names have words left over, a half where one has own words left over, else 0."""
    if ours.weight > 0.0 and theirs.weight > 0.0:
        return 1.0
    return 0.5 if ours.own + theirs.own > 0.0 else 0.0


@compiled
def _fill_rests(out: NDArray[np.float32], found: Alignment, pairs: int, ours: Rest, theirs: Rest) -> None:
    out[TRADE_BOTH] = min(ours.trade, theirs.trade)
    out[OWN_MORE] = 1.0 - np.exp(-max(ours.own, theirs.own))
    out[LEFT_BOTH] = min(ours.telling, theirs.telling)
    if ours.lead >= 0 and theirs.lead >= 0:
        out[LEAD] = _alike_as_pair(found, pairs, ours.lead, theirs.lead)
        if not found.used_left[ours.lead] and not found.used_right[theirs.lead]:
            out[LEAD_BOTH] = 1.0
    crossed = (ours.own > 0.0) != (theirs.own > 0.0) and ours.weight > 0.0 and theirs.weight > 0.0
    out[OWN_FOR_OTHER] = 1.0 if crossed else 0.0
    out[ALIKE_AMONG] = min(1.0, ALIKE_TOLD * (out[INEXACT] + out[INEXACT_KNOWN])) * _others_left(ours, theirs)
    if out[TELLING] == 0.0:
        out[COMMON_ONLY] = min(1.0, ours.weight + theirs.weight)
    if out[BEGINNING] < NO_FORM:
        out[TRADE_ONE] = max(ours.trade, theirs.trade) - out[TRADE_BOTH]
        alone = (ours.sister and theirs.weight == 0.0) or (theirs.sister and ours.weight == 0.0)
        out[SISTER] = 1.0 if alone else 0.0


@compiled
def _clear(out: NDArray[np.float32]) -> None:
    for doubt in OF_WORDS:
        out[doubt] = 0.0


@compiled
def fill_side_by_side(out: NDArray[np.float32], found: Alignment, pairs: int, both: Compared, written: Written) -> None:
    """Fill in what only two names side by side are asked.

    What stands for other words as their initials is not left over beside them, and the same letters with other spaces
    leave nothing over.  Nor does what stands behind a legal form (an address, a number, a note), unless it is a country
    or a division.
    """
    initials = _initials(found, both, written)
    letters, others = letters_written(written.tokens, written.name), letters_written(written.tokens, written.other)
    if pairs > 0:
        out[BEGINNING] = _beginning(found, pairs, both, written)
        out[SPELLED] = share_in_common(found.masks, letters, others)
        ours = rest_of(both.left, both.ours, found.used_left, written.after)
        theirs = rest_of(both.right, both.theirs, found.used_right, written.after)
        _fill_rests(out, found, pairs, ours, theirs)
        if ours.weight > 0.0 and theirs.weight > 0.0:
            out[LEFT_ALIKE] = _left_alike(found, both)
    if initials > 0.0:
        out[BY_INITIALS], out[COVER_MOST] = max(out[BY_INITIALS], initials), max(out[COVER_MOST], initials)
        out[OWN_LEFT_BOTH] = out[LEFT_BOTH] = out[LEAD_BOTH] = out[OWN_MORE] = out[COMMON_ONLY] = 0.0
        out[OWN_FOR_OTHER] = 0.0
    if written.has_form and _cut_as_written(written) == 1 and len(letters) < len(others):
        sister, country = out[SISTER], out[COUNTRY_ONE]
        _clear(out)
        out[TAIL], out[NUMBER_ONE], out[SISTER], out[COUNTRY_ONE] = 1.0, 0.0, sister, country
    if len(letters) and len(letters) == len(others) and letters_begun(letters, others) == len(letters):
        out[SPELLED] = out[SAME_LETTERS] = out[COVER_MOST] = 1.0
        _clear(out)
