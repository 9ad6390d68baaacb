"""A real web server on the loopback address that publishes whatever a test gives it."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class Page:
    """What an address answers; with an ETag or a date, a request that names it gets 304."""

    body: bytes = b""
    status: int = 200
    etag: str = ""
    last_modified: str = ""
    media_type: str = "text/html; charset=utf-8"
    delay: float = 0.0
    location: str = ""


@dataclass
class Site:
    """The pages of the server by path, and the requests that came."""

    address: str = ""
    pages: dict[str, Page] = field(default_factory=dict)
    asked: list[tuple[str, int]] = field(default_factory=list)

    def url(self, path: str) -> str:
        """Return the address of a page."""
        return f"{self.address}{path}"


def _handler(site: Site) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            page = site.pages.get(self.path, Page(b"not here", status=404))
            time.sleep(page.delay)
            known = self.headers.get("If-None-Match"), self.headers.get("If-Modified-Since")
            unchanged = (page.etag and known[0] == page.etag) or (page.last_modified and known[1] == page.last_modified)
            status = 304 if page.status == 200 and unchanged else page.status
            site.asked.append((self.path, status))
            self.send_response(status)
            for name, value in (
                ("ETag", page.etag),
                ("Last-Modified", page.last_modified),
                ("Location", page.location),
                ("Content-Type", page.media_type),
            ):
                if value:
                    self.send_header(name, value)
            body = b"" if status == 304 else page.body
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            try:
                self.wfile.write(body)
            except OSError:
                return  # the client went away, as it does when a body is too large

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name the base class gives it
            """Keep quiet."""

    return Handler


@contextmanager
def serving() -> Iterator[Site]:
    """Yield a site that answers until the block ends."""
    site = Site()
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(site))
    server.daemon_threads = True
    site.address = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
