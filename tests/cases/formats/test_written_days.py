from datetime import date

import pytest

from cases.domain.terms import Suspension
from cases.formats.written_days import read_day, read_suspension
from kernel.domain.errors import InputError


def test_a_day_and_a_suspension_are_read_as_they_are_written() -> None:
    assert read_day(" 2025-01-13 ") == date(2025, 1, 13)
    assert read_suspension("2025-04-22:2025-04-24") == Suspension(date(2025, 4, 22), date(2025, 4, 24))
    assert read_suspension(" 2025-04-22 : 2025-04-24 ") == read_suspension("2025-04-22:2025-04-24")


@pytest.mark.parametrize(
    ("written", "words"),
    [
        pytest.param("", "Write a date", id="nothing"),
        pytest.param("ayer", "ayer", id="a word"),
        pytest.param("2025-02-30", "2025-02-30", id="a day that no month has"),
    ],
)
def test_what_is_no_day_is_refused_with_what_was_written(written: str, words: str) -> None:
    with pytest.raises(InputError) as caught:
        read_day(written)
    assert words in caught.value.message.en


@pytest.mark.parametrize("written", ["", ":", "2025-04-22", "2025-04-22:", ":2025-04-24", "2025-04-22 2025-04-24"])
def test_what_is_no_span_is_refused_with_what_was_written(written: str) -> None:
    with pytest.raises(InputError) as caught:
        read_suspension(written)
    assert "FROM:TO" in caught.value.message.en
    assert written in caught.value.message.es


def test_a_span_of_words_is_refused_for_its_days() -> None:
    with pytest.raises(InputError) as caught:
        read_suspension("hoy:2025-04-24")
    assert "hoy" in caught.value.message.es
