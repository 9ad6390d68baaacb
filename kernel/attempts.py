"""How often something may be tried from one place, counted for minutes and without keeping from where."""

import hashlib
import hmac
import secrets
import time
from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address
from typing import Any, Final

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.core.cache import cache
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

from kernel.domain.errors import TooManyAttemptsError
from kernel.domain.text import Text

SHORT: Final = 16  # signs of a hash: enough to tell apart those who come within minutes
HOME: Final = 64  # bits of an IPv6 address that one subscriber has: the rest is theirs to change at will
MOST_PLACES: Final = 5_000  # counted at once: nobody fills the cache by coming from everywhere
TOO_MANY: Final = Text(
    "Se hicieron demasiados intentos. Espere {minutes} minutos y pruebe de nuevo.",
    "There were too many attempts. Wait {minutes} minutes and try again.",
)


@dataclass(frozen=True, slots=True)
class Attempts:
    """What is counted, how often it may be tried, and in how many minutes.

    All counts of a time stand in one entry of the cache with a secret of its own, by keyed hashes; the next time
    overwrites it, so that afterwards nobody, with any key, can find out who was counted. Two that are counted at the
    same instant may count once: the limit slows down guessing, it is no exact number.
    """

    name: str
    most: int
    minutes: int

    def check(self, request: HttpRequest) -> None:
        """Return quietly when one more attempt is allowed.

        Raises:
            TooManyAttemptsError: there were too many.

        """
        held = self._held()
        if held["counts"].get(_mark(request, held["secret"]), 0) >= self.most:
            raise TooManyAttemptsError(TOO_MANY.filled(minutes=self.minutes))

    def count(self, request: HttpRequest) -> None:
        """Count an attempt."""
        held = self._held()
        counts, mark = held["counts"], _mark(request, held["secret"])
        if mark in counts or len(counts) < MOST_PLACES:
            counts[mark] = counts.get(mark, 0) + 1
        # Counting on does not make the entry live longer.
        cache.set(self._key(), held, timeout=max(1, int(held["until"] - time.time())))

    def _held(self) -> dict[str, Any]:
        held = cache.get(self._key())
        if isinstance(held, dict) and held["until"] > time.time():
            return held
        return {"secret": secrets.token_hex(16), "until": time.time() + self.minutes * 60, "counts": {}}

    def _key(self) -> str:
        return f"attempts:{self.name}"


def _mark(request: HttpRequest, secret: str) -> str:
    key = f"{settings.SECRET_KEY}:{secret}".encode()
    return hmac.digest(key, _place(request).encode(), hashlib.sha256).hex()[:SHORT]


def _place(request: HttpRequest) -> str:
    try:
        address = ip_address(get_adapter().get_client_ip(request))
    except (PermissionDenied, ValueError):
        return ""  # whoever comes without an address shares one count
    if isinstance(address, IPv6Address) and address.ipv4_mapped is None:
        return str(int(address) >> (128 - HOME))
    return str(address)
