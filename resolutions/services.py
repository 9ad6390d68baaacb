"""Writes of the authority's acts: what was loaded once is never rewritten."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, replace
from datetime import datetime
from typing import ClassVar, Final

from django.db import transaction

from kernel.domain.actors import Actor
from kernel.domain.errors import ConflictError
from kernel.domain.text import Text
from kernel.services.ledger import record, take_turn
from resolutions.domain.in_force import Act, AnnulmentAct, Good, NamedProducer, ResolutionAct
from resolutions.formats.columns import COLUMNS
from resolutions.formats.national_csv import NationalList, read_national_list
from resolutions.models import Annulment, Producer, ProhibitedGood, Resolution

OTHER_CONTENT: Final = Text(
    "la resolución {number} ya está cargada con otro contenido ({campos}); lo pasado no se reescribe: "
    "para corregirla cargue un acto nuevo (una anulación y otra resolución)",
    "resolution {number} is already loaded with other content ({fields}); the past is not rewritten: "
    "a correction needs a new act (an annulment and another resolution)",
)
OTHER_SIDE: Final = Text(
    "la resolución {number} ya está cargada en la otra lista: las de demostración y las verdaderas no comparten número",
    "resolution {number} is already loaded in the other list: those of the demonstration and real ones share no number",
)
OTHER_ANNULMENT: Final = Text(
    "la anulación {number} ya está cargada con otro contenido ({campos}); lo pasado no se reescribe: "
    "para corregirla cargue un acto nuevo con otro número",
    "annulment {number} is already loaded with other content ({fields}); the past is not rewritten: "
    "a correction needs a new act with another number",
)

SPANISH: Final = {name: column.spanish for name, column in COLUMNS.items()} | {
    "goods": "bienes",
    "resolution": "resolucion",
    "reason": "motivo",
}


class ActAlreadyLoadedError(ConflictError):
    """A file gives another content to acts that are loaded; nothing of it was taken."""

    code: ClassVar[str] = "act_already_loaded"

    def __init__(self, conflicts: Iterable[Text]) -> None:
        self.conflicts = tuple(conflicts)
        es = "\n".join(f"  {conflict.es}" for conflict in self.conflicts)
        en = "\n".join(f"  {conflict.en}" for conflict in self.conflicts)
        super().__init__(Text(f"No se cargó nada:\n{es}", f"Nothing was loaded:\n{en}"))


@dataclass(frozen=True, slots=True)
class NationalLoad:
    """What loading a file did: resolutions new to the register, those it held already, and new annulments."""

    new: int
    unchanged: int
    annulments: int


@dataclass(frozen=True, slots=True)
class _Loading:
    """What every act of one file is recorded with."""

    file_name: str
    sha256: str
    actor: Actor
    at: datetime
    demo: bool

    def record(self, verb: str, subject: str, **detail: str) -> None:
        """Write one act of the file into the ledger."""
        said = {"file": self.file_name, "sha256": self.sha256, "demo": self.demo, **detail}
        record(verb, subject=subject, actor=self.actor, at=self.at, detail=said)


@transaction.atomic
def load_national_list(data: bytes, *, file_name: str, actor: Actor, at: datetime, demo: bool = False) -> NationalLoad:
    """Add the acts in a CSV to the register; loading the same acts again changes nothing.

    Raises:
        NationalListError: with every fault of the file.
        ActAlreadyLoadedError: if an act is loaded with other content.

    """
    acts = read_national_list(data)
    digest = hashlib.sha256(data).hexdigest()
    loading = _Loading(file_name, digest, actor, at, demo)
    take_turn()
    known = _loaded_resolutions(acts)
    annulled = _loaded_annulments(acts)
    conflicts = (*_conflicts(acts.resolutions, known, demo=demo), *_annulment_conflicts(acts.annulments, annulled))
    if conflicts:
        raise ActAlreadyLoadedError(conflicts)
    new = [act for act in acts.resolutions if act.number not in known]
    for act in new:
        _add_resolution(act, loading)
    ending = [act for act in acts.annulments if act.number not in annulled]
    for annulment in ending:
        _add_annulment(annulment, loading)
    return NationalLoad(new=len(new), unchanged=len(acts.resolutions) - len(new), annulments=len(ending))


def _loaded_resolutions(acts: NationalList) -> dict[str, Resolution]:
    numbers = [act.number for act in acts.resolutions]
    rows = Resolution.objects.filter(number__in=numbers).prefetch_related("goods__producers")
    return {row.number: row for row in rows}


def _loaded_annulments(acts: NationalList) -> dict[str, AnnulmentAct]:
    numbers = [act.number for act in acts.annulments]
    rows = Annulment.objects.filter(number__in=numbers).select_related("resolution")
    return {row.number: row.as_act() for row in rows}


def _conflicts(acts: Iterable[ResolutionAct], known: dict[str, Resolution], *, demo: bool) -> Iterator[Text]:
    for act in acts:
        row = known.get(act.number)
        if row is None:
            continue
        if row.demo != demo:
            yield OTHER_SIDE.filled(number=act.number)
            continue
        differing = _differing(_in_order(row.as_act()), _in_order(act))
        if differing:
            yield OTHER_CONTENT.filled(number=act.number, campos=_in_spanish(differing), fields=", ".join(differing))


def _annulment_conflicts(acts: Iterable[AnnulmentAct], known: dict[str, AnnulmentAct]) -> Iterator[Text]:
    for act in acts:
        differing = _differing(known[act.number], act) if act.number in known else ()
        if differing:
            campos = _in_spanish(differing)
            yield OTHER_ANNULMENT.filled(number=act.number, campos=campos, fields=", ".join(differing))


def _in_order(act: ResolutionAct) -> ResolutionAct:
    """Return the act with goods and producers in one order, so that the order of rows makes no difference."""
    goods = (replace(good, producers=tuple(sorted(good.producers, key=_by_name))) for good in act.goods)
    return replace(act, goods=tuple(sorted(goods, key=_by_position)))


def _by_name(producer: NamedProducer) -> str:
    return producer.name


def _by_position(good: Good) -> int:
    return good.position


def _differing(loaded: Act, given: Act) -> tuple[str, ...]:
    names = (field.name for field in fields(loaded))
    return tuple(name for name in names if getattr(loaded, name) != getattr(given, name))


def _in_spanish(names: Iterable[str]) -> str:
    return ", ".join(SPANISH[name] for name in names)


def _add_resolution(act: ResolutionAct, loading: _Loading) -> None:
    row = Resolution.objects.create(
        number=act.number,
        outcome=act.outcome.value,
        issued_on=act.issued_on,
        notified_on=act.notified_on,
        published_on=act.published_on,
        effective_on=act.effective_on,
        source=act.source,
        demo=loading.demo,
    )
    for good in act.goods:
        _add_good(row, good)
    loading.record("load_resolution", f"resolution:{act.number}", effective_on=act.effective_on.isoformat())


def _add_good(resolution: Resolution, good: Good) -> None:
    row = ProhibitedGood.objects.create(
        resolution=resolution,
        position=good.position,
        tariff_codes=list(good.tariff_codes),
        tariff_version=good.tariff_version,
        description=good.description,
        description_en=good.description_en,
        traits=good.traits,
        origins=list(good.origins),
        regions=list(good.regions),
        provenance=list(good.provenance),
        inputs=list(good.inputs),
        exclusions=good.exclusions,
    )
    Producer.objects.bulk_create(_producer(row, named) for named in good.producers)


def _producer(good: ProhibitedGood, named: NamedProducer) -> Producer:
    return Producer(
        good=good,
        name=named.name,
        aliases=list(named.aliases),
        identifiers=list(named.identifiers),
        country=named.country,
        region=named.region,
        city=named.city,
        postal_code=named.postal_code,
        address=named.address,
    )


def _add_annulment(act: AnnulmentAct, loading: _Loading) -> None:
    Annulment.objects.create(
        resolution=Resolution.objects.get(number=act.resolution),
        number=act.number,
        issued_on=act.issued_on,
        effective_on=act.effective_on,
        reason=act.reason,
    )
    loading.record(
        "load_annulment",
        f"resolution:{act.resolution}",
        annulment=act.number,
        effective_on=act.effective_on.isoformat(),
    )
