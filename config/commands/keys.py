"""``tamiz keys``: issues and revokes the keys of machines."""

from datetime import timedelta
from typing import Annotated

import typer
from django.utils import timezone

from config.cli import say
from kernel.domain.actors import COMMAND_LINE
from kernel.domain.errors import InputError, NotFoundError
from kernel.domain.text import Text

ISSUED = Text(
    "Llave {prefix} creada. Este es su secreto; guárdelo ahora, no se puede volver a mostrar:",
    "Key {prefix} made. This is its secret; keep it now, it cannot be shown again:",
)
REVOKED = Text("Llave {prefix} revocada.", "Key {prefix} revoked.")
NO_OWNER = Text(
    "No hay ninguna cuenta con la dirección {email}. Créela con «tamiz accounts create».",
    'There is no account with the address {email}. Make it with "tamiz accounts create".',
)
NO_SUCH_SCOPE = Text(
    "Ninguna acción pide el permiso «{scope}»: una llave así no abriría nada. Los permisos son: {known}.",
    'No action asks for the scope "{scope}": such a key would open nothing. The scopes are: {known}.',
)


class UnknownScopeError(InputError):
    """A scope that no action asks for."""

    code = "unknown_scope"


class UnknownOwnerError(NotFoundError):
    """The account a key should belong to does not exist."""

    code = "unknown_owner"


def register(app: typer.Typer) -> None:
    """Add the commands to the command line."""
    keys = typer.Typer(no_args_is_help=True, help="Llaves de la API / API keys")
    keys.command("create")(create)
    keys.command("revoke")(revoke)
    app.add_typer(keys, name="keys")


def create(
    name: Annotated[str, typer.Argument(help="De quién o para qué es / Whose it is or what for")],
    scope: Annotated[list[str], typer.Option(help="Permiso; se repite / Scope; repeats")],
    owner: Annotated[str, typer.Option(help="Correo de la cuenta dueña / E-mail of the owning account")] = "",
    days: Annotated[int | None, typer.Option(min=1, help="Días de vigencia / Days it is valid")] = None,
) -> None:
    """Crea una llave y muestra su secreto una vez / Issue a key and show its secret once."""
    from kernel.models import Account
    from kernel.services.api_keys import issue_key

    _check_scopes(scope)
    now = timezone.now()
    account = Account.objects.filter(email__iexact=owner).first() if owner else None
    if owner and account is None:
        raise UnknownOwnerError(NO_OWNER.filled(email=owner))
    key, secret = issue_key(
        name=name,
        scopes=scope,
        owner=account,
        actor=COMMAND_LINE,
        at=now,
        expires_at=None if days is None else now + timedelta(days=days),
    )
    say(ISSUED.filled(prefix=key.prefix))
    typer.echo(secret)


def _check_scopes(scopes: list[str]) -> None:
    from config.permissions import PERMISSIONS

    known = {scope for permission in PERMISSIONS.values() for scope in permission.scopes}
    for scope in scopes:
        if scope not in known:
            raise UnknownScopeError(NO_SUCH_SCOPE.filled(scope=scope, known=", ".join(sorted(known))))


def revoke(prefix: Annotated[str, typer.Argument(help="Prefijo de la llave / Prefix of the key")]) -> None:
    """Revoca una llave para siempre / Revoke a key for good."""
    from kernel.services.api_keys import revoke_key

    say(REVOKED.filled(prefix=revoke_key(prefix, actor=COMMAND_LINE, at=timezone.now()).prefix))
