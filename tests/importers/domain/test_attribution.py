import pytest
from hypothesis import given
from hypothesis import strategies as st

from importers.domain.attribution import is_one_supplier


@pytest.mark.parametrize(
    ("suppliers", "one"),
    [
        pytest.param([], True, id="none at all"),
        pytest.param([("ALFA", "1")], True, id="one"),
        pytest.param([("ALFA", "1"), ("ALFA", "1")], True, id="two invoices of one"),
        pytest.param([("ALFA CO., LTD.", ""), ("Alfa Co Ltd", "")], True, id="the same name, spelled otherwise"),
        pytest.param([("ALFA", "1"), ("ALFA TRADING", "1")], True, id="two spellings under one tax id"),
        pytest.param([("ALFA", "1"), ("ALFA", "")], True, id="a tax id left out once"),
        pytest.param([("ALFA", "1"), ("ALFA", "2")], False, id="one name, two tax ids"),
        pytest.param([("ALFA", ""), ("BETA", "")], False, id="two names"),
        pytest.param([("ALFA", "1"), ("", "")], False, id="one of them says nothing"),
    ],
)
def test_suppliers_are_told_apart(suppliers: list[tuple[str, str]], one: bool) -> None:
    assert is_one_supplier(suppliers) is one


@given(st.lists(st.tuples(st.sampled_from("ABC"), st.sampled_from("12")), min_size=1))
def test_order_and_repetition_say_nothing(suppliers: list[tuple[str, str]]) -> None:
    assert is_one_supplier(suppliers) is is_one_supplier([*reversed(suppliers), *suppliers])
