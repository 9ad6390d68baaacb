import hashlib

import pytest
from django.test import override_settings

from cases.domain.receipts import read_receipt
from cases.services.receipts import is_form, mark_of, new_form, receipt_from, receipt_hash
from config import settings


def test_a_form_gives_one_receipt_and_another_form_another() -> None:
    one, other = new_form(), new_form()
    assert receipt_from(one) == receipt_from(one) == read_receipt(receipt_from(one))
    assert receipt_from(one) != receipt_from(other)
    assert mark_of(one) != mark_of(other)


@pytest.mark.parametrize("token", ["", "x", "x:y:z", pytest.param(new_form()[:-1] + "!", id="one sign altered")])
def test_a_form_that_was_not_shown_here_is_none(token: str) -> None:
    assert not is_form(token)
    assert is_form(new_form())


def test_what_is_kept_says_nothing_without_the_key_that_is_not_in_the_database() -> None:
    receipt = receipt_from(new_form())
    kept = receipt_hash(receipt)
    assert receipt_hash(receipt) == kept
    assert kept != hashlib.sha256(receipt.encode()).hexdigest()
    with override_settings(TAMIZ_RECEIPT_KEY="another"):
        assert receipt_hash(receipt) != kept


def test_each_try_costs_what_no_search_survives() -> None:
    assert settings.TAMIZ_RECEIPT_COST >= 2**15  # as shipped; the suite takes less
    with override_settings(TAMIZ_RECEIPT_COST=settings.TAMIZ_RECEIPT_COST):
        assert len(receipt_hash(receipt_from(new_form()))) == 64
