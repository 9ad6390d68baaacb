"""Opens a run, or finds the earlier one that asked the same."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date, datetime
from typing import Any, ClassVar, Final

from django.db import transaction
from django.utils import timezone

from importers.frames import NotIngestedError
from importers.models import Ingestion
from kernel.domain.actors import Actor
from kernel.domain.errors import InputError
from kernel.domain.text import Text
from kernel.services.ledger import record
from screening.engine import ENGINE_VERSION, Thresholds
from screening.models import ScreeningRun
from screening.services.lists import RunList
from screening.services.runs.keys import run_key

THRESHOLDS: Final = Thresholds()


class FutureDayError(InputError):
    """The day has not come: nobody knows what will be in force."""

    code: ClassVar[str] = "future_day"


def check_day(as_of: date, *, at: datetime) -> None:
    """Do nothing for a day that has come.

    Raises:
        FutureDayError: if it has not.

    """
    if as_of > timezone.localdate(at):
        raise FutureDayError(
            Text(
                f"El día {as_of.isoformat()} aún no llega y no se sabe qué regirá. Indique hoy o un día anterior.",
                f"The day {as_of.isoformat()} has not come, and nobody knows what will be in force. "
                "Give today or an earlier day.",
            )
        )


@transaction.atomic
def start_run(
    ingestion: Ingestion, lists: Sequence[RunList], *, as_of: date, actor: Actor, at: datetime
) -> tuple[ScreeningRun, bool]:
    """Return the run of a file against these lists, and whether it is new; an equal one is never made twice.

    Raises:
        NotIngestedError: if the file is still being read.
        FutureDayError: if ``as_of`` has not come yet.

    """
    check_day(as_of, at=at)
    if ingestion.state != Ingestion.State.COMPLETE:
        raise NotIngestedError(
            Text(
                f"El archivo {ingestion.file_name} no se ha leído completo: vuelva a enviarlo.",
                f"The file {ingestion.file_name} has not been read to its end: send it again.",
            )
        )
    key = run_key(ingestion.sha256, lists, thresholds=THRESHOLDS, as_of=as_of, reader=ingestion.reader)
    run, new = ScreeningRun.objects.get_or_create(
        key=key,
        defaults={
            "ingestion": ingestion,
            "as_of": as_of,
            "lists": [_described(item) for item in lists],
            "engine_version": ENGINE_VERSION,
            "thresholds": asdict(THRESHOLDS),
            "created_at": at,
            "created_by": actor.name,
        },
    )
    if new:
        detail = {"key": key, "input": ingestion.sha256, "as_of": as_of.isoformat(), "lists": _marks(run)}
        record("start_run", subject=f"run:{run.reference}", actor=actor, at=at, detail=detail)
    return run, new


def _described(item: RunList) -> dict[str, Any]:
    """Return what a run remembers of a list: enough to name it, to find it again and to doubt it."""
    return {
        "name": item.name,
        "kind": item.kind,
        "title": item.title,
        "edition": item.edition,
        "sha256": item.sha256,
        "fingerprint": item.fingerprint,
        "dated_on": item.dated_on.isoformat() if item.dated_on else None,
        "demo": item.demo,
        "size": len(item.goods),
        "omitted": item.omitted,
    }


def _marks(run: ScreeningRun) -> dict[str, str]:
    return {item["name"]: item["fingerprint"] for item in run.lists}
