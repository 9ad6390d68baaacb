"""Words of the vocabulary misspelt or cut: what an unknown word may mean, and what means nothing but itself."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from screening.engine import misspelt
from screening.engine.background import counts
from screening.engine.misspelt import (
    LEAST_BEGUN,
    LEAST_KNOWN,
    LEAST_TWICE,
    MOST_KEYS,
    Misspellable,
    meant_by,
    misspellable,
)
from screening.engine.names import NameIndex
from screening.engine.normalise import normalise
from screening.engine.spelling import LONGEST_WORD
from screening.engine.storage import table
from screening.engine.tokens import Letters, hash_of
from screening.engine.vocabulary import WordClass, word_class
from screening.engine.word_table import HEAD, word_table
from tests.screening.engine.test_spelling import letters, plain_edits

MEANINGS = st.sampled_from(["", "TEXTILE", "INDUSTRY"])
KNOWN = st.dictionaries(st.text("AB", min_size=LEAST_KNOWN, max_size=9), MEANINGS, min_size=1, max_size=9)
ASKED = st.text("AB", min_size=LEAST_BEGUN - 1, max_size=10)


def hashed(word: str) -> int:
    return int(hash_of(letters(word), 0, len(word)))


def number_of(known: Misspellable, word: str) -> int:
    return int(meant_by(known, Letters(letters(word), 0, len(word)), np.empty(MOST_KEYS, np.uint64)))


def of_words(known: dict[str, str]) -> Misspellable:
    """Return what is known when these words alone are."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(misspelt, "_known", lambda: known)
        return misspellable.__wrapped__()


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        pytest.param("INDTURIES", "INDUSTRY", id="letters swapped in a plural"),
        pytest.param("TEKST", "TEXTILE", id="the beginning of words of one meaning"),
        pytest.param("GARMNET", "GARMENT", id="letters swapped"),
        pytest.param("MOBLIYA", "FURNITURE", id="a word of another language"),
        pytest.param("TECHNOLGY", "TECHNOLOGY", id="a letter lost"),
        pytest.param("MANUFACTRUNG", "MANUFACTURING", id="two letters wrong in a long word"),
    ],
)
def test_a_misspelt_word_may_mean_a_known_one(word: str, meant: str) -> None:
    words = word_table((word,))
    assert words.kinds.tolist() == [WordClass.OWN]
    assert words.meant.tolist() == [hashed(meant)]


@pytest.mark.parametrize("word", ["LMITED", "LIMTIED", "COMPNAY", "CORPORTION"])
def test_a_misspelt_legal_form_is_one(word: str) -> None:
    words = word_table((word,))
    assert words.kinds.tolist() == [WordClass.FORM | HEAD]
    assert words.meant.tolist() == [0]
    assert normalise([f"Hoshine {word}"]).words_of(0) == ("HOSHINE",)


@pytest.mark.parametrize("word", ["HOSHINE", "QORVIX", "ZHONGTAIMIAN", "TEKS", "LIMI", "GRAMNETXY"])
def test_a_word_that_is_far_from_all_means_nothing_else(word: str) -> None:
    assert counts([word]).tolist() == [0]
    assert word_table((word,)).meant.tolist() == [0]


def test_a_word_of_the_background_means_nothing_else() -> None:
    counted = [row["word"] for row in table("words") if " " not in row["word"]]
    words = word_table(counted)
    assert words.counts.all()
    assert not words.meant.any()
    assert any(number_of(misspellable(), word) >= 0 for word in counted if word_class(word) is WordClass.OWN)


def test_a_misspelt_word_finds_the_name_of_what_it_means() -> None:
    index = NameIndex.build(["Qorvix Trading", "Qorvix Industry", "Qorvix Wool"])
    assert index.search(["QORVIX INDTURIES"], most=1).listed.tolist() == [1]


@pytest.mark.parametrize(
    ("known", "word", "nearest"),
    [
        pytest.param(["TEXTILIA", "TEXTILES"], "TEXTILS", 1, id="fewest edits, though another is first"),
        pytest.param(["GARMENTA", "GARMENTO"], "GARMENTE", 0, id="the first of equally near ones"),
        pytest.param(["GARMENTX", "XARMENTO"], "GARMENTO", 0, id="the first, wherever the letters differ"),
        pytest.param(["XARMENTO", "GARMENTX"], "GARMENTO", 0, id="the first, the other way round"),
        pytest.param(["GARMENTIER"], "GARMENTI", 0, id="two edits of eight letters"),
        pytest.param(["GARMENT"], "GRAMNET", -1, id="not two edits of seven"),
        pytest.param(["GARMENTS"], "GRAMNET", -1, id="nor if one alone has eight"),
        pytest.param(["GARMENT"], "GARMEN", 0, id="one edit of six letters"),
        pytest.param(["GARMENTERIA"], "GARME", 0, id="a beginning of five letters"),
        pytest.param(["GARMENTERIA"], "GARM", -1, id="not of four"),
    ],
)
def test_the_nearest_word_is_meant(known: list[str], word: str, nearest: int) -> None:
    assert number_of(of_words(dict.fromkeys(known, "GARMENT")), word) == nearest


def test_a_beginning_that_words_of_two_meanings_have_means_nothing() -> None:
    assert number_of(of_words({"CONSTRUCTORA": "CONSTRUCTION", "CONSTELACION": "CONSTELLATION"}), "CONST") == -1
    assert number_of(of_words({"CONSTRUCTORA": "CONSTRUCTION", "CONSTRUCCION": "CONSTRUCTION"}), "CONST") == 0
    assert number_of(of_words({"CORPORATION": ""}), "CORPO") == -1


def plainly_meant(known: dict[str, str], word: str) -> int:
    """Return what :func:`meant_by` does, each word looked at."""
    near = []
    for number, other in enumerate(known):
        away = plain_edits(word, other)
        if away <= (2 if min(len(word), len(other)) >= LEAST_TWICE else 1) and len(word) >= LEAST_KNOWN:
            near.append((away, number))
    if near:
        return min(near)[1]
    begun = {n: meaning for n, (other, meaning) in enumerate(known.items()) if other[:-1].startswith(word)}
    return (
        min(begun)
        if len(word) >= LEAST_BEGUN and len({*begun.values()} | {""}) == 2 and "" not in begun.values()
        else -1
    )


@given(KNOWN, ASKED)
@settings(max_examples=400)
def test_no_word_near_enough_is_missed_and_none_that_is_not_is_meant(known: dict[str, str], word: str) -> None:
    assert number_of(of_words(known), word) == plainly_meant(known, word)


def test_words_of_one_key_are_told_apart_by_their_letters() -> None:
    known, other = of_words({"HOSHINES": "TEXTILE"}), of_words({"QORVIXES": "TEXTILE"})
    mistaken = known._replace(spellings=other.spellings, beginnings=other.beginnings)
    assert number_of(known, "HOSHINEX") == number_of(known, "HOSHI") == 0
    assert number_of(mistaken, "QORVIXEX") == number_of(mistaken, "QORVI") == -1


def test_a_word_beyond_the_longest_means_nothing() -> None:
    word = "A" * LONGEST_WORD
    assert number_of(of_words({word: "TEXTILE"}), word[:-1] + "B") == 0
    assert number_of(of_words({word: "TEXTILE"}), word + "A") == -1


def test_the_words_of_the_vocabulary_mean_themselves() -> None:
    known = misspellable()
    words = [known.blob[a:b].tobytes().decode() for a, b in zip(known.starts, known.starts[1:], strict=False)]
    assert [number_of(known, word) for word in words[::20]] == list(range(0, len(words), 20))
