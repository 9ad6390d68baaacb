"""The app as Django knows it: it holds the command line, the API object and the demo."""

from django.apps import AppConfig


class ConfigConfig(AppConfig):
    """Django's entry for the app ``config``."""

    name = "config"
    default_auto_field = "django.db.models.BigAutoField"
