"""The reference of list files names the columns that the readers know, no more and no fewer."""

import re
from pathlib import Path

from resolutions.formats.columns import COLUMNS
from resolutions.formats.national_csv import read_national_list
from screening.formats import custom_csv, dhs_page, read_list, uflpa_csv, wro_csv

REFERENCE = Path(__file__).resolve().parents[3] / "docs" / "reference"
LIST_FILES = (REFERENCE / "list-files.md").read_text(encoding="utf-8")
NATIONAL_LIST = (REFERENCE / "national-list.md").read_text(encoding="utf-8")


def section(number: int) -> str:
    return LIST_FILES.split(f"## {number}. ")[1].split("\n## ")[0]


def table(text: str) -> list[list[str]]:
    """Return the cells of the rows of a table whose first cell is a column's name."""
    rows = [re.split(r"(?<!\\)\|", line.strip("| ")) for line in text.splitlines() if line.startswith("| `")]
    return [[cell.strip() for cell in row] for row in rows]


def names(cell: str) -> list[str]:
    return re.findall(r"`([^`]+)`", cell)


def examples(text: str) -> list[bytes]:
    return [block.encode() for block in re.findall(r"```csv\n(.*?)```", text, re.S)]


def documented_aliases(number: int, column: int) -> dict[str, str]:
    return {alias: names(row[0])[0] for row in table(section(number)) for alias in names(row[column])}


def test_the_columns_of_a_national_list() -> None:
    documented = [(names(row[0])[0], names(row[1])[0], row[2] == "yes") for row in table(NATIONAL_LIST)]
    assert documented == [(name, column.spanish, column.required) for name, column in COLUMNS.items()]


def test_the_headers_of_the_page() -> None:
    columns = [tuple(names(line)) for line in section(1).splitlines() if line.startswith("Columns of")]
    assert columns == [dhs_page.NAME_HEADERS, dhs_page.DATE_HEADERS]


def test_the_columns_of_the_entity_list() -> None:
    required = {names(row[0])[0] for row in table(section(2)) if row[1] == "yes"}
    assert required == uflpa_csv.SIGNATURE
    read = set(re.findall(r'row\.get\("(\w+)"\)', Path(uflpa_csv.__file__).read_text(encoding="utf-8")))
    assert {names(row[0])[0] for row in table(section(2))} == read


def test_the_columns_of_the_orders() -> None:
    assert {names(row[0])[0] for row in table(section(3)) if row[1] == "yes"} == wro_csv.SIGNATURE
    assert documented_aliases(3, 2) == wro_csv.ALIASES
    read = set(re.findall(r'row\.get\("(\w+)"\)', Path(wro_csv.__file__).read_text(encoding="utf-8")))
    assert {names(row[0])[0] for row in table(section(3))} == read


def test_the_columns_of_a_list_of_ones_own() -> None:
    assert documented_aliases(4, 1) == custom_csv.ALIASES
    assert {names(row[0])[0] for row in table(section(4))} == set(custom_csv.ALIASES.values())
    one_of = re.search(r"At least one of (.+)\.", section(4))
    assert one_of is not None
    assert set(names(one_of[1].split(".")[0])) == custom_csv.ONE_OF


def test_the_examples_are_read_without_an_omission() -> None:
    read = [read_list(data, list_name="x") for data in examples(LIST_FILES)]
    assert [content.format for content in read] == ["uflpa_csv", "wro_csv", "custom_csv"]
    assert [(len(content.goods), content.omissions) for content in read] == [(1, ())] * 3
    assert [len(read_national_list(data).resolutions) for data in examples(NATIONAL_LIST)] == [1]
