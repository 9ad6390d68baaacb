"""``tamiz worker``: runs jobs apart from the server."""

import signal
from threading import Event
from types import FrameType

import typer

from config.cli import errors, say
from kernel.domain.text import Text

STARTED = Text("Trabajando; Ctrl-C para terminar.", "Working; Ctrl-C ends it.")
ENDED = Text("Terminado; el trabajo a medias volvió a la cola.", "Ended; unfinished work is back in the queue.")


def register(app: typer.Typer) -> None:
    """Add the command to the command line."""
    app.command("worker")(worker)


def worker() -> None:
    """Atiende los trabajos en cola hasta Ctrl-C / Run queued jobs until Ctrl-C."""
    from config.jobs import HANDLERS
    from kernel.worker import loop

    stop = Event()

    def end(signal_number: int, frame: FrameType | None) -> None:
        stop.set()

    signal.signal(signal.SIGTERM, end)
    signal.signal(signal.SIGINT, end)
    say(STARTED, to=errors)
    loop(HANDLERS, stop)
    say(ENDED, to=errors)
