"""Keys of machines: the secret is shown once, its hash is kept."""

import hashlib
import hmac
import re
import secrets
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Final

from django.db import transaction
from django.db.models import Q

from kernel.domain.actors import Actor
from kernel.domain.errors import ConflictError, InputError, NotFoundError
from kernel.domain.text import Text
from kernel.models import Account, ApiKey
from kernel.services.ledger import record

SECRET: Final = re.compile(r"tamiz_([0-9a-f]{12})_[A-Za-z0-9_-]{43}")  # 43 signs hold 32 random bytes
SCOPE: Final = re.compile(r"[a-z][a-z_]*(\.[a-z][a-z_]*)+")
NAME_LENGTH: Final = 100  # what the table holds
USE_NOTED_EVERY: Final = timedelta(minutes=1)  # a busy key must not write a row for every request
NO_HASH: Final = "0" * 64  # what an unknown key is compared with, so that it takes as long as a known one

NO_NAME: Final = Text(
    "La llave necesita un nombre de hasta 100 letras que diga de quién o para qué es.",
    "The key needs a name of at most 100 letters that says whose it is or what for.",
)
NO_SCOPE: Final = Text(
    "La llave necesita al menos un permiso, escrito como «screening.check».",
    'The key needs at least one scope, written like "screening.check".',
)
PAST_EXPIRY: Final = Text(
    "La llave vencería antes de existir. Dé una fecha futura.",
    "The key would expire before it exists. Give a later day.",
)
UNKNOWN: Final = Text(
    "No hay ninguna llave con el prefijo {prefix}. El prefijo son las doce letras tras «tamiz_».",
    'There is no key with the prefix {prefix}. The prefix is the twelve letters after "tamiz_".',
)
REVOKED: Final = Text("La llave {prefix} ya estaba revocada.", "The key {prefix} was revoked already.")


class InvalidKeyError(InputError):
    """A key cannot be issued like this."""

    code = "invalid_key"


class UnknownKeyError(NotFoundError):
    """There is no such key."""

    code = "unknown_key"


class KeyRevokedError(ConflictError):
    """The key has been revoked before."""

    code = "key_revoked"


@transaction.atomic
def issue_key(
    *,
    name: str,
    scopes: Iterable[str],
    owner: Account | None,
    actor: Actor,
    at: datetime,
    expires_at: datetime | None = None,
) -> tuple[ApiKey, str]:
    """Return a new key and its secret, which cannot be had again.

    Raises:
        InvalidKeyError: it has no name or no scope, or would have expired.

    """
    wanted = sorted(set(scopes))
    _check_key(name.strip(), wanted, at, expires_at)
    prefix = secrets.token_hex(6)
    secret = f"tamiz_{prefix}_{secrets.token_urlsafe(32)}"
    key = ApiKey.objects.create(
        name=name.strip(),
        prefix=prefix,
        secret_hash=_hash(secret),
        scopes=wanted,
        owner=owner,
        created_at=at,
        expires_at=expires_at,
    )
    detail = {"scopes": wanted, "expires_at": expires_at, "owner": None if owner is None else owner.reference}
    record("issue_key", subject=f"key:{prefix}", actor=actor, at=at, detail=detail)
    return key, secret


def _check_key(name: str, scopes: list[str], at: datetime, expires_at: datetime | None) -> None:
    if not name or len(name) > NAME_LENGTH:
        raise InvalidKeyError(NO_NAME)
    if not scopes or not all(SCOPE.fullmatch(scope) for scope in scopes):
        raise InvalidKeyError(NO_SCOPE)
    if expires_at is not None and expires_at <= at:
        raise InvalidKeyError(PAST_EXPIRY)


def authenticate_key(secret: str, *, at: datetime) -> Actor | None:
    """Return the key as an author, or None when it is unknown, expired, revoked or its owner is shut out."""
    form = SECRET.fullmatch(secret)
    key = ApiKey.objects.select_related("owner").filter(prefix=form[1]).first() if form else None
    same = hmac.compare_digest(_hash(secret), NO_HASH if key is None else key.secret_hash)
    if key is None or not same or not key.is_valid(at):
        return None
    unnoted = Q(last_used_at__isnull=True) | Q(last_used_at__lte=at - USE_NOTED_EVERY)
    ApiKey.objects.filter(unnoted, pk=key.pk).update(last_used_at=at)
    return Actor(name=f"key:{key.prefix}", channel="api", scopes=frozenset(key.scopes), account_id=key.owner_id)


@transaction.atomic
def revoke_key(prefix: str, *, actor: Actor, at: datetime) -> ApiKey:
    """Shut a key for good and return it.

    Raises:
        UnknownKeyError: there is no key with the prefix.
        KeyRevokedError: it was revoked before.

    """
    key = ApiKey.objects.select_for_update().filter(prefix=prefix).first()
    if key is None:
        raise UnknownKeyError(UNKNOWN.filled(prefix=prefix))
    if key.revoked_at is not None:
        raise KeyRevokedError(REVOKED.filled(prefix=prefix))
    key.revoked_at = at
    key.save(update_fields=["revoked_at"])
    record("revoke_key", subject=f"key:{prefix}", actor=actor, at=at)
    return key


def _hash(secret: str) -> str:
    """Return the hash that is stored; the secret is 32 random bytes, so that no slow hash is needed."""
    return hashlib.sha256(secret.encode("utf-8", "replace")).hexdigest()
