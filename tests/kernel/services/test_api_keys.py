from datetime import UTC, datetime, timedelta

import pytest
from pytest_django import Settings

from kernel.domain.actors import COMMAND_LINE, Actor, Role
from kernel.domain.errors import DomainError
from kernel.models import Account, ApiKey, LedgerEntry
from kernel.services.api_keys import (
    InvalidKeyError,
    KeyRevokedError,
    UnknownKeyError,
    authenticate_key,
    issue_key,
    revoke_key,
)
from tests.pages import account_with

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 25, 18, tzinfo=UTC)
SCOPES = ("screening.check", "screening.read")


def issue(owner: Account | None = None, *, expires_at: datetime | None = None) -> tuple[ApiKey, str]:
    return issue_key(name="prevalidator", scopes=SCOPES, owner=owner, actor=COMMAND_LINE, at=AT, expires_at=expires_at)


def test_a_key_opens_its_scopes_and_nothing_else() -> None:
    owner = account_with(Role.ADMIN)
    key, secret = issue(owner)
    assert authenticate_key(secret, at=AT) == Actor(
        f"key:{key.prefix}", "api", roles=frozenset(), scopes=frozenset(SCOPES), account_id=owner.pk
    )


def test_the_secret_is_nowhere_in_the_database() -> None:
    key, secret = issue()
    hidden = secret.removeprefix(f"tamiz_{key.prefix}_")
    assert len(hidden) == 43
    assert hidden not in str(ApiKey.objects.values().get())
    assert hidden not in str(list(LedgerEntry.objects.values()))
    assert len(key.secret_hash) == 64


def test_two_keys_differ() -> None:
    (one, secret), (other, another) = issue(), issue()
    assert one.prefix != other.prefix
    assert secret != another


def test_issue_and_revocation_stand_in_the_ledger() -> None:
    owner = account_with()
    key, _ = issue(owner, expires_at=AT + timedelta(days=1))
    revoke_key(key.prefix, actor=COMMAND_LINE, at=AT)
    issued, revoked = LedgerEntry.objects.all()
    assert (issued.verb, issued.subject) == ("issue_key", f"key:{key.prefix}")
    assert issued.detail == {
        "scopes": sorted(SCOPES),
        "expires_at": "2026-11-26T18:00:00.000000+00:00",
        "owner": str(owner.reference),
    }
    assert (revoked.verb, revoked.subject) == ("revoke_key", f"key:{key.prefix}")


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda secret: secret[:-1] + ("A" if secret[-1] != "A" else "B"), id="another last sign"),
        pytest.param(lambda secret: secret.replace("tamiz_", "tamiz-"), id="another form"),
        pytest.param(lambda secret: "tamiz_" + "0" * 12 + secret[18:], id="an unknown prefix"),
        pytest.param(lambda secret: secret + "\0", id="a NUL at the end"),
        pytest.param(lambda secret: secret + "\n", id="a line feed at the end"),
        pytest.param(lambda secret: "", id="nothing"),
        pytest.param(lambda secret: "ñ" * 61, id="signs beyond ASCII"),
    ],
)
def test_what_is_not_the_secret_opens_nothing(change: object) -> None:
    _, secret = issue()
    assert callable(change)
    assert authenticate_key(change(secret), at=AT) is None
    assert ApiKey.objects.get().last_used_at is None


def test_a_key_ends_at_its_moment() -> None:
    _, secret = issue(expires_at=AT + timedelta(days=1))
    assert authenticate_key(secret, at=AT + timedelta(hours=23)) is not None
    assert authenticate_key(secret, at=AT + timedelta(days=1)) is None


def test_a_revoked_key_opens_nothing_and_is_not_revoked_twice() -> None:
    key, secret = issue()
    revoke_key(key.prefix, actor=COMMAND_LINE, at=AT)
    assert authenticate_key(secret, at=AT) is None
    with pytest.raises(KeyRevokedError, match="revoked already"):
        revoke_key(key.prefix, actor=COMMAND_LINE, at=AT + timedelta(days=1))
    key.refresh_from_db()
    assert key.revoked_at == AT
    assert LedgerEntry.objects.count() == 2


def test_revoking_what_does_not_exist_is_refused() -> None:
    with pytest.raises(UnknownKeyError, match="no key with the prefix 0123"):
        revoke_key("0123", actor=COMMAND_LINE, at=AT)
    assert not LedgerEntry.objects.exists()


def test_the_key_of_an_account_that_is_shut_out_opens_nothing() -> None:
    owner = account_with(Role.CUSTOMS)
    _, secret = issue(owner)
    Account.objects.update(is_active=False)
    assert authenticate_key(secret, at=AT) is None


def test_the_key_of_a_demonstration_account_opens_in_debug_mode_alone(settings: Settings) -> None:
    owner = account_with(Role.CUSTOMS)
    Account.objects.update(demo=True)
    _, secret = issue(owner)
    settings.TAMIZ_DEBUG = False
    assert authenticate_key(secret, at=AT) is None
    settings.TAMIZ_DEBUG = True
    assert authenticate_key(secret, at=AT) is not None


def test_use_is_noted_once_a_minute() -> None:
    key, secret = issue()
    noted = []
    for seconds in (0, 30, 59, 60, 90):
        authenticate_key(secret, at=AT + timedelta(seconds=seconds))
        key.refresh_from_db()
        assert key.last_used_at is not None
        noted.append((key.last_used_at - AT).total_seconds())
    assert noted == [0, 0, 0, 60, 60]


@pytest.mark.parametrize(
    ("name", "scopes", "days", "words"),
    [
        pytest.param(" ", SCOPES, None, "name", id="no name"),
        pytest.param("x" * 101, SCOPES, None, "100", id="a name too long"),
        pytest.param("x", (), None, "at least one scope", id="no scope"),
        pytest.param("x", ("screening.check", "All"), None, "at least one scope", id="a scope in another form"),
        pytest.param("x", SCOPES, 0, "later day", id="an end before the start"),
    ],
)
def test_a_key_that_makes_no_sense_is_refused(name: str, scopes: tuple[str, ...], days: int | None, words: str) -> None:
    expires_at = None if days is None else AT + timedelta(days=days)
    with pytest.raises(InvalidKeyError, match=words) as caught:
        issue_key(name=name, scopes=scopes, owner=None, actor=COMMAND_LINE, at=AT, expires_at=expires_at)
    assert isinstance(caught.value, DomainError)
    assert not ApiKey.objects.exists()
    assert not LedgerEntry.objects.exists()
