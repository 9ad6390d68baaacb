"""What an actor may know of: a person with the permission everything, a key what it asked for itself."""

from typing import Final
from uuid import UUID

from importers.formats.declaration import FORMAT as SHIPMENT
from kernel.domain.actors import Actor
from kernel.domain.errors import NotFoundError
from kernel.domain.text import Text
from kernel.models import Job, LedgerEntry
from screening.models import ScreeningRun
from screening.queries.runs import run_by_reference

UPLOAD: Final = "screen_upload"  # kind of the jobs that screen a file
MISSING: Final = Text(
    "No hay un tamizado con esa referencia a su alcance.", "There is no screening of that reference within your reach."
)


def is_shipment(run: ScreeningRun) -> bool:
    """Return whether a run is of one declaration that came by form or through the API, not of a file."""
    return run.ingestion.format == SHIPMENT


def asked_by(run: ScreeningRun, actor: Actor) -> bool:
    """Return whether the actor opened the run or asked for the same later; the ledger says so."""
    if run.created_by == actor.name:
        return True
    return LedgerEntry.objects.filter(subject=f"run:{run.reference}", actor=actor.name).exists()


def visible_shipment(reference: UUID, actor: Actor) -> ScreeningRun:
    """Return the screening of one declaration.

    Raises:
        NotFoundError: if there is none, or the actor is a key that did not ask for it.

    """
    run = run_by_reference(reference)
    if run is None or not is_shipment(run) or not (_sees_all(actor) or asked_by(run, actor)):
        raise NotFoundError(MISSING)
    return run


def visible_job(reference: UUID, actor: Actor) -> Job:
    """Return the job that screens a file.

    Raises:
        NotFoundError: if there is none, or the actor is a key that did not ask for it.

    """
    job = Job.objects.filter(reference=reference, kind=UPLOAD).first()
    if job is None or not (_sees_all(actor) or job.owner == actor.name):
        raise NotFoundError(MISSING)
    return job


def run_of_job(job: Job) -> ScreeningRun | None:
    """Return the run a finished job led to."""
    reference = job.result.get("run") if job.state == Job.State.DONE else None
    return run_by_reference(reference) if reference else None


def _sees_all(actor: Actor) -> bool:
    return bool(actor.roles)  # a key has scopes and no roles
