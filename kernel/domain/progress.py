"""How long work tells how far it is."""

from collections.abc import Callable

Progress = Callable[[int, int], None]  # (done, total); a total of 0 means that it is not known yet


def ignore(done: int, total: int) -> None:
    """Take a report of progress that nobody watches."""
