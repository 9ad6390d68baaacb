"""The app as Django knows it."""

from django.apps import AppConfig


class ResolutionsConfig(AppConfig):
    """Django's entry for the app ``resolutions``."""

    name = "resolutions"
    default_auto_field = "django.db.models.BigAutoField"
