"""A run that is killed outright, and the one that finishes it."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

from tests.screening.services.runs import sizes

CHILD = "tests.screening.services.runs.child"


@pytest.fixture
def environment(tmp_path: Path) -> Iterator[Mapping[str, str]]:
    """The environment of processes with a database of their own, of the kind the suite runs on."""
    own = os.environ | {"TAMIZ_DATA_DIR": str(tmp_path), "DJANGO_SETTINGS_MODULE": "config.settings"}
    if connection.vendor != "postgresql":
        own.pop("DATABASE_URL", None)
        yield own
        return
    import psycopg

    name = f"tamiz_kill_{os.getpid()}"
    where = settings.DATABASES["default"]
    place = {"host": where["HOST"], "port": where["PORT"], "user": where["USER"], "password": where["PASSWORD"]}
    with psycopg.connect(dbname="postgres", autocommit=True, **{k: v for k, v in place.items() if v}) as server:
        server.execute(f"CREATE DATABASE {name}")
        secret = f":{place['password']}" if place["password"] else ""
        own["DATABASE_URL"] = f"postgres://{place['user']}{secret}@{place['host']}:{place['port']}/{name}"
        yield own
        server.execute(f"DROP DATABASE {name} WITH (FORCE)")


def child(work: str, environment: Mapping[str, str]) -> str:
    command = [sys.executable, "-m", CHILD, work]
    return subprocess.run(command, env=environment, check=True, capture_output=True, text=True).stdout


def killed_after(lines: int, environment: Mapping[str, str]) -> None:
    """Screen until so many lines are done, and kill the process with SIGKILL."""
    with subprocess.Popen(
        [sys.executable, "-m", CHILD, "screen"], env=environment, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        for line in process.stdout:
            if int(line) >= lines:
                process.kill()
                break
    assert process.returncode == -9


def test_a_killed_run_leaves_whole_chunks_and_the_next_one_finishes_it_once(environment: Mapping[str, str]) -> None:
    child("make", environment)
    killed_after(sizes.CHUNK, environment)

    left = json.loads(child("tell", environment))
    assert (left["state"], left["leased"], left["counts"], left["ends"]) == ("RUNNING", True, {}, 0)
    assert sizes.CHUNK <= left["verdicts"] < sizes.LINES
    assert left["verdicts"] == left["distinct"]
    assert left["verdicts"] % sizes.CHUNK == 0
    assert (left["hits_without_verdict"], left["ledger_broken"]) == (0, False)

    killed_after(left["verdicts"] + sizes.CHUNK, environment)  # again, after it has gone on
    told = [int(line) for line in child("screen", environment).split()]
    assert told[0] >= left["verdicts"] + sizes.CHUNK

    done = json.loads(child("tell", environment))
    assert (done["state"], done["leased"], done["ends"], done["ledger_broken"]) == ("DONE", False, 1, False)
    assert done["verdicts"] == done["distinct"] == sizes.LINES
    assert done["hits"] == done["counts"]["STOP"] == sizes.LINES // 3
    assert done["counts"]["CLEAR"] == sizes.LINES - sizes.LINES // 3


def test_two_at_once_screen_every_line_once(environment: Mapping[str, str]) -> None:
    child("make", environment)
    command = [sys.executable, "-m", CHILD, "screen"]
    both = [subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL) for _ in range(2)]
    assert [process.wait(timeout=120) for process in both] == [0, 0]
    done = json.loads(child("tell", environment))
    assert (done["state"], done["ends"], done["verdicts"], done["distinct"]) == ("DONE", 1, sizes.LINES, sizes.LINES)
    assert done["hits"] == sizes.LINES // 3
