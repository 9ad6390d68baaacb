"""``tamiz ledger``: checks the chain of the ledger."""

import typer

from config.cli import REFUSED, errors, progress, say
from kernel.domain.text import Text

WHOLE = Text(
    "La bitácora está completa: {entries} asientos, ninguno alterado.",
    "The ledger is whole: {entries} entries, none altered.",
)
CHECKING = Text("Comprobando la bitácora", "Checking the ledger")


def register(app: typer.Typer) -> None:
    """Add the command to the command line."""
    ledger = typer.Typer(no_args_is_help=True, help="La bitácora encadenada / The chained ledger")
    ledger.command("verify")(verify)
    app.add_typer(ledger, name="ledger")


def verify() -> None:
    """Comprueba cada asiento y nombra el primero roto (2) / Check every entry and name the first broken one (2)."""
    from kernel.services import ledger

    with progress(CHECKING) as report:
        verification = ledger.verify(report)
    if verification.broken is not None:
        say(verification.broken.reason, to=errors)
        raise typer.Exit(REFUSED)
    say(WHOLE.filled(entries=verification.entries))
