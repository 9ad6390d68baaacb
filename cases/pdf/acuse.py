"""The acknowledgement of a petition: what was received, when and from whom, so that anybody can check it later."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from cases.domain.case import CaseKind
from cases.domain.petition.acuse import COURTESY, TITLE, Acuse, Proof
from cases.domain.petition.arrival import ARRIVAL_WORDS, CAPTURED
from cases.domain.petition.requisites import Fault
from cases.domain.petition.signing import PROCEDURES
from kernel.domain.paper import Block, Doc, Facts, Heading, Items, Paragraph, Sealed, Signature, Table
from kernel.domain.written_dates import written_day, written_moment

UNIT: Final = "Oficialía de partes"
PLACE: Final = "Ciudad de México"
RECEIVED: Final = (
    "Se recibió la solicitud que se describe. Este acuse prueba la fecha y la hora de su recepción y los archivos que "
    "la acompañan; no prejuzga sobre su admisión. El plazo de la autoridad corre a partir del día hábil siguiente."
)
NOTHING_MISSING: Final = "No se advirtió que falte ningún requisito."
NO_FILES: Final = "No se acompañaron archivos."
COMPARE: Final = (
    "La huella SHA-256 de un archivo cambia si se altera un solo bit: calcúlela de su copia y compárela con la de esta "
    "lista."
)
PRIVACY: Final = (
    "Los datos personales de este acuse se tratan solo para tramitar la solicitud y notificar sus actos, conforme a la "
    "Ley General de Protección de Datos Personales en Posesión de Sujetos Obligados. La existencia del procedimiento "
    "es confidencial mientras no haya resolución firme (LGTAIP, artículo 115)."
)
ELECTRONIC: Final = "Firma electrónica avanzada (e.firma), verificada al recibirse"
BY_HAND: Final = "Firma en el escrito que se digitalizó"
# What the cadena calls a procedure without accents, as the acknowledgement writes it.
PROCEDURE_NAMES: Final[Mapping[str, str]] = MappingProxyType(
    {
        PROCEDURES[CaseKind.INVESTIGATION]: (
            "Solicitud de investigación de mercancías producidas con trabajo forzoso u obligatorio"
        ),
        PROCEDURES[CaseKind.ANNULMENT]: "Solicitud de anulación de una resolución",
        PROCEDURES[CaseKind.UPDATE]: "Solicitud de actualización de una resolución",
    }
)
REVOCATION: Final[Mapping[str, str]] = MappingProxyType(
    {
        "VIGENTE": "vigente, según la autoridad certificadora",
        "NO_VERIFICABLE": "no se pudo consultar; el certificado estaba dentro de su vigencia",
    }
)


def acuse_document(acuse: Acuse) -> Doc:
    """Return the acknowledgement of a petition, numbered with its folio."""
    return Doc(
        authority=(acuse.authority.es, UNIT),
        number=acuse.folio,
        title=TITLE.es,
        dated=f"{PLACE}, {written_day(acuse.filed_at)}",
        blocks=tuple(_blocks(acuse)),
        legal_basis=acuse.legal_basis,
    )


def _blocks(acuse: Acuse) -> Iterator[Block]:
    yield Paragraph(RECEIVED)
    yield Facts(tuple((name, value) for name, value in _facts(acuse) if value))
    yield from _files(acuse)
    yield from _faults(acuse.faults)
    yield from _proof(acuse)
    yield Heading("Aviso de privacidad")
    yield Paragraph(PRIVACY)


def _facts(acuse: Acuse) -> Iterator[tuple[str, str]]:
    filer = acuse.filer
    yield "Trámite", PROCEDURE_NAMES.get(acuse.procedure, acuse.procedure)
    yield "Folio", acuse.folio
    yield "Folio de VUCEM", acuse.vucem_folio
    yield "Expediente", acuse.case_reference
    yield "Quién presenta", _person(filer.name, filer.rfc)
    yield "Representante", _person(filer.representative, filer.representative_rfc)
    yield "Se presentó", f"{ARRIVAL_WORDS[acuse.arrival].es}, {written_moment(acuse.sent_at)}"
    yield "Recibió", UNIT if acuse.arrival in CAPTURED else ""
    yield "Se registró", written_moment(acuse.filed_at)
    yield "SHA-256 de la solicitud", acuse.petition_sha256


def _person(name: str, rfc: str) -> str:
    return "\n".join(part for part in (name, rfc and f"RFC {rfc}") if part)


def _files(acuse: Acuse) -> Iterator[Block]:
    yield Heading("Archivos recibidos")
    if not acuse.files:
        yield Paragraph(NO_FILES)
        return
    rows = tuple((str(file.number), file.name, f"{file.size:,}", file.sha256) for file in acuse.files)
    yield Table("Archivos en el orden en que se agregaron", ("Núm.", "Nombre", "Bytes", "SHA-256"), rows, (3, 8, 4, 14))
    yield Paragraph(COMPARE)


def _faults(faults: tuple[Fault, ...]) -> Iterator[Block]:
    yield Heading("Lo que parece faltar")
    if not faults:
        yield Paragraph(NOTHING_MISSING)
        return
    yield Paragraph(COURTESY.es)
    said = dict.fromkeys(f"{fault.words.es.rstrip('.')} ({fault.article})." for fault in faults)
    yield Items(tuple(said))


def _proof(acuse: Acuse) -> Iterator[Block]:
    proof = acuse.proof
    yield Heading("Firma")
    if not proof.signature:
        yield Facts((("SHA-256 del escrito digitalizado", proof.scan_sha256),))
        signer = acuse.filer.representative or acuse.filer.name
        yield Signature(signer, "", BY_HAND)
        return
    yield Facts(tuple(_certificate(proof)))
    yield Sealed("Cadena original", proof.cadena)
    yield Sealed("Firma de la cadena original (RSA con SHA-256, base64)", proof.signature)
    yield Signature(proof.signer_name, f"RFC {proof.signer_rfc}", ELECTRONIC)


def _certificate(proof: Proof) -> Iterator[tuple[str, str]]:
    yield "Certificado número", proof.certificate_number
    yield "Revocación", REVOCATION.get(proof.revocation, proof.revocation)
