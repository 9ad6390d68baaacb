"""Who may do what with lists and runs; what is not written here is nobody's."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from django.http import HttpRequest

from kernel.access import actor_of
from kernel.domain.actors import Actor, Role
from kernel.domain.permissions import Permission, check_may

# A scope of a key is the name of the action it opens.
PERMISSIONS: Final[Mapping[str, Permission]] = MappingProxyType(
    {
        "screening.upload": Permission(frozenset({Role.CUSTOMS, Role.ADMIN}), frozenset({"screening.upload"})),
        "screening.check": Permission(frozenset({Role.CUSTOMS, Role.ADMIN}), frozenset({"screening.check"})),
        # Declarations are confidential: who investigates a case asks customs, and does not leaf through them.
        "screening.read": Permission(
            frozenset({Role.CUSTOMS, Role.ANALYST, Role.AUDITOR, Role.ADMIN}), frozenset({"screening.read"})
        ),
        "lists.read": Permission(frozenset({Role.CUSTOMS, Role.ANALYST, Role.AUDITOR, Role.ADMIN})),
        "lists.decide": Permission(frozenset({Role.ANALYST, Role.ADMIN})),
    }
)


def permitted(request: HttpRequest, action: str) -> Actor:
    """Return who asks, once it is sure that they may.

    Raises:
        ForbiddenError: if they may not.

    """
    actor = actor_of(request)
    check_may(actor, PERMISSIONS[action])
    return actor
