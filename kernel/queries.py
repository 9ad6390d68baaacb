"""Reads of the kernel's tables."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final
from uuid import UUID

from django.conf import settings

from kernel.models import Account, Document, IssuedDocument

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


def account_by_reference(reference: UUID) -> Account | None:
    """Return the account with a reference, None when there is none."""
    return Account.objects.filter(reference=reference).first()


def verified_document(folio: str, digits: str) -> IssuedDocument | None:
    """Return the issued document with a folio if ``digits`` begin its hash, None for any other reason."""
    issued = IssuedDocument.objects.select_related("document").filter(folio=folio).first()
    return issued if issued is not None and issued.is_hash(digits) else None
