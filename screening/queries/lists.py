"""The lists that can be screened against, with how fresh each is and what is held."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from kernel.domain.text import Text
from resolutions.models import Resolution
from resolutions.queries import prohibited_goods
from screening.domain.lists import DEMO_NATIONAL, NATIONAL, title_of
from screening.formats.content import fingerprint
from screening.formats.national import national_goods
from screening.models import WatchList


@dataclass(frozen=True, slots=True)
class HeldEdition:
    """An edition that waits for a person to release or discard it."""

    edition: str
    size: int
    fetched_at: datetime
    sha256: str
    reason: Text


@dataclass(frozen=True, slots=True)
class ListStatus:
    """A loaded list as people see it; the national one is computed for the day, so it has no moment of fetching."""

    name: str
    kind: str
    title: str
    edition: str
    dated_on: date | None
    fetched_at: datetime | None
    stale_after: datetime | None
    is_stale: bool
    demo: bool
    size: int
    omitted: int
    source: str
    sha256: str
    held: HeldEdition | None = None


def loaded_lists(at: datetime) -> list[ListStatus]:
    """Return every list in use at a moment, the national ones first, then by name."""
    return [*_national_lists(timezone.localdate(at)), *_watch_lists(at)]


def _national_lists(on: date) -> Iterator[ListStatus]:
    for name, demo in ((NATIONAL, False), (DEMO_NATIONAL, True)):
        if Resolution.objects.filter(demo=demo).exists():
            yield _national(name, on, demo=demo)


def _national(name: str, on: date, *, demo: bool) -> ListStatus:
    goods = national_goods(prohibited_goods(on, demo=demo), list_name=name)
    return ListStatus(
        name=name,
        kind=WatchList.Kind.NATIONAL.value,
        title=title_of(name),
        edition=on.isoformat(),
        dated_on=on,
        fetched_at=None,
        stale_after=None,
        is_stale=False,
        demo=demo,
        size=len(goods),
        omitted=0,
        source="",
        sha256=fingerprint(goods),
    )


def _watch_lists(at: datetime) -> Iterator[ListStatus]:
    states = WatchList.State
    held = {row.name: _held(row) for row in WatchList.objects.filter(state=states.HELD)}
    for row in WatchList.objects.filter(state=states.CURRENT).order_by("name"):
        yield ListStatus(
            name=row.name,
            kind=row.kind,
            title=row.title,
            edition=row.edition,
            dated_on=row.dated_on,
            fetched_at=row.fetched_at,
            stale_after=row.stale_after,
            is_stale=row.is_stale(at),
            demo=row.demo,
            size=row.size,
            omitted=len(row.omitted),
            source=row.source,
            sha256=row.sha256,
            held=held.get(row.name),
        )


def _held(row: WatchList) -> HeldEdition:
    reason = Text(row.held_reason_es, row.held_reason_en)
    return HeldEdition(row.edition, row.size, row.fetched_at, row.sha256, reason)
