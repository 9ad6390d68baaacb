"""The app as Django knows it."""

from django.apps import AppConfig


class ImportersConfig(AppConfig):
    """Django's entry for the app ``importers``."""

    name = "importers"
    default_auto_field = "django.db.models.BigAutoField"
