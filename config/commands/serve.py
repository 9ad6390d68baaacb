"""``tamiz serve``: the pages and the API on one address."""

import socket
from importlib import import_module
from typing import Annotated, Final

import typer
from django.db import connections
from django.utils import timezone

from cases.services import load_shipped_day_off_acts
from config.cli import say
from config.database import ready_database
from kernel.domain.actors import SYSTEM
from kernel.domain.errors import ConflictError
from kernel.domain.text import Text

WORKERS: Final = 2
THREADS: Final = 4
PATIENCE: Final = 10  # seconds for requests under way; a process that hangs then is killed, its job taken over
SERVING = Text(
    "Sirviendo en http://{host}:{port}; Ctrl-C para terminar.", "Serving on http://{host}:{port}; Ctrl-C ends it."
)
TAKEN = Text(
    "No se puede servir en {host}:{port}: {cause}. Elija otro con --port, o termine lo que lo ocupa.",
    "Cannot serve on {host}:{port}: {cause}. Choose another with --port, or end what occupies it.",
)


class AddressTakenError(ConflictError):
    """The address to serve on cannot be had."""

    code = "address_taken"


def register(app: typer.Typer) -> None:
    """Add the command to the command line."""
    app.command("serve")(serve)


def serve(
    host: Annotated[str, typer.Option(help="Dirección local / Local address")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65_535, help="Puerto / Port")] = 8000,
) -> None:
    """Sirve las páginas y la API hasta Ctrl-C / Serve the pages and the API until Ctrl-C."""
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    _check_free(host, port)
    _load_shipped_acts()
    import_module("config.wsgi")  # before the processes part, so that they share what is loaded and start at once
    say(SERVING.filled(host=host, port=port))
    Granian(
        "config.served:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=WORKERS,
        blocking_threads=THREADS,
        workers_kill_timeout=PATIENCE,
        log_level=LogLevels.warning,
    ).serve()


def _load_shipped_acts() -> None:
    """Give a new installation the acts on days off that are known: the calendar must not be without them."""
    ready_database()
    load_shipped_day_off_acts(actor=SYSTEM, at=timezone.now())
    connections.close_all()  # the server's processes open their own


def _check_free(host: str, port: int) -> None:
    """Try the address before the server does, whose processes would fail one by one.

    Raises:
        AddressTakenError: the address cannot be had.

    """
    try:
        [(family, *_, address), *_] = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        with socket.socket(family) as trial:
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            trial.bind(address)
    except OSError as error:
        raise AddressTakenError(TAKEN.filled(host=host, port=port, cause=error.strerror)) from error
