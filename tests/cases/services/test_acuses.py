import pytest

from cases.domain.petition.errors import NoSuchPetitionError
from cases.services.acuses import issue_acuse
from kernel.models import IssuedDocument, LedgerEntry
from kernel.queries import document_path
from tests.cases.factories import PETITIONER
from tests.cases.petitions import AT, draft, filed
from tests.kernel.pdf.reading import pages

pytestmark = pytest.mark.django_db


def test_the_acknowledgement_of_a_filed_petition_is_issued_once_under_its_folio() -> None:
    petition = filed()
    issued = issue_acuse(petition, actor=PETITIONER, at=AT)
    assert (issued.folio, issued.kind, issued.title().en) == (
        petition.folio,
        "ACUSE",
        "Electronic acknowledgement of receipt",
    )
    assert petition.folio in pages(document_path(issued.document).read_bytes())[0]
    entries = LedgerEntry.objects.count()
    assert issue_acuse(petition, actor=PETITIONER, at=AT) == issued
    assert LedgerEntry.objects.count() == entries


def test_a_draft_is_not_acknowledged() -> None:
    with pytest.raises(NoSuchPetitionError):
        issue_acuse(draft(), actor=PETITIONER, at=AT)
    assert not IssuedDocument.objects.exists()
