"""Readers of the pages of the case file, each with an account of their own."""

from django.test import Client

from kernel.domain.actors import Actor, Role
from kernel.models import Account
from tests.pages import account_with


def reader(*roles: Role) -> tuple[Client, Account, Actor]:
    """Return a client signed in with an account that holds the roles, the account, and it as an actor."""
    account = account_with(*roles)
    client = Client()
    client.force_login(account)
    return client, account, account.as_actor("web")


def body(client: Client, url: str, *, language: str = "es") -> str:
    response = client.get(url, headers={"Accept-Language": language})
    assert response.status_code == 200
    return response.content.decode()
