from datetime import date

import pytest

from kernel.formats.cells import CellError, day


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        pytest.param("2026-01-31", date(2026, 1, 31), id="as ISO writes it"),
        pytest.param("31/01/2026", date(2026, 1, 31), id="as Mexico writes it"),
        pytest.param("", None, id="a blank"),
    ],
)
def test_a_day_is_read(written: str, expected: date | None) -> None:
    assert day(written) == expected


@pytest.mark.parametrize("written", ["31-01-2026", "01/31/2026", "2026-02-30", "mañana"])
def test_what_is_no_day_is_told_in_both_languages(written: str) -> None:
    with pytest.raises(CellError) as caught:
        day(written)
    assert written in caught.value.reason.es
    assert written in caught.value.reason.en
