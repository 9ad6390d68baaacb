"""The accounts that a case may be put in the hands of, and those that may act for a petitioner."""

from collections.abc import Mapping
from typing import Final

from cases.domain.steps import PARTIES, STAFF
from kernel.domain.actors import Role
from kernel.models import Account

STAFF_NAMES: Final[Mapping[str, Role]] = {role.value: role for role in sorted(STAFF)}


def staff() -> tuple[tuple[Account, tuple[Role, ...]], ...]:
    """Return the accounts that work on cases and may enter, each with the roles it does so in."""
    rows = Account.objects.filter(groups__name__in=STAFF_NAMES).distinct().prefetch_related("groups").order_by("email")
    return tuple((row, _roles(row)) for row in rows if row.may_enter())


def _roles(account: Account) -> tuple[Role, ...]:
    return tuple(STAFF_NAMES[group.name] for group in account.groups.all() if group.name in STAFF_NAMES)


def petitioner_by_email(email: str) -> Account | None:
    """Return the account of a petitioner by its address, None when there is none that may enter."""
    row = Account.objects.filter(email__iexact=email.strip(), groups__name=Role.PETITIONER.value).first()
    return row if row is not None and row.may_enter() else None


def party_by_email(email: str) -> Account | None:
    """Return the account of an importer or petitioner by its address, None when there is none that may enter."""
    roles = sorted(role.value for role in PARTIES)
    row = Account.objects.filter(email__iexact=email.strip(), groups__name__in=roles).first()
    return row if row is not None and row.may_enter() else None
