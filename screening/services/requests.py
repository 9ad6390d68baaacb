"""Who asked for a run: equal questions share one run, and each asker is remembered."""

from datetime import datetime

from django.db import transaction

from kernel.domain.actors import Actor
from kernel.services.ledger import record
from screening.models import ScreeningRun
from screening.queries.requests import asked_by


@transaction.atomic
def remember_asker(run: ScreeningRun, *, actor: Actor, at: datetime) -> None:
    """Record that the actor asked for a run that was there already; whoever opened it is recorded with it."""
    if not asked_by(run, actor):
        record("ask_run", subject=f"run:{run.reference}", actor=actor, at=at)
