"""``report.html``: one file for people, complete without a network, a style sheet or a script beside it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from importlib.resources import files
from typing import Any, Final

from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.safestring import SafeString, mark_safe

from kernel.charts import Bar, bar_chart
from kernel.domain.text import Text, language_of
from screening.domain.wording import (
    ANSWER_TONES,
    ANSWERS,
    CRITERIA,
    KINDS,
    MISSING,
    NOT_SCREENED,
    ROLES,
    WORDS,
    VerdictWords,
)
from screening.models import Hit, ScreeningRun
from screening.queries.issues import not_screened
from screening.queries.runs import (
    VerdictRow,
    hits_of,
    unknown_reasons,
    verdict_counts,
    verdict_rows,
)

MOST_HITS: Final = 500  # more than this nobody reads on paper; hits.jsonl has them all
MOST_UNREAD: Final = 10
PAGE: Final = 100
SHOWN: Final = ("STOP", "REVIEW", "WATCH")
STYLES: Final = ("tokens", "base", "components")
CHART_TITLE: Final = Text("Partidas por veredicto", "Lines by verdict")
CHART_CONCEPT: Final = Text("Veredicto", "Verdict")


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing a line says: its name, and its value."""

    name: Text
    value: str


@dataclass(frozen=True, slots=True)
class Criterion:
    """One criterion of a hit with its answer and its reason."""

    name: Text
    answer: Text
    tone: str
    reason: Text


@dataclass(frozen=True, slots=True)
class ShownHit:
    """A hit in words."""

    hit: Hit
    words: VerdictWords
    list_title: str
    edition: str
    demo: bool
    party: str
    role: Text | str
    criteria: tuple[Criterion, ...]
    clears: tuple[Text, ...]
    score: str


@dataclass(frozen=True, slots=True)
class ShownLine:
    """A line with its hits, in words."""

    row: VerdictRow
    facts: tuple[Fact, ...]
    missing: tuple[Text, ...]
    hits: tuple[ShownHit, ...]


@dataclass(frozen=True, slots=True)
class ShownList:
    """A list of the run, in words."""

    name: str
    title: str
    kind: Text
    edition: str
    dated_on: date | None
    size: str
    omitted: str
    sha256: str
    demo: bool


def report_html(run: ScreeningRun, *, language: str) -> str:
    """Return the report of a finished run in one language."""
    lines, shown, rest = _worst(run)
    counts = verdict_counts(run)
    unread = not_screened(run, limit=MOST_UNREAD)
    context: dict[str, Any] = {
        "run": run,
        "language": language_of(language),
        "styles": _styles(),
        "made_at": _local(run.finished_at),
        "counts": [(item, f"{item.number:,}", f"{item.no_border:,}") for item in counts],
        "not_screened": run.counts["NOT_SCREENED"],
        "unread": unread.rows,
        "unread_word": WORDS[NOT_SCREENED].word,
        "unread_rest": run.counts["NOT_SCREENED"] - len(unread.rows),
        "chart": bar_chart(
            title=CHART_TITLE,
            rows=[Bar(item.words().word, item.number, item.words().tone) for item in counts],
            language=language,
            concept=CHART_CONCEPT,
        ),
        "lists": [_list(item) for item in run.lists],
        "demo": any(item["demo"] for item in run.lists),
        "lines": lines,
        "hits_shown": shown,
        "lines_rest": rest,
        "unknown": [(reason, f"{number:,}") for reason, number in unknown_reasons(run)],
        "exports": run.counts["EXPORTS"],
        "screened": f"{run.counts['LINES']:,}",
        "verdicts": list(WORDS.values()),
    }
    with translation.override("en" if language_of(language) == "en" else "es-mx"):
        return render_to_string("screening/report.html", context)


def _local(moment: datetime | None) -> datetime | None:
    return timezone.localtime(moment) if moment else None


def _styles() -> SafeString:
    """Return the style sheets of the portal, to stand inside the file; print.css speaks on paper alone."""
    folder = files("kernel") / "static" / "kernel"
    screen = "\n".join((folder / f"{name}.css").read_text(encoding="utf-8") for name in STYLES)
    paper = (folder / "print.css").read_text(encoding="utf-8")
    return mark_safe(f"{screen}\n@media print {{\n{paper}\n}}")  # noqa: S308 - files of our own package


def _worst(run: ScreeningRun) -> tuple[list[ShownLine], int, int]:
    """Return the gravest lines with at most MOST_HITS hits, how many hits these are, and how many lines are left."""
    lines: list[ShownLine] = []
    hits = 0
    for row, found in _rows_with_hits(run):
        if hits + len(found) > MOST_HITS:
            break
        hits += len(found)
        lines.append(_shown(run, row, found))
    return lines, hits, sum(run.counts[code] for code in SHOWN) - len(lines)


def _rows_with_hits(run: ScreeningRun) -> Iterator[tuple[VerdictRow, list[Hit]]]:
    for code in SHOWN:
        after: str | None = None
        while after != "":
            page = verdict_rows(run, verdict=code, after=after, limit=PAGE)
            hits = hits_of(run, [row.line.id for row in page.rows])
            yield from ((row, hits.get(row.line.id, [])) for row in page.rows)
            after = page.next


def _shown(run: ScreeningRun, row: VerdictRow, hits: Sequence[Hit]) -> ShownLine:
    line = row.line
    code = " ".join(filter(None, (line.tariff_code, line.nico)))
    facts = (
        Fact(Text("Fracción", "Tariff code"), code),
        Fact(Text("Mercancía", "Goods"), line.description),
        Fact(Text("Origen", "Origin"), line.origin),
        Fact(Text("Proveedor", "Supplier"), "; ".join(line.suppliers())),
        Fact(Text("Productor", "Producer"), "; ".join(line.producers())),
        Fact(Text("Importador", "Importer"), " · ".join(filter(None, (line.importer_name, line.importer_rfc)))),
        Fact(Text("Línea del archivo", "Line of the file"), str(line.line_number or "")),
    )
    lists = {item["name"]: item for item in run.lists}
    return ShownLine(
        row=row,
        facts=tuple(fact for fact in facts if fact.value),
        missing=tuple(MISSING[code] for code in row.not_declared if code in MISSING),
        hits=tuple(_hit(hit, lists[hit.list_name]) for hit in hits),
    )


def _hit(hit: Hit, listed: dict[str, Any]) -> ShownHit:
    return ShownHit(
        hit=hit,
        words=WORDS[hit.verdict],
        list_title=listed["title"],
        edition=listed["edition"],
        demo=listed["demo"],
        party=hit.party_name,
        role=ROLES.get(hit.party_role, hit.party_role),
        criteria=tuple(
            Criterion(
                CRITERIA[said["criterion"]],
                ANSWERS[said["answer"]],
                ANSWER_TONES[said["answer"]],
                Text(said["es"], said["en"]),
            )
            for said in hit.detail["criteria"]
        ),
        clears=tuple(Text(fact["es"], fact["en"]) for fact in hit.detail.get("clears", ())),
        score=f"{hit.score:.2f}",
    )


def _list(item: dict[str, Any]) -> ShownList:
    return ShownList(
        name=item["name"],
        title=item["title"],
        kind=KINDS[item["kind"]],
        edition=item["edition"],
        dated_on=date.fromisoformat(item["dated_on"]) if item["dated_on"] else None,
        size=f"{item['size']:,}",
        omitted=f"{item['omitted']:,}" if item["omitted"] else "",
        sha256=item["sha256"],
        demo=item["demo"],
    )
