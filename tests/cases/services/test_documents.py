from datetime import date
from pathlib import Path

import pytest
from pytest_django import Settings

from cases.domain.case import CaseChangedError, Seen
from cases.domain.classification import ClassificationError, Classified
from cases.domain.errors import NotCompetentError
from cases.models import Case
from cases.queries import replayed_state, state_of
from cases.services import Upload, add_document, classify_document, documents, receive_document
from cases.services.documents import InFileError, NoSuchDocumentError
from kernel.domain.actors import Actor, Role
from kernel.domain.documents import Classification
from kernel.models import Document, LedgerEntry
from kernel.queries import document_path
from kernel.services.documents import store_document
from tests.cases.acting import article, refused
from tests.cases.factories import INTAKE, PETITIONER, TRANSPARENCY, actor, filed_petition, noon, seen

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_acts")]
ON = date(2025, 2, 3)


def stored(content: bytes = b"%PDF-1.7 prueba") -> Document:
    return store_document([content], name="Testimonio de Juana.pdf", actor=INTAKE, at=noon(ON))


def add(case: Case, document: Document, *, by: Actor = INTAKE) -> Case:
    return add_document(seen=seen(case), document=document, name="Testimonio de Juana.pdf", actor=by, at=noon(ON))


def classify(case: Case, said: Classified, number: int = 1) -> Case:
    return classify_document(seen=seen(case), number=number, said=said, actor=TRANSPARENCY, at=noon(ON))


def test_a_document_is_confidential_until_it_is_classified() -> None:
    case = add(filed_petition(), stored())
    row = case.documents.get()
    assert (row.number, row.classification, row.basis) == (1, "CONFIDENTIAL", "LGTAIP art. 115")
    said = Classified(Classification.RESERVED, "LGTAIP art. 112-VIII", "deliberación", date(2027, 1, 1))
    case = classify(case, said)
    assert case.documents.get().classified() == said
    assert replayed_state(case) == state_of(case)


def test_the_name_of_a_document_stays_out_of_the_ledger() -> None:
    add(filed_petition(), stored())
    assert "Juana" not in str([entry.detail for entry in LedgerEntry.objects.filter(verb="add_document")])


def test_the_same_bytes_are_once_in_a_file_and_may_be_in_another() -> None:
    document = stored()
    case = add(filed_petition(), document)
    refused(lambda: add(case, document), InFileError)
    other = filed_petition()
    assert add(other, document).documents.get().number == 1


def test_who_may_not_read_a_document_is_not_told_that_it_is_in_the_file() -> None:
    document = stored()
    case = add(filed_petition(), document)
    case = add(case, document, by=PETITIONER)
    assert case.documents.count() == 2
    refused(lambda: add(case, document, by=PETITIONER), InFileError)  # its own, of which it knows
    case = classify(add(filed_petition(), document), Classified(Classification.PUBLIC, "LGTAIP", "x"))
    refused(lambda: add(case, document, by=PETITIONER), InFileError)


def test_a_petitioner_adds_to_its_own_case_alone() -> None:
    case, document = filed_petition(), stored()
    stranger = actor(Role.PETITIONER, "account:stranger")
    assert article(lambda: add(case, document, by=stranger), NotCompetentError) == "LFPA art. 19"
    assert add(case, document, by=PETITIONER).documents.count() == 1


def test_a_classification_without_reasons_or_of_no_document_is_refused() -> None:
    case = add(filed_petition(), stored())
    refused(lambda: classify(case, Classified(Classification.PUBLIC, "LGTAIP", "")), ClassificationError)
    refused(lambda: classify(case, Classified(Classification.PUBLIC, "LGTAIP", "x"), 2), NoSuchDocumentError)


class RefusedError(Exception):
    """Something fails after the file was kept."""


def test_a_file_that_is_refused_at_once_is_not_read() -> None:
    case, chunks = filed_petition(), iter([b"x"])
    upload = Upload("a.pdf", chunks)
    stale = Seen(case.reference, 9)
    refused(lambda: receive_document(seen=stale, upload=upload, actor=INTAKE, at=noon(ON)), CaseChangedError)
    assert list(chunks) == [b"x"]


def test_bytes_that_come_to_nothing_are_removed(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.MEDIA_ROOT = tmp_path
    case = filed_petition()

    def fail(*_args: object) -> None:
        raise RefusedError

    monkeypatch.setattr(documents, "record_act", fail)
    upload = Upload("a.pdf", [b"x"])
    refused(lambda: receive_document(seen=seen(case), upload=upload, actor=INTAKE, at=noon(ON)), RefusedError)
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


def test_bytes_that_another_document_has_stay(settings: Settings, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path
    case = add(filed_petition(), stored(b"x"))
    upload = Upload("b.pdf", [b"x"])
    refused(lambda: receive_document(seen=seen(case), upload=upload, actor=INTAKE, at=noon(ON)), InFileError)
    assert document_path(Document.objects.get()).read_bytes() == b"x"
