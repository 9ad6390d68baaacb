"""What was asked of the engine, beside what the tables of the report show, so that text and tables agree."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from benchmarks.losses import numbers
from benchmarks.showing import Sheet

COLUMNS: Final = ("figure", "asked", "reached", "")
MORE, LESS = ">=", "<="


@dataclass(frozen=True, slots=True)
class Target:
    """One figure of the first row of a table, or of the row of a name; ``place`` tells which number of the cell it is.

    ``asked`` is in the unit of the cell; ``of`` is the beginning of the chapter's title.
    """

    of: str
    at: str
    asked: float
    better: str = MORE
    place: int = 0

    def reached(self, sheets: Sequence[Sheet]) -> float | None:
        """Return the figure in the tables of a chapter, None where they do not show it."""
        for sheet in sheets:
            cell = self._cell(sheet)
            found = numbers(cell) if cell else []
            if len(found) > self.place:
                return found[self.place]
        return None

    def _cell(self, sheet: Sheet) -> str | None:
        if self.at in sheet.columns and sheet.rows:
            return sheet.rows[0][list(sheet.columns).index(self.at)]
        return next((row[1] for row in sheet.rows if row[0].startswith(self.at)), None)

    def is_met(self, value: float) -> bool:
        """Return whether a figure is what was asked."""
        return value >= self.asked if self.better == MORE else value <= self.asked


_OF_LISTS: Final[Mapping[str, tuple[float, float]]] = {  # names a second, R@1 at 1 % false
    "A list of 10,000": (100_000, 0.95),
    "A list of 100,000": (60_000, 0.84),
    "A list of 1,000,000": (25_000, 0.76),
}
TARGETS: Final = (
    Target("Aliases of official", "AUC", 0.94),
    Target("Aliases of official", "F1", 0.90),
    Target("Names of forced", "recall", 0.98),
    Target("Names of forced", "false hits", 0.02, LESS),
    Target("Names of forced", "recall at 2 % false", 0.98),
    Target("Aliases looked up", "R@1", 0.75),
    Target("Aliases looked up", "true hits over it", 0.60),
    Target("Aliases looked up", "alerts a query", 0.60, LESS),
    *(Target(of, "distinct names/s", speed) for of, (speed, _) in _OF_LISTS.items()),
    *(Target(of, "R@1 at 1 %", recall) for of, (_, recall) in _OF_LISTS.items()),
    *(Target(of, "R@5 and MRR", 0.98) for of in _OF_LISTS),
    Target("A list of 10,000", "Index.screen", 5.0, LESS),
    Target("A list of 100,000", "index of names: build", 5.0, LESS),
    Target("A list of 100,000", "index of names: save", 0.3, LESS, place=1),
    Target("A list of 100,000", "peak memory of a process that maps", 500.0, LESS),
    Target("A list of 1,000,000", "Index.check, cold", 2.0, LESS),
    Target("A list of 1,000,000", "Index.check, cold", 8.0, LESS, place=1),
)


def sheet_of(chapters: Mapping[str, Sequence[Sheet]], targets: Iterable[Target] = TARGETS) -> Sheet:
    """Return each target that the chapters (tables by title) show, what was reached, and whether that is enough."""
    sheet = Sheet("What was asked", COLUMNS)
    for target in targets:
        for title, sheets in chapters.items():
            value = target.reached(sheets) if title.startswith(target.of) else None
            if value is not None:
                word = "" if target.is_met(value) else "**not reached**"
                number = f" ({target.place + 1})" if target.place else ""
                sheet.rows.append(
                    (f"{title}: {target.at}{number}", f"{target.better} {target.asked:,g}", f"{value:,g}", word)
                )
    return sheet
