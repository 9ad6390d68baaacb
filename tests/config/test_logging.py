"""What reaches the terminal: faults, and no chatter of libraries."""

import logging

import pytest


@pytest.mark.parametrize(
    ("logger", "level", "heard"),
    [
        pytest.param("django.request", logging.ERROR, True, id="a fault of a page"),
        pytest.param("anything.else", logging.WARNING, True, id="a warning"),
        pytest.param("anything.else", logging.INFO, False, id="a note"),
        pytest.param("stamina", logging.WARNING, False, id="a fetch is tried again"),
    ],
)
def test_what_is_heard(logger: str, level: int, heard: bool) -> None:
    assert logging.getLogger(logger).isEnabledFor(level) is heard


def test_what_is_heard_goes_to_the_terminal() -> None:
    assert any(type(handler) is logging.StreamHandler for handler in logging.getLogger().handlers)
