import pytest
from django.db import connection
from django.utils import timezone

from kernel.domain.actors import SYSTEM
from kernel.models import LedgerEntry
from kernel.services.ledger import record
from tests.command_line import tamiz
from tests.kernel.triggers import triggers_lifted

pytestmark = pytest.mark.django_db


def write(count: int) -> None:
    for number in range(count):
        record("test_act", subject=f"thing:{number}", actor=SYSTEM, at=timezone.now())


def test_a_whole_ledger_is_counted() -> None:
    write(3)
    ran = tamiz("ledger", "verify")
    assert (ran.code, ran.out) == (0, "The ledger is whole: 3 entries, none altered.\n")


def test_the_sentence_comes_in_the_language_of_the_terminal() -> None:
    assert tamiz("ledger", "verify", language="es").out.startswith("La bitácora está completa: 0 asientos")


def test_the_first_broken_entry_is_named() -> None:
    write(3)
    with triggers_lifted(connection):
        LedgerEntry.objects.filter(seq=2).update(actor="somebody")
    ran = tamiz("ledger", "verify")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.endswith("A field of entry 2 was altered.\n")
