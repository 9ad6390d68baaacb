from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from importers.domain import values
from importers.domain.tariff import tariff_version


@pytest.mark.parametrize(
    ("text", "number"),
    [("", None), (".500000", "0.5"), ("12.000", "12"), ("1147000", "1147000"), ("1,234.56", "1234.56"), ("-3", "-3")],
)
def test_a_number_is_read(text: str, number: str | None) -> None:
    assert values.number(text) == (None if number is None else Decimal(number))


@pytest.mark.parametrize("text", ["NaN", "Infinity", "1e5", "12,34", "1.2.3", "doce", "1" * 16, "--1", "٣"])
def test_what_is_no_number_is_told(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        values.number(text)


def test_a_timestamp_is_of_mexico_city() -> None:
    found = values.moment("2026-01-13 15:57:02")
    assert found is not None
    assert found.isoformat() == "2026-01-13T15:57:02-06:00"


@pytest.mark.parametrize("text", ["2026-01-13", "13/01/2026", "13-01-2026"])
def test_a_day_is_read_in_three_spellings(text: str) -> None:
    found = values.moment(text)
    assert found is not None
    assert found.date().isoformat() == "2026-01-13"


@pytest.mark.parametrize(
    "text", ["2026-02-30", "0000-00-00", "2026-13-01", "26-01-01", "20260113", "9999-12-31", "ayer"]
)
def test_a_date_that_cannot_be_is_told(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        values.moment(text)


@pytest.mark.parametrize("text", ["", " ", "   ", "\0", " \0 ", "\xa0"])
def test_blanks_of_every_kind_are_blank(text: str) -> None:
    assert values.clean(text) == ""


def test_marks_that_turn_the_words_after_them_are_left_out() -> None:
    assert values.clean("\u202eALFA\u2066 TEXTIL\u202c ") == "ALFA TEXTIL"


@given(st.text())
def test_what_is_cleaned_can_be_stored_and_stays_clean(text: str) -> None:
    cleaned = values.clean(text)
    assert "\0" not in cleaned
    assert values.clean(cleaned) == cleaned
    assert "\0" not in values.printable(text)


@pytest.mark.parametrize(
    ("day", "version"),
    [
        ("2026-01-13", "LIGIE 2022"),
        ("2022-12-11", "TIGIE 2020"),
        ("2019-05-01", "TIGIE 2012"),
        ("1990-01-01", ""),
        ("", ""),
    ],
)
def test_a_code_is_of_the_tariff_of_its_day(day: str, version: str) -> None:
    found = values.moment(day)
    assert tariff_version(found.date() if found else None) == version
