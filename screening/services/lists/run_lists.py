"""The lists of a run: loaded ones by name, files as they are; what cannot be trusted is refused."""

import hashlib
import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import ClassVar, Final

from kernel.domain.errors import UnavailableError
from kernel.domain.text import Text
from kernel.formats.csv_table import NotATableError, read_table
from resolutions.domain.in_force import goods_in_force
from resolutions.formats.national_csv import is_national, read_national_list
from resolutions.queries import prohibited_goods
from screening.engine import Authority, ListedGood
from screening.formats import read_list
from screening.models import WatchList
from screening.services.lists.national import DEMO_NATIONAL, NATIONAL, TITLE, national_goods

LIST_NAME: Final = re.compile(r"[a-z0-9][a-z0-9-]{0,59}")


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


def fingerprint(goods: Iterable[ListedGood]) -> str:
    """Return the SHA-256 over the entries in canonical form, whatever their order."""
    forms = sorted(
        json.dumps(good.to_dict(), sort_keys=True, ensure_ascii=False, separators=(",", ":")) for good in goods
    )
    return hashlib.sha256("\n".join(forms).encode()).hexdigest()


def lists_for_run(specs: Sequence[str], *, on: date, at: datetime) -> tuple[RunList, ...]:
    """Return the lists that a run asks for, by the name of a loaded list or the path of a file.

    Raises:
        ListUnavailableError: if one is missing, empty or past its day; the sentence says what to do.

    """
    if not specs:
        raise ListUnavailableError(
            Text("Indique al menos una lista con --list.", "Name at least one list with --list.")
        )
    chosen = tuple(_one(spec, on=on, at=at) for spec in dict.fromkeys(specs))
    return _with_own_names(chosen)


def _one(spec: str, *, on: date, at: datetime) -> RunList:
    if spec in (NATIONAL, DEMO_NATIONAL):
        return _national(spec, on)
    if LIST_NAME.fullmatch(spec):
        loaded = WatchList.objects.filter(name=spec, state=WatchList.State.CURRENT).first()
        if loaded:
            return _loaded(loaded, at)
    path = Path(spec)
    if path.is_file():
        return _file(path, on)
    raise ListUnavailableError(_missing(spec))


def _missing(spec: str) -> Text:
    if not LIST_NAME.fullmatch(spec):
        return Text(f"No existe el archivo de lista {spec}.", f"There is no list file {spec}.")
    return Text(
        f"La lista «{spec}» no está cargada: "
        f"cárguela con «tamiz lists fetch {spec}» o «tamiz lists load {spec} ARCHIVO».",
        f"The list “{spec}” is not loaded: load it with “tamiz lists fetch {spec}” or “tamiz lists load {spec} FILE”.",
    )


def _national(name: str, on: date) -> RunList:
    demo = name == DEMO_NATIONAL
    goods = national_goods(prohibited_goods(on, demo=demo), list_name=name)
    if not goods:
        raise ListUnavailableError(
            Text(
                f"La lista «{name}» está vacía: ninguna resolución está vigente el {on.isoformat()}. "
                f"Cargue las resoluciones con «tamiz lists load {name} ARCHIVO».",
                f"The list “{name}” is empty: no resolution is in force on {on.isoformat()}. "
                f"Load the resolutions with “tamiz lists load {name} FILE”.",
            )
        )
    return _national_list(name, goods, on, demo=demo)


def _national_list(name: str, goods: tuple[ListedGood, ...], on: date, *, demo: bool) -> RunList:
    mark = fingerprint(goods)
    title = f"DEMO · {TITLE}" if demo else TITLE
    return RunList(name, Authority.NATIONAL.value, title, on.isoformat(), mark, mark, on, demo, goods)


def _loaded(row: WatchList, at: datetime) -> RunList:
    if row.stale_after is not None and row.stale_after < at:
        since = row.fetched_at.date().isoformat()
        raise ListUnavailableError(
            Text(
                f"La lista «{row.name}» es del {since} y ya no se puede confiar en ella: "
                f"actualícela con «tamiz lists fetch {row.name}» o «tamiz lists load {row.name} ARCHIVO».",
                f"The list “{row.name}” is of {since} and can no longer be trusted: "
                f"renew it with “tamiz lists fetch {row.name}” or “tamiz lists load {row.name} FILE”.",
            )
        )
    goods = tuple(ListedGood.from_dict(data) for data in row.goods.order_by("pk").values_list("data", flat=True))
    if not goods:
        raise ListUnavailableError(
            Text(
                f"La lista «{row.name}» está vacía: cárguela de nuevo con «tamiz lists load {row.name} ARCHIVO».",
                f"The list “{row.name}” is empty: load it again with “tamiz lists load {row.name} FILE”.",
            )
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
    data = path.read_bytes()
    digest = hashlib.sha256(data).hexdigest()
    if _is_national(data):
        acts = read_national_list(data)
        goods = national_goods(goods_in_force((*acts.resolutions, *acts.annulments), on), list_name=path.name)
        found = replace(_national_list(path.name, goods, on, demo=False), sha256=digest, title=path.name)
    else:
        content = read_list(data, list_name=path.name, file_name=path.name)
        edition = content.dated_on.isoformat() if content.dated_on else digest[:12]
        found = RunList(
            name=path.name,
            kind=content.authority.value,
            title=path.name,
            edition=edition,
            sha256=digest,
            fingerprint=fingerprint(content.goods),
            dated_on=content.dated_on,
            demo=False,
            goods=content.goods,
            omitted=len(content.omissions),
        )
    if not found.goods:
        raise ListUnavailableError(
            Text(f"El archivo {path.name} no tiene ningún bien vigente.", f"The file {path.name} has no good in force.")
        )
    return found


def _is_national(data: bytes) -> bool:
    try:
        return is_national(read_table(data).columns)
    except NotATableError:
        return False


def _with_own_names(lists: tuple[RunList, ...]) -> tuple[RunList, ...]:
    """Return the lists with ``-2`` after the name of a second file that is called the same."""
    used: dict[str, int] = {}
    named = []
    for item in lists:
        used[item.name] = used.get(item.name, 0) + 1
        if used[item.name] > 1:
            name = f"{item.name}-{used[item.name]}"
            item = replace(item, name=name, goods=tuple(replace(good, list_name=name) for good in item.goods))  # noqa: PLW2901
        named.append(item)
    return tuple(named)
