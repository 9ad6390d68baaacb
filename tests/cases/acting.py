"""What acts did and what their refusals left alone."""

from collections.abc import Callable
from datetime import date

import pytest

from cases.domain.errors import BarredError, NotCompetentError
from cases.models import Case
from cases.queries import state_of
from kernel.models import LedgerEntry


def entries() -> list[str]:
    of_cases = LedgerEntry.objects.filter(subject__startswith="case:")
    return list(of_cases.order_by("seq").values_list("verb", flat=True))


def days(case: Case, kind: str) -> tuple[date | None, date | None]:
    row = case.deadlines.get(kind=kind)
    return row.target_on, row.certain_on


def refused(act: Callable[[], object], error: type[Exception]) -> Exception:
    """Return the refusal of an act, having seen that it changed nothing."""
    before = [(state_of(case), case.version) for case in Case.objects.order_by("pk")], entries()
    with pytest.raises(error) as caught:
        act()
    assert ([(state_of(case), case.version) for case in Case.objects.order_by("pk")], entries()) == before
    return caught.value


def article(act: Callable[[], object], error: type[BarredError | NotCompetentError] = BarredError) -> str:
    found = refused(act, error)
    assert isinstance(found, BarredError | NotCompetentError)
    return found.article
