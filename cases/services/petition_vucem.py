"""What VUCEM sends: a petition that was written and signed there, once, however often it is sent.

The files come ahead (``receive_file_ahead``). The line that was signed bears the folio of VUCEM and the moment of
sending as VUCEM writes it, in whole seconds with its zone; nothing that only we know is in it.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar, Final

from django.db import transaction

from cases.domain.case import CaseKind
from cases.domain.petition.arrival import Arrival
from cases.domain.petition.codec import sha256_of
from cases.domain.petition.content import PetitionContent
from cases.domain.petition.errors import FieldFault, InvalidContentError
from cases.domain.petition.signing import Signature, Signed, Verifier, cadena_of, signers_of
from cases.models import Petition, PetitionFile
from cases.services.opening import Filing
from cases.services.petition_drafts import NOT_RECEIVED, new_draft
from cases.services.petition_filing import check_signed, give_folio, put_signature
from kernel.domain.actors import Actor
from kernel.domain.errors import ConflictError
from kernel.domain.text import Text
from kernel.services.ledger import take_turn

REUSED: Final = Text(
    "Con el folio {folio} de VUCEM ya se recibió otra solicitud; un folio es de una sola.",
    "Another petition was received with the VUCEM folio {folio}; a folio belongs to one alone.",
)


class VucemFolioReusedError(ConflictError):
    """The folio of VUCEM stands on two different petitions."""

    code: ClassVar[str] = "vucem_folio_reused"


@dataclass(frozen=True, slots=True)
class SentByVucem:
    """A petition as VUCEM sends it; ``files`` are the SHA-256 of all its files, in the order that was signed."""

    folio: str
    sent_at: datetime
    content: PetitionContent
    files: tuple[str, ...]
    signature: Signature
    kind: CaseKind = CaseKind.INVESTIGATION


def receive_vucem_petition(*, sent: SentByVucem, actor: Actor, at: datetime, verify: Verifier) -> Petition:
    """File a petition that VUCEM sends; the same one again is returned as it was filed.

    The signature is verified before anybody has to wait: whether a certificate was revoked is asked over the network.

    Raises:
        VucemFolioReusedError: the folio is that of another petition.
        InvalidContentError: a file was not received, or the petition names one that is none of its files.
        FilingBlockedError: petitioner, addressee or signature is missing.
        DomainError: the signature does not hold, as ``verify`` says, or ``begin_case`` bars the filing.

    """
    known = _known(sent)
    if known is not None:
        return known
    check_signed(sent.content, sent.signature, sent_at=sent.sent_at)
    cadena = cadena_of(sent.folio, sent.sent_at, sent.kind, sent.content, _once(sent.files))
    signed = verify(cadena, sent.signature, at=sent.sent_at, rfcs=signers_of(sent.content))
    return _file(sent, signed, actor=actor, at=at)


@transaction.atomic
def _file(sent: SentByVucem, signed: Signed, *, actor: Actor, at: datetime) -> Petition:
    take_turn()
    known = _known(sent)
    if known is not None:
        return known
    petition = new_draft(Arrival.VUCEM, sent.kind, sent.content, actor=actor, at=at)
    petition.vucem_folio = sent.folio
    _take_files(petition, sent, actor)
    put_signature(petition, signed)
    return give_folio(petition, Filing(petition.channel(), sent.sent_at), actor=actor, at=at)


def _known(sent: SentByVucem) -> Petition | None:
    known = Petition.objects.filter(vucem_folio=sent.folio).select_related("case").first() if sent.folio else None
    return None if known is None else _same(known, sent)


def _same(known: Petition, sent: SentByVucem) -> Petition:
    if known.sha256 != sha256_of(sent.content) or known.file_hashes() != _once(sent.files):
        raise VucemFolioReusedError(REUSED.filled(folio=sent.folio))
    return known


def _take_files(petition: Petition, sent: SentByVucem, actor: Actor) -> None:
    rows = PetitionFile.objects.filter(owner=actor.name, petition__isnull=True).select_related("document")
    waiting = {row.document.sha256: row for row in rows}
    _check_received(sent.files, waiting.keys(), "files")
    _check_received(sent.content.documents(), sent.files, "content")
    for number, sha256 in enumerate(_once(sent.files), 1):
        row = waiting[sha256]
        row.petition, row.number = petition, number
        row.save(update_fields=["petition", "number"])


def _once(files: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(files))


def _check_received(named: Sequence[str], received: Collection[str], where: str) -> None:
    unknown = [one for one in named if one not in received]
    if unknown:
        raise InvalidContentError(FieldFault(f"{where}: {one}", NOT_RECEIVED) for one in unknown)
