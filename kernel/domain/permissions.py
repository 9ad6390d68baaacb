"""Who may: the roles of a person and the scopes of a key that a permission asks for."""

from dataclasses import dataclass, field
from typing import Final

from kernel.domain.actors import Actor, Role
from kernel.domain.errors import ForbiddenError
from kernel.domain.text import Text

DENIED: Final = Text(
    "Su cuenta o llave no tiene permiso para esto. Pídalo a la administración del sistema.",
    "Your account or key may not do this. Ask the administrator of the system for the permission.",
)


@dataclass(frozen=True, slots=True)
class Permission:
    """The roles and the scopes any one of which suffices; ``Role.PUBLIC`` among the roles admits everybody."""

    roles: frozenset[Role]
    scopes: frozenset[str] = field(default_factory=frozenset)


def may(actor: Actor, permission: Permission) -> bool:
    """Return whether the actor holds one of the roles or scopes asked for."""
    if Role.PUBLIC in permission.roles:
        return True
    return bool(actor.roles & permission.roles or actor.scopes & permission.scopes)


def check_may(actor: Actor, permission: Permission) -> None:
    """Return quietly when the actor may.

    Raises:
        ForbiddenError: the actor holds none of the roles and scopes asked for.

    """
    if not may(actor, permission):
        raise ForbiddenError(DENIED)
