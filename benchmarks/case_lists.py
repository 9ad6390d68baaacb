"""Time the lists over as many open cases as asked for, and a change of the calendar that touches them all.

``python -m benchmarks.case_lists [--cases N]`` fills a new SQLite database with invented open cases of the last years,
with the deadlines that their facts lead to, and prints the median and the slowest of several readings of each list and
of each page of fifty, as it is served.
"""

import argparse
import gc
import os
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta
from functools import partial
from http import HTTPStatus
from typing import TYPE_CHECKING, Final

import django
from rich.console import Console

if TYPE_CHECKING:
    from django.test import Client

    from kernel.models import Account

FIRST: Final = date(2025, 1, 2)
SPAN: Final = 600  # days over which the cases were filed
PEOPLE: Final = 4  # as many as the unit had
READINGS: Final = 9
LIMIT: Final = 100  # ms, the limit that the project set itself
AT: Final = datetime(2026, 6, 1, 18, tzinfo=UTC)
STAGES: Final = ("RECEIVED", "INVESTIGATION", "PLEADINGS", "DECISION")
HOLY_WEEK: Final = (
    b"act,instrument,published_on,units,known_from,known_until,first_on,last_on\n"
    b"BENCH-2026,Acuerdo inventado,2025-12-20,toda,2026-01-01,2026-12-31,2026-04-02,2026-04-03\n"
)
console: Final = Console()


def fill(count: int) -> None:
    """Write invented open cases in the hands of a few people, with their deadlines."""
    from cases.domain.case import REFERENCE_BITS, reference_of
    from cases.domain.rulesets import rules_on
    from cases.models import Case, Deadline
    from cases.queries import current_calendars
    from cases.queries.moves import deadline_rows, recomputed
    from kernel.models import Account

    rnd = random.Random(1)
    people = [Account.objects.create(username=f"person-{number}") for number in range(PEOPLE)]
    days = sorted(FIRST + timedelta(days=rnd.randrange(SPAN)) for _ in range(count))
    Case.objects.bulk_create(
        Case(
            reference=reference_of(rnd.getrandbits(REFERENCE_BITS)),
            series_year=day.year,
            series_number=number,
            kind="INVESTIGATION",
            origin="PETITION",
            channel="VUCEM",
            rule_set=rules_on(day).code,
            filed_at=datetime(day.year, day.month, day.day, 18, tzinfo=UTC),
            started_on=day,
            stage=rnd.choice(STAGES),
            assignee=rnd.choice(people),
        )
        for number, day in enumerate(days, 1)
    )
    found = list(recomputed(current_calendars()))
    Deadline.objects.bulk_create(row for one in found for row in deadline_rows(one.case, one.watched))


def show(name: str, read: Callable[[], Sequence[object]]) -> None:
    """Print how long a list takes to be read."""
    taken = []
    for _ in range(READINGS):
        started = time.perf_counter()
        rows = read()
        taken.append((time.perf_counter() - started) * 1000)
    median = statistics.median(taken)
    verdict, unit = "below" if median < LIMIT else "ABOVE", "bytes" if isinstance(rows, bytes) else "rows"
    console.print(
        f"{name:<22}{len(rows):>7} {unit:<5} median {median:5.1f} ms, slowest {max(taken):5.1f}, {verdict} {LIMIT}"
    )


def main() -> None:
    """Run the benchmark and print its figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=10_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="tamiz-bench-") as folder:
        os.environ |= {"TAMIZ_DEBUG": "1", "TAMIZ_DATA_DIR": folder, "DJANGO_SETTINGS_MODULE": "config.settings"}
        os.environ.pop("DATABASE_URL", None)
        django.setup()
        _measure(options.cases)


def _measure(count: int) -> None:
    from django.core.management import call_command

    from cases.domain.case import CaseKind
    from cases.models import Case
    from cases.queries.desks import Wanted, agenda_page, decision_page, overdue_page, queue_page
    from cases.services import load_day_off_acts, load_shipped_day_off_acts
    from kernel.domain.actors import SYSTEM
    from kernel.models import Account

    call_command("migrate", verbosity=0)
    load_shipped_day_off_acts(actor=SYSTEM, at=AT)
    fill(count)
    gc.collect()  # what was left over from filling is not for the lists to clear away
    person, on = Account.objects.all()[0], AT.date()
    last = Case.objects.in_order()[count - 101].pk
    show("queue", lambda: queue_page(Wanted().rows(), limit=100).rows)
    show("queue, last page", lambda: queue_page(Wanted().rows(), after=str(last), limit=100).rows)
    show("agenda", lambda: agenda_page(person, on=on, limit=100).rows)
    show("agenda of 1,000", lambda: agenda_page(person, on=on, limit=1000).rows)
    show("overdue", lambda: overdue_page(on=on, limit=100).rows)
    show("decision queue", lambda: decision_page(CaseKind.INVESTIGATION, limit=100).rows)
    _measure_pages(person, count)
    started = time.perf_counter()
    done = load_day_off_acts(HOLY_WEEK, file_name="bench.csv", actor=SYSTEM, at=AT)
    console.print(f"an act on two days moves {len(done.moved):,} deadlines in {time.perf_counter() - started:.1f} s")


def _measure_pages(person: "Account", count: int) -> None:
    from django.contrib.auth.models import Group
    from django.test import Client

    from cases.models import Case
    from kernel.domain.actors import Role

    person.groups.add(Group.objects.create(name=Role.SUPERVISOR.value))
    client = Client(headers={"host": "localhost"})
    client.force_login(person)
    last = Case.objects.in_order()[count - 51].pk
    some = Case.objects.in_order()[count // 2].reference
    for name, place in (
        ("queue", ""),
        ("queue, last", f"?after={last}"),
        ("queue, mine", "?assignee=mine"),
        ("queue, sought", f"?text={some[5:]}"),
        ("agenda", "agenda/"),
        ("overdue", "vencidos/"),
        ("decision queue", "por-resolver/"),
        ("a case", f"{some}/"),
    ):
        show(f"page: {name}", partial(_served, client, place))


def _served(client: "Client", place: str) -> bytes:
    answer = client.get(f"/expedientes/{place}")
    if answer.status_code != HTTPStatus.OK:
        raise RuntimeError(f"/expedientes/{place}: {answer.status_code}")
    return answer.content


if __name__ == "__main__":
    main()
