from datetime import UTC, datetime

import pytest
from django.db import IntegrityError, transaction

from kernel.domain.actors import COMMAND_LINE, Role
from kernel.domain.errors import DomainError
from kernel.models import Account, LedgerEntry
from kernel.services.accounts import EmailTakenError, InvalidEmailError, WeakPasswordError, create_account
from tests.pages import PASSWORD

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 25, 18, tzinfo=UTC)


def create(email: str = "ana@ejemplo.mx", password: str = PASSWORD, *roles: Role, demo: bool = False) -> Account:
    return create_account(email=email, password=password, roles=roles, actor=COMMAND_LINE, at=AT, demo=demo)


def test_an_account_has_its_roles_and_password() -> None:
    account = create(" Ana@Ejemplo.MX ", PASSWORD, Role.CUSTOMS, Role.ANALYST, Role.CUSTOMS)
    account.refresh_from_db()
    assert account.email == "ana@ejemplo.mx"
    assert account.roles() == {Role.CUSTOMS, Role.ANALYST}
    assert account.check_password(PASSWORD)
    assert (account.is_superuser, account.is_staff, account.demo, account.date_joined) == (False, False, False, AT)


def test_the_ledger_holds_the_roles_and_never_the_address() -> None:
    account = create("ana@ejemplo.mx", PASSWORD, Role.CUSTOMS)
    [entry] = LedgerEntry.objects.all()
    assert (entry.verb, entry.subject, entry.actor) == ("create_account", f"account:{account.reference}", "cli")
    assert entry.detail == {"roles": ["CUSTOMS"]}
    assert "@" not in account.as_actor("web").name


@pytest.mark.parametrize(
    ("email", "password", "error", "es", "en"),
    [
        pytest.param("ana", PASSWORD, InvalidEmailError, "«ana» no es", '"ana" is no', id="no address"),
        pytest.param("", PASSWORD, InvalidEmailError, "correo", "e-mail", id="an empty address"),
        pytest.param(
            "TAKEN@ejemplo.mx", PASSWORD, EmailTakenError, "Ya hay", "already", id="a taken address in capitals"
        ),
        pytest.param(
            "ana@ejemplo.mx", "corta", WeakPasswordError, "8 caracteres", "8 characters", id="a short password"
        ),
        pytest.param("ana@ejemplo.mx", "password1", WeakPasswordError, "común", "common", id="a common password"),
        pytest.param(
            "bernarda@ejemplo.mx",
            "bernarda@ej",
            WeakPasswordError,
            "muy similar",
            "too similar",
            id="the address as password",
        ),
    ],
)
def test_a_refusal_says_why_and_changes_nothing(
    email: str, password: str, error: type[DomainError], es: str, en: str
) -> None:
    create("taken@ejemplo.mx")
    with pytest.raises(error) as caught:
        create(email, password, Role.ADMIN)
    assert es in caught.value.message.es
    assert en in caught.value.message.en
    assert Account.objects.count() == 1
    assert LedgerEntry.objects.count() == 1


def test_the_database_keeps_an_address_to_one_account() -> None:
    create("ana@ejemplo.mx")
    with pytest.raises(IntegrityError), transaction.atomic():
        Account.objects.create(username="b", email="ANA@ejemplo.mx")
    Account.objects.create(username="c")
    assert Account.objects.create(username="d").email == ""
