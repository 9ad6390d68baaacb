import os
import subprocess
import sys
from importlib import import_module
from typing import Any

import pytest
import typer

from config import cli
from tests.command_line import tamiz


def commands(command: Any, path: str = "tamiz") -> dict[str, Any]:
    found = {path: command}
    for name, inner in getattr(command, "commands", {}).items():
        found |= commands(inner, f"{path} {name}")
    return found


COMMANDS = commands(typer.main.get_command(cli.build()))


@pytest.mark.parametrize("command", COMMANDS.values(), ids=list(COMMANDS))
def test_every_command_helps_in_both_languages(command: Any) -> None:
    own = [one for one in command.params if one.name not in {"help", "install_completion", "show_completion"}]
    texts = [command.help, *(one.help for one in own)]
    assert [text for text in texts if " / " not in (text or "")] == []


def test_help_ends_well_and_what_is_unknown_does_not() -> None:
    assert tamiz("--help").code == 0
    assert tamiz("ledger", "verify", "--help").code == 0
    unknown = tamiz("no-such-command")
    assert unknown.code == 2
    assert "no-such-command" in unknown.err
    assert tamiz("ledger", "verify", "--no-such-option").code == 2


def test_every_module_of_commands_registers_what_it_is_named_for() -> None:
    names = {path.split()[1] for path in COMMANDS if " " in path}
    assert {"accounts", "keys", "ledger", "serve", "worker"} <= names
    assert callable(import_module("config.commands.ledger").register)


@pytest.mark.parametrize(
    ("setting", "value", "words"),
    [
        pytest.param("TAMIZ_LIST_STALE_DAYS", "soon", "TAMIZ_LIST_STALE_DAYS", id="no number"),
        pytest.param("TAMIZ_HTTPS", "perhaps", "TAMIZ_HTTPS", id="neither yes nor no"),
        pytest.param("DATABASE_URL", "nonsense", "DATABASE_URL", id="no address of a database"),
        pytest.param("TAMIZ_DATA_DIR", f"{__file__}/in", "TAMIZ_DATA_DIR", id="a directory that cannot be"),
    ],
)
def test_a_setting_that_is_wrong_is_one_sentence(setting: str, value: str, words: str) -> None:
    ran = subprocess.run(  # the suite has read its settings already: another process reads these
        [sys.executable, "-m", "config.cli", "lists", "show"],
        env={**os.environ, "TAMIZ_SECRET_KEY": "", "TAMIZ_LANGUAGE": "en", setting: value},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ran.returncode, ran.stdout) == (2, "")
    assert words in ran.stderr
    assert "Traceback" not in ran.stderr
