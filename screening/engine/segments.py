"""Text that is written without spaces, taken apart into known words, given in English, and the names between them."""

import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from screening.engine.gazetteer import IN_HAN
from screening.engine.storage import table

LONGEST_RUN: Final = 120  # characters of a run that are read; no firm's name is longer
_OWN_START: Final = 1.0  # what a name between known words costs, beside a known word
_OWN_CHARACTER: Final = (0.0, 1.2, 0.4, 0.6, 1.0, 1.6, 2.2)  # and by its characters: Chinese names have two or three
_WORD: Final = 0.3
_ONE_CHARACTER: Final = 0.5  # more for a known word of one character, which stands in many names


@dataclass(frozen=True, slots=True)
class Dictionary:
    """Known words with their English, and for each first character the lengths of the words it starts."""

    english: Mapping[str, str]
    lengths: Mapping[str, tuple[int, ...]]

    @classmethod
    def of(cls, english: Mapping[str, str]) -> "Dictionary":
        """Return the dictionary of these words."""
        lengths: dict[str, set[int]] = {}
        for word in english:
            lengths.setdefault(word[0], set()).add(len(word))
        return cls(english, {first: tuple(sorted(found)) for first, found in lengths.items()})


def _words(*languages: str) -> dict[str, str]:
    rows = [row for row in table("han_words") if row["language"] in languages]
    return {unicodedata.normalize("NFKC", row["native"]): row["english"] for row in rows}


HAN: Final = Dictionary.of(_words("ja") | _words("zh") | dict(IN_HAN))
HANGUL: Final = Dictionary.of(_words("ko"))
SPACED: Final[Mapping[str, str]] = _words("ar", "fa", "ug", "he", "bo", "hi", "bn")  # scripts with spaces
THAI: Final = Dictionary.of(_words("th"))
KANA: Final = Dictionary.of({word: english for word, english in _words("ja").items() if "ァ" <= word[0] <= "ヿ"})


def _cheapest(run: str, dictionary: Dictionary) -> list[tuple[int, bool]]:
    """Return for each end in ``run`` where the last piece of the cheapest way there starts, and if it is known."""
    costs = [0.0] + [float("inf")] * len(run)
    came: list[tuple[int, bool]] = [(0, False)] * (len(run) + 1)
    for start in range(len(run)):
        here = costs[start]
        for length in dictionary.lengths.get(run[start], ()):
            end = start + length
            cost = here + _WORD + (_ONE_CHARACTER if length == 1 else 0.0)
            if end <= len(run) and cost <= costs[end] and run[start:end] in dictionary.english:
                costs[end], came[end] = cost, (start, True)
        for length in range(1, min(len(_OWN_CHARACTER), len(run) - start + 1)):
            cost = here + _OWN_START + _OWN_CHARACTER[length]
            if cost < costs[start + length]:
                costs[start + length], came[start + length] = cost, (start, False)
    return came


def segmented(run: str, dictionary: Dictionary, spell: Callable[[str], str]) -> str:
    """Return a run of characters in Latin capitals: known words in English, the names between them as spelt."""
    run = run[:LONGEST_RUN]
    came = _cheapest(run, dictionary)
    pieces: list[str] = []
    end = len(run)
    while end > 0:
        start, is_known = came[end]
        piece = run[start:end]
        pieces.append(dictionary.english[piece] if is_known else spell(piece))
        end = start
    return " ".join(reversed(pieces))
