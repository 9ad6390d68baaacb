"""Words of the vocabulary with a blank in them: those are put together, and no two words that mean something."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.engine.normalise import normalise
from screening.engine.split_words import put_together
from screening.engine.tokens import tokenise

SPLIT = {
    "an unknown rest shows it": ("TUNNEL ST EEL LTD", "TUNNEL STEEL LTD"),
    "a stop word is no word of its own beside one": ("DAJINGLUO TO YS", "DAJINGLUO TOYS"),
    "a place": ("SHAN DONG HE NAN", "SHANDONG HENAN"),
    "a word of another language": ("IM PORTADORA VARIIMVEX", "IMPORTADORA VARIIMVEX"),
    "two words that mean something stay": ("AIR PORT SERVICES", "AIR PORT SERVICES"),
    "the first two of three that fit": ("JIANG SU ZHOU", "JIANGSU ZHOU"),
    "nothing known comes of it": ("ABSHA KNITW", "ABSHA KNITW"),
    "a letter makes no plural": ("TEXTILE S MILLS", "TEXTILE S MILLS"),
    "a letter may be a part": ("T EXTILE MILLS", "TEXTILE MILLS"),
    "three letters are too few": ("P V T", "PVT"),
    "one word": ("STEEL", "STEEL"),
    "no word": ("", ""),
}


def words(names: list[str]) -> list[str]:
    tokens = put_together(tokenise(names))
    text = tokens.blob.tobytes().decode("ascii")
    cut = [text[tokens.starts[i] : tokens.starts[i + 1]] for i in range(len(tokens.starts) - 1)]
    return [" ".join(cut[tokens.first[n] : tokens.first[n + 1]]) for n in range(len(names))]


@pytest.mark.parametrize(("name", "whole"), SPLIT.values(), ids=SPLIT.keys())
def test_split_words_are_put_together(name: str, whole: str) -> None:
    assert words([name]) == [whole]


def test_a_column_is_read_as_its_names_are() -> None:
    assert words([name for name, _ in SPLIT.values()]) == [whole for _, whole in SPLIT.values()]


def test_names_do_not_run_into_each_other() -> None:
    assert words(["TUNNEL ST", "EEL LTD"]) == ["TUNNEL ST", "EEL LTD"]


def test_a_split_word_means_what_the_whole_one_does() -> None:
    column = normalise(["HOSHINE SILI CON IN DUSTRY", "HOSHINE SILICON INDUSTRY"])
    assert column.words_of(0) == column.words_of(1)


@given(st.lists(st.text("ABCDEIOSTX ", max_size=20), max_size=5))
def test_no_letter_is_lost(names: list[str]) -> None:
    assert [name.replace(" ", "") for name in words(names)] == [name.replace(" ", "") for name in names]
