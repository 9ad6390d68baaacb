from typing import Any

import pytest
from django.core.cache import cache
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

pytestmark = pytest.mark.django_db


def test_the_shared_cache_works_once_the_migrations_are_through() -> None:
    cache.set("signs", {"año": 1}, timeout=60)
    assert cache.get("signs") == {"año": 1}
    assert cache.add("signs", 2) is False
    cache.delete("signs")
    assert cache.get("signs") is None


def test_the_command_of_django_finds_the_table_and_makes_none() -> None:
    before = connection.introspection.table_names()
    call_command("createcachetable", verbosity=0)
    assert connection.introspection.table_names() == before


@pytest.mark.django_db(transaction=True)
def test_the_table_goes_and_comes_with_its_migration() -> None:
    latest: list[Any] = MigrationExecutor(connection).loader.graph.leaf_nodes("kernel")
    try:
        MigrationExecutor(connection).migrate([("kernel", "0002_ledger_triggers")])
        assert "cache" not in connection.introspection.table_names()
    finally:
        MigrationExecutor(connection).migrate(latest)
    cache.set("signs", 1, timeout=60)
    assert cache.get("signs") == 1
