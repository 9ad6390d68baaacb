"""``tamiz demo``: loads the demonstration, screens it and prints what came of it."""

from typing import TYPE_CHECKING, Final

import typer
from rich.table import Table

from config.cli import console, language, progress, say
from kernel.domain.errors import ForbiddenError
from kernel.domain.text import Text

if TYPE_CHECKING:
    from config.demo.accounts import DemoAccount
    from config.demo.load import Comparison

WRONG: Final = 1
HELP: Final = (
    "Carga la demostración, la tamiza e imprime la tabla / "
    "Loads the demonstration, screens it and prints the table. Solo en modo de depuración / debug mode only."
)
ONLY_DEBUG: Final = Text(
    "La demostración abre cuentas con contraseñas conocidas: solo se carga con TAMIZ_DEBUG=1, nunca en producción.",
    "The demonstration opens accounts with known passwords: it is loaded with TAMIZ_DEBUG=1 only, never in production.",
)
OTHER_KEY: Final = Text(
    "Las cuentas de la demostración se abrieron con otra clave secreta (otra carpeta de datos); valen sus contraseñas.",
    "The demonstration's accounts were opened with another secret key (another data directory); those passwords hold.",
)
WRONG_COLUMNS: Final = (
    Text("Partida", "Line"),
    Text("Plantado", "Planted"),
    Text("Salió", "Got"),
    Text("Por qué", "Why"),
)
ACCOUNT_COLUMNS: Final = (Text("Rol", "Role"), Text("Correo", "E-mail"), Text("Contraseña", "Password"))


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("demo", help=HELP)(demo)


def demo() -> None:
    """Load the demonstration, screen it, print the summary; exit 1 when a planted verdict is wrong."""
    from django.conf import settings
    from django.utils import timezone

    if not settings.TAMIZ_DEBUG:
        raise ForbiddenError(ONLY_DEBUG)
    from config.demo import accounts, cases, load
    from config.run_summary import tell_run
    from kernel.domain.actors import COMMAND_LINE

    folder = settings.DATA_DIR / "demo"
    load.make_tables()
    load.load_lists(actor=COMMAND_LINE, at=timezone.now())
    opened = accounts.open_accounts(settings.SECRET_KEY, actor=COMMAND_LINE, at=timezone.now())
    made = cases.load_cases(actor=COMMAND_LINE, at=timezone.now())
    path = load.write_files(folder)
    with (
        progress(Text("Leyendo", "Reading")) as reading,
        progress(Text("Tamizando", "Screening")) as screening,
    ):
        outcome = load.screen_demo(path, actor=COMMAND_LINE, clock=timezone.now, reading=reading, screening=screening)
    tell_run(outcome, load.written(outcome, folder / "out", language=language()))
    compared = load.compare(outcome)
    _tell(compared)
    _tell_cases(made, cases.count_cases())
    _tell_accounts(opened)
    say(Text(f"Archivo tamizado: {path}", f"Screened file: {path}"))
    if compared.wrong:
        raise typer.Exit(WRONG)


def _tell(compared: "Comparison") -> None:
    say(
        Text(
            f"Veredictos plantados: {compared.right} de {compared.planted} correctos.",
            f"Planted verdicts: {compared.right} of {compared.planted} right.",
        )
    )
    if compared.wrong:
        console.print(_wrong(compared))


def _tell_cases(made: int, there: int) -> None:
    say(
        Text(
            f"Expedientes inventados, en todas las etapas: {there} ({made} nuevos).",
            f"Invented cases, at every stage: {there} ({made} new).",
        )
    )


def _table(title: Text, *columns: Text) -> Table:
    table = Table(title=title.in_language(language()), title_justify="left")
    for column in columns:
        table.add_column(column.in_language(language()), overflow="fold")
    return table


def _wrong(compared: "Comparison") -> Table:
    table = _table(Text("Veredictos equivocados", "Wrong verdicts"), *WRONG_COLUMNS)
    for difference in compared.wrong:
        line = difference.line
        where = f"{line.entry.reference} / {line.sequence}"
        table.add_row(where, difference.wanted, difference.got, line.plan.why.in_language(language()))
    return table


def _tell_accounts(opened: "tuple[DemoAccount, ...]") -> None:
    from config.demo.accounts import passwords_fit

    if passwords_fit(opened):
        console.print(_accounts(opened))
    else:
        say(OTHER_KEY)


def _accounts(opened: "tuple[DemoAccount, ...]") -> Table:
    table = _table(Text("Cuentas de la demostración", "Accounts of the demonstration"), *ACCOUNT_COLUMNS)
    for account in opened:
        table.add_row(account.role.value, account.email, account.password)
    return table
