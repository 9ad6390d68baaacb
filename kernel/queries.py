"""Reads of the kernel's tables."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final
from uuid import UUID

from django.conf import settings

from kernel.domain.actors import Role
from kernel.models import Account, Document

ACCOUNT: Final = "account:"  # how the name of an actor begins who is a person


def document_path(document: Document) -> Path:
    """Return where the bytes of a document lie."""
    address = document.sha256
    return Path(settings.MEDIA_ROOT) / address[:2] / address[2:4] / address


def person_name(account: Account) -> str:
    """Return what a person is called among colleagues: the full name, the address where there is none."""
    return account.get_full_name() or account.email or account.get_username()


def names_of(actors: Iterable[str]) -> Mapping[str, str]:
    """Return, by the name of an actor, what the person is called; actors that are no account are left out."""
    references = {reference: name for name in set(actors) if (reference := _reference(name)) is not None}
    rows = Account.objects.filter(reference__in=references)
    return {references[row.reference]: person_name(row) for row in rows}


def _reference(name: str) -> UUID | None:
    try:
        return UUID(name.removeprefix(ACCOUNT)) if name.startswith(ACCOUNT) else None
    except ValueError:
        return None


def account_named(name: str) -> Account | None:
    """Return the account that an actor of a name is, None when the name is of no account."""
    reference = _reference(name)
    return None if reference is None else account_by_reference(reference)


def people_with(roles: Iterable[Role]) -> list[Account]:
    """Return the people who may enter and hold one of the roles, by name."""
    rows = Account.objects.filter(is_active=True, groups__name__in=[role.value for role in roles]).distinct()
    return list(rows.order_by("last_name", "first_name", "email", "username"))


def account_by_reference(reference: UUID) -> Account | None:
    """Return the account with a reference, None when there is none."""
    return Account.objects.filter(reference=reference).first()
