"""The tokeniser: what parts words and what does not, and the table of distinct words."""

from typing import Final

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.engine.tables import bucket_of, distinct, key_table
from screening.engine.tokens import LONGEST, MOST_WORDS, Tokens, hash_of, tokenise

CASES: Final = {
    "spaces part words": ("Hotan Taida Apparel", "HOTAN TAIDA APPAREL"),
    "any number of them": ("  Hotan \t Taida  ", "HOTAN TAIDA"),
    "case is lost": ("hOTAN tAIDA", "HOTAN TAIDA"),
    "commas, hyphens, slashes and brackets part words": ("Al-Khalil,Trading/(Group)", "AL KHALIL TRADING GROUP"),
    "an apostrophe does not": ("Xi'an O`Neil", "XIAN ONEIL"),
    "points of initials do not": ("S.A. de C.V.", "SA DE CV"),
    "points between words do": ("XINJIANG.TIANSHAN.WOOL", "XINJIANG TIANSHAN WOOL"),
    "a point before one letter does not": ("Ltd.A", "LTDA"),
    "a point at the end is nothing": ("Co., Ltd.", "CO LTD"),
    "single letters in a row are one word": ("S A P I de C V", "SAPI DE CV"),
    "a name with blanks between its letters too": ("H O S H I N E S I L I C O N", "HOSHINESILICON"),
    "no more than sixty of them": ("A " * 61, "A" * 60 + " A"),
    "a single letter stands alone": ("Plan B Textile", "PLAN B TEXTILE"),
    "digits are kept with letters": ("3M 58th No.3", "3M 58TH NO 3"),
    "single digits do not join": ("Brigade 4 4", "BRIGADE 4 4"),
    "& and + are a word": ("Trade&Business + Co", "TRADE AND BUSINESS AND CO"),
    "signs alone are nothing": ("!?#%/()=*_-.,;:", ""),
    "nothing is nothing": ("", ""),
    "a line end parts words of one name": ("Hotan\nTaida", "HOTAN TAIDA"),
    "what is not ASCII parts words": ("Hotan\xe9Taida", "HOTAN TAIDA"),
    "NUL parts words": ("Hotan\x00Taida", "HOTAN TAIDA"),
}
TEXT: Final = st.text(st.characters(max_codepoint=126), max_size=60)


def words_of(tokens: Tokens, name: int) -> list[str]:
    text = tokens.blob.tobytes().decode("ascii")
    return [
        text[tokens.starts[word] : tokens.starts[word + 1]]
        for word in range(tokens.first[name], tokens.first[name + 1])
    ]


@pytest.mark.parametrize(("name", "words"), [pytest.param(*case, id=why) for why, case in CASES.items()])
def test_a_name_is_cut_into_words(name: str, words: str) -> None:
    assert words_of(tokenise([name]), 0) == words.split()


def test_a_column_is_cut_as_its_names_are() -> None:
    tokens = tokenise([name for name, _ in CASES.values()])
    assert [words_of(tokens, n) for n in range(len(CASES))] == [words.split() for _, words in CASES.values()]


def test_no_names_have_no_words() -> None:
    tokens = tokenise([])
    assert (len(tokens.blob), tokens.starts.tolist(), tokens.first.tolist()) == (0, [0], [0])


def test_the_first_words_of_a_long_name_are_read() -> None:
    names = [" ".join(f"W{i:03d}" for i in range(MOST_WORDS + n)) for n in (0, 1, 60)]
    tokens = tokenise([*names, "NEXT"])
    assert [len(words_of(tokens, n)) for n in range(4)] == [MOST_WORDS, MOST_WORDS, MOST_WORDS, 1]
    assert words_of(tokens, 2) == names[0].split()


def test_no_more_of_a_long_name_is_read_than_a_register_knows() -> None:
    [only] = words_of(tokenise(["A" * 10_000]), 0)
    assert 0 < len(only) <= LONGEST


def test_many_signs_for_and_do_not_run_over() -> None:
    tokens = tokenise(["&" * 10_000, "+" * 399, "NEXT"])
    assert words_of(tokens, 0) == ["AND"] * MOST_WORDS
    assert words_of(tokens, 2) == ["NEXT"]


@given(st.lists(TEXT, max_size=8))
def test_words_of_any_names_are_upper_case_letters_and_digits_in_order(names: list[str]) -> None:
    tokens = tokenise(names)
    assert len(tokens.first) == len(names) + 1
    assert (np.diff(tokens.first) >= 0).all()
    assert tokens.first[-1] == len(tokens.starts) - 1
    assert (np.diff(tokens.starts) > 0).all()
    for n, name in enumerate(names):
        words = words_of(tokens, n)
        assert all(word.isalnum() and word.isascii() and word == word.upper() for word in words)
        assert words == words_of(tokenise([name]), 0)


@given(st.lists(st.sampled_from(["HOTAN", "TAIDA", "WOOL", "58", "GROUP", "LTD", "MILLS"]), max_size=9))
def test_plain_words_stay_as_they_are(words: list[str]) -> None:
    assert words_of(tokenise([" ".join(words)]), 0) == words


@given(st.lists(TEXT, max_size=12))
def test_distinct_words_are_numbered_as_they_come(names: list[str]) -> None:
    tokens = tokenise(names)
    numbers, firsts = distinct(tokens.blob, tokens.starts)
    words = [word for n in range(len(names)) for word in words_of(tokens, n)]
    order = list(dict.fromkeys(words))
    assert numbers.tolist() == [order.index(word) for word in words]
    assert firsts.tolist() == [words.index(word) for word in order]


@given(st.lists(st.tuples(st.integers(0, 2**64 - 1), st.integers(0, 9)), max_size=40))
def test_a_table_gives_back_the_values_of_each_key_in_the_order_they_came(rows: list[tuple[int, int]]) -> None:
    keys, values = np.array([k for k, _ in rows], np.uint64), np.array([v for _, v in rows], np.int32)
    table = key_table(keys, values)
    for key, _ in rows:
        begin, end = bucket_of(table, np.uint64(key))
        held = [int(table.values[at]) for at in range(begin, end) if table.keys[at] == np.uint64(key)]
        assert held == [v for k, v in rows if k == key]


def test_a_hash_depends_on_every_letter_and_its_place() -> None:
    words = ["HOTAN", "HOTNA", "HOTA", "OTAN", "HOTAM", "", "H", "HH"]
    hashes = {int(hash_of(np.frombuffer(word.encode(), np.uint8), 0, len(word))) for word in words}
    assert len(hashes) == len(words)
