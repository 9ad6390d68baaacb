"""How allauth opens accounts here, and whom it lets in."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.auth_backends import AuthenticationBackend
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest, HttpResponse

from kernel.models import Account


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth ships no types
    """Accounts with roles are opened by an administrator; nobody signs up from the street."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Return False: this edition has no self-registration."""
        return False

    def pre_login(self, request: HttpRequest, user: Account, **login: Any) -> HttpResponse | None:
        """Turn away an account that may not enter, whatever proved who it is.

        The backend's refusal does not suffice: allauth takes up again whom it refused although the password was right.
        """
        if not user.may_enter():
            refusal: HttpResponse = self.respond_user_inactive(request, user)
            return refusal
        answer: HttpResponse | None = super().pre_login(request, user, **login)
        return answer


class AccountBackend(AuthenticationBackend):  # type: ignore[misc]  # allauth ships no types
    """Sign-in by e-mail and password; an account that may no longer enter loses its open session at once."""

    def user_can_authenticate(self, user: AbstractBaseUser | None) -> bool:
        """Return whether the account may enter; asked at sign-in and at every request of a session."""
        return isinstance(user, Account) and user.may_enter()
