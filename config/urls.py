"""Every address of the house; each app keeps its own."""

from typing import Final

from allauth.account import views as account
from django.urls import include, path, re_path
from django.urls.resolvers import URLPattern, URLResolver

from config.api import API_PATH, urls
from config.api_page import api_page
from kernel import views

# The sign-in pages of this edition; the library knows more, what is not listed here does not exist.
ACCOUNT: Final[list[URLPattern]] = [
    path("cuenta/entrar/", account.login, name="account_login"),
    path("cuenta/salir/", account.logout, name="account_logout"),
    path("cuenta/inactiva/", account.account_inactive, name="account_inactive"),
    path("cuenta/registro/", account.signup, name="account_signup"),
    path("cuenta/confirmar/", account.reauthenticate, name="account_reauthenticate"),
    path("cuenta/contrasena/", account.password_change, name="account_change_password"),
    path("cuenta/contrasena/elegir/", account.password_set, name="account_set_password"),
    path("cuenta/contrasena/restablecer/", account.password_reset, name="account_reset_password"),
    path("cuenta/contrasena/restablecer/enviado/", account.password_reset_done, name="account_reset_password_done"),
    re_path(
        r"^cuenta/contrasena/restablecer/clave/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        account.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path(
        "cuenta/contrasena/restablecer/hecho/",
        account.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
]

urlpatterns: list[URLPattern | URLResolver] = [
    path("", views.home, name="home"),
    path("idioma/", views.language, name="set_language"),
    path("apariencia/", views.appearance, name="appearance"),
    path("salud/", views.health, name="health"),
    path("verificar/", views.verify, name="verify"),
    path("verificar/<path:folio>/", views.verify_document, name="verify_document"),
    *ACCOUNT,
    path("", include("cases.urls")),
    path("", include("screening.urls")),
    path("api/", api_page, name="api"),
    path(API_PATH, urls()),
]
handler404 = "config.api.not_found"
handler400 = "kernel.views.bad_request"
