"""The ``flush`` of the test suite: the triggers of the ledger are away while the tables are emptied."""

from typing import Any

from django.core.cache import cache
from django.core.management.commands import flush
from django.db import connections

from tests.kernel.triggers import triggers_lifted


class Command(flush.Command):
    """Django's command, which tests with real transactions call when they end."""

    def handle(self, **options: Any) -> None:
        """Empty the tables, the shared cache among them."""
        with triggers_lifted(connections[options["database"]]):
            super().handle(**options)
        cache.clear()
