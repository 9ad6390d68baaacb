"""``tamiz serve``: the pages and the API on one address."""

import socket
from typing import Annotated, Final

import typer

from config.cli import say
from kernel.domain.errors import ConflictError
from kernel.domain.text import Text

WORKERS: Final = 2
THREADS: Final = 4
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
    say(SERVING.filled(host=host, port=port))
    server = Granian(
        "config.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=WORKERS,
        blocking_threads=THREADS,
        log_level=LogLevels.warning,
    )
    try:
        server.serve()
    except SystemExit:
        if not server.interrupt_signal:  # Ctrl-C reaches the processes of the server too, which it takes for a crash
            raise


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
