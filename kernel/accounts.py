"""How allauth opens accounts here."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth ships no types
    """Accounts with roles are opened by an administrator; nobody signs up from the street."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Return False: this edition has no self-registration."""
        return False
