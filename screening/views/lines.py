"""One line with everything that was said of it, and the rows of the file that were not as expected."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.formats import number_format
from django.utils.translation import get_language
from django.views.decorators.http import require_GET

from importers.models import RowIssue
from kernel.domain.permissions import may
from kernel.domain.text import Text
from screening.access import PERMISSIONS, permitted
from screening.models import Hit, ScreeningRun
from screening.queries.issues import issues_page
from screening.queries.lines import NamedParty
from screening.queries.requests import is_shipment
from screening.queries.runs import hits_of, verdict_of
from screening.templatetags.screening import country
from screening.views.runs import run_or_404
from screening.wording import ADVICE, ANSWERS, CRITERIA, MISSING, PARTY_ROLES, VERDICTS, Label, Words
from screening.words_picture import WordsSeen, words_picture


@dataclass(frozen=True, slots=True)
class AnswerSeen:
    """The answer to one criterion, in words."""

    criterion: Words
    label: Label
    reason: str


@dataclass(frozen=True, slots=True)
class HitSeen:
    """A hit as an officer reads it."""

    number: int
    hit: Hit
    label: Label
    listed_on: Mapping[str, Any]
    act: str
    in_force_on: date | None
    party_role: Words
    criteria: list[AnswerSeen]
    clears: list[str]
    words: list[WordsSeen]
    score: str


@require_GET
def line(request: HttpRequest, reference: UUID, line_id: int) -> HttpResponse:
    """Show one line: its verdict, what was declared, and each hit with its criteria answered one by one."""
    actor = permitted(request, "screening.read")
    found = run_or_404(reference)
    row = verdict_of(found, line_id)
    if row is None:
        raise Http404
    context = {
        "run": found,
        "row": row,
        "line": row.line,
        "label": VERDICTS[row.verdict],
        "advice": ADVICE[row.verdict],
        "missing": [MISSING[code] for code in row.not_declared],
        "parties": [(PARTY_ROLES[party.role], party, _party_note(party)) for party in row.line.parties],
        "hits": list(_hits(found, line_id)),
        "is_shipment": is_shipment(found),
        "may_check": may(actor, PERMISSIONS["screening.check"]),
    }
    return render(request, "screening/line.html", context)


def _party_note(party: NamedParty) -> str:
    return " · ".join(filter(None, (party.tax_id, country(party.country))))


def _hits(run: ScreeningRun, line_id: int) -> Iterator[HitSeen]:
    lists = {item["name"]: item for item in run.lists}
    for number, hit in enumerate(hits_of(run, [line_id]).get(line_id, []), 1):
        detail = hit.detail
        in_force_on = detail.get("in_force_on")
        yield HitSeen(
            number=number,
            hit=hit,
            label=VERDICTS[hit.verdict],
            listed_on=lists.get(hit.list_name, {"title": hit.list_name}),
            act=detail.get("act", ""),
            in_force_on=date.fromisoformat(in_force_on) if in_force_on else None,
            party_role=PARTY_ROLES.get(hit.party_role, ""),
            criteria=[_answer(answer) for answer in detail.get("criteria", ())],
            clears=[Text(fact["es"], fact["en"]).in_language(get_language()) for fact in detail.get("clears", ())],
            words=words_picture(detail.get("words", ()), declared=hit.party_name, listed=hit.alias),
            score=number_format(hit.score, decimal_pos=2),
        )


def _answer(answer: Mapping[str, str]) -> AnswerSeen:
    reason = Text(answer["es"], answer["en"]).in_language(get_language())
    return AnswerSeen(CRITERIA[answer["criterion"]], ANSWERS[answer["answer"]], reason)


@require_GET
def issues(request: HttpRequest, reference: UUID) -> HttpResponse:
    """Show the rows that were rejected, or those kept with a warning, each with its place and reason."""
    permitted(request, "screening.read")
    found = run_or_404(reference)
    warned = request.GET.get("severity") == RowIssue.Severity.WARNING
    severity = RowIssue.Severity.WARNING if warned else RowIssue.Severity.REJECTED
    page = issues_page(found, severity, after=request.GET.get("after"))
    rows = [(row, Text(row.reason_es, row.reason_en).in_language(get_language())) for row in page.rows]
    return render(request, "screening/issues.html", {"run": found, "rejected": not warned, "page": page, "rows": rows})
