"""The table of noise: each cut is given away by a hint, and there are marks for all of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.engine.noise_cuts import BETWEEN, BETWEEN_HINTS, CUTS, Cut

WORDS = sorted({hint for cut in CUTS for hint in cut.hints} | set(BETWEEN_HINTS))
PIECES = st.sampled_from([*WORDS, "ACME", " 58 ", "12345678", " ", ".", ",", "(", " LTD ", "a@b.cn", "No. 7 "])
TEXTS = st.lists(PIECES, max_size=7).map("".join)


def test_each_cut_has_a_mark_and_the_digit_too() -> None:
    assert len(CUTS) < 63


@pytest.mark.parametrize("cut", CUTS)
@given(text=TEXTS)
def test_what_is_cut_holds_a_hint_and_a_digit_where_one_is_asked_for(cut: Cut, text: str) -> None:
    if cut.pattern.search(text):
        assert any(hint in text.upper() for hint in cut.hints)
        assert not cut.digit or any(c.isdigit() for c in text)


@given(text=TEXTS)
def test_what_parts_firms_holds_a_hint(text: str) -> None:
    assert BETWEEN.search(text) is None or any(hint in text.upper() for hint in BETWEEN_HINTS)


@pytest.mark.parametrize("hint", sorted({hint for cut in CUTS for hint in cut.hints}))
def test_a_hint_is_in_capitals_as_texts_are_compared(hint: str) -> None:
    assert hint == hint.upper()
    assert hint.isascii()
