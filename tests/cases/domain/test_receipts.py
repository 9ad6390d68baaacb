import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.domain.receipts import DIGITS, RECEIPTS, TABLE, MistypedReceiptError, grouped, read_receipt, receipt_of

RECEIPT = receipt_of(123_456_789_012_345)
numbers = st.integers(min_value=0, max_value=RECEIPTS - 1)


def test_a_receipt_has_sixteen_digits_in_four_groups() -> None:
    assert len(RECEIPT) == DIGITS
    assert RECEIPT.startswith("123456789012345")
    assert grouped(RECEIPT) == f"1234 5678 9012 345{RECEIPT[-1]}"


def test_the_table_is_one_that_finds_the_errors_of_typing() -> None:
    assert all(sorted(row) == list(range(10)) for row in (*TABLE, *zip(*TABLE, strict=True)))
    assert all(TABLE[digit][digit] == 0 for digit in range(10))
    swapped = [
        (c, x, y)
        for c in range(10)
        for x in range(10)
        for y in range(10)
        if x != y and TABLE[TABLE[c][x]][y] == TABLE[TABLE[c][y]][x]
    ]
    assert swapped == []


@pytest.mark.parametrize(
    "written",
    [
        pytest.param(RECEIPT, id="as one word"),
        pytest.param(grouped(RECEIPT), id="in groups"),
        pytest.param(f"  {grouped(RECEIPT).replace(' ', '-')}\n", id="with hyphens and blanks around"),
        pytest.param("".join(chr(0x0660 + int(sign)) for sign in RECEIPT), id="in Arabic digits"),
        pytest.param("".join(chr(0xFF10 + int(sign)) for sign in RECEIPT), id="in full-width digits"),
        pytest.param("".join(chr(0x0966 + int(sign)) for sign in RECEIPT), id="in Devanagari digits"),
    ],
)
def test_a_receipt_is_read_however_it_is_written(written: str) -> None:
    assert read_receipt(written) == RECEIPT


@pytest.mark.parametrize(
    "written",
    [
        pytest.param("", id="nothing"),
        pytest.param(RECEIPT[:-1], id="a digit missing"),
        pytest.param(RECEIPT + "0", id="a digit too many"),
        pytest.param(RECEIPT[:-1] + "O", id="a letter"),
        pytest.param("²" + RECEIPT[1:], id="a raised digit that changes it"),
        pytest.param("1" * 4000, id="far too long"),
    ],
)
def test_what_is_no_receipt_is_told_from_a_wrong_one(written: str) -> None:
    with pytest.raises(MistypedReceiptError):
        read_receipt(written)


@given(number=numbers, place=st.integers(0, DIGITS - 1), wrong=st.integers(1, 9))
def test_any_one_wrong_digit_is_found(number: int, place: int, wrong: int) -> None:
    receipt = receipt_of(number)
    digit = (int(receipt[place]) + wrong) % 10
    with pytest.raises(MistypedReceiptError):
        read_receipt(f"{receipt[:place]}{digit}{receipt[place + 1 :]}")


@given(number=numbers, place=st.integers(0, DIGITS - 2))
def test_any_two_neighbours_changed_about_are_found(number: int, place: int) -> None:
    receipt = receipt_of(number)
    first, second = receipt[place], receipt[place + 1]
    changed = f"{receipt[:place]}{second}{first}{receipt[place + 2 :]}"
    if first == second:
        assert read_receipt(changed) == receipt
    else:
        with pytest.raises(MistypedReceiptError):
            read_receipt(changed)


@given(number=numbers)
def test_every_receipt_reads_as_itself(number: int) -> None:
    assert read_receipt(grouped(receipt_of(number))) == receipt_of(number)
