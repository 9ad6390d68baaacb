"""What each process of ``tamiz serve`` loads: the application, and a worker beside it when jobs run in the server."""

import signal

# A terminal sends Ctrl-C to every process, and the main one then tells the others to end: granian's processes (2.8)
# hang when they are told twice at once, so these leave Ctrl-C to the main one, from before anything slow is loaded.
signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})

from django.conf import settings  # noqa: E402 - after the mask

from config.jobs import HANDLERS  # noqa: E402 - after the mask
from config.wsgi import application  # noqa: E402 - after the mask
from kernel.worker import start_in_process  # noqa: E402 - after the mask

__all__ = ["application"]

if settings.TAMIZ_JOBS_IN_PROCESS:
    start_in_process(HANDLERS)
