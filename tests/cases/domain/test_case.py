from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.domain.case import (
    REFERENCE_BITS,
    NoReasonError,
    Sought,
    check_between,
    check_reason,
    read_reference,
    read_sought,
    reference_of,
)
from cases.domain.errors import TermError
from kernel.domain.days import english_day


@given(st.integers(0, 2**REFERENCE_BITS - 1))
def test_a_reference_is_read_however_it_is_written(number: int) -> None:
    reference = reference_of(number)
    assert len(reference) == 14
    for written in (reference, reference.lower(), reference.replace("-", " "), reference.replace("0", "o")):
        assert read_reference(written) == reference


def test_every_number_has_a_reference_of_its_own() -> None:
    assert reference_of(0) == "0000-0000-0000"
    assert reference_of(2**REFERENCE_BITS - 1) == "ZZZZ-ZZZZ-ZZZZ"
    assert len({reference_of(number) for number in range(5000)}) == 5000


@pytest.mark.parametrize("written", ["", "7K3M", "case/1"])
def test_what_is_no_reference_stays_as_it_was_written(written: str) -> None:
    assert read_reference(written) == written


def test_reasons_are_asked_for() -> None:
    assert check_reason(" interés público ") == "interés público"
    with pytest.raises(NoReasonError):
        check_reason(" \n")


def test_a_day_of_a_fact_lies_between_two_others() -> None:
    first, last = date(2025, 1, 1), date(2025, 1, 3)
    for day in (first, date(2025, 1, 2), last):
        check_between(day, first, last)
    for day in (date(2024, 12, 31), date(2025, 1, 4)):
        with pytest.raises(TermError, match=english_day(day)):
            check_between(day, first, last)


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("7k3m 9qxr o4tz", Sought("7K3M-9QXR-04TZ")),
        ("9qxr", Sought("9QXR")),
        ("9QXR-O4", Sought("9QXR-04")),
        ("2026/0012", Sought("2026/0012", 12, 2026)),
        (" 2026-12 ", Sought("2026-12", 12, 2026)),
        ("12", Sought("", 12)),
        ("2026", Sought("2026", 2026)),
        ("²", Sought("²")),
    ],
)
def test_what_is_sought_is_a_part_of_a_reference_or_a_number_of_the_series(written: str, found: Sought) -> None:
    assert read_sought(written) == found
