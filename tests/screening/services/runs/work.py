"""What a process that may be killed does: makes a file, screens it, tells what the database holds."""

import json
import sys
from datetime import timedelta

from django.core.management import call_command
from django.utils import timezone

from importers.models import Ingestion
from kernel.models import LedgerEntry
from kernel.services.ledger import verify
from screening.models import ScreeningRun
from screening.services.runs import execute, leases
from screening.services.runs.screen import execute_or_wait
from screening.services.runs.start import start_run
from tests.screening.factories import CLEAR, DAY, OFFICER, STOPPED, both_lists, ingested
from tests.screening.services.runs.sizes import CHUNK, LINES

execute.CHUNK = CHUNK  # type: ignore[misc]  # small enough to be killed between two
leases.LEASE = timedelta(seconds=2)  # type: ignore[misc]  # nobody waits long in a test


def make() -> None:
    call_command("migrate", verbosity=0)
    ingested(*([CLEAR, CLEAR, STOPPED] * (LINES // 3)))


def screen() -> None:
    run, _ = start_run(Ingestion.objects.get(), both_lists(), as_of=DAY, actor=OFFICER, at=timezone.now())
    execute_or_wait(run, both_lists(), clock=timezone.now, progress=_say)


def tell() -> None:
    run = ScreeningRun.objects.get()
    lines = run.verdicts.values_list("line", flat=True)
    said = {
        "state": run.state,
        "leased": bool(run.lease_until),
        "counts": run.counts,
        "verdicts": len(lines),
        "distinct": len(set(lines)),
        "hits": run.hits.count(),
        "hits_without_verdict": run.hits.exclude(line__in=lines).count(),
        "ledger_broken": verify().broken is not None,
        "ends": LedgerEntry.objects.filter(verb="finish_run").count(),
    }
    sys.stdout.write(json.dumps(said))


def _say(done: int, total: int) -> None:
    sys.stdout.write(f"{done}\n")
    sys.stdout.flush()
