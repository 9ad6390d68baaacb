"""How allauth opens accounts here, and whom it lets in."""

import logging
from smtplib import SMTPException
from typing import Any, ClassVar, Final

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.auth_backends import AuthenticationBackend
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest, HttpResponse

from kernel.domain.errors import UnavailableError
from kernel.domain.text import Text
from kernel.models import Account

NO_MAIL: Final = Text(
    "Por ahora no se pueden enviar correos. Pida una contraseña nueva a la administración de Tamiz.",
    "No e-mail can be sent at present. Ask those who run Tamiz for a new password.",
)
log = logging.getLogger(__name__)


class MailError(UnavailableError):
    """The mail server is missing or refuses; said alike of every address, known here or not."""

    code: ClassVar[str] = "mail_unavailable"


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth ships no types
    """Accounts with roles are opened by an administrator; nobody signs up from the street."""

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Send a message.

        Raises:
            MailError: if the mail server is missing or does not take it.

        """
        if not settings.EMAIL_HOST and settings.EMAIL_BACKEND.endswith("smtp.EmailBackend"):
            raise MailError(NO_MAIL)
        try:
            super().send_mail(template_prefix, email, context)
        except (OSError, SMTPException) as error:
            log.warning("mail_unavailable: %s", type(error).__name__)
            raise MailError(NO_MAIL) from error

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
