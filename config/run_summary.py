"""What the terminal says of a finished run: counts worst first, lists, the gravest lines, where the files lie."""

from collections.abc import Mapping
from typing import Any, Final

from django.utils import timezone
from rich.table import Table
from rich.text import Text as Plain

from config.cli import console, language, say
from kernel.domain.text import Text
from screening.models import ScreeningRun
from screening.queries.runs import verdict_counts, verdict_rows
from screening.services.runs import RunFiles, RunOutcome

ALL_CLEAR, LOOK, STOP = 0, 3, 4
WORST: Final = 10  # lines shown in the terminal; the report has more
STYLES: Final = {
    "NOT_SCREENED": "bold reverse",
    "STOP": "bold red",
    "REVIEW": "yellow",
    "WATCH": "blue",
    "UNKNOWN": "magenta",
    "CLEAR": "green",
}
HITTING: Final = frozenset({"STOP", "REVIEW", "WATCH"})
FILES: Final = (
    (Text("Informe", "Report"), "report"),
    (Text("Veredictos", "Verdicts"), "verdicts"),
    (Text("Coincidencias", "Hits"), "hits"),
)


def exit_code(run: ScreeningRun) -> int:
    """Return 4 when a line is to be stopped, 0 when lines were screened and all are clear, else 3."""
    counts = run.counts
    if counts["STOP"]:
        return STOP
    all_clear = counts["CLEAR"] == counts["LINES"] > 0 and not counts["NOT_SCREENED"]
    return ALL_CLEAR if all_clear else LOOK


def tell_run(outcome: RunOutcome, made: RunFiles) -> None:
    """Print a finished run and where its files lie."""
    run = outcome.run
    if outcome.reused:
        say(_reused(run))
    console.print(_counts(run))
    for item in run.lists:
        say(_list_line(item))
    worst = _worst(run)
    if worst.row_count:
        console.print(worst)
    for name, field in FILES:
        say(Text(f"{name.es}: {getattr(made, field)}", f"{name.en}: {getattr(made, field)}"))


def _reused(run: ScreeningRun) -> Text:
    day = timezone.localtime(run.finished_at or run.created_at).strftime("%Y-%m-%d %H:%M")
    return Text(
        f"Nada cambió desde el tamizado del {day} ({run.reference}): se muestra ese.",
        f"Nothing has changed since the screening of {day} ({run.reference}): this is it.",
    )


def _list_line(item: Mapping[str, Any]) -> Text:
    mark = "DEMO · " if item["demo"] and not item["title"].startswith("DEMO") else ""
    said = f"{mark}{item['title']} ({item['name']})" if item["title"] != item["name"] else f"{mark}{item['name']}"
    end = f"SHA-256 {item['sha256'][:12]}…"
    return Text(
        f"Lista {said}: {item['size']:,} bienes, {item['dated_on'] or 'fecha desconocida'}, {end}",
        f"List {said}: {item['size']:,} goods, {item['dated_on'] or 'date unknown'}, {end}",
    )


def _counts(run: ScreeningRun) -> Table:
    spoken = language()
    table = Table(title=Plain(run.ingestion.file_name), title_justify="left")
    table.add_column(Text("Veredicto", "Verdict").in_language(spoken), no_wrap=True)
    table.add_column(Text("Partidas", "Lines").in_language(spoken), justify="right", no_wrap=True)
    table.add_column(Text("Qué significa", "What it means").in_language(spoken))
    for count in verdict_counts(run):
        words = count.words()
        meaning = words.meaning.in_language(spoken)
        if count.no_border:
            virtual = Text("{number} sin cruce de frontera.", "{number} without a border crossing.")
            meaning += " " + virtual.filled(number=f"{count.no_border:,}").in_language(spoken)
        style = STYLES[count.code] if count.number else "dim"
        table.add_row(words.word.in_language(spoken), f"{count.number:,}", meaning, style=style)
    if run.counts["EXPORTS"]:
        out = Text("Exportaciones", "Exports"), Text("No se tamizan.", "Not screened.")
        table.add_row(out[0].in_language(spoken), f"{run.counts['EXPORTS']:,}", out[1].in_language(spoken), style="dim")
    return table


def _worst(run: ScreeningRun) -> Table:
    """Return the gravest lines that hit a listed good."""
    spoken = language()
    table = Table(title=Text("Lo más grave", "The gravest").in_language(spoken), title_justify="left", show_lines=True)
    for name in (Text("Veredicto", "Verdict"), Text("Pedimento", "Declaration"), Text("Razones", "Reasons")):
        table.add_column(name.in_language(spoken), overflow="fold")
    for row in verdict_rows(run, limit=WORST).rows:
        if row.verdict in HITTING:
            place = f"{row.line.declaration()} / {row.line.sequence}\n{row.line.tariff_code}"
            word = Plain(row.words().word.in_language(spoken), style=STYLES[row.verdict])
            table.add_row(word, Plain(place), Plain(row.reason.in_language(spoken)))
    return table
