"""Runs and what they say, a page at a time, worst first."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from math import isfinite
from typing import Any, Final
from uuid import UUID

from django.db.models import BigAutoField, Count, Q, QuerySet

from importers.domain.pedimento import Pedimento
from importers.models import DeclaredParty
from kernel.domain.text import Text
from kernel.paging import PAGE, BadCursorError, Page, number_of, page_of
from screening.domain.wording import WORDS, VerdictWords
from screening.models import Hit, LineVerdict, ScreeningRun, VerdictCode
from screening.queries.lines import DeclaredLine, declared_lines, declared_range

STORED: Final = (
    "pk",
    "line_id",
    "verdict",
    "no_border",
    "score",
    "order",
    "reasons_es",
    "reasons_en",
    "not_declared",
)
_Stored = tuple[Any, ...]  # the values of STORED


@dataclass(frozen=True, slots=True)
class VerdictRow:
    """The verdict on one line beside what the line says."""

    id: int
    line: DeclaredLine
    verdict: str
    no_border: bool
    score: float
    order: float
    reason: Text
    not_declared: tuple[str, ...]

    def words(self) -> VerdictWords:
        """Return what the verdict is called."""
        return WORDS[self.verdict]


@dataclass(frozen=True, slots=True)
class VerdictCount:
    """How many rows have a verdict, and how many of them never cross a border."""

    code: str
    number: int
    no_border: int

    def words(self) -> VerdictWords:
        """Return what the verdict is called."""
        return WORDS[self.code]


def run_by_reference(reference: UUID | str) -> ScreeningRun | None:
    """Return the run of a public reference; None when there is none or it is no reference at all."""
    try:
        wanted = UUID(str(reference))
    except ValueError:
        return None
    return ScreeningRun.objects.select_related("ingestion").filter(reference=wanted).first()


def runs_page(*, after: str | None = None, limit: int = PAGE) -> Page[ScreeningRun]:
    """Return runs, the newest first."""
    rows = ScreeningRun.objects.select_related("ingestion").order_by("-pk")
    last = number_of(after)
    if last is not None:
        rows = rows.filter(pk__lt=last)
    return page_of(rows, last=last, limit=limit)


def verdict_counts(run: ScreeningRun) -> list[VerdictCount]:
    """Return the counts of a finished run in the order of gravity, NOT_SCREENED first; empty before it is DONE."""
    virtual = run.counts.get("NO_BORDER", {})
    return [VerdictCount(code, run.counts[code], virtual.get(code, 0)) for code in WORDS if code in run.counts]


def verdict_rows(
    run: ScreeningRun, *, verdict: str | None = None, text: str = "", after: str | None = None, limit: int = PAGE
) -> Page[VerdictRow]:
    """Return the lines of a finished run, the gravest first.

    ``verdict`` keeps one verdict; ``text`` those of a party's name, a declaration's number or a tariff code.

    Raises:
        BadCursorError: if ``after`` is no mark of a page.

    """
    if run.state != ScreeningRun.State.DONE:
        return Page((), "", first=True)
    cursor = _cursor(after)
    found: list[_Stored] = []
    for code in VerdictCode.values:
        rows = _saying(LineVerdict.objects.filter(run=run, verdict=code), run, text)
        if (verdict and code != verdict) or len(found) > limit or (cursor and cursor.is_past(code)):
            continue
        if cursor and cursor.verdict == code:
            rows = rows.filter(Q(order__lt=cursor.order) | Q(order=cursor.order, pk__gt=cursor.id))
        found += rows.order_by("-order", "pk").values_list(*STORED)[: limit + 1 - len(found)]
    shown = found[:limit]
    following = _mark(shown[-1]) if len(found) > limit else ""
    return Page(_rows(shown, declared_lines([row[1] for row in shown])), following, first=cursor is None)


@dataclass(frozen=True, slots=True)
class _Cursor:
    """The last row of the page before."""

    verdict: str
    order: float
    id: int

    def is_past(self, code: str) -> bool:
        """Tell whether all lines of a verdict stood on earlier pages."""
        return VerdictCode.values.index(code) < VerdictCode.values.index(self.verdict)


def _cursor(after: str | None) -> _Cursor | None:
    if not after:
        return None
    verdict, _, rest = after.partition(":")
    order, _, number = rest.partition(":")
    pk = number_of(number)
    try:
        rank = float(order)
    except ValueError as error:
        raise BadCursorError from error
    if verdict not in VerdictCode.values or pk is None or not isfinite(rank):
        raise BadCursorError
    return _Cursor(verdict, rank, pk)


def _saying(rows: QuerySet[LineVerdict], run: ScreeningRun, text: str) -> QuerySet[LineVerdict]:
    """Return the rows whose line names a party so, or has this tariff code or this declaration number."""
    said = " ".join(text.split())
    if not said:
        return rows
    named = DeclaredParty.objects.filter(declaration__ingestion_id=run.ingestion_id, name__icontains=said)
    wanted = Q(line__in=named.filter(line__isnull=False).values("line"))
    wanted |= Q(line__declaration__in=named.filter(line__isnull=True).values("declaration"))
    wanted |= Q(line__declaration__number__iexact=said)
    digits = re.sub(r"[\s.\-]", "", said)
    if digits.isascii() and digits.isdigit():
        wanted |= Q(line__tariff_code__startswith=digits) | Q(line__declaration__number__startswith=digits)
        whole = Pedimento.parse(digits)
        if whole:
            named_so = zip(("year", "office", "patent", "number"), whole.key(), strict=True)
            wanted |= Q(**{f"line__declaration__{name}": value for name, value in named_so})
    return rows.filter(wanted)


def _mark(row: _Stored) -> str:
    pk, _line, verdict, _no_border, _score, order, *_rest = row
    return f"{verdict}:{order!r}:{pk}"


def _rows(stored: Collection[_Stored], lines: Mapping[int, DeclaredLine]) -> list[VerdictRow]:
    return [
        VerdictRow(
            pk, lines[line], verdict, no_border, score, order, Text(es, en), tuple(filter(None, said.split(",")))
        )
        for pk, line, verdict, no_border, score, order, es, en, said in stored
    ]


def verdict_of(run: ScreeningRun, line_id: int) -> VerdictRow | None:
    """Return the verdict on one line of a finished run, None when it has none."""
    if run.state != ScreeningRun.State.DONE or line_id > BigAutoField.MAX_BIGINT:
        return None
    stored = LineVerdict.objects.filter(run=run, line_id=line_id).values_list(*STORED)
    return next(iter(_rows(stored, declared_lines([line_id]))), None)


def all_verdicts(run: ScreeningRun, *, size: int = 5_000) -> Iterator[list[VerdictRow]]:
    """Yield every line of a run in the order of the file, some at a time."""
    after = 0
    rows = LineVerdict.objects.filter(run=run).order_by("line_id").values_list(*STORED)
    while chunk := list(rows.filter(line_id__gt=after)[:size]):
        first, after = chunk[0][1], chunk[-1][1]
        yield _rows(chunk, declared_range(run.ingestion_id, first, after))


def all_hits(run: ScreeningRun, *, size: int = 2_000) -> Iterator[list[tuple[Hit, VerdictRow]]]:
    """Yield every hit of a run in the order of the file, each with the line it is of, some at a time."""
    after = 0
    while chunk := list(Hit.objects.filter(run=run, pk__gt=after).order_by("pk")[:size]):
        ids = {hit.line_id for hit in chunk}
        verdicts = list(LineVerdict.objects.filter(run=run, line_id__in=ids).values_list(*STORED))
        rows = {row.line.id: row for row in _rows(verdicts, declared_lines(ids))}
        yield [(hit, rows[hit.line_id]) for hit in chunk]
        after = chunk[-1].pk


def hits_of(run: ScreeningRun, line_ids: Collection[int]) -> dict[int, list[Hit]]:
    """Return the hits of some lines of a run, by line, worst first."""
    found: dict[int, list[Hit]] = defaultdict(list)
    for hit in Hit.objects.filter(run=run, line_id__in=line_ids).order_by("pk"):
        found[hit.line_id].append(hit)
    return dict(found)


def unknown_reasons(run: ScreeningRun, *, limit: int = 8) -> list[tuple[Text, int]]:
    """Return why lines are UNKNOWN, the most frequent reason first, with the number of lines."""
    rows = LineVerdict.objects.filter(run=run, verdict=VerdictCode.UNKNOWN).values_list("reasons_es", "reasons_en")
    counted = rows.annotate(number=Count("pk")).order_by("-number", "reasons_es")[:limit]
    return [(Text(es, en), number) for es, en, number in counted]
