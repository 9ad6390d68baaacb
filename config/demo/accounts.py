"""The accounts of the demonstration: one for each role, and they enter in debug mode alone."""

import base64
import hashlib
import hmac
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from kernel.domain.actors import Actor, Role
from kernel.models import Account
from kernel.services.accounts import create_account

ADDRESSES: Final = {
    Role.PETITIONER: "solicitante",
    Role.IMPORTER: "importadora",
    Role.INTAKE: "oficialia",
    Role.INVESTIGATOR: "investigacion",
    Role.SUPERVISOR: "supervision",
    Role.DECIDER: "resolucion",
    Role.NOTIFIER: "notificacion",
    Role.PUBLISHER: "publicacion",
    Role.TRANSPARENCY: "transparencia",
    Role.CUSTOMS: "aduanas",
    Role.ANALYST: "analisis",
    Role.AUDITOR: "auditoria",
    Role.ADMIN: "administracion",
}  # the public has no account
GROUPS: Final = 4  # of four characters: 80 bits


@dataclass(frozen=True, slots=True)
class DemoAccount:
    """Whom one may sign in as."""

    role: Role
    email: str
    password: str


def demo_accounts(secret: str) -> tuple[DemoAccount, ...]:
    """Return the accounts; the passwords follow from the secret key, so that no file has to hold them."""
    return tuple(
        DemoAccount(role, email, _password(secret, email))
        for role, email in ((role, f"{name}@demo.invalid") for role, name in ADDRESSES.items())
    )


def _password(secret: str, email: str) -> str:
    digest = hmac.new(secret.encode(), f"demo account {email}".encode(), hashlib.sha256).digest()
    text = base64.b32encode(digest).decode().lower()
    return "-".join(text[i * 4 : i * 4 + 4] for i in range(GROUPS))


def open_accounts(secret: str, *, actor: Actor, at: datetime) -> tuple[DemoAccount, ...]:
    """Return the accounts, those made now that were not there."""
    accounts = demo_accounts(secret)
    known = set(Account.objects.filter(demo=True).values_list("email", flat=True))
    for account in accounts:
        if account.email not in known:
            create_account(
                email=account.email, password=account.password, roles=[account.role], actor=actor, at=at, demo=True
            )
    return accounts


def passwords_fit(accounts: tuple[DemoAccount, ...]) -> bool:
    """Tell whether the accounts were made with this secret key; one is tried, for all were made together."""
    return Account.objects.get(email=accounts[0].email).check_password(accounts[0].password)
