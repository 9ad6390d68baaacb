"""What each process of ``tamiz serve`` loads: the application, and a worker beside it when jobs run in the server."""

import signal

from django.conf import settings

from config.jobs import HANDLERS
from config.wsgi import application
from kernel.worker import start_in_process

__all__ = ["application"]

# A terminal sends Ctrl-C to every process, and the main one then tells the others to end: granian's processes (2.8)
# hang when they are told twice at once, so these leave Ctrl-C to the main one.
signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
if settings.TAMIZ_JOBS_IN_PROCESS:
    start_in_process(HANDLERS)
