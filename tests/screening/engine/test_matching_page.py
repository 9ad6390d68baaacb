"""The page on matching says what the code does: the features of the table, in order, and the thresholds."""

import re
from pathlib import Path
from typing import Final

from screening.engine.score import MET, NEAR, TABLE

PAGE: Final = (Path(__file__).parents[3] / "docs" / "reference" / "matching.md").read_text(encoding="utf-8")


def test_the_page_lists_the_features_of_the_table() -> None:
    told = re.findall(r"^\| `(\w+)` \| (for|against) \| (.+) \|$", PAGE, re.MULTILINE)
    assert told == [
        (f.name, "for" if f.sign > 0 else "against", f.reason.en.replace("{share:.0%}", "…")) for f in TABLE
    ]


def test_the_page_names_the_thresholds() -> None:
    assert re.findall(r"^\| (MET|NEAR) \| ([0-9.]+) \|", PAGE, re.MULTILINE) == [
        ("MET", f"{MET:.2f}"),
        ("NEAR", f"{NEAR:.2f}"),
    ]
