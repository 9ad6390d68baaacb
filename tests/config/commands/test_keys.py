from datetime import timedelta

import pytest
from django.utils import timezone

from kernel.domain.actors import Role
from kernel.models import ApiKey
from kernel.services.api_keys import authenticate_key
from tests.command_line import tamiz
from tests.pages import account_with

pytestmark = pytest.mark.django_db
CREATE = ("keys", "create", "prevalidator", "--scope", "screening.check")


def test_a_key_is_issued_and_its_secret_alone_on_the_last_line() -> None:
    owner = account_with(Role.CUSTOMS)
    ran = tamiz(*CREATE, "--scope", "screening.read", "--owner", owner.email.upper(), "--days", "30")
    assert ran.code == 0
    secret = ran.out.splitlines()[-1]
    actor = authenticate_key(secret, at=timezone.now())
    assert actor is not None
    assert (actor.account_id, actor.scopes) == (owner.pk, frozenset({"screening.read", "screening.check"}))
    key = ApiKey.objects.get()
    assert key.expires_at is not None
    assert key.expires_at - key.created_at == timedelta(days=30)
    assert ran.out.count(secret) == 1


def test_a_key_is_revoked_by_its_prefix() -> None:
    secret = tamiz(*CREATE).out.splitlines()[-1]
    prefix = ApiKey.objects.get().prefix
    ran = tamiz("keys", "revoke", prefix)
    assert (ran.code, ran.out) == (0, f"Key {prefix} revoked.\n")
    assert authenticate_key(secret, at=timezone.now()) is None
    again = tamiz("keys", "revoke", prefix)
    assert (again.code, again.err) == (2, f"The key {prefix} was revoked already.\n")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        pytest.param(("keys", "create", "x"), "--scope", id="no scope"),
        pytest.param((*CREATE, "--days", "0"), "--days", id="no days"),
        pytest.param((*CREATE, "--owner", "nadie@ejemplo.mx"), "no account with the address", id="an unknown owner"),
        pytest.param(
            ("keys", "create", "x", "--scope", "screening.uplaod"), "screening.upload", id="a scope that opens nothing"
        ),
        pytest.param(("keys", "revoke", "0123"), "no key with the prefix 0123", id="an unknown prefix"),
    ],
)
def test_a_refusal_exits_with_2_and_issues_nothing(arguments: tuple[str, ...], words: str) -> None:
    ran = tamiz(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert words in ran.err
    assert not ApiKey.objects.exists()
