"""One intent, one effect: what a sender marks as the same request is done once and answered alike."""

import re
from dataclasses import dataclass
from typing import ClassVar, Final

from kernel.domain.errors import ConflictError, InputError
from kernel.domain.text import Text

KEY: Final = re.compile(r"[\x21-\x7e]{1,255}")
NO_KEY: Final = Text(
    "Idempotency-Key lleva de 1 a 255 signos ASCII visibles, sin espacios; un UUID sirve.",
    "Idempotency-Key has 1 to 255 visible ASCII signs, no spaces; a UUID will do.",
)
REUSED: Final = Text(
    "Esa Idempotency-Key ya se usó para otra solicitud; use una nueva para cada intento distinto.",
    "That Idempotency-Key was used for another request; use a new one for each intent.",
)
IN_FLIGHT: Final = Text(
    "La solicitud con esa Idempotency-Key aún se atiende; repítala en unos segundos.",
    "The request with that Idempotency-Key is still being answered; repeat it in a few seconds.",
)


class InvalidIdempotencyKeyError(InputError):
    """The mark of a request is none that can be kept."""

    code: ClassVar[str] = "invalid_idempotency_key"


class KeyReusedError(InputError):
    """The same mark stands on two different requests."""

    code: ClassVar[str] = "idempotency_key_reused"

    def __init__(self) -> None:
        super().__init__(REUSED)


class InFlightError(ConflictError):
    """The first request with the mark has no answer yet."""

    code: ClassVar[str] = "request_in_flight"

    def __init__(self) -> None:
        super().__init__(IN_FLIGHT)


@dataclass(frozen=True, slots=True)
class Intent:
    """Who asks, the mark of the request, the SHA-256 of what is asked, and the roles and scopes of whoever asks."""

    actor: str
    key: str
    request_sha256: str
    standing: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Answer:
    """What was answered first."""

    status: int
    media_type: str
    body: str
    location: str = ""


def check_key(key: str) -> str:
    """Return the mark of a request.

    Raises:
        InvalidIdempotencyKeyError: it is empty, too long or not plain ASCII.

    """
    if not KEY.fullmatch(key):
        raise InvalidIdempotencyKeyError(NO_KEY)
    return key
