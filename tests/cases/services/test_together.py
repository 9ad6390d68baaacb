"""Two people act at once, and acts in any order: one wins, nothing is lost, the ledger leads to what there is."""

from collections.abc import Callable
from datetime import date
from threading import Barrier, Thread

import pytest
from django.db import connection

from cases.domain.case import CaseChangedError
from cases.models import Case
from cases.queries import replayed_state, state_of
from cases.services import extend_term, prioritise_case
from kernel.domain.errors import DomainError
from kernel.models import LedgerEntry
from kernel.services.ledger import verify
from tests.cases.factories import SUPERVISOR, filed_petition, noon, seen

ON = date(2025, 2, 3)


def at_once(*acts: Callable[[], object]) -> list[DomainError | None]:
    """Do acts in threads that start together and return how each ended."""
    start, ended = Barrier(len(acts)), list[DomainError | None]()

    def run(act: Callable[[], object]) -> None:
        start.wait()
        try:
            act()
            ended.append(None)
        except DomainError as error:
            ended.append(error)
        finally:
            connection.close()

    threads = [Thread(target=run, args=(act,)) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return ended


@pytest.mark.django_db(transaction=True)
def test_of_two_who_act_at_once_one_wins_and_the_other_is_told() -> None:
    case = filed_petition()
    as_both_saw_it = seen(case)
    ended = at_once(
        lambda: prioritise_case(seen=as_both_saw_it, reason="una razón", actor=SUPERVISOR, at=noon(ON)),
        lambda: extend_term(seen=as_both_saw_it, reason="otra razón", actor=SUPERVISOR, at=noon(ON)),
    )
    assert {type(end) for end in ended} == {type(None), CaseChangedError}
    assert len(ended) == 2
    row = Case.objects.with_records().get()
    assert row.version == 2
    assert LedgerEntry.objects.filter(subject=f"case:{row.reference}").count() == 2
    assert replayed_state(row) == state_of(row)


@pytest.mark.django_db(transaction=True)
def test_petitions_filed_at_once_get_numbers_of_their_own() -> None:
    assert at_once(*[filed_petition] * 4) == [None] * 4
    assert sorted(case.series for case in Case.objects.all()) == [f"2025/{number:04}" for number in range(1, 5)]
    assert verify().broken is None
