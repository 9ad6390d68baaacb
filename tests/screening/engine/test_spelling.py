"""How alike words are written, sound and look, and that words that are alike find each other."""

import re
from typing import Final

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from screening.engine.spelling import (
    GRAMS,
    LEAST_ALIKE,
    LEAST_LETTERS,
    LONGEST_WORD,
    Keys,
    alike,
    deletion_key,
    edits,
    gram_at,
    has_digit,
    shape_key,
    sound_key,
    spell,
)
from screening.engine.tokens import Letters

WORD: Final = st.text("ABCEHIMNOSTZ0158", min_size=1, max_size=12)
CLOSE: Final = st.text("AEHN", min_size=1, max_size=7)  # few letters: many pairs are alike


def letters(word: str) -> np.ndarray[tuple[int], np.dtype[np.uint8]]:
    return np.frombuffer(bytearray(word, "ascii"), np.uint8)


def likeness(word: str, other: str) -> float:
    blob = letters(word + other)
    spelled = spell(blob, np.array([0, len(word), len(word) + len(other)], np.int32))
    one, two = (Keys(*(keys[place] for keys in spelled)) for place in (0, 1))
    return alike(Letters(blob, 0, len(word)), one, Letters(blob, len(word), len(blob)), two)


def counted(word: str, other: str, most: int = 40) -> int:
    return edits(Letters(letters(word), 0, len(word)), Letters(letters(other), 0, len(other)), most)


def sound(word: str) -> int:
    return int(sound_key(letters(word), 0, len(word)))


def shape(word: str) -> int:
    return int(shape_key(letters(word), 0, len(word)))


def plain_edits(word: str, other: str) -> int:
    """Return the optimal string alignment of two words by the textbook, one full table."""
    table = [[max(i, j) if not i or not j else 0 for j in range(len(other) + 1)] for i in range(len(word) + 1)]
    for i in range(1, len(word) + 1):
        for j in range(1, len(other) + 1):
            best = min(table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + (word[i - 1] != other[j - 1]))
            if i > 1 and j > 1 and word[i - 1] == other[j - 2] and word[i - 2] == other[j - 1]:
                best = min(best, table[i - 2][j - 2] + 1)
            table[i][j] = best
    return table[-1][-1]


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("XINJIANG", "HSINCHIANG"),
        ("HESHENG", "HOSHINE"),
        ("MOHAMMAD", "MUHAMMED"),
        ("ZHONGTAI", "CHUNGTAI"),
        ("JILIN", "CHILIN"),
        ("SHENZHEN", "SHENCHEN"),
    ],
)
def test_spellings_of_one_sound_sound_the_same(word: str, other: str) -> None:
    assert sound(word) == sound(other)


@pytest.mark.parametrize(
    ("word", "other"), [("HUAFU", "HUACU"), ("KAVEH", "KAVEN"), ("TAIDA", "TAITAN"), ("LI", "LU"), ("HEBEI", "HUBEI")]
)
def test_other_sounds_do_not(word: str, other: str) -> None:
    assert sound(word) != sound(other) or likeness(word, other) < 1.0


@pytest.mark.parametrize(
    ("word", "other"),
    [("S1LICON", "SILICON"), ("H0SHINE", "HOSHINE"), ("MODERN", "MODEM"), ("8EIJING", "BEIJING"), ("5TEEL", "STEEL")],
)
def test_words_a_scanner_takes_for_each_other_look_the_same(word: str, other: str) -> None:
    assert shape(word) == shape(other)
    assert LEAST_ALIKE < likeness(word, other) < 1.0


@pytest.mark.parametrize(
    ("word", "other", "count"),
    [
        ("HOSHINE", "HOSHINE", 0),
        ("HOSHINE", "HOSHNE", 1),
        ("HOSHINE", "HOSHIINE", 1),
        ("HOSHINE", "HOSHUNE", 1),
        ("HOSHINE", "HOHSINE", 1),
        ("HOSHINE", "OHSHINEE", 2),
        ("ABC", "", 3),
    ],
)
def test_edits_are_counted(word: str, other: str, count: int) -> None:
    assert counted(word, other) == count


@given(WORD, WORD)
def test_edits_are_those_of_the_textbook(word: str, other: str) -> None:
    assert counted(word, other) == plain_edits(word, other)


@given(CLOSE, CLOSE, st.integers(0, 4))
def test_counting_stops_beyond_the_most(word: str, other: str, most: int) -> None:
    assert counted(word, other, most) == min(plain_edits(word, other), most + 1)


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("HOSHNE", "HOSHINE"),
        ("ZHONGTAI", "CHUNGTAI"),
        ("S1LICON", "SILICON"),
        ("ANDROID", "ANDROIDNAYA"),
        ("LOGISTIKA", "LOGISTICS"),
    ],
)
def test_misspelt_words_are_alike(word: str, other: str) -> None:
    assert LEAST_ALIKE <= likeness(word, other) < 1.0


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("HOSHINE", "DAQO"),
        ("ABC", "ABD"),
        ("58TH", "54TH"),
        ("A100", "A200"),
        ("BANK", "BANKERSALLIANCE"),
        ("DAQING", "DAQO"),
    ],
)
def test_other_words_are_not(word: str, other: str) -> None:
    assert likeness(word, other) == 0.0


@given(WORD | CLOSE, WORD | CLOSE)
@example("A" * 40, "A" * 33)
def test_likeness_lies_within_bounds_and_is_the_same_both_ways(word: str, other: str) -> None:
    share = likeness(word, other)
    assert share == likeness(other, word)
    assert share == 0.0 or LEAST_ALIKE * 0.4 <= share <= 1.0
    assert (share == 1.0) == (word == other) or max(len(word), len(other)) > LONGEST_WORD


@given(st.text("ABC1", max_size=LEAST_LETTERS - 1), st.text("ABC1", max_size=LEAST_LETTERS - 1))
def test_short_words_are_equal_or_they_are_not(word: str, other: str) -> None:
    assert likeness(word, other) == float(word == other)


@given(CLOSE, st.integers(0, 6), st.sampled_from(["", "A", "N"]), st.booleans())
def test_words_one_edit_apart_share_a_deletion(word: str, at: int, letter: str, keep: bool) -> None:
    other = word[:at] + letter + word[at + (not keep) :]
    keys = [{int(deletion_key(letters(w), 0, len(w), without)) for without in range(-1, len(w))} for w in (word, other)]
    assert keys[0] & keys[1]


@given(WORD)
def test_three_letters_have_a_number_and_digits_are_seen(word: str) -> None:
    blob = letters(word)
    grams = [gram_at(blob, at, 0, len(word)) for at in range(len(word))]
    assert all(0 <= gram < GRAMS for gram in grams)
    assert len(set(grams)) == len({f" {word} "[at : at + 3] for at in range(len(word))})
    assert has_digit(Letters(blob, 0, len(word))) == bool(re.search("[0-9]", word))
