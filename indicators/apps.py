"""The app as Django knows it."""

from django.apps import AppConfig


class IndicatorsConfig(AppConfig):
    """Django's entry for the app ``indicators``."""

    name = "indicators"
    default_auto_field = "django.db.models.BigAutoField"
