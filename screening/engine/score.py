"""The score of a pair of names: a table of features and the words that tell each; their points: data/score.csv."""

import math
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from kernel.domain.text import Text
from screening.engine import features as place
from screening.engine.features import COVER_MOST, FEATURES, OTHER_COUNTRY, OTHER_FORMS, OTHER_LANDS, OTHER_WRITING, SAME
from screening.engine.storage import table

MET: Final = 0.90  # from here on two names are the same; set on data, see docs/reference/matching.md
NEAR: Final = 0.50  # from here on they may be the same


@dataclass(frozen=True, slots=True)
class Feature:
    """One row of the table.

    Where the feature stands, whether it speaks for (1) or against (-1) one firm, and how it is told; ``{share}`` is its
    value.
    """

    place: int
    name: str
    sign: int
    reason: Text


def _for(at: int, name: str, spanish: str, english: str) -> Feature:
    return Feature(at, name, 1, Text(spanish, english))


def _against(at: int, name: str, spanish: str, english: str) -> Feature:
    return Feature(at, name, -1, Text(spanish, english))


TABLE: Final = (
    _for(place.COVER_LEAST, "cover_least",
        "cada nombre cubre al menos {share:.0%} del otro",
        "each name covers at least {share:.0%} of the other"),
    _for(place.COVER_MOST, "cover_most",
        "un nombre está en el otro al {share:.0%}",
        "one name is in the other to {share:.0%}"),
    _for(place.LETTERS, "letters", "la escritura coincide al {share:.0%}", "the spelling agrees to {share:.0%}"),
    _for(place.TELLING, "telling", "coincide una palabra propia de la empresa", "a word of the firm's own agrees"),
    _for(place.TOLD, "told", "las palabras que coinciden son poco comunes", "the words that agree are uncommon"),
    _for(place.ORDER, "order", "las palabras están en el mismo orden", "the words stand in the same order"),
    _for(place.SAME, "same", "son las mismas palabras", "they are the same words"),
    _for(place.BY_INITIALS, "initials", "las siglas coinciden", "the initials agree"),
    _against(place.KNOWN_LEFT, "known_left",
        "sobra una palabra propia conocida",
        "a known word of its own is left over"),
    _against(place.LISTED_LEFT, "listed_left",
        "falta una palabra propia del nombre listado",
        "a word of the listed name's own is missing"),
    _against(place.OWN_LEFT_BOTH, "own_left_both", "cada uno tiene una palabra propia", "each has a word of its own"),
    _against(place.LEFT_BOTH, "left_both", "a los dos les sobran palabras", "both have words left over"),
    _against(place.NUMBER_BOTH, "number_both", "llevan números distintos", "they carry different numbers"),
    _against(place.NUMBER_ONE, "number_one", "solo uno lleva número", "only one carries a number"),
    _against(place.PLACE_BOTH, "place_both", "nombran lugares distintos", "they name different places"),
    _against(place.PLACE_ONE, "place_one", "solo uno nombra un lugar", "only one names a place"),
    _against(place.COUNTRY_ONE, "country_one",
        "solo uno nombra un país: puede ser una filial",
        "only one names a country: it may be a sister company"),
    _against(place.INEXACT, "inexact",
        "la palabra propia se parece, no es igual",
        "the firm's own word is alike, not the same"),
    _against(place.INEXACT_KNOWN, "inexact_known",
        "la palabra parecida es otra palabra conocida",
        "the word that is alike is another known word"),
    _against(place.COMMON_ONLY, "common_only", "solo coinciden palabras comunes", "only common words agree"),
    _against(place.OTHER_FORMS, "other_forms", "la forma legal es otra", "the legal form is another"),
    _against(place.OTHER_LANDS, "other_lands", "la forma legal es de otro país", "the legal form is another country's"),
    _against(place.CHANCE, "chance",
        "en una lista tan larga, esas palabras coinciden por azar",
        "on so long a list, such words agree by chance"),
    _against(place.OTHER_COUNTRY, "other_country", "están en países distintos", "they are in different countries"),
    _for(place.BEGINNING, "beginning",
        "un nombre es el comienzo del otro, cortado",
        "one name is the beginning of the other, cut"),
    _for(place.SPELLED, "spelled",
        "letra por letra coinciden al {share:.0%}",
        "letter by letter they agree to {share:.0%}"),
    _for(place.LEAD, "lead", "coincide la primera palabra propia", "the first word of their own agrees"),
    _for(place.LEFT_ALIKE, "left_alike", "lo que sobra se parece", "what is left over is alike"),
    _against(place.LEAD_BOTH, "lead_both",
        "la primera palabra propia es otra",
        "the first word of their own is another"),
    _against(place.TRADE_BOTH, "trade_both", "son de giros distintos", "they are of different trades"),
    _against(place.TRADE_ONE, "trade_one", "solo uno nombra un giro más", "only one names a further trade"),
    _against(place.OWN_MORE, "own_more",
        "a uno le sobran palabras propias",
        "one has words of its own left over"),
    _against(place.SISTER, "sister",
        "a uno le sigue un lugar o una división: puede ser una filial",
        "a place or a division follows one of them: it may be a sister company"),
    _for(place.SAME_LETTERS, "same_letters",
        "son las mismas letras con otros espacios",
        "they are the same letters with other spaces"),
    _against(place.ALIKE_AMONG, "alike_among",
        "la palabra propia solo se parece y sobran otras",
        "the firm's own word is only alike, and others are left over"),
    _for(place.TAIL, "tail",
        "tras la forma legal solo sigue otra cosa",
        "only something else follows the legal form"),
    _against(place.OWN_FOR_OTHER, "own_for_other",
        "una palabra propia está en lugar de otra palabra",
        "a word of its own stands in place of another word"),
    _against(place.OTHER_WRITING, "other_writing",
        "las mismas palabras están escritas o traducidas de otro modo",
        "the same words are written or translated in another way"),
)  # fmt: skip


# Stretches of a feature's range: the points at their ends are learnt, between them they are on a line.
STEPS: Final = 20


def _points(of: str) -> NDArray[np.float32]:
    """Return the points that ``benchmarks.learn`` wrote: a row a feature, by place, and one that counts always.

    ``of`` is LIST for names searched on a list, PAIR for two names put side by side: there a likeness means more.
    """
    by_name = {row["feature"]: row for row in table("score") if row["of"] == of}
    points = np.zeros((FEATURES + 1, STEPS + 1), np.float32)
    for name, at in (*((feature.name, feature.place) for feature in TABLE), ("constant", FEATURES)):
        points[at] = [float(by_name[name][f"{step / STEPS:.2f}"]) for step in range(STEPS + 1)]
    return points


OF_LIST: Final = _points("LIST")
OF_PAIR: Final = _points("PAIR")


# The most that a score can be where a doubt is there at all: whatever else agrees, another number is another firm,
# and a firm of another country may be a sister.
_CAPS: Final = {place.NUMBER_BOTH: 0.30, place.COUNTRY_ONE: 0.45}
CAPS: Final = np.array([_CAPS.get(at, 1.0) for at in range(FEATURES)], np.float32)
# A name with one of these is near at most, whatever its score: only one carries a number, or a word of its own is
# left over or only alike.
DOUBTS: Final = (place.NUMBER_ONE, place.KNOWN_LEFT, place.LISTED_LEFT, place.INEXACT, place.INEXACT_KNOWN)


def doubted(features: NDArray[np.float32]) -> NDArray[np.bool_]:
    """Tell of each row of features whether the two names are near at most, however high their score."""
    return np.asarray((features[:, list(DOUBTS)] > 0.0).any(axis=1), np.bool_)


def points_of(score: float) -> float:
    """Return the points that make a score (0..1), without end for 0 and 1."""
    if not 0.0 < score < 1.0:
        return -math.inf if score <= 0.0 else math.inf
    return math.log(score / (1.0 - score))


def points_by_feature(features: NDArray[np.float32], points: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the points each feature of each pair gives: one row a pair, one column a feature."""
    scaled = np.clip(features, 0.0, 1.0) * STEPS
    step = np.minimum(scaled.astype(np.int64), STEPS - 1)
    places = np.arange(FEATURES)
    low, high = points[places, step], points[places, step + 1]
    return np.asarray(low + (high - low) * (scaled - step), np.float32)


def scores(features: NDArray[np.float32], points: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the score (0..1) of each row of features: the logistic function of all points.

    Equal names score 1, names without a word in common 0.
    """
    value = points_by_feature(features, points).sum(axis=1) + points[FEATURES, 0]
    others = features[:, [OTHER_COUNTRY, OTHER_FORMS, OTHER_LANDS, OTHER_WRITING]].any(axis=1)
    score = np.where((features[:, SAME] == 1.0) & ~others, 1.0, 1.0 / (1.0 + np.exp(-value)))
    score = np.minimum(score, np.where(features > 0.0, CAPS, 1.0).min(axis=1))
    return np.asarray(np.where(features[:, COVER_MOST] > 0.0, score, 0.0), np.float32)
