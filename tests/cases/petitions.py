"""Petitions named for their situation; every person, firm and document here is invented."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from cases.domain.petition.arrival import Arrival
from cases.domain.petition.content import (
    Addressee,
    Authorised,
    Event,
    Exhibit,
    Facts,
    GoodsData,
    PersonType,
    PetitionContent,
    PetitionerData,
    Place,
    Powers,
    Producer,
    ProducerRole,
    Representative,
    StandingDocument,
    TariffCode,
)
from cases.domain.petition.signing import Signature, Signed
from cases.models import Petition
from cases.services import (
    SeenDraft,
    Upload,
    attach_file,
    file_petition_content,
    prepare_petition,
    save_draft,
    start_draft,
)
from importers.domain.catalogues import Tariff
from kernel.domain.actors import Actor
from kernel.domain.errors import InputError
from kernel.domain.text import Text
from tests.cases.factories import PETITIONER

ON = date(2026, 3, 2)
AT = datetime(2026, 3, 2, 18, tzinfo=UTC)
RFC_LEGAL, RFC_NATURAL = "EKU9003173C9", "GODE561231GR8"  # fictitious taxpayers of the tax authority's own tests
CURP = "BOXW310820HNERXN09"
CODE = "85258901"
TARIFF = Tariff({CODE: ((None, None),)}, complete=True)
SOUND_SIGNATURE = Signature(b"certificate", b"sound")


class WrongSignatureError(InputError):
    """The invented verifier does not know the signature."""

    code = "tampered"


def verify(cadena: str, sent: Signature, *, at: datetime, rfcs: frozenset[str]) -> Signed:
    """Accept the one signature of the tests, of whoever may sign."""
    if sent != SOUND_SIGNATURE or not rfcs:
        raise WrongSignatureError(Text("no", "no"))
    return Signed(cadena, sent.certificate, "3" * 20, min(rfcs), "Firmante", sent.signature, "NO_VERIFICABLE")


def complete(document: str = "a" * 64, **other: Any) -> PetitionContent:
    """Return a petition that lacks nothing, with what is said otherwise."""
    content = PetitionContent(
        petitioner=PetitionerData(PersonType.LEGAL, "Sindicato Inventado", "Calle 1, México", RFC_LEGAL),
        representative=Representative("Ana Inventada", RFC_NATURAL, CURP, "", Powers("Instrumento 1")),
        authorised=(Authorised("Beto Inventado", "beto@example.org"),),
        addressee=Addressee("Secretaría del Trabajo y Previsión Social", "Ciudad de México", ON),
        grounds="Artículo 23.6 del T-MEC.",
        facts=Facts("Los hechos.", (Event(date(2026, 1, 5), "Se vio."),)),
        goods=(
            GoodsData("Cámaras", (TariffCode(CODE, "01"),), "1080p", "grabar", "vigilar", "óptica", "lente", "vidrio"),
        ),
        producers=(Producer("Fábrica Inventada", ("F. I.",), "Camino 2", "CHN", ProducerRole.MAKER),),
        origins=(Place("CHN", "Norte"),),
        provenances=(Place("VNM", ""),),
        exhibits=(Exhibit(1, "Informe", document, "que se trabaja por la fuerza", "3", "una organización", "es", ON),),
        standing=(StandingDocument(document, "acta constitutiva"),),
    )
    return replace(content, **other)


def upload(data: bytes = b"un informe", name: str = "informe.txt") -> Upload:
    return Upload(name, [data])


def draft(actor: Actor = PETITIONER, arrival: Arrival = Arrival.PORTAL, at: datetime = AT, **other: Any) -> Petition:
    """Return a complete draft with one file, which is its one exhibit."""
    petition = start_draft(arrival=arrival, actor=actor, at=at)
    file = attach_file(reference=petition.reference, upload=upload(), actor=actor, at=at)
    content = complete(file.document.sha256, **other)
    return save_draft(seen=SeenDraft(petition.reference, 2), content=content, actor=actor, at=at)


def seen_draft(petition: Petition) -> SeenDraft:
    return SeenDraft(petition.reference, petition.version)


def filed(at: datetime = AT, **other: Any) -> Petition:
    """Return a petition that was signed and filed by its petitioner."""
    petition = draft(at=at, **other)
    prepare_petition(seen=seen_draft(petition), actor=PETITIONER, at=at)
    return file_petition_content(
        seen=seen_draft(petition), proof=SOUND_SIGNATURE, actor=PETITIONER, at=at, verify=verify
    )
