"""``tamiz accounts``: opens accounts."""

import sys
from typing import Annotated

import typer
from django.utils import timezone

from config.cli import language, say
from kernel.domain.actors import COMMAND_LINE, Role
from kernel.domain.text import Text

PASSWORD = Text("Contraseña", "Password")
CREATED = Text("Cuenta {email} creada con los roles {roles}.", "Account {email} made with the roles {roles}.")


def register(app: typer.Typer) -> None:
    """Add the command to the command line."""
    accounts = typer.Typer(no_args_is_help=True, help="Cuentas de personas / Accounts of people")
    accounts.callback()(lambda: None)  # keeps `create` a command of its own while it is the only one
    accounts.command("create")(create)
    app.add_typer(accounts, name="accounts")


def create(
    email: Annotated[str, typer.Argument(help="Dirección de correo / E-mail address")],
    role: Annotated[list[Role], typer.Option(help="Rol; se repite / Role; repeats", case_sensitive=False)],
) -> None:
    """Crea una cuenta; pide la contraseña o la lee de la entrada / Open an account; the password is asked or read."""
    from kernel.services.accounts import create_account

    account = create_account(email=email, password=_password(), roles=role, actor=COMMAND_LINE, at=timezone.now())
    say(CREATED.filled(email=account.email, roles=", ".join(sorted(account.roles()))))


def _password() -> str:
    """Return the password typed twice, or the first line of what is piped in; arguments show in process lists."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    typed: str = typer.prompt(PASSWORD.in_language(language()), hide_input=True, confirmation_prompt=True)
    return typed
