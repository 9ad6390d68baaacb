import time

import pytest
from django.core.cache import cache
from django.http import HttpRequest
from django.test import RequestFactory

from kernel import attempts
from kernel.attempts import Attempts
from kernel.domain.errors import TooManyAttemptsError

pytestmark = pytest.mark.django_db
FEW = Attempts("trial", most=2, minutes=10)


@pytest.fixture(autouse=True)
def forgotten() -> None:
    cache.clear()


def come(address: str) -> HttpRequest:
    return RequestFactory().get("/", REMOTE_ADDR=address)


def test_as_many_are_allowed_as_are_said_and_no_more() -> None:
    for _ in range(2):
        FEW.check(come("192.0.2.1"))
        FEW.count(come("192.0.2.1"))
    with pytest.raises(TooManyAttemptsError):
        FEW.check(come("192.0.2.1"))
    FEW.check(come("192.0.2.2"))


def test_one_subscriber_has_many_addresses_and_one_count() -> None:
    FEW.count(come("2001:db8:0:1::1"))
    FEW.count(come("2001:db8:0:1:ffff::9"))
    with pytest.raises(TooManyAttemptsError):
        FEW.check(come("2001:db8:0:1::7"))
    FEW.check(come("2001:db8:0:2::1"))


def test_whoever_comes_without_an_address_is_counted_too() -> None:
    for _ in range(2):
        FEW.count(come(""))
    with pytest.raises(TooManyAttemptsError):
        FEW.check(come(""))


def test_it_is_forgotten_after_the_minutes(monkeypatch: pytest.MonkeyPatch) -> None:
    FEW.count(come("192.0.2.1"))
    FEW.count(come("192.0.2.1"))
    later = time.time() + 601
    monkeypatch.setattr("kernel.attempts.time.time", lambda: later)
    FEW.check(come("192.0.2.1"))


def test_counting_on_makes_nothing_live_longer(monkeypatch: pytest.MonkeyPatch) -> None:
    FEW.count(come("192.0.2.1"))
    until = cache.get("attempts:trial")["until"]
    FEW.count(come("192.0.2.9"))
    assert cache.get("attempts:trial")["until"] == until


def test_no_address_is_kept_and_each_time_has_a_secret_of_its_own() -> None:
    FEW.count(come("192.0.2.1"))
    first = cache.get("attempts:trial")
    assert "192.0.2.1" not in str(first)
    cache.clear()
    FEW.count(come("192.0.2.1"))
    assert not set(first["counts"]) & set(cache.get("attempts:trial")["counts"])


def test_coming_from_everywhere_does_not_fill_the_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attempts, "MOST_PLACES", 3)
    for number in range(9):
        FEW.count(come(f"192.0.2.{number}"))
    assert len(cache.get("attempts:trial")["counts"]) == 3
