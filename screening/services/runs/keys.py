"""What makes one run the same as another."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date

from screening.engine import ENGINE_VERSION, Thresholds
from screening.services.lists import RunList


def run_key(sha256: str, lists: Sequence[RunList], *, thresholds: Thresholds, as_of: date) -> str:
    """Return the SHA-256 over the input, the lists in any order, the thresholds, the engine and the day."""
    said = {
        "input": sha256,
        "lists": sorted([item.name, item.kind, item.fingerprint] for item in lists),
        "thresholds": asdict(thresholds),
        "engine": ENGINE_VERSION,
        "as_of": as_of.isoformat(),
    }
    return hashlib.sha256(json.dumps(said, sort_keys=True, ensure_ascii=False).encode()).hexdigest()
