"""Accounts are opened by an administrator; what they may do follows from their roles."""

from collections.abc import Iterable
from datetime import datetime
from typing import Final

from django.contrib.auth.models import Group
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils.translation import override

from kernel.domain.actors import Actor, Role
from kernel.domain.errors import ConflictError, InputError
from kernel.domain.text import Text
from kernel.models import Account
from kernel.services.ledger import record

NOT_AN_ADDRESS: Final = Text(
    "«{email}» no es una dirección de correo. Escríbala completa, como nombre@dominio.mx.",
    '"{email}" is no e-mail address. Write it in full, like name@domain.mx.',
)
TAKEN: Final = Text(
    "Ya hay una cuenta con la dirección {email}. Use otra, o cambie los roles de la que existe.",
    "There is an account with the address {email} already. Use another, or change the roles of that one.",
)


class InvalidEmailError(InputError):
    """The address of an account is none."""

    code = "invalid_email"


class EmailTakenError(ConflictError):
    """The address belongs to another account."""

    code = "email_taken"


class WeakPasswordError(InputError):
    """The password is too easily guessed."""

    code = "weak_password"


@transaction.atomic
def create_account(
    *, email: str, password: str, roles: Iterable[Role], actor: Actor, at: datetime, demo: bool = False
) -> Account:
    """Return a new account with these roles.

    Raises:
        InvalidEmailError: the address is none.
        EmailTakenError: another account has the address.
        WeakPasswordError: the password breaks a rule.

    """
    address = _address(email)
    if Account.objects.filter(email__iexact=address).exists():
        raise EmailTakenError(TAKEN.filled(email=address))
    account = Account(email=address, demo=demo, date_joined=at)
    account.username = str(account.reference)  # signing in asks for the address; Django's column must be unique
    _check_password(password, account)
    account.set_password(password)
    account.save()
    names = sorted({role.value for role in roles})
    account.groups.set([Group.objects.get_or_create(name=name)[0] for name in names])
    record("create_account", subject=f"account:{account.reference}", actor=actor, at=at, detail={"roles": names})
    return account


def _address(email: str) -> str:
    address = email.strip().lower()
    try:
        validate_email(address)
    except ValidationError as error:
        raise InvalidEmailError(NOT_AN_ADDRESS.filled(email=address)) from error
    return address


def _check_password(password: str, account: Account) -> None:
    faults = Text(_faults(password, account, "es-mx"), _faults(password, account, "en"))
    if faults.en:
        raise WeakPasswordError(faults)


def _faults(password: str, account: Account, language: str) -> str:
    """Return what Django's rules find wrong; they speak the language of the moment they are asked."""
    with override(language):
        try:
            validate_password(password, account)
        except ValidationError as error:
            return " ".join(error.messages)
    return ""
