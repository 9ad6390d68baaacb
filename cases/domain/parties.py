"""Who is a party to a case, and what is recorded of each; the ledger knows them by their key alone."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import ClassVar, Final

from kernel.domain.errors import InputError, NotFoundError
from kernel.domain.text import Text

NAME_LENGTH: Final = 500  # of a party, in any script
NO_PARTY_NAME: Final = Text("Escriba el nombre de la parte.", "Write the name of the party.")
NO_ACCOUNT: Final = Text(
    "Quien acepta que se le notifique por medios electrónicos tiene una cuenta donde recibirlo (LFPA art. 35).",
    "Whoever accepts electronic notices has an account to receive them with (LFPA art. 35).",
)
NO_SUCH_PARTY: Final = Text("El expediente no tiene una parte {number}.", "The case has no party {number}.")


class PartyRole(StrEnum):
    """What somebody is in a case."""

    PRODUCER = "PRODUCER"
    IMPORTER = "IMPORTER"
    PETITIONER = "PETITIONER"
    REPRESENTATIVE = "REPRESENTATIVE"
    THIRD = "THIRD"


class NoSuchPartyError(NotFoundError):
    """A case has no party of the number."""

    code: ClassVar[str] = "unknown_party"

    def __init__(self, number: int) -> None:
        super().__init__(NO_SUCH_PARTY.filled(number=number))


class PartyError(InputError):
    """What is said of a party is not enough."""

    code: ClassVar[str] = "invalid_party"


@dataclass(frozen=True, slots=True)
class PartyData:
    """What is said of a party; ``account`` is the name of the actor that may act for it, "" for nobody."""

    role: PartyRole
    name: str
    tax_id: str = ""
    domicile: str = ""
    country: str = ""
    account: str = ""
    electronic: bool = False


def key_of(number: int) -> str:
    """Return what terms and the ledger call a party of a case."""
    return f"party:{number}"


def check_party(said: PartyData) -> PartyData:
    """Return what is said of a party without blanks around it.

    Raises:
        PartyError: it has no name, or accepts electronic notices without an account.

    """
    clean = replace(
        said,
        name=said.name.strip(),
        tax_id=said.tax_id.strip().upper(),
        domicile=said.domicile.strip(),
        account=said.account.strip(),
    )
    if not clean.name:
        raise PartyError(NO_PARTY_NAME)
    if clean.electronic and not clean.account:
        raise PartyError(NO_ACCOUNT)
    return clean
