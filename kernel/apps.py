"""The app as Django knows it."""

from django.apps import AppConfig


class KernelConfig(AppConfig):
    """Django's entry for the app ``kernel``."""

    name = "kernel"
    default_auto_field = "django.db.models.BigAutoField"
