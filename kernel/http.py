"""Outgoing HTTP: the one place where httpx is imported, with its limits on time, size and redirects."""

import time
from dataclasses import dataclass
from typing import Final

import httpx
import stamina

from kernel.domain.errors import UnavailableError
from kernel.domain.text import Text

TIMEOUT: Final = httpx.Timeout(30, connect=10)  # seconds between two signs of life, and until the first
LONGEST: Final = 300  # seconds for the whole answer: a server that drips would hold the connection for ever
ATTEMPTS: Final = 4  # with waits of about 1, 2 and 4 seconds: a restart behind a load balancer is over by then
REDIRECTS: Final = 5
HEADERS: Final = {"User-Agent": "Tamiz"}

NOT_HTTP: Final = Text(
    "La dirección {url} no es http ni https. Corríjala en la configuración.",
    "The address {url} is neither http nor https. Correct it in the configuration.",
)
DOWNGRADED: Final = Text(
    "{url} lleva de https a http, donde cualquiera podría alterar lo enviado. Configure la dirección segura.",
    "{url} leads from https to http, where anybody could alter what is sent. Configure the secure address.",
)
TOO_LARGE: Final = Text(
    "{url} envió más de {limit} bytes, que es el máximo. Compruebe que la dirección es la correcta.",
    "{url} sent more than {limit} bytes, which is the limit. Check that the address is the right one.",
)
TOO_SLOW: Final = Text(
    "{url} tardó más de {seconds} segundos en responder por completo. Inténtelo más tarde.",
    "{url} took more than {seconds} seconds for its whole answer. Try again later.",
)
REFUSED: Final = Text(
    "{url} respondió {status}. Compruebe la dirección o inténtelo más tarde.",
    "{url} answered {status}. Check the address or try again later.",
)
TOO_MANY_REDIRECTS: Final = Text(
    "{url} redirige más de {limit} veces. Compruebe la dirección.",
    "{url} redirects more than {limit} times. Check the address.",
)
UNREACHABLE: Final = Text(
    "No se pudo obtener {url} ({cause}). Compruebe la conexión y la dirección, o inténtelo más tarde.",
    "{url} could not be fetched ({cause}). Check the connection and the address, or try again later.",
)


class FetchError(UnavailableError):
    """What was asked for over HTTP did not come."""

    code = "fetch_failed"


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came: nothing but ``not_modified`` when the copy at hand is still the current one."""

    not_modified: bool
    content: bytes
    etag: str
    last_modified: str
    media_type: str
    url: str


def fetch(url: str, *, etag: str = "", last_modified: str = "", limit: int) -> Fetched:
    """Return what lies at an address, unless it is still what ``etag`` or ``last_modified`` say is at hand.

    Raises:
        FetchError: it did not come, not whole, or larger than ``limit`` bytes.

    """
    if not url.lower().startswith(("http://", "https://")):
        raise FetchError(NOT_HTTP.filled(url=url))
    conditions = {"If-None-Match": etag, "If-Modified-Since": last_modified}
    headers = HEADERS | {name: value for name, value in conditions.items() if value}
    try:
        return _fetch_once(url, headers, limit)
    except httpx.HTTPStatusError as error:
        raise FetchError(REFUSED.filled(url=url, status=error.response.status_code)) from error
    except httpx.TooManyRedirects as error:
        raise FetchError(TOO_MANY_REDIRECTS.filled(url=url, limit=REDIRECTS)) from error
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise FetchError(UNREACHABLE.filled(url=url, cause=type(error).__name__)) from error


def _may_pass(error: Exception) -> bool:
    """Return whether the same request may succeed in a moment."""
    if isinstance(error, httpx.HTTPStatusError):
        return error.response.status_code >= httpx.codes.INTERNAL_SERVER_ERROR
    return isinstance(error, httpx.TransportError) and not isinstance(error, httpx.UnsupportedProtocol)


@stamina.retry(on=_may_pass, attempts=ATTEMPTS, timeout=LONGEST, wait_initial=1, wait_max=10)
def _fetch_once(url: str, headers: dict[str, str], limit: int) -> Fetched:
    with (
        httpx.Client(follow_redirects=True, max_redirects=REDIRECTS, timeout=TIMEOUT, headers=headers) as client,
        client.stream("GET", url) as response,
    ):
        schemes = [step.url.scheme for step in (*response.history, response)]
        if "http" in schemes and schemes[0] == "https":
            raise FetchError(DOWNGRADED.filled(url=url))
        if response.status_code == httpx.codes.NOT_MODIFIED:
            return _fetched(response, b"")
        response.raise_for_status()
        return _fetched(response, _body(response, url, limit))


def _body(response: httpx.Response, url: str, limit: int) -> bytes:
    """Read the answer as it comes, so that nothing larger than the limit is ever held."""
    started = time.monotonic()
    content = bytearray()
    for chunk in response.iter_bytes():
        content += chunk
        if len(content) > limit:
            raise FetchError(TOO_LARGE.filled(url=url, limit=limit))
        if time.monotonic() - started > LONGEST:
            raise FetchError(TOO_SLOW.filled(url=url, seconds=LONGEST))
    return bytes(content)


def _fetched(response: httpx.Response, content: bytes) -> Fetched:
    return Fetched(
        not_modified=response.status_code == httpx.codes.NOT_MODIFIED,
        content=content,
        etag=response.headers.get("ETag", ""),
        last_modified=response.headers.get("Last-Modified", ""),
        media_type=response.headers.get("Content-Type", "").partition(";")[0].strip().lower(),
        url=str(response.url),
    )
