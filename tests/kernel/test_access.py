import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.test import RequestFactory

from kernel.access import PERMISSIONS, actor_of
from kernel.domain.actors import Actor, Role
from kernel.domain.permissions import may
from kernel.models import Account
from tests.pages import account_with

pytestmark = pytest.mark.django_db


def request_of(user: Account | AnonymousUser, **admitted: object) -> HttpRequest:
    request = RequestFactory().get("/")
    request.user = user
    for name, value in admitted.items():
        setattr(request, name, value)
    return request


def test_the_author_of_a_page_is_the_account_of_the_session_without_its_address() -> None:
    account = account_with(Role.CUSTOMS)
    actor = actor_of(request_of(account))
    assert actor == Actor(f"account:{account.reference}", "web", frozenset({Role.CUSTOMS}), frozenset(), account.pk)


def test_an_account_that_the_api_let_in_acts_through_the_api() -> None:
    account = account_with(Role.CUSTOMS)
    assert actor_of(request_of(account, auth=account)) == account.as_actor("api")


def test_a_key_that_the_api_let_in_goes_before_the_session() -> None:
    key = Actor("key:ab12", "api", scopes=frozenset({"screening.check"}))
    assert actor_of(request_of(account_with(Role.ADMIN), auth=key)) == key


def test_nobody_signed_in_is_the_public() -> None:
    assert actor_of(request_of(AnonymousUser())) == Actor("anonymous", "web", frozenset({Role.PUBLIC}))


@pytest.mark.parametrize("role", list(Role), ids=[f"{role.value} and the ledger" for role in Role])
def test_the_ledger_is_read_by_auditors_and_administrators_alone(role: Role) -> None:
    actor = actor_of(request_of(account_with(role)))
    assert may(actor, PERMISSIONS["ledger.read"]) is (role in {Role.AUDITOR, Role.ADMIN})
