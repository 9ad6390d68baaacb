"""Identifiers as customs data carry them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.cn import uscc

from screening.engine.identifiers import check_digit, identifier_keys, plain_id, same_identifier

CUT = "91650100MA7FABDE1"
VALID = CUT + check_digit(CUT)

SURE = {
    "the same": (VALID, VALID),
    "with signs and spaces": (f" {VALID[:6]} {VALID[6:12]}-{VALID[12:]}. ", VALID),
    "in full-width letters": ("".join(chr(ord(c) + 0xFEE0) for c in VALID), VALID),
    "in lower case": (VALID.lower(), VALID),
    "cut to 17": (CUT, VALID),
    "listed cut to 17": (VALID, CUT),
    "an RFC with signs": ("ABC-010203-XY9", "ABC010203XY9"),
    "an RFC with its label": ("RFC: ABC010203XY9", "ABC010203XY9"),
    "zeros lost at the beginning": ("1234567891", "0001234567891"),
    "the organisation code of a USCC": ("MA7FABDE1", VALID),
    "the organisation code of a cut USCC": (CUT, "MA7FABDE-1"),
}


@pytest.mark.parametrize(("declared", "listed"), SURE.values(), ids=SURE)
def test_one_firm(declared: str, listed: str) -> None:
    found = same_identifier(declared, listed)
    assert found is not None
    assert (found.sure, found.score) == (True, 1.0)
    assert declared.strip() in found.reason.en
    assert identifier_keys(declared) & identifier_keys(listed)


WRONG = {
    "one wrong character": VALID[:10] + ("G" if VALID[10] != "G" else "H") + VALID[11:],
    "two swapped characters": VALID[:13] + VALID[14] + VALID[13] + VALID[15:],
    "two swapped in the middle": VALID[:12] + VALID[13] + VALID[12] + VALID[14:],
    "a wrong check character": CUT + ("0" if VALID[-1] != "0" else "1"),
}


@pytest.mark.parametrize("declared", WRONG.values(), ids=WRONG)
def test_a_mistyped_number_comes_near_and_settles_nothing(declared: str) -> None:
    found = same_identifier(declared, VALID)
    assert found is not None
    assert not found.sure
    assert 0.78 <= found.score < 0.90
    assert identifier_keys(declared) & identifier_keys(VALID)


NOBODY = (
    "",
    "   ",
    "N/A",
    "0000000",
    "9999999999",
    "XAXX010101000",
    "XEXX-010101-000",
    "12345",
    "123456789",
    "SINDATO",
)


@pytest.mark.parametrize("text", NOBODY)
def test_a_number_that_stands_for_none_tells_nobody(text: str) -> None:
    assert plain_id(text) == ""
    assert same_identifier(text, text) is None
    assert identifier_keys(text) == frozenset()


def test_two_valid_numbers_that_differ_in_one_character_are_two_firms() -> None:
    rest = [CUT[:16] + c for c in "23456789" if c != CUT[16]]
    others = [number + check_digit(number) for number in rest]
    assert all(uscc.is_valid(other) for other in others)
    assert [same_identifier(other, VALID) for other in others] == [None] * len(others)


@pytest.mark.parametrize("declared", ["9165010", "ABC010203XY8", "MA7FABDE2", VALID + "1", "91" + CUT])
def test_another_number_is_another_firm(declared: str) -> None:
    assert same_identifier(declared, VALID) is None


def test_a_number_without_check_characters_forgives_nothing() -> None:
    assert same_identifier("ABC010203XY9", "ABC010203XY8") is None
    assert same_identifier("30112233", "30112234") is None


def test_the_rebuilt_check_character_is_told() -> None:
    found = same_identifier(CUT, VALID)
    assert found is not None
    assert f"check digit is {VALID[-1]}" in found.reason.en
    invented = same_identifier("91650100MA7ABCDE1", "91650100MA7ABCDE11")
    assert invented is not None
    assert "check digit" not in invented.reason.en


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_text_is_compared_the_same_both_ways_and_what_matches_shares_a_key(one: str, two: str) -> None:
    for declared, listed in ((one, two), (one, one), (f"0{one}", one), (one[:17], one)):
        found, back = same_identifier(declared, listed), same_identifier(listed, declared)
        if found and found.sure:
            assert back is not None
            assert identifier_keys(declared) & identifier_keys(listed)


@given(st.text(alphabet="0123456789ABCDEFGHJKLMNPQRTUWXY", min_size=18, max_size=18), st.integers(0, 17))
def test_a_number_is_itself_and_its_own_cut(number: str, cut: int) -> None:
    for text in (number, number[:17]):
        if plain_id(text) and plain_id(number):
            assert same_identifier(text, number) is not None
