"""The lists of a run: loaded ones by name, files as they are; what cannot be trusted is refused."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import ClassVar, Final

from django.conf import settings
from django.utils import timezone

from kernel.domain.errors import UnavailableError
from kernel.domain.text import Text
from resolutions.domain.in_force import goods_in_force
from resolutions.formats.national_csv import is_national_file, read_national_list
from resolutions.queries import prohibited_goods
from screening.domain.lists import DEMO_NATIONAL, LIST_NAME, NATIONAL_NAMES, is_demo_name, title_of
from screening.engine import Authority, ListedGood
from screening.formats import ListContent, read_list
from screening.formats.content import day_in, fingerprint
from screening.formats.national import national_goods
from screening.models import WatchList

NAME_LIMIT: Final = 60  # characters of a list's name that a hit can hold; the name of a file may be longer


class ListUnavailableError(UnavailableError):
    """A list is missing, empty or stale; a run without it would call clear what nobody compared."""

    code: ClassVar[str] = "list_unavailable"


@dataclass(frozen=True, slots=True)
class RunList:
    """A list as a run uses it.

    ``sha256`` is that of the file, or for a list computed here the same as ``fingerprint``, which is taken over
    the entries in canonical form; ``dated_on`` is None when the list says no date.
    """

    name: str
    kind: str
    title: str
    edition: str
    sha256: str
    fingerprint: str
    dated_on: date | None
    demo: bool
    goods: tuple[ListedGood, ...]
    omitted: int = 0


def lists_for_run(specs: Sequence[str], *, on: date, at: datetime, files: bool = False) -> tuple[RunList, ...]:
    """Return the lists that a run asks for: each by the name of a loaded list or, with ``files``, by a path.

    What names both a loaded list and a file is the loaded list. Without ``files`` no path is ever looked at.

    Raises:
        ListUnavailableError: if one is missing, empty or past its day; the sentence says what to do.

    """
    if not specs:
        raise ListUnavailableError(Text("Indique al menos una lista.", "Name at least one list."))
    chosen: dict[str, RunList] = {}
    for spec in specs:
        loaded = _by_name(spec, on=on, at=at)
        if loaded:
            chosen.setdefault(f"name:{loaded.name}", loaded)
            continue
        path = _existing_file(spec) if files else None
        if path is None:
            raise ListUnavailableError(_missing(spec, files=files))
        if f"file:{path}" not in chosen:  # the same file by another path is the same list
            chosen[f"file:{path}"] = _file(path, on)
    return _with_own_names(tuple(chosen.values()))


def _by_name(spec: str, *, on: date, at: datetime) -> RunList | None:
    if spec in NATIONAL_NAMES:
        return _national(spec, on)
    if not LIST_NAME.fullmatch(spec):
        return None
    loaded = WatchList.objects.filter(name=spec, state=WatchList.State.CURRENT).first()
    return _loaded(loaded, at) if loaded else None


def _existing_file(spec: str) -> Path | None:
    try:
        path = Path(spec).resolve()
        return path if path.is_file() else None
    except (OSError, ValueError):  # a name that no file can have
        return None


def _missing(spec: str, *, files: bool) -> Text:
    if LIST_NAME.fullmatch(spec):
        how = _how_to_load(spec)
        return Text(f"La lista «{spec}» no está cargada: {how.es}.", f"The list “{spec}” is not loaded: {how.en}.")
    if files:
        return Text(f"No existe el archivo de lista {spec}.", f"There is no list file {spec}.")
    return Text(f"No hay ninguna lista llamada «{spec}».", f"There is no list called “{spec}”.")


def _how_to_load(name: str) -> Text:
    if is_demo_name(name) and name != DEMO_NATIONAL:
        return Text("la carga «tamiz demo»", "“tamiz demo” loads it")
    load = Text(f"cárguela con «tamiz lists load {name} ARCHIVO»", f"load it with “tamiz lists load {name} FILE”")
    if name not in settings.TAMIZ_LIST_URLS:
        return load
    return Text(
        f"obténgala con «tamiz lists fetch {name}» o {load.es}", f"get it with “tamiz lists fetch {name}” or {load.en}"
    )


def _national(name: str, on: date) -> RunList:
    goods = national_goods(prohibited_goods(on, demo=name == DEMO_NATIONAL), list_name=name)
    if not goods:
        how = _how_to_load(name)
        raise ListUnavailableError(
            Text(
                f"La lista «{name}» está vacía: ninguna resolución está vigente el {on.isoformat()}; {how.es}.",
                f"The list “{name}” is empty: no resolution is in force on {on.isoformat()}; {how.en}.",
            )
        )
    mark = fingerprint(goods)
    return RunList(
        name=name,
        kind=Authority.NATIONAL.value,
        title=title_of(name),
        edition=on.isoformat(),
        sha256=mark,
        fingerprint=mark,
        dated_on=on,
        demo=name == DEMO_NATIONAL,
        goods=goods,
    )


def _loaded(row: WatchList, at: datetime) -> RunList:
    how = _how_to_load(row.name)
    if row.is_stale(at):
        since = timezone.localdate(row.fetched_at).isoformat()
        raise ListUnavailableError(
            Text(
                f"La lista «{row.name}» es del {since} y ya no se puede confiar en ella: {how.es}.",
                f"The list “{row.name}” is of {since} and can no longer be trusted: {how.en}.",
            )
        )
    goods = tuple(ListedGood.from_dict(data) for data in row.goods.order_by("pk").values_list("data", flat=True))
    if not goods:
        raise ListUnavailableError(
            Text(f"La lista «{row.name}» está vacía: {how.es}.", f"The list “{row.name}” is empty: {how.en}.")
        )
    return RunList(
        name=row.name,
        kind=row.kind,
        title=row.title,
        edition=row.edition,
        sha256=row.sha256,
        fingerprint=row.fingerprint,
        dated_on=row.dated_on,
        demo=row.demo,
        goods=goods,
        omitted=len(row.omitted),
    )


def _file(path: Path, on: date) -> RunList:
    """Return the list in a file, taken as it is: its hash, and its date if it says one."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ListUnavailableError(
            Text(f"No se puede leer el archivo de lista {path.name}.", f"The list file {path.name} cannot be read.")
        ) from error
    name = path.name[:NAME_LIMIT]
    content = _content(data, name, path.name, on)
    if not content.goods:
        raise ListUnavailableError(
            Text(f"El archivo {path.name} no tiene ningún bien vigente.", f"The file {path.name} has no good in force.")
        )
    digest = hashlib.sha256(data).hexdigest()
    return RunList(
        name=name,
        kind=content.authority.value,
        title=path.name[:255],
        edition=content.dated_on.isoformat() if content.dated_on else digest[:12],
        sha256=digest,
        fingerprint=fingerprint(content.goods),
        dated_on=content.dated_on,
        demo=False,
        goods=content.goods,
        omitted=len(content.omissions),
    )


def _content(data: bytes, name: str, file_name: str, on: date) -> ListContent:
    if not is_national_file(data):
        return read_list(data, list_name=name, file_name=file_name)
    acts = read_national_list(data)
    goods = national_goods(goods_in_force((*acts.resolutions, *acts.annulments), on), list_name=name)
    return ListContent("national_csv", Authority.NATIONAL, goods, dated_on=day_in(file_name))


def _with_own_names(lists: tuple[RunList, ...]) -> tuple[RunList, ...]:
    """Return the lists with ``-2`` after the name of a second file that is called the same."""
    used: set[str] = set()
    named = []
    for item in lists:
        name = _unused(item.name, used)
        used.add(name)
        named.append(item if name == item.name else _renamed(item, name))
    return tuple(named)


def _unused(name: str, used: set[str]) -> str:
    number, candidate = 1, name
    while candidate in used:
        number += 1
        ending = f"-{number}"
        candidate = name[: NAME_LIMIT - len(ending)] + ending
    return candidate


def _renamed(item: RunList, name: str) -> RunList:
    goods = tuple(replace(good, list_name=name) for good in item.goods)
    return replace(item, name=name, goods=goods, fingerprint=fingerprint(goods))
