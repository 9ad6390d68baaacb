import pytest
from hypothesis import given
from hypothesis import strategies as st

from importers.domain.pedimento import Pedimento, year_digit_agrees

digits = st.text("0123456789", min_size=15, max_size=16)


@pytest.mark.parametrize(
    ("text", "key", "section"),
    [
        pytest.param("26  16  3001  6000001", ("26", "16", "3001", "6000001"), "", id="printed with two spaces"),
        pytest.param(
            "26-240-3953-6000098", ("26", "24", "3953", "6000098"), "0", id="16 digits, hyphens, section kept"
        ),
        pytest.param("261630016000001", ("26", "16", "3001", "6000001"), "", id="15 digits together"),
        pytest.param(" 26\u00a016\t3001 – 6000001 ", ("26", "16", "3001", "6000001"), "", id="odd blanks and dashes"),
    ],
)
def test_a_number_is_read_however_it_is_written(text: str, key: tuple[str, ...], section: str) -> None:
    found = Pedimento.parse(text)
    assert found is not None
    assert (found.key(), found.section) == (key, section)


@pytest.mark.parametrize(
    "text", ["", "6000001", "26 16 3001 600000", "26 16 3001 60000011 9", "٢٦١٦٣٠٠١٦٠٠٠٠٠١", "26/16/3001/6000001"]
)
def test_anything_else_is_no_number(text: str) -> None:
    assert Pedimento.parse(text) is None


@given(digits)
def test_what_is_written_out_reads_the_same(text: str) -> None:
    found = Pedimento.parse(text)
    assert found is not None
    again = Pedimento.parse(str(found))
    assert again is not None
    assert again.key() == found.key()


@pytest.mark.parametrize(
    ("number", "year", "agrees"),
    [("6000001", "26", True), ("5000999", "26", False), ("6000001", "", True), ("", "26", True)],
)
def test_the_first_digit_is_the_last_of_the_year(number: str, year: str, agrees: bool) -> None:
    assert year_digit_agrees(number, year) is agrees
