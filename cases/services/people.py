"""The accounts that a case is bound to, looked up where it is bound."""

from typing import Final

from cases.domain.case import NoPetitionerError, check_name
from kernel.domain.actors import Role
from kernel.domain.text import Text
from kernel.queries import account_named

NO_ACCOUNT: Final = Text(
    "Ninguna cuenta activa de solicitante tiene esa clave.", "No active account of a petitioner has that name."
)


def petitioner_named(name: str) -> str:
    """Return the name that a petitioner's account acts under; what names nothing else never reaches the case.

    Raises:
        NoPetitionerError: it is empty, or no account of a petitioner that may enter has it.

    """
    account = account_named(check_name(name))
    if account is None or not account.may_enter() or Role.PETITIONER not in account.roles():
        raise NoPetitionerError(NO_ACCOUNT)
    return account.as_actor("").name
