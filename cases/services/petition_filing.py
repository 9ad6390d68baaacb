"""A petition is filed: it gets its folio, opens its case, and is never changed again (LFPA art. 14, 15, 43).

How to use it, for a petitioner: ``prepare_petition`` fixes the moment of the line to be signed, ``cadena_to_sign``
returns the line, and ``file_petition_content`` takes the signature. Intake files what came on paper or by e-mail with
``Captured``, which names the file that is the scan of the signed writing. Filing a petition that was filed returns it
as it is: a double click gives one folio.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar, Final

from django.db import transaction
from django.utils import timezone

from cases.domain.case import CaseKind
from cases.domain.petition.arrival import PROOFS, ProofKind
from cases.domain.petition.codec import sha256_of
from cases.domain.petition.completeness import blocking
from cases.domain.petition.content import PetitionContent
from cases.domain.petition.errors import FieldFault, FilingBlockedError
from cases.domain.petition.requisites import Fault
from cases.domain.petition.signing import Signature, Signed, Verifier, signers_of
from cases.domain.procedure import Act
from cases.models import Petition
from cases.queries.petitions import faults_in, own_petition
from cases.services.documents import put_in_file
from cases.services.opening import Filing, begin_case, record_opening
from cases.services.petition_drafts import SeenDraft, check_version, subject_of_petition, take_draft, take_own
from kernel.domain.actors import Actor
from kernel.domain.errors import ConflictError, InputError
from kernel.domain.text import Text
from kernel.efirma.errors import NoTrustStoreError
from kernel.services.ledger import record

NOT_PREPARED: Final = Text(
    "El borrador cambió después de pedir la cadena original. Pídala de nuevo y firme esa.",
    "The draft changed after its cadena original was asked for. Ask for it again and sign that one.",
)
NOBODY_VERIFIES: Final = Text("No hay con qué verificar la e.firma.", "There is nothing to verify the e.firma with.")
OTHER_PROOF: Final = {
    ProofKind.SIGNATURE: Text(
        "Esta solicitud se presenta con e.firma, no con un escrito digitalizado.",
        "This petition is filed with an e.firma, not with a scan.",
    ),
    ProofKind.SCAN: Text(
        "Esta solicitud se captura con el escrito firmado y digitalizado, no con e.firma.",
        "This petition is captured with a scan of the signed writing, not with an e.firma.",
    ),
}


class NotPreparedError(ConflictError):
    """There is no line to be signed for the draft as it is."""

    code: ClassVar[str] = "not_prepared"


class WrongProofError(InputError):
    """The way in which a petition comes takes another proof of who filed it."""

    code: ClassVar[str] = "wrong_proof"


def unverified(cadena: str, sent: Signature, *, at: datetime, rfcs: frozenset[str]) -> Signed:
    """Refuse to take a signature on trust, where nobody was named who verifies it.

    Raises:
        NoTrustStoreError: always.

    """
    raise NoTrustStoreError(NOBODY_VERIFIES)


@dataclass(frozen=True, slots=True)
class Captured:
    """What intake says of a petition on paper or by e-mail.

    ``scan`` is the SHA-256 of the file with the signed writing, ``petitioner`` the account that may act for the
    petitioner, if there is one.
    """

    scan: str
    sent_at: datetime
    petitioner: str = ""


@transaction.atomic
def prepare_petition(*, seen: SeenDraft, actor: Actor, at: datetime) -> Petition:
    """Fix the moment in the line to be signed; while the draft does not change it stays the same.

    Raises:
        NoSuchPetitionError, PetitionFiledError, DraftChangedError: as ``save_draft`` says.
        WrongProofError: such a petition is not signed here.
        FilingBlockedError: it names no petitioner or addresses nobody.

    """
    petition = take_draft(seen.reference, actor)
    check_version(petition, seen)
    _check_proof(petition, ProofKind.SIGNATURE)
    check_folio(faults_in(petition.says(), on=timezone.localdate(at), signed=True))
    if petition.prepared_at is None:
        petition.prepared_at = at.replace(microsecond=0)  # the line has whole seconds
        petition.save(update_fields=["prepared_at"])
        record("prepare_petition", subject=subject_of_petition(petition), actor=actor, at=at)
    return petition


def cadena_to_sign(petition: Petition) -> str:
    """Return the line that is to be signed for a draft that was prepared.

    Raises:
        NotPreparedError: it was not, or it has changed since.

    """
    if petition.prepared_at is None:
        raise NotPreparedError(NOT_PREPARED)
    return petition.cadena_at(timezone.localtime(petition.prepared_at))


def file_petition_content(
    *, seen: SeenDraft, proof: Signature | Captured, actor: Actor, at: datetime, verify: Verifier = unverified
) -> Petition:
    """File a petition as its draft says it, whatever else it lacks, and open its case; again it is as it was filed.

    A signature is verified before anybody has to wait: whether a certificate was revoked is asked over the network.

    Raises:
        NoSuchPetitionError, DraftChangedError: as ``save_draft`` says.
        FilingBlockedError: petitioner, addressee or signature is missing.
        WrongProofError: it takes the other proof.
        NotPreparedError: no line was asked for since it changed.
        DomainError: the signature does not hold, as ``verify`` says, or ``begin_case`` bars the filing.

    """
    petition = own_petition(seen.reference, actor.name)
    if petition.filed_at is not None:
        return petition
    check_version(petition, seen)
    if isinstance(proof, Captured):
        return _file_captured(seen, proof, actor=actor, at=at)
    _check_proof(petition, ProofKind.SIGNATURE)
    check_signed(petition.says(), proof, sent_at=at)
    signed = verify(cadena_to_sign(petition), proof, at=at, rfcs=signers_of(petition.says()))
    return _file_signed(seen, signed, actor=actor, at=at)


@transaction.atomic
def _file_signed(seen: SeenDraft, signed: Signed, *, actor: Actor, at: datetime) -> Petition:
    petition = take_own(seen.reference, actor)
    if petition.filed_at is not None:
        return petition
    check_version(petition, seen)
    put_signature(petition, signed)
    return give_folio(petition, Filing(petition.channel(), at, actor.name), actor=actor, at=at)


@transaction.atomic
def _file_captured(seen: SeenDraft, captured: Captured, *, actor: Actor, at: datetime) -> Petition:
    petition = take_own(seen.reference, actor)
    if petition.filed_at is not None:
        return petition
    check_version(petition, seen)
    _check_proof(petition, ProofKind.SCAN)
    file = petition.files.filter(document__sha256=captured.scan).select_related("document").first()
    on = timezone.localdate(captured.sent_at)
    check_folio(faults_in(petition.says(), on=on, signed=file is not None))
    petition.scan = None if file is None else file.document
    petition.captured_by = actor.name
    filing = Filing(petition.channel(), captured.sent_at, captured.petitioner)
    return give_folio(petition, filing, actor=actor, at=at)


def check_signed(content: PetitionContent, sent: Signature, *, sent_at: datetime) -> None:
    """Return quietly when a petition names who files and whom it addresses, and comes with a signature.

    Raises:
        FilingBlockedError: it does not.

    """
    signed = bool(sent.certificate and sent.signature)
    check_folio(faults_in(content, on=timezone.localdate(sent_at), signed=signed))


def check_folio(faults: Iterable[Fault]) -> None:
    """Return quietly when nothing is missing without which there is no folio.

    Raises:
        FilingBlockedError: something is.

    """
    found = blocking(faults)
    if found:
        raise FilingBlockedError(FieldFault(fault.field, fault.words) for fault in found)


def put_signature(petition: Petition, signed: Signed) -> None:
    """Put a signature that holds on a petition in hand."""
    petition.cadena = signed.cadena
    petition.certificate = signed.certificate
    petition.certificate_number = signed.certificate_number
    petition.signer_rfc = signed.signer_rfc
    petition.signer_name = signed.signer_name
    petition.signature = signed.signature
    petition.revocation = signed.revocation


def give_folio(petition: Petition, filing: Filing, *, actor: Actor, at: datetime) -> Petition:
    """Open the case of a petition that bears its proof, with its files, and close it for ever."""
    content = petition.says()
    faults = faults_in(content, on=timezone.localdate(filing.sent_at), signed=True)
    acting = begin_case(_of_kind(filing, CaseKind(petition.kind)), actor=actor, at=at)
    for file in petition.files.select_related("document"):
        put_in_file(acting, file.document, file.name)
    petition.faults = [{"code": fault.code, "field": fault.field} for fault in faults]
    petition.filed_at, petition.sent_at = at, filing.sent_at
    petition.sha256 = sha256_of(content)
    petition.case = acting.case
    petition.save()
    petition.case = record_opening(acting, Act.FILE_PETITION, faults=petition.faults)
    return petition


def _of_kind(filing: Filing, kind: CaseKind) -> Filing:
    return Filing(filing.channel, filing.sent_at, filing.petitioner, kind, filing.source)


def _check_proof(petition: Petition, kind: ProofKind) -> None:
    taken = PROOFS[petition.way()]
    if taken is not kind:
        raise WrongProofError(OTHER_PROOF[taken])
