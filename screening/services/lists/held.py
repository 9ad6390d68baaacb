"""A person's decision on an edition that was held: it comes into use, or it is dropped."""

from datetime import datetime
from typing import ClassVar

from django.db import transaction

from kernel.domain.actors import Actor
from kernel.domain.errors import NotFoundError
from kernel.domain.text import Text
from screening.models import WatchList
from screening.services.lists.editions import record_edition


class NothingHeldError(NotFoundError):
    """No edition of the list waits for a decision."""

    code: ClassVar[str] = "nothing_held"


@transaction.atomic
def release_held(name: str, *, actor: Actor, at: datetime) -> WatchList:
    """Return the held edition, now in use in the place of the one before.

    Raises:
        NothingHeldError: if no edition of the list is held.

    """
    held = _held(name)
    replaced = WatchList.objects.filter(name=name, state=WatchList.State.CURRENT).first()
    if replaced:
        replaced.state = WatchList.State.SUPERSEDED
        replaced.save(update_fields=["state"])
    held.state = WatchList.State.CURRENT
    held.save(update_fields=["state"])
    record_edition("release_list", held, actor=actor, at=at, replaced=replaced)
    return held


@transaction.atomic
def discard_held(name: str, *, actor: Actor, at: datetime) -> WatchList:
    """Return the held edition as it was before it was dropped; the one in use stays.

    Raises:
        NothingHeldError: if no edition of the list is held.

    """
    held = _held(name)
    record_edition("discard_list", held, actor=actor, at=at)
    WatchList.objects.filter(pk=held.pk).delete()
    return held


def _held(name: str) -> WatchList:
    held = WatchList.objects.select_for_update().filter(name=name, state=WatchList.State.HELD).first()
    if held is None:
        raise NothingHeldError(
            Text(f"La lista «{name}» no tiene ninguna edición retenida.", f"The list “{name}” has no edition held.")
        )
    return held
