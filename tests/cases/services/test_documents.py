from datetime import date

import pytest

from cases.domain.classification import ClassificationError, Classified
from cases.domain.errors import NotCompetentError
from cases.models import Case
from cases.queries import replayed_state, state_of
from cases.services import add_document, classify_document
from cases.services.documents import InFileError, NoSuchDocumentError
from kernel.domain.actors import Actor, Role
from kernel.domain.documents import Classification
from kernel.models import Document, LedgerEntry
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
