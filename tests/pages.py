"""Accounts and clients for the tests of pages."""

from django.contrib.auth.models import Group
from django.test import Client

from config import translations
from kernel.domain.actors import Role
from kernel.models import Account

PASSWORD = "cedazo-fino-27"

translations.compile_all()  # a clean clone has no compiled catalogues


def account_with(*roles: Role) -> Account:
    """Return an account that holds the roles."""
    name = "-".join(role.value.lower() for role in roles) or "nobody"
    account = Account.objects.create_user(username=name, email=f"{name}@ejemplo.mx", password=PASSWORD)
    account.groups.set([Group.objects.get_or_create(name=role.value)[0] for role in roles])
    return account


def signed_in(*roles: Role) -> Client:
    """Return a client signed in with an account that holds the roles."""
    client = Client()
    client.force_login(account_with(*roles))
    return client
