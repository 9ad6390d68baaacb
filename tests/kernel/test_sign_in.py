"""Signing in: who gets in, who is turned away, and how often one may try."""

from collections.abc import Sequence

import pytest
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from kernel.domain.actors import Role
from kernel.models import Account
from tests.pages import PASSWORD, account_with

pytestmark = pytest.mark.django_db


def sign_in(client: Client, account: Account, password: str = PASSWORD, *, address: str = "192.0.2.1") -> HttpResponse:
    form = {"login": account.email, "password": password}
    response: HttpResponse = client.post(reverse("account_login"), form, REMOTE_ADDR=address)  # type: ignore[assignment]  # the client's own subclass
    return response


def is_signed_in(client: Client) -> bool:
    return bool(client.get(reverse("home")).wsgi_request.user.is_authenticated)


def demo_account() -> Account:
    account = account_with(Role.CUSTOMS)
    account.demo = True
    account.save()
    return account


def test_an_account_signs_in_with_address_and_password() -> None:
    client = Client()
    account = account_with(Role.CUSTOMS)
    assert sign_in(client, account).status_code == 302
    assert is_signed_in(client)


def test_a_wrong_password_does_not_sign_in() -> None:
    client = Client()
    assert sign_in(client, account_with(Role.CUSTOMS), "otra-clave-99").status_code == 200
    assert not is_signed_in(client)


def test_an_account_that_is_shut_out_does_not_sign_in() -> None:
    client = Client()
    account = account_with(Role.CUSTOMS)
    account.is_active = False
    account.save()
    assert sign_in(client, account)["Location"] == reverse("account_inactive")
    assert not is_signed_in(client)


def test_a_demonstration_account_does_not_sign_in_outside_debug_mode(settings: Settings) -> None:
    settings.TAMIZ_DEBUG = False
    client = Client()
    assert sign_in(client, demo_account())["Location"] == reverse("account_inactive")
    assert "_auth_user_id" not in client.session
    assert not is_signed_in(client)


def test_a_demonstration_account_signs_in_in_debug_mode_and_its_session_dies_with_it(settings: Settings) -> None:
    settings.TAMIZ_DEBUG = True
    client = Client()
    assert sign_in(client, demo_account())["Location"] == reverse("home")
    assert is_signed_in(client)
    settings.TAMIZ_DEBUG = False
    assert not is_signed_in(client)


def test_an_open_session_dies_when_the_account_is_shut_out() -> None:
    client = Client()
    account = account_with(Role.CUSTOMS)
    sign_in(client, account)
    Account.objects.update(is_active=False)
    assert not is_signed_in(client)


def test_the_sixth_wrong_password_shuts_the_account_for_a_while_even_to_the_right_one() -> None:
    account = account_with(Role.CUSTOMS)
    client = Client()
    for number in range(5):
        assert sign_in(client, account, f"otra-clave-{number}").status_code == 200
    assert "Demasiados intentos" in sign_in(client, account).content.decode()
    assert not is_signed_in(client)


def test_an_address_that_keeps_trying_is_refused() -> None:
    client = Client()
    account = account_with(Role.CUSTOMS)
    codes = {sign_in(client, account, address="192.0.2.9").status_code for _ in range(31)}
    assert 429 in codes
    assert sign_in(Client(), account, address="192.0.2.10").status_code == 302


class NoServer(BaseEmailBackend):
    """A mail server that is not there."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        raise ConnectionRefusedError


@pytest.mark.parametrize(
    "backend", ["django.core.mail.backends.smtp.EmailBackend", f"{__name__}.NoServer"], ids=["none", "out of order"]
)
@pytest.mark.parametrize("known", [True, False])
def test_without_mail_the_page_that_restores_a_password_says_so(settings: Settings, backend: str, known: bool) -> None:
    settings.EMAIL_BACKEND, settings.EMAIL_HOST = backend, ""
    address = account_with(Role.CUSTOMS).email if known else "nadie@example.org"
    response = Client().post(reverse("account_reset_password"), {"email": address})
    assert response.status_code == 503
    assert "Pida una contraseña nueva a la administración" in response.content.decode()
