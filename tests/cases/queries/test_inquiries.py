import pytest

from cases.domain.reading import Reader
from cases.queries import case_by_reference, state_of
from cases.queries.inquiries import inquiry_state, own_documents, records_for, written_records
from tests.cases.factories import filed_petition
from tests.cases.inquiry import IMPORTER, notified_case, ordered_notice, with_importer
from tests.cases.services.test_inquiries import ask
from tests.cases.services.test_submissions import with_exhibit

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_acts")]
UNIT, PARTY, OTHER, WHO_ASKED = (
    Reader(of_unit=True),
    Reader(party="party:1"),
    Reader(party="party:2"),
    Reader(False, True),
)


def test_a_case_without_an_investigation_says_nothing_of_one() -> None:
    case = filed_petition()
    assert inquiry_state(case) == {}
    assert "parties" not in state_of(case)


def test_a_party_sees_itself_and_what_was_served_to_it() -> None:
    case = with_importer(notified_case(), "account:another")
    seen = records_for(case, PARTY)
    assert ([one.number for one in seen.parties], len(seen.notices), seen.requests) == ([1], 1, [])
    assert records_for(case, OTHER).notices == records_for(case, WHO_ASKED).notices == []
    assert len(records_for(case, UNIT).parties) == 2
    assert records_for(ordered_notice(), PARTY).notices == []
    assert len(records_for(ask(), UNIT).requests) == 1


def test_what_stays_out_of_the_ledger_is_told_apart() -> None:
    assert written_records(filed_petition()) == {}
    case = with_exhibit()
    assert written_records(case) == {
        "parties": {"1": {"name": "Importadora inventada"}},
        "submissions": {"1": {"text": "lo que manifiesta"}},
    }
    assert "lo que manifiesta" not in str(state_of(case))


def test_a_party_has_what_it_handed_in() -> None:
    case = case_by_reference(with_exhibit().reference)
    handed = case.submissions.get().exhibits.get().document_id
    assert own_documents(case, PARTY) == {handed}
    assert own_documents(case, OTHER) == own_documents(case, WHO_ASKED) == own_documents(case, UNIT) == frozenset()
    assert state_of(case)["submissions"]["1"]["party"] == 1
    assert IMPORTER.name in str(state_of(case)["parties"])
