"""How the benchmarks print: one console, tables of text, a bar for what takes long."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, TypeVar

from rich.console import Console
from rich.progress import track
from rich.table import Table

Item = TypeVar("Item")
WIDE: Final = 160  # columns of text where the output is no terminal
console: Final = Console(width=None if sys.stdout.isatty() else WIDE)
errors: Final = Console(stderr=True)


@dataclass(slots=True)
class Sheet:
    """A table of text, printed to the terminal or written as Markdown."""

    title: str
    columns: Sequence[str]
    rows: list[Sequence[str]] = field(default_factory=list)

    def show(self) -> None:
        """Print the table, the first column to the left, figures to the right."""
        table = Table(title=self.title, title_justify="left")
        for i, column in enumerate(self.columns):
            table.add_column(column, justify="right" if i else "left", overflow="fold")
        for row in self.rows:
            table.add_row(*(cell.replace(" (", "\n(") for cell in row))
        console.print(table)

    def markdown(self) -> str:
        """Return the table in Markdown, its title above it in bold."""
        lines = ["| " + " | ".join(cells) + " |" for cells in (self.columns, *self.rows)]
        rule = "|---|" + "---:|" * (len(self.columns) - 1)
        return "\n".join([f"**{self.title}**", "", lines[0], rule, *lines[1:]])


def with_bar(items: Iterable[Item], label: str, total: int) -> Iterator[Item]:
    """Yield the items and show on a terminal how far they are; nothing where output goes to a file."""
    yield from track(items, label, total=total, console=errors, transient=True, disable=not errors.is_terminal)


def figure(value: float, digits: int = 3) -> str:
    """Return a share or score with ``digits`` decimals, "-" for one that is not defined."""
    return "-" if value != value else f"{value:.{digits}f}"  # noqa: PLR0124 - only NaN differs from itself


def rate(value: float) -> str:
    """Return a rate with three significant figures and separators: 0.90, 42,100, 258,000."""
    if value >= 1000:
        digits = len(str(int(value))) - 3
        return f"{round(value, -digits):,.0f}"
    return f"{value:.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"
