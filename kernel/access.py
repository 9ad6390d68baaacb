"""From a request to its author, and what the kernel's own actions ask of one."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from django.http import HttpRequest

from kernel.domain.actors import Actor, Role
from kernel.domain.permissions import Permission
from kernel.models import Account

PERMISSIONS: Final[Mapping[str, Permission]] = MappingProxyType(
    {
        "ledger.read": Permission(frozenset({Role.AUDITOR, Role.ADMIN})),
    }
)


def actor_of(request: HttpRequest) -> Actor:
    """Return the author of a request: the key or account the API let in, else the account of the session.

    The API leaves whom it let in on ``request.auth``: an ``Actor`` for a key, an account for a session.
    """
    admitted = getattr(request, "auth", None)
    if isinstance(admitted, Actor):
        return admitted
    if isinstance(admitted, Account):
        return admitted.as_actor("api")
    if isinstance(request.user, Account):
        return request.user.as_actor("web")
    return Actor(name="anonymous", channel="web", roles=frozenset({Role.PUBLIC}))
