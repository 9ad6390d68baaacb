"""Outgoing HTTP: the one place where httpx is imported, with its limits on time, size and redirects."""

import ipaddress
import socket
import time
from contextlib import closing
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
PACKINGS: Final = frozenset({"", "identity", "gzip", "deflate"})  # one over another unpacks a kilobyte to gigabytes
HEADERS: Final = {"User-Agent": "Tamiz", "Accept-Encoding": "gzip, deflate"}

NOT_HTTP: Final = Text(
    "La dirección {url} no es http ni https. Corríjala en la configuración.",
    "The address {url} is neither http nor https. Correct it in the configuration.",
)
DOWNGRADED: Final = Text(
    "{url} lleva de https a http, donde cualquiera podría alterar lo enviado. Configure la dirección segura.",
    "{url} leads from https to http, where anybody could alter what is sent. Configure the secure address.",
)
INWARD: Final = Text(
    "{url} lleva a {host}, que es una dirección interna; no se siguió. Configure la dirección final.",
    "{url} leads to {host}, which is an internal address; it was not followed. Configure the final address.",
)
ODD_PACKING: Final = Text(
    "{url} envió una respuesta comprimida como nadie lo hace ({encoding}); no se abrió.",
    "{url} sent an answer packed as nobody does ({encoding}); it was not opened.",
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
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise FetchError(UNREACHABLE.filled(url=url, cause=type(error).__name__)) from error


def _may_pass(error: Exception) -> bool:
    """Return whether the same request may succeed in a moment."""
    if isinstance(error, httpx.HTTPStatusError):
        return error.response.status_code >= httpx.codes.INTERNAL_SERVER_ERROR
    return isinstance(error, httpx.TransportError) and not isinstance(error, httpx.UnsupportedProtocol)


@stamina.retry(on=_may_pass, attempts=ATTEMPTS, timeout=LONGEST, wait_initial=1, wait_max=10)
def _fetch_once(url: str, headers: dict[str, str], limit: int) -> Fetched:
    """Ask, and follow by hand where the answer leads: the client would read what comes with a redirect whole."""
    with httpx.Client(timeout=TIMEOUT, headers=headers) as client:
        request = client.build_request("GET", url)
        for _ in range(REDIRECTS + 1):
            with closing(client.send(request, stream=True)) as response:
                if response.next_request is None:
                    return _answer(response, url, limit)
                _check_way(url, request, response.next_request)
                request = response.next_request
    raise FetchError(TOO_MANY_REDIRECTS.filled(url=url, limit=REDIRECTS))


def _answer(response: httpx.Response, url: str, limit: int) -> Fetched:
    if response.status_code == httpx.codes.NOT_MODIFIED:
        return _fetched(response, b"")
    if response.status_code != httpx.codes.OK:  # a part of a list, or nothing, is no list
        raise httpx.HTTPStatusError("not OK", request=response.request, response=response)
    encoding = response.headers.get("Content-Encoding", "").strip().lower()
    if encoding not in PACKINGS:
        raise FetchError(ODD_PACKING.filled(url=url, encoding=encoding[:40]))
    return _fetched(response, _body(response, url, limit))


def _check_way(url: str, here: httpx.Request, there: httpx.Request) -> None:
    """Refuse to be led from https to http, or to a host inside: what a server says must not reach there."""
    if (here.url.scheme, there.url.scheme) == ("https", "http"):
        raise FetchError(DOWNGRADED.filled(url=url))
    host = there.url.host
    if host != httpx.URL(url).host and any(not ipaddress.ip_address(a).is_global for a in _addresses(host)):
        raise FetchError(INWARD.filled(url=url, host=host))


def _addresses(host: str) -> set[str]:
    """Return the addresses of a host; none where names are only known to a proxy."""
    try:
        return {str(info[4][0]).partition("%")[0] for info in socket.getaddrinfo(host, None)}
    except OSError:
        return set()


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
