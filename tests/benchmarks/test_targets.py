"""What was asked beside what the tables show."""

from benchmarks.showing import Sheet
from benchmarks.targets import LESS, TARGETS, Target, sheet_of

OURS = Sheet("Tamiz, 10 names", ("what", "figure"), [("save, load", "1.50 s, 0.250 s"), ("names/s, all", "193,000")])
MATCHERS = Sheet("all", ("matcher", "R@1", "at"), [("Tamiz", "0.925 (0.9-0.95)", "0.5"), ("a peer", "0.999", "0.7")])
CHAPTERS = {"A list of ten": [OURS, MATCHERS], "Another": [MATCHERS]}


def rows(*targets: Target) -> list[tuple[str, ...]]:
    return [tuple(row) for row in sheet_of(CHAPTERS, targets).rows]


def test_a_figure_of_ours_is_read_off_a_column_or_a_row() -> None:
    assert rows(Target("A list", "R@1", 0.95)) == [("A list of ten: R@1", ">= 0.95", "0.925", "**not reached**")]
    assert rows(Target("A list", "names/s", 100_000)) == [("A list of ten: names/s", ">= 100,000", "193,000", "")]
    assert rows(Target("A list", "save", 0.3, LESS, 1)) == [("A list of ten: save (2)", "<= 0.3", "0.25", "")]


def test_a_limit_is_passed_from_above() -> None:
    assert rows(Target("A list", "save", 1.0, LESS))[0][-1] == "**not reached**"
    assert rows(Target("A list", "save", 1.5, LESS))[0][-1] == ""


def test_what_no_table_shows_is_not_told_of() -> None:
    assert (
        rows(Target("A list", "MRR", 0.5), Target("Nowhere", "R@1", 0.5), Target("A list", "names/s", 1.0, place=4))
        == []
    )


def test_the_longer_of_two_titles_is_not_the_shorter() -> None:
    titles = [
        "A list of 10,000 invented names",
        "A list of 100,000 invented names",
        "A list of 1,000,000 invented names",
    ]
    for target in TARGETS:
        assert sum(title.startswith(target.of) for title in titles) <= 1
