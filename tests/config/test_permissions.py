import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest

from config.permissions import PERMISSIONS, TABLES, joined
from kernel.domain.actors import Actor, Role
from kernel.domain.errors import ForbiddenError
from kernel.domain.permissions import Permission, check_may, may

GOLDEN = Path(__file__).parent / "data" / "permissions.csv"
ROWS = {row["accion"]: row for row in csv.DictReader(GOLDEN.read_text().splitlines())}


def table() -> str:
    """Return the officials' table as the code has it; what an action is for stands in the table alone."""
    said = {True: "sí", False: "no"}
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["accion", "que permite", *Role, "llave"])
    for action, permission in PERMISSIONS.items():
        actors = [Actor(name="account:1", channel="web", roles=frozenset({role})) for role in Role]
        key = Actor(name="key:abc", channel="api", scopes=frozenset({action}))
        meaning = ROWS[action]["que permite"] if action in ROWS else ""
        writer.writerow([action, meaning, *(said[may(actor, permission)] for actor in (*actors, key))])
    return out.getvalue()


@pytest.mark.golden
def test_the_officials_table_is_what_the_code_permits(golden: Callable[[Path, str], None]) -> None:
    golden(GOLDEN, table())


def test_the_officials_table_and_the_code_know_the_same_actions() -> None:
    assert set(ROWS) == set(PERMISSIONS)
    assert all(row["que permite"] for row in ROWS.values())


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("action", PERMISSIONS)
def test_a_role_may_what_the_table_says_and_nothing_else(action: str, role: Role) -> None:
    actor = Actor(name="account:1", channel="web", roles=frozenset({role}))
    assert may(actor, PERMISSIONS[action]) is (ROWS[action][role.value] == "sí")


@pytest.mark.parametrize("action", PERMISSIONS)
def test_a_key_may_what_its_scope_names_if_the_table_lets_keys_in(action: str) -> None:
    let_in = ROWS[action]["llave"] == "sí"
    for scope in PERMISSIONS:
        key = Actor(name="key:abc", channel="api", scopes=frozenset({scope}))
        assert may(key, PERMISSIONS[action]) is (let_in and scope == action)


@pytest.mark.parametrize("action", PERMISSIONS)
def test_whoever_has_neither_role_nor_scope_is_refused(action: str) -> None:
    with pytest.raises(ForbiddenError):
        check_may(Actor(name="anonymous", channel="web", roles=frozenset({Role.PUBLIC})), PERMISSIONS[action])


def test_no_two_apps_speak_of_the_same_action() -> None:
    assert sum(map(len, TABLES)) == len(PERMISSIONS)
    rule = Permission(frozenset({Role.ADMIN}))
    with pytest.raises(ValueError, match=r"ledger\.read"):
        joined({"ledger.read": rule}, {"ledger.read": rule})
