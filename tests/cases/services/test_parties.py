import json

import pytest

from cases.domain.case import NoReasonError
from cases.domain.parties import NoSuchPartyError, PartyData, PartyError, PartyRole
from cases.models import Case
from cases.queries import replayed_state, state_of
from cases.services import add_party, change_party
from kernel.models import LedgerEntry
from tests.cases.acting import refused
from tests.cases.factories import INTAKE, INVESTIGATOR, noon, seen
from tests.cases.inquiry import ON, importer_data, with_importer

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_acts")]


def change(case: Case, said: PartyData, *, number: int = 1, reason: str = "escrito de la parte") -> Case:
    return change_party(seen=seen(case), number=number, said=said, reason=reason, actor=INVESTIGATOR, at=noon(ON))


def test_the_ledger_knows_a_party_by_its_key_and_not_by_its_name() -> None:
    case = with_importer()
    said = state_of(case)["parties"]
    assert said["1"]["role"] == "IMPORTER"
    told = json.dumps([entry.detail for entry in LedgerEntry.objects.all()], ensure_ascii=False)
    assert "inventada" not in told
    assert replayed_state(case) == state_of(case)


def test_a_correction_leaves_a_mark_although_what_was_corrected_is_not_told() -> None:
    case = change(with_importer(), PartyData(PartyRole.IMPORTER, "Otro nombre", domicile="Centro"))
    assert (case.parties.get().name, case.parties.get().account) == ("Otro nombre", "")
    assert state_of(case)["parties"]["1"]["revision"] == 2
    assert replayed_state(case) == state_of(case)


def test_two_parties_do_not_act_with_one_account() -> None:
    case = with_importer()
    refused(lambda: add_party(seen=seen(case), said=importer_data(), actor=INTAKE, at=noon(ON)), PartyError)
    assert change(case, importer_data()).parties.get().revision == 2


def test_a_correction_says_of_whom_and_why() -> None:
    case = with_importer()
    refused(lambda: change(case, importer_data(), number=2), NoSuchPartyError)
    refused(lambda: change(case, importer_data(), reason=" "), NoReasonError)
    refused(lambda: change(case, PartyData(PartyRole.THIRD, "")), PartyError)
