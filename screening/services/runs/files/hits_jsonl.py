"""``hits.jsonl``: one hit a line, with everything that is needed to come to it again."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import fields
from typing import Any, Final

from screening.models import Hit, ScreeningRun
from screening.queries.lines import PARTY_FIELDS, DeclaredLine
from screening.queries.runs import VerdictRow, all_hits

LINE_FIELDS: Final = tuple(
    field.name for field in fields(DeclaredLine) if field.name not in ("id", "declaration_id", "parties")
)


def hits_jsonl(run: ScreeningRun) -> Iterator[str]:
    """Yield the text of the file, piece by piece."""
    lists = {item["name"]: item for item in run.lists}
    said = {
        "run": str(run.reference),
        "as_of": run.as_of.isoformat(),
        "engine": run.engine_version,
        "thresholds": run.thresholds,
        "file": {"name": run.ingestion.file_name, "sha256": run.ingestion.sha256},
    }
    for chunk in all_hits(run):
        yield "".join(
            json.dumps(said | _hit(hit, row, lists[hit.list_name]), ensure_ascii=False) + "\n" for hit, row in chunk
        )


def _hit(hit: Hit, row: VerdictRow, listed: Mapping[str, Any]) -> dict[str, Any]:
    detail = hit.detail
    return {
        "line": _line(row.line) | {"virtual": row.no_border},
        "list": {key: listed[key] for key in ("name", "kind", "edition", "dated_on", "sha256", "fingerprint", "demo")},
        "good": {
            "key": hit.good_key,
            "name": hit.good_name,
            "act": detail["act"],
            "in_force_on": detail["in_force_on"],
        },
        "verdict": hit.verdict,
        "score": hit.score,
        "order": hit.order,
        "party": detail["party"],
        "alias": hit.alias,
        "words": detail["words"],
        "criteria": detail["criteria"],
        "clears": detail.get("clears", []),  # hits of older engines have none
        "reasons": {"es": hit.reasons_es, "en": hit.reasons_en},
    }


def _line(line: DeclaredLine) -> dict[str, Any]:
    said = {name: getattr(line, name) for name in LINE_FIELDS}
    parties = [{name: getattr(party, name) for name in PARTY_FIELDS} for party in line.parties]
    return {"declaration": line.declaration(), **said, "parties": parties}
