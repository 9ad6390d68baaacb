"""The app as Django knows it."""

from django.apps import AppConfig


class CasesConfig(AppConfig):
    """Django's entry for the app ``cases``."""

    name = "cases"
    default_auto_field = "django.db.models.BigAutoField"
