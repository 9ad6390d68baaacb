"""The acknowledgement of a petition, issued once: its folio is that of the petition."""

from datetime import datetime
from typing import Final

from cases.domain.petition.acuse import TITLE
from cases.models import Petition
from cases.pdf import acuse_document
from cases.queries.petitions import acuse_of
from kernel.domain.actors import Actor
from kernel.models import IssuedDocument
from kernel.services.issuing import issue_document

ACUSE: Final = "ACUSE"


def issue_acuse(petition: Petition, *, actor: Actor, at: datetime) -> IssuedDocument:
    """Return the acknowledgement of a filed petition, drawn and stored the first time it is asked for.

    Raises:
        NoSuchPetitionError: the petition was not filed.

    """
    return issue_document(acuse_document(acuse_of(petition)), kind=ACUSE, title=TITLE, actor=actor, at=at)
