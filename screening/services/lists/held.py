"""A person's decision on an edition that was held: it comes into use, or it is dropped."""

from datetime import datetime
from typing import ClassVar, Final

from django.db import transaction

from kernel.domain.actors import Actor
from kernel.domain.errors import ConflictError, NotFoundError
from kernel.domain.text import Text
from kernel.services.ledger import take_turn
from screening.models import WatchList
from screening.services.lists.editions import record_edition


class NothingHeldError(NotFoundError):
    """No edition of the list waits for a decision."""

    code: ClassVar[str] = "nothing_held"


class OtherHeldError(ConflictError):
    """Another edition waits than the one that was looked at."""

    code: ClassVar[str] = "other_held"


OTHER_HELD: Final = Text(
    "La edición retenida de «{name}» ya es otra: mírela en la página de listas y decida de nuevo.",
    "The held edition of “{name}” is another by now: look at it on the page of lists and decide again.",
)


@transaction.atomic
def release_held(name: str, *, seen: str | None = None, actor: Actor, at: datetime) -> WatchList:
    """Return the held edition, now in use in the place of the one before.

    ``seen`` is the SHA-256 of the edition that was looked at; None where nobody looked before.

    Raises:
        NothingHeldError: if no edition of the list is held.
        OtherHeldError: if the one that is held came after the one seen.

    """
    held = _held(name, seen)
    replaced = WatchList.objects.filter(name=name, state=WatchList.State.CURRENT).first()
    if replaced:
        replaced.state = WatchList.State.SUPERSEDED
        replaced.save(update_fields=["state"])
    held.state = WatchList.State.CURRENT
    held.save(update_fields=["state"])
    record_edition("release_list", held, actor=actor, at=at, replaced=replaced)
    return held


@transaction.atomic
def discard_held(name: str, *, seen: str | None = None, actor: Actor, at: datetime) -> WatchList:
    """Return the held edition as it was before it was dropped; the one in use stays.

    Raises:
        NothingHeldError: if no edition of the list is held.
        OtherHeldError: if the one that is held came after the one ``seen``.

    """
    held = _held(name, seen)
    record_edition("discard_list", held, actor=actor, at=at)
    WatchList.objects.filter(pk=held.pk).delete()
    return held


def _held(name: str, seen: str | None) -> WatchList:
    take_turn()
    held = WatchList.objects.select_for_update().filter(name=name, state=WatchList.State.HELD).first()
    if held is None:
        raise NothingHeldError(
            Text(f"La lista «{name}» no tiene ninguna edición retenida.", f"The list “{name}” has no edition held.")
        )
    if seen is not None and seen != held.sha256:
        raise OtherHeldError(OTHER_HELD.filled(name=name))
    return held
