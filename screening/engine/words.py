"""Two names aligned word by word: which words agree, how well, and what they weigh."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log
from typing import Final

from rapidfuzz.distance import Levenshtein

from screening.engine import vocabulary
from screening.engine.normalise import Name
from screening.engine.types import WordPair

ALIKE: Final = 0.79  # one edit in five letters (0.80); below it two words are two words (ZHONGTAI, ZHONGFEI: 0.75)
GLUED: Final = 0.90  # joined or split words may differ by little more than the space
LEAST_PREFIX: Final = 2  # letters that a cut word must still show

GENERIC_WEIGHT: Final = 0.25  # four of them tell as much as one word of the firm's own
PLACE_WEIGHT: Final = 0.50  # many firms share it, but it tells branches apart
LETTER_WEIGHT: Final = 0.30  # an initial: hardly more than a generic word
LEAST_WEIGHT: Final = 0.45  # of a word that is common on the list but in no table


class Weights:
    """What a word weighs in a name: its class, and how rare it is among the names of the list."""

    def __init__(self, names: Iterable[Name]) -> None:
        self._names = 0
        self._frequency: Counter[str] = Counter()
        for name in names:
            self._names += 1
            self._frequency.update(set(name.words))
        self._cache: dict[str, float] = {}

    def of(self, word: str) -> float:
        """Return the weight of a word, 0.25 to 1."""
        weight = self._cache.get(word)
        if weight is None:
            weight = self._cache[word] = self._weigh(word)
        return weight

    def rarity(self, word: str) -> float:
        """Return how much a shared word tells, in nats; it grows with the list and does not saturate."""
        return log((self._names + 1) / (self._frequency[word] + 0.5)) * self.of(word)

    def _weigh(self, word: str) -> float:
        if word in vocabulary.GENERIC:
            return GENERIC_WEIGHT
        if word in vocabulary.PLACES:
            return PLACE_WEIGHT
        if len(word) == 1 and not word.isdigit():
            return LETTER_WEIGHT
        if self._names < 50:  # a short list says nothing about how common a word is
            return 1.0
        rare = log((self._names + 1) / (self._frequency[word] + 1)) / log(self._names + 1)
        return max(LEAST_WEIGHT, min(1.0, rare * 1.25))  # in full for a word of up to 5 among 10,000 names


@dataclass(frozen=True, slots=True)
class Alignment:
    """The outcome of aligning two names: agreeing pairs and what is left over on each side."""

    pairs: tuple[WordPair, ...]
    declared_left: tuple[str, ...]
    listed_left: tuple[str, ...]
    agreement: float


def _similar(declared: str, listed: str) -> float:
    """Return how alike two words are, 0..1; words with digits must be equal."""
    if declared == listed:
        return 1.0
    if any(c.isdigit() for c in declared + listed):
        return 0.0
    cutoff = ALIKE if max(len(declared), len(listed)) > 4 else 1.0
    return Levenshtein.normalized_similarity(declared, listed, score_cutoff=cutoff)


def _take_equal(declared: list[str], listed: list[str]) -> list[tuple[list[str], list[str], float]]:
    found = []
    for word in list(declared):
        if word in listed:
            declared.remove(word)
            listed.remove(word)
            found.append(([word], [word], 1.0))
    return found


def _run_equal_to(word: str, others: Sequence[str]) -> tuple[int, int, float] | None:
    """Return (start, end, similarity) of the run of two or more words that, glued, read like ``word``."""
    best: tuple[int, int, float] | None = None
    for start in range(len(others) - 1):
        glued = others[start]
        for end in range(start + 1, len(others)):
            glued += others[end]
            if len(glued) > len(word) + 2:
                break
            alike = Levenshtein.normalized_similarity(word, glued, score_cutoff=GLUED)
            if alike > (best[2] if best else 0.0):
                best = (start, end + 1, alike)
    return best


def _take_glued(declared: list[str], listed: list[str]) -> list[tuple[list[str], list[str], float]]:
    found = []
    for one, many, turned in ((declared, listed, False), (listed, declared, True)):
        for word in [w for w in one if len(w) > 3]:
            run = _run_equal_to(word, many)
            if run is None:
                continue
            parts = many[run[0] : run[1]]
            del many[run[0] : run[1]]
            one.remove(word)
            found.append((parts, [word], run[2]) if turned else ([word], parts, run[2]))
    return found


def _take_similar(declared: list[str], listed: list[str]) -> list[tuple[list[str], list[str], float]]:
    scored = sorted(
        ((_similar(d, w), i, j) for i, d in enumerate(declared) for j, w in enumerate(listed)), key=lambda t: -t[0]
    )
    found, used_declared, used_listed = [], set[int](), set[int]()
    for alike, i, j in scored:
        if alike > 0 and i not in used_declared and j not in used_listed:
            used_declared.add(i)
            used_listed.add(j)
            found.append(([declared[i]], [listed[j]], alike))
    declared[:] = [w for i, w in enumerate(declared) if i not in used_declared]
    listed[:] = [w for j, w in enumerate(listed) if j not in used_listed]
    return found


def _take_cut(declared: list[str], listed: list[str], last: str) -> list[tuple[list[str], list[str], float]]:
    """Pair the cut last word of a declared name with the listed word it begins."""
    if last not in declared or len(last) < LEAST_PREFIX:
        return []
    whole = next((w for w in listed if w.startswith(last)), None)
    if whole is None:
        return []
    declared.remove(last)
    listed.remove(whole)
    return [([last], [whole], 1.0)]


def align(declared: Name, listed: Name, weights: Weights) -> Alignment:
    """Return the alignment of a declared with a listed name; ``agreement`` is a weighted soft Dice share, 0..1."""
    left, right = list(declared.words), list(listed.words)
    found = _take_equal(left, right)
    if left and right:
        found += _take_glued(left, right)
    if declared.cut and left and right:
        found += _take_cut(left, right, declared.words[-1])
    if left and right:
        found += _take_similar(left, right)
    pairs = []
    shared = total = 0.0
    for ours, theirs, alike in found:
        weight = (sum(map(weights.of, ours)) + sum(map(weights.of, theirs))) / 2
        pairs.append(WordPair(" ".join(ours), " ".join(theirs), round(alike, 3), round(weight, 3)))
        shared += 2 * alike * weight
        total += 2 * weight
    total += sum(map(weights.of, left)) + sum(map(weights.of, right))
    return Alignment(tuple(pairs), tuple(left), tuple(right), shared / total if total else 0.0)
