from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import DatabaseError, transaction

from cases.domain.petition.arrival import Arrival
from cases.domain.petition.codec import plain_content, sha256_of
from cases.domain.petition.content import Addressee, PetitionContent, PetitionerData
from cases.domain.petition.errors import DraftChangedError, FilingBlockedError, NoSuchPetitionError
from cases.domain.petition.signing import Signature
from cases.domain.procedure import Stage
from cases.models import Case, Petition, PetitionFile
from cases.queries import case_by_reference, replayed_state, state_of
from cases.services import Captured, SeenDraft, cadena_to_sign, file_petition_content, prepare_petition, save_draft
from cases.services.petition_filing import NotPreparedError, WrongProofError
from kernel.domain.actors import Role
from kernel.domain.cadena import read_cadena
from kernel.models import LedgerEntry
from tests.cases.factories import INTAKE, PETITIONER, actor, registered
from tests.cases.petitions import (
    AT,
    RFC_LEGAL,
    RFC_NATURAL,
    SOUND_SIGNATURE,
    WrongSignatureError,
    complete,
    draft,
    filed,
    seen_draft,
    verify,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_acts")]


def prepared(**other: Any) -> Petition:
    petition = draft(**other)
    return prepare_petition(seen=seen_draft(petition), actor=PETITIONER, at=AT)


def file(petition: Petition, proof: Signature = SOUND_SIGNATURE) -> Petition:
    return file_petition_content(seen=seen_draft(petition), proof=proof, actor=PETITIONER, at=AT, verify=verify)


def test_a_filed_petition_opens_its_case_with_its_files_in_one_entry() -> None:
    petition = filed()
    assert petition.folio == petition.reference
    assert petition.sha256 == sha256_of(petition.says())
    case = case_by_reference(petition.case.reference if petition.case else "")
    assert (case.stage, case.petitioner, case.filed_at) == (Stage.RECEIVED, PETITIONER.name, AT)
    assert [one.document.sha256 for one in case.documents.all()] == list(petition.file_hashes())
    entry = LedgerEntry.objects.get(subject=f"case:{case.reference}")
    assert entry.verb == "file_petition"
    assert [one["code"] for one in entry.detail["faults"]] == ["TARIFF_CODE_UNKNOWN"]  # none is loaded
    assert replayed_state(case) == state_of(case)
    assert state_of(case)["petition"] == {"folio": petition.folio, "sha256": petition.sha256, "arrival": "PORTAL"}


def test_the_line_that_is_signed_names_folio_moment_signers_content_and_every_file() -> None:
    petition = prepared()
    line = read_cadena(cadena_to_sign(petition))
    assert (line.folio, line.at, line.rfc, line.representative_rfc) == (petition.reference, AT, RFC_LEGAL, RFC_NATURAL)
    assert (line.petition_sha256, line.exhibits) == (sha256_of(petition.says()), petition.file_hashes())
    later = prepare_petition(seen=seen_draft(petition), actor=PETITIONER, at=AT + timedelta(hours=1))
    assert cadena_to_sign(later) == line.text()
    assert file(petition).cadena == line.text()


def test_what_was_prepared_is_void_once_the_draft_changes() -> None:
    petition = prepared()
    changed = save_draft(
        seen=seen_draft(petition), content=complete(petition.file_hashes()[0], grounds="x"), actor=PETITIONER, at=AT
    )
    with pytest.raises(NotPreparedError):
        file(changed)
    with pytest.raises(DraftChangedError):
        file(petition)
    assert not Case.objects.exists()


def test_the_same_draft_filed_twice_has_one_folio() -> None:
    petition = prepared()
    first, second = file(petition), file(petition)
    assert first.folio == second.folio
    assert Case.objects.count() == 1


@pytest.mark.parametrize(
    ("other", "field"),
    [
        pytest.param({"petitioner": PetitionerData()}, "petitioner.name", id="nobody petitions"),
        pytest.param({"addressee": Addressee()}, "addressee.body", id="nobody is addressed"),
    ],
)
def test_without_filer_or_addressee_there_is_nothing_to_sign(other: dict[str, Any], field: str) -> None:
    petition = draft(**other)
    with pytest.raises(FilingBlockedError) as caught:
        prepare_petition(seen=seen_draft(petition), actor=PETITIONER, at=AT)
    assert [one.field for one in caught.value.faults] == [field]


@pytest.mark.parametrize("proof", [Signature(b"", b"sound"), Signature(b"certificate", b"")])
def test_without_signature_there_is_no_folio(proof: Signature) -> None:
    petition = prepared()
    with pytest.raises(FilingBlockedError) as caught:
        file(petition, proof)
    assert [one.field for one in caught.value.faults] == ["signature"]
    assert not Case.objects.exists()


def test_a_signature_that_does_not_hold_changes_nothing() -> None:
    petition = prepared()
    with pytest.raises(WrongSignatureError):
        file(petition, replace(SOUND_SIGNATURE, signature=b"other"))
    petition.refresh_from_db()
    assert (petition.folio, Case.objects.count()) == ("", 0)


def test_whatever_else_is_missing_it_is_received_and_what_was_missing_is_kept() -> None:
    said = complete()
    bare = PetitionContent(petitioner=said.petitioner, addressee=Addressee(body="STPS"))
    petition = draft()
    petition = save_draft(seen=seen_draft(petition), content=bare, actor=PETITIONER, at=AT)
    prepare_petition(seen=seen_draft(petition), actor=PETITIONER, at=AT)
    codes = {one["code"] for one in file(petition).faults}
    assert {"GROUNDS_MISSING", "FACTS_MISSING", "GOODS_MISSING", "STANDING_MISSING"} <= codes


def test_intake_captures_what_came_on_paper_with_its_scan() -> None:
    petition = draft(INTAKE, Arrival.PAPER)
    sent = AT - timedelta(days=4)
    ana = registered(actor(Role.PETITIONER, f"account:{UUID(int=7)}")).name
    proof = Captured(petition.file_hashes()[0], sent, ana)
    done = file_petition_content(seen=seen_draft(petition), proof=proof, actor=INTAKE, at=AT, verify=verify)
    case = done.case
    assert case is not None
    assert (done.captured_by, case.channel, case.petitioner, case.filed_at) == (
        INTAKE.name,
        "WINDOW",
        ana,
        sent,
    )


def test_a_scan_that_is_none_of_its_files_is_no_signature() -> None:
    petition = draft(INTAKE, Arrival.PAPER)
    with pytest.raises(FilingBlockedError):
        file_petition_content(
            seen=seen_draft(petition), proof=Captured("b" * 64, AT), actor=INTAKE, at=AT, verify=verify
        )


def test_each_way_takes_its_own_proof() -> None:
    captured, signed = draft(INTAKE, Arrival.PAPER), prepared()
    with pytest.raises(WrongProofError):
        file_petition_content(seen=seen_draft(captured), proof=SOUND_SIGNATURE, actor=INTAKE, at=AT, verify=verify)
    with pytest.raises(WrongProofError):
        file_petition_content(seen=seen_draft(signed), proof=Captured("", AT), actor=PETITIONER, at=AT, verify=verify)


def test_nobody_files_the_draft_of_another() -> None:
    petition = prepared()
    with pytest.raises(NoSuchPetitionError):
        file_petition_content(
            seen=SeenDraft(petition.reference, petition.version),
            proof=SOUND_SIGNATURE,
            actor=actor(Role.PETITIONER, "account:other"),
            at=AT,
            verify=verify,
        )


def test_the_database_itself_refuses_to_change_a_filed_petition_or_its_files() -> None:
    petition = filed()
    for attempt in (
        lambda: Petition.objects.update(content=plain_content(PetitionContent())),
        lambda: Petition.objects.all()._raw_delete("default"),
        lambda: PetitionFile.objects.update(name="x"),
        lambda: PetitionFile.objects.all().delete(),
        lambda: PetitionFile.objects.create(
            petition=petition, document=petition.files.get().document, number=9, name="y", added_at=AT, owner="z"
        ),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            attempt()
