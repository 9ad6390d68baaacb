"""The app as Django knows it."""

from django.apps import AppConfig


class ScreeningConfig(AppConfig):
    """Django's entry for the app ``screening``."""

    name = "screening"
    default_auto_field = "django.db.models.BigAutoField"
