"""Fetches a list from the address configured for it; what looks broken is held and the old edition stays."""

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import ClassVar, Final
from urllib.parse import urlsplit

from django.conf import settings

from kernel.domain.actors import Actor
from kernel.domain.errors import DomainError, NotFoundError, UnavailableError
from kernel.domain.text import Text
from kernel.http import Fetched
from screening.clients import get_list
from screening.domain.lists import formats_of, shrinks
from screening.formats.content import ListContent
from screening.formats.wro_csv import FORMAT as WRO_CSV
from screening.formats.wro_page import csv_address
from screening.models import WatchList
from screening.services.lists.editions import (
    Received,
    confirm_edition,
    current_edition,
    hold_edition,
    make_current,
    read_for,
    received,
)


class ListNotFetchedError(UnavailableError):
    """A list could not be fetched or read; the edition in use stays."""

    code: ClassVar[str] = "list_not_fetched"


class NoAddressError(NotFoundError):
    """No address is configured for a list."""

    code: ClassVar[str] = "no_list_address"


class FetchState(StrEnum):
    """What a fetch did."""

    NEW = "NEW"
    UNCHANGED = "UNCHANGED"
    HELD = "HELD"


@dataclass(frozen=True, slots=True)
class FetchOutcome:
    """What a fetch did, the edition it is about (the held one when held), and why."""

    state: FetchState
    watch_list: WatchList
    reason: Text


FIRST: Final = Text("primera edición: {size} entradas", "first edition: {size} entries")
NEWER: Final = Text("edición nueva: {size} entradas (antes {before})", "new edition: {size} entries ({before} before)")
SAME: Final = Text("sin cambios", "no changes")
SHRUNK: Final = Text(
    "Tiene {now} entradas y la edición en uso {before}: más del 10 % menos.",
    "It has {now} entries and the edition in use {before}: more than 10 % fewer.",
)
OTHER_FORMAT: Final = Text(
    "Cambió el formato: antes {before}, ahora {now}.", "The format changed: {before} before, {now} now."
)
OTHER_COLUMNS: Final = Text(
    "Cambió la disposición del archivo: columnas que faltan: {gone}; columnas nuevas: {new}.",
    "The layout of the file changed: columns that are gone: {gone}; new columns: {new}.",
)
OTHER_ORDER: Final = Text(
    "Cambió la disposición del archivo: las columnas vienen en otro orden.",
    "The layout of the file changed: the columns come in another order.",
)
STAYS: Final = Text(
    "Sigue en uso la edición {edition}. Revise lo recibido y decida con «tamiz lists release {name}» o "
    "«tamiz lists discard {name}».",
    "Edition {edition} stays in use. Look at what came and decide with “tamiz lists release {name}” or "
    "“tamiz lists discard {name}”.",
)
FAILED: Final = Text(
    "No se obtuvo la lista «{name}» de {address}.", "The list “{name}” could not be got from {address}."
)
KEPT: Final = Text("Sigue en uso la edición {edition}.", "Edition {edition} stays in use.")
NONE_KEPT: Final = Text("No hay ninguna edición en uso.", "There is no edition in use.")
BY_HAND: Final = Text(
    "También puede descargar el archivo y cargarlo con «tamiz lists load {name} ARCHIVO».",
    "You can also download the file and load it with “tamiz lists load {name} FILE”.",
)


def fetch_list(name: str, *, actor: Actor, at: datetime) -> FetchOutcome:
    """Return what fetching a list did: a new edition, nothing new, or one that is held for a person to look at.

    Raises:
        NoAddressError: if no address is configured for the name.
        ListNotFetchedError: if the server cannot be reached or what it sends is no such list.

    """
    address = _address(name)
    current = current_edition(name)
    with _telling(name, address, current):
        answer, source = _ask(name, address, current)
    if answer.not_modified and current:
        return FetchOutcome(FetchState.UNCHANGED, confirm_edition(current, actor=actor, at=at), SAME)
    with _telling(name, source, current):
        item = _read(name, answer, source)
    suspicion = _suspicion(item.content, current) if current else ()
    if current and suspicion:
        held = hold_edition(item, _joined(suspicion), actor=actor, at=at)
        reason = _joined((*suspicion, STAYS.filled(edition=current.edition, name=name)))
        return FetchOutcome(FetchState.HELD, held, reason)
    return _accept(item, current, actor=actor, at=at)


def _address(name: str) -> str:
    addresses: Mapping[str, str] = settings.TAMIZ_LIST_URLS
    if name not in addresses:
        known = ", ".join(sorted(addresses))
        raise NoAddressError(
            Text(
                f"No hay dirección configurada para la lista «{name}»; la hay para: {known}. "
                f"Cárguela de un archivo con «tamiz lists load {name} ARCHIVO».",
                f"No address is configured for the list “{name}”; there is one for: {known}. "
                f"Load it from a file with “tamiz lists load {name} FILE”.",
            )
        )
    return addresses[name]


@contextmanager
def _telling(name: str, address: str, current: WatchList | None) -> Iterator[None]:
    """Say of whatever goes wrong which list it is about and which edition stays in use."""
    try:
        yield
    except DomainError as error:
        kept = KEPT.filled(edition=current.edition) if current else NONE_KEPT
        what = FAILED.filled(name=name, address=address)
        raise ListNotFetchedError(_joined((what, error.message, kept, BY_HAND.filled(name=name)))) from error


def _ask(name: str, address: str, current: WatchList | None) -> tuple[Fetched, str]:
    """Return the answer and the address it is from; a page that links to the file is followed to it."""
    answer = _get(address, current)
    file = "" if answer.not_modified or WRO_CSV not in formats_of(name) else csv_address(answer.content, page=address)
    return (_get(file, current), file) if file else (answer, address)


def _get(address: str, current: WatchList | None) -> Fetched:
    if current and current.source == address:
        return get_list(address, etag=current.etag, last_modified=current.last_modified)
    return get_list(address)


def _read(name: str, answer: Fetched, source: str) -> Received:
    content = read_for(name, answer.content, file_name=urlsplit(source).path.rsplit("/", 1)[-1])
    item = received(name, answer.content, content, source=source)
    return replace(item, etag=answer.etag[:255], last_modified=answer.last_modified[:100])


def _suspicion(content: ListContent, current: WatchList) -> tuple[Text, ...]:
    """Return why the content may be broken, nothing when it looks as the edition in use does."""
    found = []
    if shrinks(current.size, len(content.goods)):
        found.append(SHRUNK.filled(now=len(content.goods), before=current.size))
    if content.layout != current.layout:
        found.append(other_layout(current.layout, content.layout))
    return tuple(found)


def other_layout(before: str, now: str) -> Text:
    """Return what is different between two layouts, each a format and its columns."""
    (old_format, _, old), (new_format, _, new) = before.partition(":"), now.partition(":")
    if old_format != new_format:
        return OTHER_FORMAT.filled(before=old_format, now=new_format)
    had, has = re.split("[,;]", old), re.split("[,;]", new)
    gone, added = (", ".join(dict.fromkeys(names)) for names in (_without(had, has), _without(has, had)))
    return OTHER_COLUMNS.filled(gone=gone or "-", new=added or "-") if gone or added else OTHER_ORDER


def _without(names: Iterable[str], others: Iterable[str]) -> list[str]:
    known = set(others)
    return [name for name in names if name not in known]


def _accept(item: Received, current: WatchList | None, *, actor: Actor, at: datetime) -> FetchOutcome:
    edition, new = make_current(item, actor=actor, at=at)
    if not new:
        return FetchOutcome(FetchState.UNCHANGED, edition, SAME)
    reason = NEWER.filled(size=edition.size, before=current.size) if current else FIRST.filled(size=edition.size)
    return FetchOutcome(FetchState.NEW, edition, reason)


def _joined(texts: Iterable[Text]) -> Text:
    """Return the sentences one after the other."""
    texts = tuple(texts)
    return Text(" ".join(text.es for text in texts), " ".join(text.en for text in texts))
