"""The server and the worker as processes of their own, on a database of their own."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from config.environment import BASE_DIR
from tests.command_line import tamiz


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    own = {"TAMIZ_DEBUG": "1", "TAMIZ_DATA_DIR": str(tmp_path), "TAMIZ_LANGUAGE": "en", "NO_PROXY": "127.0.0.1"}
    environment = {**os.environ, **own, "DJANGO_SETTINGS_MODULE": "config.settings"}
    environment["DATABASE_URL"] = f"sqlite:///{tmp_path / 'served.sqlite3'}"
    subprocess.run([sys.executable, "-m", "config.manage", "migrate", "-v0"], env=environment, cwd=BASE_DIR, check=True)
    return environment


@contextmanager
def started(environment: dict[str, str], *arguments: str) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "config.cli", *arguments]
    with subprocess.Popen(
        command,
        env=environment,
        cwd=BASE_DIR,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    ) as process:
        try:
            yield process
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)


def free_port() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        port: int = trial.getsockname()[1]
        return port


def health(port: int) -> httpx.Response:
    with httpx.Client(trust_env=False) as client:
        for _ in range(100):
            try:
                return client.get(f"http://127.0.0.1:{port}/salud/")
            except httpx.TransportError:
                time.sleep(0.1)
    pytest.fail("the server did not answer within ten seconds")


def page(port: int, path: str) -> str:
    with httpx.Client(trust_env=False) as client:
        return client.get(f"http://127.0.0.1:{port}{path}").text


def test_the_server_answers_and_ends_cleanly_on_ctrl_c(environment: dict[str, str]) -> None:
    port = free_port()
    with started(environment, "serve", "--port", str(port)) as server:
        assert health(port).json() == {"status": "ok"}
        assert "STPS-2025" in page(port, "/calendario/2025/"), "a new installation knows the acts that are shipped"
        os.killpg(server.pid, signal.SIGINT)  # what a terminal sends to all its processes
        said, _ = server.communicate(timeout=20)
    assert server.returncode == 0
    assert said == f"Serving on http://127.0.0.1:{port}; Ctrl-C ends it.\n"


def test_an_occupied_port_is_a_sentence() -> None:
    with socket.socket() as occupant:
        occupant.bind(("127.0.0.1", 0))
        occupant.listen()
        port = occupant.getsockname()[1]
        ran = tamiz("serve", "--port", str(port))
    assert (ran.code, ran.out) == (2, "")
    assert f"Cannot serve on 127.0.0.1:{port}" in ran.err
    assert "--port" in ran.err


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM], ids=["Ctrl-C", "the end of a service"])
def test_the_worker_ends_cleanly(environment: dict[str, str], ending: signal.Signals) -> None:
    with started(environment, "worker") as worker:
        assert worker.stdout is not None
        first = worker.stdout.readline()
        os.killpg(worker.pid, ending)
        said, _ = worker.communicate(timeout=20)
    assert first == "Working; Ctrl-C ends it.\n"
    assert worker.returncode == 0
    assert "back in the queue" in said


def test_a_database_without_tables_is_a_sentence(environment: dict[str, str], tmp_path: Path) -> None:
    bare = environment | {"DATABASE_URL": f"sqlite:///{tmp_path / 'bare.sqlite3'}"}
    with started(bare, "ledger", "verify") as verify:
        said, _ = verify.communicate(timeout=20)
    assert verify.returncode == 2
    assert "config.manage migrate" in said
    assert "Traceback" not in said
