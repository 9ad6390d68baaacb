import re

import pytest

from importers.domain.faults import COLUMNS, REJECTS, WARNINGS, fault


def test_a_column_is_called_as_its_reader_calls_it() -> None:
    reason = fault("impossible_date", value="2026-02-30", column="paid_at").reason
    assert reason.es == "«2026-02-30» no es una fecha posible (fecha de pago)"
    assert reason.en == "“2026-02-30” is no date (date paid)"


def test_the_column_of_a_csv_keeps_the_name_its_author_reads() -> None:
    assert "(fecha_pago)" in fault("impossible_date", value="x", column="fecha_pago").reason.es


@pytest.mark.parametrize("code", [*REJECTS, *WARNINGS])
def test_both_languages_ask_for_the_same_values(code: str) -> None:
    text = (REJECTS | WARNINGS)[code]
    wanted, offered = (set(re.findall(r"{(\w+)}", words)) for words in (text.es, text.en))
    assert wanted == offered


def test_no_column_is_called_by_nothing() -> None:
    assert all(text.es and text.en for text in COLUMNS.values())
