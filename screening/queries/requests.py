"""Which runs an actor may know of."""

from kernel.domain.actors import Actor
from kernel.models import LedgerEntry
from screening.models import ScreeningRun


def asked_by(run: ScreeningRun, actor: Actor) -> bool:
    """Return whether the actor opened the run or asked for the same later; the ledger says so."""
    if run.created_by == actor.name:
        return True
    return LedgerEntry.objects.filter(subject=f"run:{run.reference}", actor=actor.name).exists()
