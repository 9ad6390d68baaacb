"""What makes one run the same as another."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date

from importers.domain.reading import READER_VERSION
from screening.engine import ENGINE_VERSION, Thresholds
from screening.services.lists import RunList


def run_key(
    sha256: str, lists: Sequence[RunList], *, thresholds: Thresholds, as_of: date, reader: str = READER_VERSION
) -> str:
    """Return the SHA-256 over the input, how it is read, the lists in any order, thresholds, engine and day."""
    said = {
        "input": sha256,
        "reader": reader,
        "lists": sorted([item.name, item.kind, item.fingerprint] for item in lists),
        "thresholds": asdict(thresholds),
        "engine": ENGINE_VERSION,
        "as_of": as_of.isoformat(),
    }
    return hashlib.sha256(json.dumps(said, sort_keys=True, ensure_ascii=False).encode()).hexdigest()
