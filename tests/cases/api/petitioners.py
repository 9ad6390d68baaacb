"""Whoever drafts, signs and files petitions through the API; certificates are of the tests' own authority."""

from base64 import b64encode
from functools import cache
from pathlib import Path
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.utils import timezone

from cases.domain.case import CaseKind
from cases.domain.petition.codec import plain_content
from cases.domain.petition.content import PetitionContent
from cases.domain.petition.signing import cadena_of
from cases.models import Case, Petition, PetitionFile
from kernel.domain.actors import Role
from kernel.models import LedgerEntry
from tests.cases.api.people import Person
from tests.cases.petitions import complete
from tests.kernel.efirma.minting import AGREEING, FIRM_RFC, ISSUING, Minted, Plan, key, mint, number, subject
from tests.screening.api.clients import Machine, answer

DRAFTS = "/petitions/drafts"
REPORT = b"%PDF-1.7 un informe inventado"
VUCEM_FOLIO = "2500100200420261000000123"


@cache
def root() -> Minted:
    """Return an authority that is valid whenever the tests are run: the API asks the clock."""
    plan = Plan(subject("Raíz de mucho tiempo"), key("root"), number("0" * 19 + "9"), ISSUING, (-9, 60), True)
    return mint(plan)


@cache
def firm() -> Minted:
    """Return the e.firma of the firm that petitions."""
    name = subject("SINDICATO INVENTADO", rfc=FIRM_RFC, curp=" / VADA800927HSRSRL05")
    return mint(Plan(name, key("firm"), number("30001000000500000092"), AGREEING, (-4, 60)), root())


def trusted_in(folder: Path) -> str:
    """Write the authority where the installation looks for those it believes."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "root.cer").write_bytes(root().cer())
    return str(folder)


def signature(cadena: str) -> dict[str, str]:
    """Return what the firm sends for a line that it signed."""
    return {"certificate": b64encode(firm().cer()).decode(), "signature": b64encode(firm().sign(cadena)).decode()}


def pdf(data: bytes = REPORT, name: str = "informe.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data, "application/pdf")


def written(who: Person, content: PetitionContent | None = None, arrival: str = "PORTAL") -> dict[str, Any]:
    """Return a draft with one file, as the API tells it, that says a whole petition."""
    begun = answer(who.post(DRAFTS, {"arrival": arrival}))
    file = answer(who.send(f"{DRAFTS}/{begun['reference']}/files", file=pdf()))
    said = plain_content(content or complete(file["sha256"]))
    saved: dict[str, Any] = answer(who.post(f"{DRAFTS}/{begun['reference']}/save", {"version": 2, "content": said}))
    return saved


def signed(who: Person, draft: dict[str, Any]) -> dict[str, Any]:
    """Return what files a draft: its version, and the signature of its line."""
    line = answer(who.post(f"{DRAFTS}/{draft['reference']}/cadena", {"version": draft["version"]}))
    return {"version": line["version"], **signature(line["cadena"])}


def file(who: Person, draft: dict[str, Any], sent: dict[str, Any]) -> HttpResponse:
    return who.post(f"{DRAFTS}/{draft['reference']}/file", sent)


def filed(who: Person) -> dict[str, Any]:
    """Return a petition that was filed, as the API tells it."""
    draft = written(who)
    told: dict[str, Any] = answer(file(who, draft, signed(who, draft)))
    return told


def window() -> Machine:
    """Return the machine of VUCEM."""
    return Machine("petitions.file")


def from_vucem(machine: Machine, folio: str = VUCEM_FOLIO) -> dict[str, Any]:
    """Return what VUCEM sends, its file having gone ahead."""
    sha256 = answer(machine.send("/petitions/files", file=pdf()))["sha256"]
    content, at = complete(sha256), timezone.localtime().replace(microsecond=0)
    line = cadena_of(folio, at, CaseKind.INVESTIGATION, content, [sha256])
    return {
        "folio": folio,
        "sent_at": at.isoformat(),
        "content": plain_content(content),
        "files": [sha256],
        **signature(line),
    }


def everything() -> tuple[object, ...]:
    """Return what a refusal must leave alone."""
    petitions = list(Petition.objects.order_by("pk").values_list("reference", "version", "filed_at", "prepared_at"))
    return petitions, PetitionFile.objects.count(), Case.objects.count(), LedgerEntry.objects.count()


def petitioner() -> Person:
    return Person(Role.PETITIONER)


def another_petitioner() -> Person:
    return Person(Role.PETITIONER, Role.IMPORTER)
