"""The WSGI application that the server runs, with the worker thread beside it when jobs run in the server."""

import os

from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.core.wsgi import get_wsgi_application


def _served() -> WSGIHandler:
    """Return the application of one server process, its worker started."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    handler = get_wsgi_application()
    from config.jobs import HANDLERS
    from kernel.worker import start_in_process

    if settings.TAMIZ_JOBS_IN_PROCESS:
        start_in_process(HANDLERS)
    return handler


application = _served()
