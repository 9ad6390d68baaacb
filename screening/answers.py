"""What the API says of runs, built from what the queries return."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.urls import reverse

from kernel.domain.text import Text
from kernel.models import Job
from kernel.schemas import WordsOut
from screening.models import Hit, ScreeningRun
from screening.queries.requests import run_of_job
from screening.queries.runs import VerdictRow, hits_of, verdict_counts, verdict_rows
from screening.schemas import (
    MOST_LINES,
    CountsOut,
    CriterionOut,
    ErrorOut,
    HitOut,
    LineOut,
    LinksOut,
    ListOut,
    RunOut,
    RunState,
    ScreeningOut,
    VerdictWord,
    WordPairOut,
)
from screening.services.downloads import MEDIA_TYPES


def screening_answer(run: ScreeningRun) -> ScreeningOut:
    """Return the outcome of one declaration, its lines worst first."""
    return ScreeningOut(
        reference=run.reference,
        as_of=run.as_of,
        engine_version=run.engine_version,
        lists=_lists(run),
        counts=_counts(run),
        lines=line_answers(run, verdict_rows(run, limit=MOST_LINES).rows),
    )


def run_answer(job: Job) -> RunOut:
    """Return how far a file is, and what came of it once the job is done."""
    run = run_of_job(job)
    answer = RunOut(
        reference=job.reference,
        state=RunState(job.state),
        done=job.done,
        total=job.total,
        created_at=job.created_at,
        error=_error(job) if job.state == Job.State.FAILED else None,
    )
    if run is None:
        return answer
    found = {
        "as_of": run.as_of,
        "engine_version": run.engine_version,
        "lists": _lists(run),
        "counts": _counts(run),
        "links": _links(job),
    }
    return answer.model_copy(update=found)


def line_answers(run: ScreeningRun, rows: Sequence[VerdictRow]) -> list[LineOut]:
    """Return lines with their verdicts and hits, in the order of the rows."""
    hits = hits_of(run, [row.line.id for row in rows])
    return [_line(row, hits.get(row.line.id, ())) for row in rows]


def _line(row: VerdictRow, hits: Sequence[Hit]) -> LineOut:
    return LineOut(
        declaration=row.line.declaration(),
        sequence=row.line.sequence,
        tariff_code=row.line.tariff_code,
        verdict=VerdictWord(row.verdict),
        no_border=row.no_border,
        score=row.score,
        reasons=_words(row.reason),
        not_declared=list(row.not_declared),
        hits=[_hit(hit) for hit in hits],
    )


def _hit(hit: Hit) -> HitOut:
    return HitOut(
        list_name=hit.list_name,
        good_key=hit.good_key,
        good_name=hit.good_name,
        act=hit.detail.get("act", ""),
        in_force_on=hit.detail.get("in_force_on"),
        verdict=VerdictWord(hit.verdict),
        score=hit.score,
        order=hit.order,
        party_role=hit.party_role,
        party_name=hit.party_name,
        alias=hit.alias,
        criteria=[_criterion(answer) for answer in hit.detail.get("criteria", ())],
        clears=[WordsOut(**fact) for fact in hit.detail.get("clears", ())],
        words=[WordPairOut(**pair) for pair in hit.detail.get("words", ())],
        reasons=WordsOut(es=hit.reasons_es, en=hit.reasons_en),
    )


def _criterion(answer: Mapping[str, Any]) -> CriterionOut:
    reason = WordsOut(es=answer["es"], en=answer["en"])
    return CriterionOut(criterion=answer["criterion"], answer=answer["answer"], reason=reason)


def _lists(run: ScreeningRun) -> list[ListOut]:
    return [ListOut(**{name: item[name] for name in ListOut.model_fields}) for item in run.lists]


def _counts(run: ScreeningRun) -> CountsOut:
    return CountsOut(**{count.code: count.number for count in verdict_counts(run)})


def _error(job: Job) -> ErrorOut:
    return ErrorOut(code=job.error_code, message=_words(Text(job.error_es, job.error_en)))


def _links(job: Job) -> LinksOut:
    files = {name: reverse("api-1:run_file", args=[job.reference, name]) for name in MEDIA_TYPES}
    return LinksOut(verdicts=reverse("api-1:verdicts", args=[job.reference]), files=files)


def _words(text: Text) -> WordsOut:
    return WordsOut(es=text.es, en=text.en)
