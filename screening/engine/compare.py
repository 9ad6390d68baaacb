"""How alike two names are: a table of evidence and doubts, each with its weight and its reason in words.

The best evidence counts, less every doubt; a name alone never exceeds 1.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from rapidfuzz import fuzz

from kernel.domain.text import Text
from screening.engine import vocabulary
from screening.engine.normalise import Name
from screening.engine.types import WordPair
from screening.engine.words import Alignment, Weights, align


@dataclass(frozen=True, slots=True)
class Pair:
    """A declared and a listed name, aligned; what every feature looks at."""

    declared: Name
    listed: Name
    alignment: Alignment
    declared_country: str
    listed_country: str


@dataclass(frozen=True, slots=True)
class NameScore:
    """The score of a pair of names, 0..1, with the features that made it and the aligned words."""

    score: float
    order: float
    words: tuple[WordPair, ...]
    reasons: tuple[Text, ...]


Feature = Callable[[Pair], float]


def same_words(pair: Pair) -> float:
    """Return the weighted share of words that agree, whatever their order."""
    return pair.alignment.agreement


def same_spelling(pair: Pair) -> float:
    """Return the share of letters that agree in order of the alphabet of words, if the telling words agree at all."""
    if not _telling_word_agrees(pair):
        return 0.0
    return fuzz.ratio(pair.declared.sorted_text(), pair.listed.sorted_text()) / 100


def same_but_for_forms(pair: Pair) -> float:
    """Return 1 when only legal forms tell the names apart, wherever they stand (Hapesa Inc., S.A. C.V. de Hapesa)."""
    core = pair.listed.core()
    return 1.0 if core and core == pair.declared.core() else 0.0


def same_beginning(pair: Pair) -> float:
    """Return 1 when a cut name is, word for word, how the listed one begins: it may have been cut with other spaces."""
    ours, theirs = pair.declared.words, pair.listed.words
    last = len(ours) - 1
    if not pair.declared.cut or not 0 < last < len(theirs):
        return 0.0
    return 1.0 if ours[:last] == theirs[:last] and theirs[last].startswith(ours[last]) else 0.0


def _missing(pair: Pair) -> tuple[str, ...]:
    """Return the listed words that are not declared; those that a cut may have taken do not count."""
    left = () if same_beginning(pair) else pair.alignment.listed_left
    both_cut = pair.declared.cut and pair.listed.cut == pair.declared.cut
    return tuple(w for w in left if not (both_cut and w == pair.listed.words[-1]))  # ITS TW may be read as ITS 2


def _telling_word_agrees(pair: Pair) -> bool:
    """Return whether at least one agreeing word is neither generic nor a place."""
    return any(set(p.declared.split()) - vocabulary.COMMON and not p.declared.isdigit() for p in pair.alignment.pairs)


def _tells(word: str) -> bool:
    return len(word) > 1 and word not in vocabulary.COMMON and word not in vocabulary.FORMS


def only_common_words(pair: Pair) -> float:
    """Return 1 when no telling word agrees and some word is left over on either side, a form or a cut end apart."""
    if same_but_for_forms(pair):
        return 0.0
    left = pair.alignment.declared_left or _missing(pair)
    return 1.0 if left and not _telling_word_agrees(pair) else 0.0


def other_number(pair: Pair) -> float:
    """Return 1 when both names carry numbers and they differ, 0.6 when only one does (No. 2, No. 3 Factory)."""
    ours = {w for w in pair.alignment.declared_left if any(c.isdigit() for c in w)}
    theirs = {w for w in _missing(pair) if any(c.isdigit() for c in w)}
    if ours and theirs:
        return 1.0
    return 0.6 if ours or theirs else 0.0


def other_place(pair: Pair) -> float:
    """Return 1 when each name has a place the other lacks, 0.7 when one has (Santander, Santander Chile)."""
    ours = any(w in vocabulary.PLACES for w in pair.alignment.declared_left)
    theirs = any(w in vocabulary.PLACES for w in _missing(pair))
    return 1.0 if ours and theirs else 0.7 if ours or theirs else 0.0


def other_telling_words(pair: Pair) -> float:
    """Return 1 when each name keeps a telling word that the other lacks: two firms, not one."""
    ours = [w for w in pair.alignment.declared_left if _tells(w)]
    theirs = [w for w in _missing(pair) if _tells(w)]
    return 1.0 if ours and theirs else 0.0


def other_country(pair: Pair) -> float:
    """Return 1 when both countries are known and differ: producers move and sell through others; a doubt only."""
    known = bool(pair.declared_country and pair.listed_country)
    return 1.0 if known and pair.declared_country != pair.listed_country else 0.0


# Letters alike in other words are a little less than the same words.
EVIDENCE: Final[tuple[tuple[Feature, float, Text], ...]] = (
    (same_words, 1.0, Text("las palabras coinciden al {share:.0%}", "the words agree to {share:.0%}")),
    (same_spelling, 0.97, Text("la escritura coincide al {share:.0%}", "the spelling agrees to {share:.0%}")),
    (
        same_but_for_forms,
        0.89,
        Text("solo difiere la forma legal", "only the legal form differs"),
    ),  # near, not the same
    (same_beginning, 0.89, Text("así empieza el nombre listado", "the listed name begins so")),
)
# What each takes from a name that agrees in full, beside the thresholds 0.90 (the same) and 0.78 (perhaps the same):
# common words alone leave 0.65, another number 0.70, so that neither finds anybody; another place leaves 0.80, a word
# of its own on either side 0.85, so that an officer looks; another country leaves 0.95, since producers move.
DOUBTS: Final[tuple[tuple[Feature, float, Text], ...]] = (
    (only_common_words, 0.35, Text("solo coinciden palabras comunes", "only common words agree")),
    (other_number, 0.30, Text("llevan números distintos", "they carry different numbers")),
    (other_place, 0.20, Text("nombran lugares distintos", "they name different places")),
    (other_telling_words, 0.15, Text("cada uno tiene una palabra propia", "each has a word of its own")),
    (other_country, 0.05, Text("están en países distintos", "they are in different countries")),
)


def compare(
    declared: Name, listed: Name, weights: Weights, *, declared_country: str = "", listed_country: str = ""
) -> NameScore:
    """Return how alike two names are and why; equal names of the same country score 1."""
    alignment = align(declared, listed, weights)
    pair = Pair(declared, listed, alignment, declared_country, listed_country)
    best, reason = 0.0, EVIDENCE[0][2].filled(share=0.0)
    for feature, weight, text in EVIDENCE:
        share = feature(pair)
        if share * weight > best:
            best, reason = share * weight, text.filled(share=share)
    reasons = [reason]
    for feature, weight, text in DOUBTS:
        doubt = feature(pair)
        if doubt:
            best -= doubt * weight
            reasons.append(text)
    order = sum(w.similarity * sum(map(weights.rarity, w.listed.split())) for w in alignment.pairs)
    return NameScore(max(0.0, min(1.0, best)), order, alignment.pairs, tuple(reasons))
