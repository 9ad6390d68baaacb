from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from cases.domain.errors import NotCompetentError
from cases.domain.petition.content import Addressee
from cases.domain.petition.errors import FilingBlockedError, InvalidContentError
from cases.domain.petition.signing import Signature
from cases.models import Case, Petition, PetitionFile
from cases.queries import case_by_reference, replayed_state, state_of
from cases.queries.petitions import petition_by_folio
from cases.services import SentByVucem, receive_file_ahead, receive_vucem_petition
from cases.services.petition_vucem import VucemFolioReusedError
from kernel.domain.actors import Actor, Role
from kernel.domain.cadena import read_cadena
from tests.cases.factories import MEXICO
from tests.cases.petitions import AT, SOUND_SIGNATURE, WrongSignatureError, complete, upload, verify

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_acts")]
VUCEM = Actor("key:0123456789ab", "api", frozenset({Role.INTAKE}))
FOLIO = "2500100200420261000000123"
SENT_AT = datetime(2026, 3, 2, 11, 30, tzinfo=MEXICO)


def sent(**other: Any) -> SentByVucem:
    document = receive_file_ahead(upload=upload(), actor=VUCEM, at=AT)
    return replace(SentByVucem(FOLIO, SENT_AT, complete(document.sha256), (document.sha256,), SOUND_SIGNATURE), **other)


def receive(what: SentByVucem, by: Actor = VUCEM) -> Petition:
    return receive_vucem_petition(sent=what, actor=by, at=AT, verify=verify)


def test_a_petition_of_vucem_opens_its_case_as_of_its_sending() -> None:
    petition = receive(sent())
    line = read_cadena(petition.cadena)
    assert (line.folio, line.at, line.exhibits) == (FOLIO, SENT_AT, petition.file_hashes())
    case = case_by_reference(petition.case.reference if petition.case else "")
    assert (case.channel, case.filed_at, case.petitioner) == ("VUCEM", SENT_AT, "")
    assert state_of(case)["petition"]["vucem_folio"] == FOLIO
    assert replayed_state(case) == state_of(case)
    assert petition_by_folio(FOLIO) == petition_by_folio(petition.folio) == petition
    assert not PetitionFile.objects.filter(petition__isnull=True).exists()


def test_the_same_sent_again_is_the_petition_that_is_there() -> None:
    what = sent()
    first = receive(what)
    assert receive(what).folio == first.folio
    assert Case.objects.count() == 1


def test_a_folio_of_vucem_stands_on_one_petition_alone() -> None:
    what = sent()
    receive(what)
    with pytest.raises(VucemFolioReusedError):
        receive(replace(what, content=replace(what.content, grounds="otro")))
    assert Petition.objects.count() == 1


@pytest.mark.parametrize(
    ("other", "error"),
    [
        pytest.param({"signature": Signature(b"", b"")}, FilingBlockedError, id="unsigned"),
        pytest.param({"signature": Signature(b"certificate", b"x")}, WrongSignatureError, id="a wrong signature"),
        pytest.param({"files": ("c" * 64,)}, InvalidContentError, id="a file that never came"),
        pytest.param({"files": ()}, InvalidContentError, id="it names a file that is not its own"),
    ],
)
def test_what_cannot_be_filed_leaves_nothing(other: dict[str, Any], error: type[Exception]) -> None:
    what = sent(**other)
    with pytest.raises(error):
        receive(what)
    assert (Petition.objects.count(), Case.objects.count()) == (0, 0)
    assert PetitionFile.objects.filter(petition__isnull=True).count() == 1


def test_an_addressee_is_needed_and_nothing_else_but_filer_and_signature() -> None:
    what = sent()
    with pytest.raises(FilingBlockedError):
        receive(replace(what, content=replace(what.content, addressee=Addressee())))
    petition = receive(replace(what, content=replace(what.content, grounds="", goods=(), producers=())))
    assert {"GROUNDS_MISSING", "GOODS_MISSING", "PRODUCERS_MISSING"} <= {one["code"] for one in petition.faults}


def test_a_machine_without_the_task_of_intake_files_nothing() -> None:
    what = sent()
    with pytest.raises(NotCompetentError):
        receive(what, replace(VUCEM, roles=frozenset()))
    assert not Petition.objects.exists()


def test_a_petition_is_not_of_the_future() -> None:
    what = sent(sent_at=SENT_AT + timedelta(days=2))
    with pytest.raises(Exception, match="possible"):
        receive(what)
    assert not Petition.objects.exists()
