"""Pages of the local server that behave as an agency's do: a copy that is still current is not sent again."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler

from tests.http_server import LocalServer, local_server, reply


@dataclass(frozen=True, slots=True)
class Page:
    """What an address answers; a request that names its ETag or date gets 304."""

    body: bytes = b""
    status: int = 200
    etag: str = ""
    last_modified: str = ""
    media_type: str = "text/html; charset=utf-8"
    delay: float = 0.0


@dataclass(slots=True)
class Site:
    """A server by its pages, and the statuses it answered with."""

    server: LocalServer
    asked: list[tuple[str, int]] = field(default_factory=list)

    def url(self, path: str) -> str:
        """Return the address of a page."""
        return f"{self.server.address}{path}"

    def publish(self, path: str, page: Page) -> None:
        """Answer with a page from now on."""

        def answer(request: BaseHTTPRequestHandler) -> None:
            time.sleep(page.delay)
            known = {request.headers.get("If-None-Match"), request.headers.get("If-Modified-Since")}
            unchanged = page.status == 200 and bool(known & {page.etag or "-", page.last_modified or "-"})
            status, body = (304, b"") if unchanged else (page.status, page.body)
            self.asked.append((path, status))
            said = {"ETag": page.etag, "Last_Modified": page.last_modified, "Content_Type": page.media_type}
            reply(status, body, **{name: value for name, value in said.items() if value})(request)

        self.server.answers[path] = answer


@contextmanager
def serving() -> Iterator[Site]:
    """Serve on the loopback address while the block runs."""
    with local_server() as server:
        yield Site(server)
