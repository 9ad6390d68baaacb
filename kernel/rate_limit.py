"""How often one address may ask: counted in the cache under a keyed hash, so that no address is kept."""

from datetime import timedelta
from typing import Final

from allauth.account.adapter import get_adapter
from django.core.cache import cache
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import salted_hmac

from kernel.domain.errors import TooManyAttemptsError
from kernel.domain.text import Text

TOO_MANY: Final = Text(
    "Se hicieron demasiados intentos desde su dirección. Espere {minutes} minutos e inténtelo de nuevo.",
    "Too many attempts were made from your address. Wait {minutes} minutes and try again.",
)


def check_rate(request: HttpRequest, action: str, *, most: int, within: timedelta) -> None:
    """Count an attempt, and refuse it when the address has made ``most`` of them in the present stretch of time.

    Raises:
        TooManyAttemptsError: it has.

    """
    seconds = int(within.total_seconds())
    stretch = int(timezone.now().timestamp()) // seconds
    asker = salted_hmac("rate-limit", f"{action}:{stretch}:{get_adapter().get_client_ip(request)}").hexdigest()
    key = f"rate:{asker}"
    cache.add(key, 0, timeout=seconds)
    try:
        count = cache.incr(key)
    except ValueError:  # it ran out between the two
        return
    if count > most:
        raise TooManyAttemptsError(TOO_MANY.filled(minutes=max(1, seconds // 60)))
