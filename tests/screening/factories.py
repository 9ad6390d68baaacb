"""Ingested files and lists of a run, named for their situation; every firm here is invented."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from hashlib import sha256
from itertools import count

from django.db.models import Max, Min

from importers.models import Declaration, DeclaredParty, Importer, Ingestion, LineItem, RowIssue
from kernel.domain.actors import Actor
from screening.engine import Authority, ListedGood, ListedProducer
from screening.models import ScreeningRun
from screening.services.lists import RunList, fingerprint
from screening.services.runs import execute_run, start_run

AT = datetime(2026, 11, 20, 18, 0, tzinfo=UTC)
DAY = date(2026, 11, 20)
OFFICER = Actor(name="account:officer", channel="web")
MAKER = "Tejidos Inventados del Valle Co., Ltd."
WATCHED = "Silicio Imaginado de la Meseta Co., Ltd."
CHINESE = "虚构山谷纺织有限公司"
_numbers = count(1)


@dataclass(frozen=True)
class Said:
    """One line as a declaration says it, with the parties of the line alone."""

    code: str = "85423101"
    origin: str = "USA"
    supplier: str = "Componentes Honestos, S.A. de C.V."
    producer: str = ""
    key: str = "A1"
    operation: str = "1"
    description: str = "MERCANCIA"
    fields: dict[str, str] = field(default_factory=dict)


CLEAR = Said()
STOPPED = Said("61091003", "CHN", producer=MAKER, description="PLAYERAS DE ALGODON")
REVIEWED = Said("61091003", "CHN", supplier="Comercializadora Del Puerto Ltd", description="PLAYERAS DE ALGODON")
WATCHED_LINE = Said("28046101", "CHN", supplier="SILICIO IMAGINADO DE LA MESETA CO LTD", description="SILICIO")
UNKNOWN = Said(supplier="", origin="")
VIRTUAL = replace(STOPPED, key="V1")
EXPORTED = Said(operation="2")


def ingested(*lines: Said, rejected: int = 0, file_name: str = "pedimentos.csv") -> Ingestion:
    """Return a file wholly read: each line in a declaration of its own, and ``rejected`` rows that were not lines."""
    number = next(_numbers)
    ingestion = Ingestion.objects.create(
        sha256=sha256(f"file {number}".encode()).hexdigest(),
        file_name=file_name,
        format="csv",
        state=Ingestion.State.COMPLETE,
        started_at=AT,
        completed_at=AT,
        rows_read=len(lines) + rejected,
        lines_kept=len(lines),
        rows_rejected=rejected,
    )
    importer, _ = Importer.objects.get_or_create(rfc="EKU9003173C9", defaults={"name": "Importadora Inventada"})
    for place, said in enumerate(lines, 1):
        _line(ingestion, importer, place, said)
    keys = LineItem.objects.filter(declaration__ingestion=ingestion).aggregate(first=Min("pk"), last=Max("pk"))
    ingestion.first_line, ingestion.last_line = keys["first"] or 0, keys["last"] or 0
    ingestion.save(update_fields=["first_line", "last_line"])
    RowIssue.objects.bulk_create(
        RowIssue(
            ingestion=ingestion,
            severity=RowIssue.Severity.REJECTED,
            file_name=file_name,
            table="551",
            line_number=1000 + place,
            code="no_tariff_code",
            reason_es="No tiene fracción.",
            reason_en="It has no tariff code.",
        )
        for place in range(rejected)
    )
    return ingestion


def _line(ingestion: Ingestion, importer: Importer, place: int, said: Said) -> None:
    declaration = Declaration.objects.create(
        ingestion=ingestion,
        source_key=f"{place}",
        year="26",
        office="16",
        patent="3001",
        number=f"{6_000_000 + place}",
        key=said.key,
        operation=said.operation,
        importer=importer,
    )
    line = LineItem.objects.create(
        declaration=declaration,
        sequence=1,
        tariff_code=said.code,
        nico="00",
        description=said.description,
        origin=said.origin,
        seller_country=said.origin,
        line_number=place + 1,
    )
    for role, name in (("SUPPLIER", said.supplier), ("PRODUCER", said.producer)):
        if name:
            fields = {"country": said.origin} | said.fields
            DeclaredParty.objects.create(declaration=declaration, line=line, role=role, name=name, **fields)


def national_list(*, demo: bool = False) -> RunList:
    """Return a national list of one resolution on cotton shirts of a producer in China."""
    good = ListedGood(
        "RES-1/1",
        "nacional",
        Authority.NATIONAL,
        producers=(ListedProducer(MAKER, aliases=(CHINESE,), country="CHN"),),
        tariff_codes=("61091003",),
        origins=("CHN",),
        act="Resolución 1/2026",
        in_force_on=date(2026, 6, 1),
    )
    return run_list("nacional", good, kind="NATIONAL", demo=demo, dated_on=DAY)


def foreign_list(name: str = "extranjera", *producers: str) -> RunList:
    """Return a foreign list that names producers alone and says no date."""
    goods = [
        ListedGood(f"F-{i}", name, Authority.FOREIGN, producers=(ListedProducer(producer, country="CHN"),))
        for i, producer in enumerate(producers or (WATCHED,))
    ]
    return run_list(name, *goods, kind="FOREIGN")


def run_list(
    name: str, *goods: ListedGood, kind: str = "CUSTOM", demo: bool = False, dated_on: date | None = None
) -> RunList:
    """Return a list of these goods."""
    mark = fingerprint(goods)
    digest = sha256(f"{name}{mark}".encode()).hexdigest()
    return RunList(name, kind, f"Lista {name}", "1", digest, mark, dated_on, demo, goods)


def opened_run(ingestion: Ingestion, lists: Sequence[RunList] = ()) -> ScreeningRun:
    """Return a run that nobody has executed yet."""
    run, _ = start_run(ingestion, lists or both_lists(), as_of=DAY, actor=OFFICER, at=AT)
    return run


def finished_run(*lines: Said, rejected: int = 0, lists: Sequence[RunList] = ()) -> ScreeningRun:
    """Return a run in which every line has its verdict."""
    chosen = lists or both_lists()
    return execute_run(opened_run(ingested(*lines, rejected=rejected), chosen), chosen, clock=lambda: AT)


def both_lists() -> tuple[RunList, RunList]:
    """Return the national and a foreign list."""
    return national_list(), foreign_list()
