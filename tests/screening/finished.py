"""Runs as the engine leaves them, for the tests of pages and of the API."""

import hashlib
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

from importers.models import Declaration, DeclaredParty, Ingestion, LineItem, RowIssue
from kernel.domain.text import Text
from screening.engine import ENGINE_VERSION, Authority, Index, Line, ListedGood, ListedProducer, Party
from screening.engine.types import Judgement
from screening.models import Hit, LineVerdict, ScreeningRun, WatchList
from screening.models import ListedGood as ListedRow

AT = datetime(2026, 5, 20, 18, 0, tzinfo=UTC)
NATIONAL = ListedGood(
    key="R-1",
    list_name="nacional",
    authority=Authority.NATIONAL,
    producers=(ListedProducer("Algodonera Kargilik Textile Co., Ltd.", country="CHN"),),
    tariff_codes=("5201",),
    origins=("CHN",),
    description=Text("Algodón sin cardar", "Cotton, not carded"),
    act="Resolución UTF/001/2026",
    in_force_on=date(2026, 3, 1),
)
FOREIGN = ListedGood(
    key="F-1",
    list_name="uflpa",
    authority=Authority.FOREIGN,
    producers=(ListedProducer("Hoshine Silicon Industry Co., Ltd.", country="CHN"),),
    act="UFLPA Entity List",
)
OTHER = ListedGood(
    key="F-2",
    list_name="uflpa",
    authority=Authority.FOREIGN,
    producers=(ListedProducer("Xinjiang Tianshan Wool Textile Co., Ltd.", country="CHN"),),
    act="UFLPA Entity List",
)
SELLER = Party("SUPPLIER", "Telas del Norte GmbH", country="DEU")
LINES = {  # by the verdict each is made for
    "STOP": Line("52010003", "00", "ALGODON EN RAMA", "CHN", "CHN", parties=(
        Party("PRODUCER", "ALGODONERA KARGILIK TEXTILE COMPANY LIMITED", "91653126MA77XXXX1", "CHN", "Kashgar"),
    )),
    "REVIEW": Line("52010003", "00", "ALGODON SIN CARDAR NI PEINAR", "CHN", "DEU", parties=(SELLER,)),
    "WATCH": Line("28046101", "00", "SILICIO", "CHN", "CHN", parties=(
        Party("SUPPLIER", "HOSHINE SILICON IND CO LTD IMPORT", country="CHN"),
    )),
    "UNKNOWN": Line("85414201", "00", "CELDAS", "CHN", virtual=True),
    "CLEAR": Line("64039999", "00", "CALZADO DE CUERO", "ITA", "DEU", parties=(SELLER,)),
}  # fmt: skip


def list_in_use(name: str = "uflpa", *, goods: Sequence[ListedGood] = (FOREIGN, OTHER), **fields: Any) -> WatchList:
    """Return a foreign list that can be used, unless ``fields`` say otherwise."""
    now = datetime.now(UTC)
    row = WatchList.objects.create(
        **{
            "name": name,
            "kind": WatchList.Kind.FOREIGN,
            "title": "UFLPA Entity List (DHS)",
            "source": "https://example.org/list",
            "edition": "2026-05-01",
            "dated_on": date(2026, 5, 1),
            "fetched_at": now,
            "stale_after": now + timedelta(days=10),
            "sha256": hashlib.sha256(name.encode()).hexdigest(),
            "fingerprint": hashlib.sha256(name.encode()).hexdigest(),
            "size": len(goods),
            **fields,
        }
    )
    for good in goods:
        ListedRow.objects.create(watch_list=row, key=good.key, name=good.label(), data=good.to_dict())
    return row


def finished_run(*, created_by: str = "account:1", file_name: str = "mayo.zip", copies: int = 1) -> ScreeningRun:
    """Return a run with one line of each verdict (``copies`` of the CLEAR one), a rejected row and a warned one."""
    ingestion = Ingestion.objects.create(
        sha256=hashlib.sha256(f"{file_name}{created_by}".encode()).hexdigest(),
        file_name=file_name,
        format="data_stage",
        state=Ingestion.State.COMPLETE,
        started_at=AT,
        completed_at=AT,
        rows_read=len(LINES) + 1,
        lines_kept=len(LINES) + copies - 1,
        rows_rejected=1,
        warnings=1,
    )
    _issues(ingestion)
    run = ScreeningRun.objects.create(
        key=ingestion.sha256,
        ingestion=ingestion,
        as_of=date(2026, 5, 18),
        lists=[_described("nacional", "NATIONAL"), _described("uflpa", "FOREIGN")],
        engine_version=ENGINE_VERSION,
        thresholds={"met": 0.9, "near": 0.5},
        state=ScreeningRun.State.DONE,
        created_at=AT,
        finished_at=AT,
        created_by=created_by,
    )
    index = Index.build([NATIONAL, FOREIGN])
    counts = {"NOT_SCREENED": 1, **dict.fromkeys(LINES, 0)}
    number = 0
    for line in LINES.values():
        for _ in range(copies if line is LINES["CLEAR"] else 1):
            number += 1
            judgement = index.check(line)
            counts[judgement.verdict.value] += 1
            _judged(run, _line(ingestion, number, line), judgement)
    run.counts = {**counts, "NO_BORDER": {"UNKNOWN": 1}, "LINES": number, "EXPORTS": 2}
    run.save()
    return run


def _described(name: str, kind: str) -> dict[str, Any]:
    mark = hashlib.sha256(name.encode()).hexdigest()
    return {
        "name": name,
        "kind": kind,
        "title": {"nacional": "Lista nacional de bienes prohibidos"}.get(name, "UFLPA Entity List (DHS)"),
        "edition": "2026-05-18",
        "sha256": mark,
        "fingerprint": mark,
        "dated_on": "2026-05-18",
        "demo": name == "uflpa",
        "size": 1,
        "omitted": 0,
    }


def _issues(ingestion: Ingestion) -> None:
    for severity, number, es, en in (
        ("REJECTED", 7, "La línea tiene 3 campos y se esperaban 9.", "The row has 3 fields, 9 were expected."),
        ("WARNING", 9, "No conocemos la fracción 99999999.", "Tariff code 99999999 is not known."),
    ):
        RowIssue.objects.create(
            ingestion=ingestion,
            severity=severity,
            file_name="9999999_551.asc",
            table="551",
            line_number=number,
            code="field_count",
            reason_es=es,
            reason_en=en,
            raw="3044|6000123|470",
        )


def _line(ingestion: Ingestion, number: int, line: Line) -> LineItem:
    declaration = Declaration.objects.create(
        ingestion=ingestion,
        source_key=str(number),
        year="26",
        office="47",
        section="0",
        patent="3044",
        number=f"{6000100 + number}",
        key="V1" if line.virtual else "A1",
    )
    item = LineItem.objects.create(
        declaration=declaration,
        sequence=1,
        tariff_code=line.tariff_code,
        nico=line.nico,
        description=line.description,
        origin=line.origin,
        seller_country=line.seller_country,
        line_number=number + 1,
    )
    for party in line.parties:
        DeclaredParty.objects.create(
            declaration=declaration,
            line=item,
            role=party.role,
            name=party.name,
            tax_id=party.tax_id,
            country=party.country,
            city=party.city,
        )
    return item


def _judged(run: ScreeningRun, item: LineItem, judgement: Judgement) -> None:
    LineVerdict.objects.create(
        run=run,
        line=item,
        verdict=judgement.verdict.value,
        no_border=judgement.no_border,
        score=judgement.score,
        order=judgement.order,
        reasons_es=judgement.reason.es,
        reasons_en=judgement.reason.en,
        not_declared=",".join(judgement.not_declared),
    )
    for hit in judgement.hits:
        Hit.objects.create(
            run=run,
            line=item,
            list_name=hit.good.list_name,
            good_key=hit.good.key,
            good_name=hit.good.label(),
            verdict=hit.verdict.value,
            score=hit.score,
            order=hit.order,
            party_role=hit.party.role if hit.party else "",
            party_name=hit.party.name if hit.party else "",
            alias=hit.alias,
            detail=hit.detail(),
            reasons_es=hit.reason.es,
            reasons_en=hit.reason.en,
        )
