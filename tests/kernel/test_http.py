"""Fetching, against a real server on this machine."""

import gzip
import socket
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler

import httpx
import pytest
import stamina

from kernel import http
from kernel.http import ATTEMPTS, Fetched, FetchError, fetch
from tests.http_server import Answer, LocalServer, local_server, reply

LIMIT = 10_000


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[LocalServer]:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with local_server() as server, stamina.set_testing(True, attempts=ATTEMPTS):
        yield server


def in_turn(*answers: Answer) -> Answer:
    left = list(answers)

    def answer(request: BaseHTTPRequestHandler) -> None:
        (left.pop(0) if len(left) > 1 else left[0])(request)

    return answer


def refusal(url: str, *, limit: int = LIMIT) -> str:
    with pytest.raises(FetchError) as caught:
        fetch(url, limit=limit)
    assert caught.value.code == "fetch_failed"
    return caught.value.message.en


def test_a_file_comes_with_what_recognises_it_next_time(server: LocalServer) -> None:
    date = "Wed, 25 Nov 2026 18:00:00 GMT"
    server.answers["/list.csv"] = reply(
        200, b"a,b\n", ETag='"v1"', Last_Modified=date, Content_Type="Text/CSV; charset=utf-8"
    )
    url = f"{server.address}/list.csv"
    assert fetch(url, limit=LIMIT) == Fetched(False, b"a,b\n", '"v1"', date, "text/csv", url)
    [(_, headers)] = server.requests
    assert "if-none-match" not in headers
    assert "if-modified-since" not in headers


def test_a_file_that_is_still_current_is_not_sent_again(server: LocalServer) -> None:
    server.answers["/list.csv"] = reply(304, ETag='"v1"')
    fetched = fetch(f"{server.address}/list.csv", etag='"v1"', last_modified="yesterday", limit=LIMIT)
    assert (fetched.not_modified, fetched.content, fetched.etag) == (True, b"", '"v1"')
    [(_, headers)] = server.requests
    assert (headers["if-none-match"], headers["if-modified-since"]) == ('"v1"', "yesterday")


def test_a_server_that_fails_for_a_moment_is_asked_again(server: LocalServer) -> None:
    server.answers["/list.csv"] = in_turn(reply(503), reply(500), reply(200, b"x"))
    assert fetch(f"{server.address}/list.csv", limit=LIMIT).content == b"x"
    assert len(server.requests) == 3


def test_a_server_that_keeps_failing_is_given_up(server: LocalServer) -> None:
    server.answers["/list.csv"] = reply(502)
    assert "answered 502" in refusal(f"{server.address}/list.csv")
    assert len(server.requests) == ATTEMPTS


def test_a_connection_that_breaks_in_the_middle_is_tried_again(server: LocalServer) -> None:
    def broken(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.send_header("Content-Length", "100")
        request.end_headers()
        request.wfile.write(b"half")

    server.answers["/list.csv"] = in_turn(broken, reply(200, b"whole"))
    assert fetch(f"{server.address}/list.csv", limit=LIMIT).content == b"whole"


@pytest.mark.parametrize("status", [400, 403, 404, 410])
def test_a_refusal_is_not_argued_with(server: LocalServer, status: int) -> None:
    server.answers["/list.csv"] = reply(status)
    assert f"answered {status}" in refusal(f"{server.address}/list.csv")
    assert len(server.requests) == 1


def test_nobody_listening_is_a_sentence() -> None:
    with socket.socket() as free, stamina.set_testing(True, attempts=2):
        free.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{free.getsockname()[1]}/"
        assert "ConnectError" in refusal(address)


def test_a_silent_server_is_left(server: LocalServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(http, "TIMEOUT", httpx.Timeout(0.05))
    server.answers["/list.csv"] = lambda request: time.sleep(0.3)
    assert "ReadTimeout" in refusal(f"{server.address}/list.csv")
    heard = time.monotonic() + 10  # a busy machine's server may note a request after its asker has left
    while len(server.requests) < ATTEMPTS and time.monotonic() < heard:
        time.sleep(0.01)
    assert len(server.requests) == ATTEMPTS


def test_a_server_that_drips_is_left(server: LocalServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(http, "LONGEST", 0.2)

    def drip(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.end_headers()
        for _ in range(200):
            request.wfile.write(b"x")
            time.sleep(0.02)

    server.answers["/list.csv"] = drip
    started = time.monotonic()
    assert "took more than" in refusal(f"{server.address}/list.csv")
    assert time.monotonic() - started < 3


def test_a_file_of_exactly_the_limit_comes(server: LocalServer) -> None:
    server.answers["/list.csv"] = reply(200, b"x" * LIMIT)
    assert len(fetch(f"{server.address}/list.csv", limit=LIMIT).content) == LIMIT


def test_a_file_above_the_limit_is_left_while_it_comes(server: LocalServer) -> None:
    sent = 0

    def endless(request: BaseHTTPRequestHandler) -> None:
        nonlocal sent
        request.send_response(200)
        request.end_headers()
        while sent < 500_000_000:
            request.wfile.write(b"x" * 100_000)
            sent += 100_000

    server.answers["/list.csv"] = endless
    assert "more than 10000 bytes" in refusal(f"{server.address}/list.csv")
    assert sent < 500_000_000
    assert len(server.requests) == 1


def test_a_packed_file_counts_unpacked(server: LocalServer) -> None:
    server.answers["/list.csv"] = reply(200, gzip.compress(b"x" * 1_000_000), Content_Encoding="gzip")
    assert "more than 10000 bytes" in refusal(f"{server.address}/list.csv")


def test_redirects_are_followed_and_the_last_address_told(server: LocalServer) -> None:
    server.answers |= {f"/{step}": reply(302, Location=f"/{step + 1}") for step in range(5)}
    server.answers["/5"] = reply(200, b"x")
    assert fetch(f"{server.address}/0", limit=LIMIT).url == f"{server.address}/5"


def test_a_circle_of_redirects_is_left(server: LocalServer) -> None:
    server.answers["/round"] = reply(302, Location="/round")
    assert "redirects more than 5 times" in refusal(f"{server.address}/round")
    assert len(server.requests) == 6


@pytest.mark.parametrize("host", ["localhost", "169.254.169.254", "10.0.0.1", "[::1]"])
def test_a_redirect_to_another_host_inside_is_refused(server: LocalServer, host: str) -> None:
    server.answers["/in"] = reply(302, Location=f"http://{host}:9/latest")
    assert "internal address" in refusal(f"{server.address}/in")
    assert len(server.requests) == 1


def test_what_comes_with_a_redirect_is_not_read(server: LocalServer) -> None:
    sent = 0

    def endless(request: BaseHTTPRequestHandler) -> None:
        nonlocal sent
        request.send_response(302)
        request.send_header("Location", "/list.csv")
        request.end_headers()
        while sent < 100_000_000:
            request.wfile.write(b"x" * 100_000)
            sent += 100_000

    server.answers |= {"/away": endless, "/list.csv": reply(200, b"a,b\n")}
    assert fetch(f"{server.address}/away", limit=LIMIT).content == b"a,b\n"
    assert sent < 100_000_000


def test_a_file_packed_twice_is_not_opened(server: LocalServer) -> None:
    twice = gzip.compress(gzip.compress(b"x" * 1_000_000))
    server.answers["/list.csv"] = reply(200, twice, Content_Encoding="gzip, gzip")
    assert "packed as nobody does" in refusal(f"{server.address}/list.csv")


@pytest.mark.parametrize("status", [204, 206])
def test_an_answer_that_is_not_the_whole_file_is_refused(server: LocalServer, status: int) -> None:
    server.answers["/list.csv"] = reply(status, b"" if status == 204 else b"a,b\n")
    assert f"answered {status}" in refusal(f"{server.address}/list.csv")


@pytest.mark.parametrize("target", ["file:///etc/passwd", "ftp://127.0.0.1/x"])
def test_a_redirect_away_from_http_is_refused(server: LocalServer, target: str) -> None:
    server.answers["/away"] = reply(302, Location=target)
    assert "UnsupportedProtocol" in refusal(f"{server.address}/away")
    assert len(server.requests) == 1


@pytest.mark.parametrize("url", ["file:///etc/passwd", "ftp://example.org/x", "example.org/list.csv", ""])
def test_an_address_that_is_not_http_is_refused(url: str) -> None:
    assert "neither http nor https" in refusal(url)


@pytest.mark.parametrize("url", ["http://", "http://[::1", "http://a:b:c/"])
def test_an_address_that_leads_nowhere_is_a_sentence(url: str) -> None:
    with stamina.set_testing(True, attempts=1):
        assert "could not be fetched" in refusal(url)
