from dataclasses import replace
from datetime import timedelta

import pytest

from cases.domain.errors import NotCompetentError
from cases.domain.petition.arrival import Arrival
from cases.domain.petition.content import PetitionContent
from cases.domain.petition.errors import (
    DraftChangedError,
    InvalidContentError,
    NoSuchPetitionError,
    PetitionFiledError,
)
from cases.models import Petition
from cases.queries.petitions import drafts_of, own_petition
from cases.services import SeenDraft, delete_draft, petition_drafts, save_draft, start_draft
from cases.services.petition_drafts import TooManyDraftsError
from kernel.domain.actors import Actor, Role
from kernel.models import LedgerEntry
from tests.cases.factories import INTAKE, PETITIONER, actor
from tests.cases.petitions import AT, complete, draft, filed, seen_draft

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_acts")]
OTHER = actor(Role.PETITIONER, "account:other")
NOTED = PetitionContent(grounds="un fundamento")


def save(petition: Petition, content: PetitionContent, by: Actor = PETITIONER) -> Petition:
    return save_draft(seen=seen_draft(petition), content=content, actor=by, at=AT + timedelta(minutes=1))


def test_a_draft_is_kept_as_it_was_saved_and_its_text_stays_out_of_the_ledger() -> None:
    petition = save(start_draft(arrival=Arrival.PORTAL, actor=PETITIONER, at=AT), NOTED)
    assert own_petition(petition.reference, PETITIONER.name).says() == NOTED
    assert list(drafts_of(PETITIONER.name)) == [petition]
    entries = LedgerEntry.objects.filter(subject=f"petition:{petition.reference}")
    assert [one.verb for one in entries] == ["start_draft", "save_draft"]
    assert "fundamento" not in str([one.detail for one in entries])


def test_what_changed_in_another_window_is_not_written_over_and_both_are_there() -> None:
    seen = start_draft(arrival=Arrival.PORTAL, actor=PETITIONER, at=AT)
    kept = save(seen, NOTED)
    with pytest.raises(DraftChangedError) as caught:
        save_draft(seen=SeenDraft(seen.reference, 1), content=PetitionContent(grounds="otro"), actor=PETITIONER, at=AT)
    assert caught.value.version == kept.version
    assert own_petition(seen.reference, PETITIONER.name).says() == NOTED


def test_saving_the_same_again_is_no_change_even_from_an_old_window() -> None:
    first = start_draft(arrival=Arrival.PORTAL, actor=PETITIONER, at=AT)
    once = save(first, NOTED)
    twice = save_draft(seen=SeenDraft(first.reference, 1), content=NOTED, actor=PETITIONER, at=AT)
    assert (twice.version, LedgerEntry.objects.filter(verb="save_draft").count()) == (once.version, 1)


def test_a_document_that_was_not_received_cannot_be_named() -> None:
    petition = draft()
    before = LedgerEntry.objects.count()
    with pytest.raises(InvalidContentError) as caught:
        save(petition, complete("b" * 64))
    assert [one.field for one in caught.value.faults] == ["b" * 64]
    assert LedgerEntry.objects.count() == before
    with pytest.raises(InvalidContentError):
        start_draft(arrival=Arrival.PORTAL, actor=PETITIONER, at=AT, content=complete("b" * 64))


def test_nobody_sees_saves_or_deletes_the_draft_of_another() -> None:
    petition = draft()
    for attempt in (
        lambda: own_petition(petition.reference, OTHER.name),
        lambda: save(petition, NOTED, OTHER),
        lambda: delete_draft(seen=seen_draft(petition), actor=OTHER, at=AT),
    ):
        with pytest.raises(NoSuchPetitionError):
            attempt()
    assert Petition.objects.get() == petition
    assert list(drafts_of(OTHER.name)) == []


def test_a_draft_is_thrown_away_with_its_files_but_not_their_documents() -> None:
    petition = draft()
    document = petition.files.get().document
    with pytest.raises(DraftChangedError):
        delete_draft(seen=SeenDraft(petition.reference, 1), actor=PETITIONER, at=AT)
    delete_draft(seen=seen_draft(petition), actor=PETITIONER, at=AT)
    assert not Petition.objects.exists()
    document.refresh_from_db()


def test_what_was_filed_is_neither_saved_nor_deleted() -> None:
    petition = filed()
    with pytest.raises(PetitionFiledError):
        save(petition, replace(petition.says(), grounds="otro"))
    with pytest.raises(PetitionFiledError):
        delete_draft(seen=seen_draft(petition), actor=PETITIONER, at=AT)
    assert list(drafts_of(PETITIONER.name)) == []


@pytest.mark.parametrize("arrival", Arrival)
@pytest.mark.parametrize("role", Role)
def test_petitioners_write_in_the_portal_intake_captures_and_nobody_else_writes(arrival: Arrival, role: Role) -> None:
    may = {
        (Arrival.PORTAL, Role.PETITIONER),
        (Arrival.EMAIL, Role.INTAKE),
        (Arrival.PAPER, Role.INTAKE),
    }
    if (arrival, role) in may:
        assert start_draft(arrival=arrival, actor=actor(role), at=AT).version == 1
        return
    with pytest.raises(NotCompetentError):
        start_draft(arrival=arrival, actor=actor(role), at=AT)
    assert not Petition.objects.exists()
    assert not LedgerEntry.objects.filter(subject__startswith="petition:").exists()


def test_a_reference_is_found_however_it_is_written() -> None:
    petition = draft(INTAKE, Arrival.PAPER)
    written = petition.reference.lower().replace("-", " ")
    assert own_petition(written, INTAKE.name) == petition


def test_nobody_has_drafts_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(petition_drafts, "MOST_DRAFTS", 1)
    draft()
    with pytest.raises(TooManyDraftsError):
        draft()
    assert Petition.objects.count() == 1
