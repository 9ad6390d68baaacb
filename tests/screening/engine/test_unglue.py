"""Words that were written together: what is taken apart, and what stays one word."""

import pytest

from screening.engine.vocabulary import canonical

APART = {
    "a form before a name": ("JSCARGUMENT", ("JSC", "ARGUMENT")),
    "a form behind a name": ("ARGUMENTLIMITED", ("ARGUMENT", "LTD")),
    "a place and syllables": ("SUQIANDONGFANG", ("SUQIAN", "DONGFANG")),
    "an English word behind a name": ("WELORKNITWEAR", ("WELOR", "KNITTING")),
    "a Spanish word before a name": ("ALIMENTOSDURAECLUX", ("FOOD", "DURAECLUX")),
    "a Turkish word behind a name": ("EKUZELAMBALAJ", ("EKUZEL", "PACKAGING")),
    "a word of two meanings": ("WATERPHOTOELECTRIC", ("WATER", "OPTO", "ELECTRONIC")),
    "a word and its form": ("TEXTILECOLTD", ("TEXTILE", "LTD")),
}
ONE = ("PARTNERSHIP", "TRAVELLING", "INERNATIONAL", "INTERNATIONALE", "HIKVISION", "NANOTECHNOLOGIST", "TEXTILER")


@pytest.mark.parametrize(("word", "parts"), APART.values(), ids=APART.keys())
def test_what_was_written_together_is_taken_apart(word: str, parts: tuple[str, ...]) -> None:
    assert canonical(word) == parts


@pytest.mark.parametrize("word", ONE)
def test_one_word_stays_one(word: str) -> None:
    assert len(canonical(word)) == 1
