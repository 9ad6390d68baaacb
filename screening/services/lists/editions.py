"""Editions of a list: what was received becomes the one in use, refreshes it, or is held."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import ClassVar

from django.conf import settings
from django.db import transaction

from kernel.domain.actors import Actor
from kernel.domain.errors import InputError
from kernel.domain.text import Text
from kernel.services.ledger import record, take_turn
from resolutions.formats.national_csv import is_national_file
from screening.domain.lists import LIST_NAME, NATIONAL, NATIONAL_NAMES, formats_of, title_of
from screening.engine import ListedGood as Entry
from screening.formats import read_list
from screening.formats.content import ListContent, Omission, fingerprint
from screening.models import ListedGood, WatchList


class UnusableListError(InputError):
    """What was given cannot be a list of that name; nothing was changed."""

    code: ClassVar[str] = "unusable_list"


@dataclass(frozen=True, slots=True)
class Received:
    """The entries of a list as they came, with where from and what the server said of its version."""

    name: str
    content: ListContent
    sha256: str
    fingerprint: str
    source: str
    demo: bool = False
    etag: str = ""
    last_modified: str = ""

    @property
    def edition(self) -> str:
        """Return the date of the content, or the head of its hash when it says none."""
        return self.content.dated_on.isoformat() if self.content.dated_on else self.sha256[:12]


def read_for(name: str, data: bytes, *, file_name: str) -> ListContent:
    """Return the entries in the bytes, which must be laid out as a list of that name is.

    Raises:
        UnusableListError: if the name is none, or the file is empty or that of another list.
        UnknownLayoutError, NotATableError: if it cannot be read at all.

    """
    check_name(name)
    if is_national_file(data):
        raise UnusableListError(
            Text(
                f"El archivo es una lista nacional: cárguela con «tamiz lists load {NATIONAL} ARCHIVO».",
                f"The file is a national list: load it with “tamiz lists load {NATIONAL} FILE”.",
            )
        )
    content = read_list(data, list_name=name, file_name=file_name)
    expected = formats_of(name)
    if expected and content.format not in expected:
        formats = ", ".join(sorted(expected))
        raise UnusableListError(
            Text(
                f"El archivo no tiene la disposición de la lista «{name}» ({formats}), sino la de {content.format}. "
                "Si es una lista propia, cárguela con otro nombre.",
                f"The file is not laid out like the list “{name}” ({formats}), but like {content.format}. "
                "If it is a list of your own, load it under another name.",
            )
        )
    if not content.goods:
        raise UnusableListError(_empty(name, len(content.omissions)))
    return content


def check_name(name: str) -> None:
    """Refuse a name that a watch list cannot have.

    Raises:
        UnusableListError: if it has other signs than ``a-z``, ``0-9`` and ``-``, or is the national list's.

    """
    if name in NATIONAL_NAMES:
        raise UnusableListError(
            Text(
                f"«{name}» se calcula de las resoluciones cargadas; no es una lista de vigilancia.",
                f"“{name}” is computed from the resolutions loaded; it is no watch list.",
            )
        )
    if not LIST_NAME.fullmatch(name):
        raise UnusableListError(
            Text(
                f"«{name}» no puede ser el nombre de una lista: use de 1 a 60 letras minúsculas, cifras y guiones.",
                f"“{name}” cannot be the name of a list: use 1 to 60 lower-case letters, digits and hyphens.",
            )
        )


def _empty(name: str, omitted: int) -> Text:
    return Text(
        f"El archivo no tiene ninguna entrada para la lista «{name}» ({omitted} filas quedaron fuera); "
        "una lista vacía daría todo por libre.",
        f"The file has no entry for the list “{name}” ({omitted} rows were left out); "
        "an empty list would call everything clear.",
    )


def received(name: str, data: bytes, content: ListContent, *, source: str, demo: bool = False) -> Received:
    """Return what came as one thing, with its hashes."""
    digest = hashlib.sha256(data).hexdigest()
    return Received(name, content, digest, fingerprint(content.goods), source, demo)


def current_edition(name: str) -> WatchList | None:
    """Return the edition in use, if any."""
    return WatchList.objects.filter(name=name, state=WatchList.State.CURRENT).first()


@transaction.atomic
def make_current(item: Received, *, actor: Actor, at: datetime) -> tuple[WatchList, bool]:
    """Return the edition in use and whether it is new; the same entries refresh the one that is in use.

    What was held under the name is dropped: it is older than this.
    """
    take_turn()
    current = WatchList.objects.select_for_update().filter(name=item.name, state=WatchList.State.CURRENT).first()
    WatchList.objects.filter(name=item.name, state=WatchList.State.HELD).delete()
    if current and current.fingerprint == item.fingerprint and current.demo == item.demo:
        _refresh(current, item, at)
        record_edition("refresh_list", current, actor=actor, at=at)
        return current, False
    if current:
        current.state = WatchList.State.SUPERSEDED
        current.save(update_fields=["state"])
    new = _store(item, WatchList.State.CURRENT, at)
    record_edition("load_list", new, actor=actor, at=at, replaced=current)
    return new, True


@transaction.atomic
def confirm_edition(current: WatchList, *, actor: Actor, at: datetime) -> WatchList:
    """Return the edition in use as fresh: its source said that nothing changed."""
    row = WatchList.objects.select_for_update().get(pk=current.pk)
    WatchList.objects.filter(name=row.name, state=WatchList.State.HELD).delete()
    row.fetched_at = at
    row.stale_after = stale_after(at, demo=row.demo)
    row.save(update_fields=["fetched_at", "stale_after"])
    record_edition("refresh_list", row, actor=actor, at=at)
    return row


@transaction.atomic
def hold_edition(item: Received, reason: Text, *, actor: Actor, at: datetime) -> WatchList:
    """Keep what came for a person to look at; the edition in use stays."""
    take_turn()
    WatchList.objects.filter(name=item.name, state=WatchList.State.HELD).delete()
    held = _store(item, WatchList.State.HELD, at, reason)
    record_edition("hold_list", held, actor=actor, at=at)
    return held


def stale_after(at: datetime, *, demo: bool) -> datetime | None:
    """Return until when an edition received now may be trusted; None for a list of the demonstration."""
    return None if demo else at + timedelta(days=settings.TAMIZ_LIST_STALE_DAYS)


def _refresh(row: WatchList, item: Received, at: datetime) -> None:
    row.fetched_at = at
    row.stale_after = stale_after(at, demo=item.demo)
    row.sha256, row.source, row.layout = item.sha256, item.source[:500], item.content.layout
    row.etag, row.last_modified = item.etag, item.last_modified
    row.save(
        update_fields=["fetched_at", "stale_after", "sha256", "source", "layout", "etag", "last_modified"],
    )


def _store(item: Received, state: WatchList.State, at: datetime, reason: Text | None = None) -> WatchList:
    row = WatchList.objects.create(
        name=item.name,
        kind=item.content.authority.value,
        state=state,
        title=title_of(item.name),
        source=item.source[:500],
        edition=item.edition,
        dated_on=item.content.dated_on,
        fetched_at=at,
        sha256=item.sha256,
        fingerprint=item.fingerprint,
        layout=item.content.layout,
        etag=item.etag,
        last_modified=item.last_modified,
        stale_after=stale_after(at, demo=item.demo),
        demo=item.demo,
        size=len(item.content.goods),
        omitted=[_omitted(omission) for omission in item.content.omissions],
        held_reason_es=reason.es if reason else "",
        held_reason_en=reason.en if reason else "",
    )
    ListedGood.objects.bulk_create(_rows(row, item.content.goods), batch_size=500)
    return row


def _rows(row: WatchList, goods: Iterable[Entry]) -> Iterable[ListedGood]:
    return [ListedGood(watch_list=row, key=good.key, name=good.label()[:500], data=good.to_dict()) for good in goods]


def _omitted(omission: Omission) -> dict[str, object]:
    return {"line": omission.line, "name": omission.name, "es": omission.reason.es, "en": omission.reason.en}


def record_edition(verb: str, row: WatchList, *, actor: Actor, at: datetime, replaced: WatchList | None = None) -> None:
    """Write what was done with an edition into the ledger."""
    detail = {
        "edition": row.edition,
        "source": row.source,
        "sha256": row.sha256,
        "fingerprint": row.fingerprint,
        "entries": row.size,
        "demo": row.demo,
    }
    if replaced:
        detail["replaced"] = replaced.fingerprint
    record(verb, subject=f"list:{row.name}", actor=actor, at=at, detail=detail)
