from datetime import date

import pytest
from django.db import connection

from cases.models import Case
from cases.queries.case import entries_of
from cases.queries.integrity import altered_entries, checked_file
from kernel.models import LedgerEntry
from tests.cases.factories import admitted_case, filed_petition, heard_case
from tests.kernel.triggers import triggers_lifted

pytestmark = pytest.mark.django_db


def test_entries_as_they_were_written_hold_though_others_lie_between() -> None:
    case, _, case_again = filed_petition(), filed_petition(date(2025, 1, 14)), heard_case()
    for one in (case, case_again):
        assert altered_entries(entries_of(one)) == frozenset()
        assert checked_file(one).fault is None
    assert checked_file(case_again).entries == 5


@pytest.mark.parametrize("field", ["actor", "verb", "hash", "previous_hash"])
def test_an_entry_with_another_field_is_found(field: str) -> None:
    case = admitted_case()
    entry = entries_of(case)[-1]
    with triggers_lifted(connection):
        LedgerEntry.objects.filter(seq=entry.seq).update(**{field: "0" * 60})
    assert altered_entries(entries_of(case)) == {entry.seq}
    fault = checked_file(case).fault
    assert fault is not None
    assert str(entry.seq) in fault.en


def test_an_entry_whose_predecessor_is_gone_is_found() -> None:
    case = admitted_case()
    first, second, _ = entries_of(case)
    with triggers_lifted(connection):
        LedgerEntry.objects.filter(seq=first.seq).delete()
    assert altered_entries(entries_of(case)) == {second.seq}


def test_a_state_that_no_entry_leads_to_is_found() -> None:
    case = admitted_case()
    Case.objects.update(source_text="otro")
    case.refresh_from_db()
    fault = checked_file(case).fault
    assert fault is not None
    assert "no llevan al estado" in fault.es
