"""Who acts: a person, a machine with a key, or the system itself."""

from dataclasses import dataclass, field
from enum import StrEnum


class Role(StrEnum):
    """The roles of the house; a permission table says what each may do."""

    PETITIONER = "PETITIONER"
    IMPORTER = "IMPORTER"
    INTAKE = "INTAKE"
    INVESTIGATOR = "INVESTIGATOR"
    SUPERVISOR = "SUPERVISOR"
    DECIDER = "DECIDER"
    NOTIFIER = "NOTIFIER"
    PUBLISHER = "PUBLISHER"
    TRANSPARENCY = "TRANSPARENCY"
    CUSTOMS = "CUSTOMS"
    ANALYST = "ANALYST"
    AUDITOR = "AUDITOR"
    ADMIN = "ADMIN"
    PUBLIC = "PUBLIC"


@dataclass(frozen=True, slots=True)
class Actor:
    """The author of an act as the ledger keeps it.

    ``name`` is an account's or key's stable reference (never an e-mail address), ``channel`` is where the
    act came from (``web``, ``api``, ``cli``, ``system``), ``scopes`` are those of an API key.
    """

    name: str
    channel: str
    roles: frozenset[Role] = field(default_factory=frozenset)
    scopes: frozenset[str] = field(default_factory=frozenset)
    account_id: int | None = None

    def standing(self) -> frozenset[str]:
        """Return everything that decides what the actor may do and see."""
        return self.roles | self.scopes


SYSTEM = Actor(name="system", channel="system")
COMMAND_LINE = Actor(name="cli", channel="cli", roles=frozenset({Role.ADMIN}))
