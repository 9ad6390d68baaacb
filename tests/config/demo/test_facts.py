"""The entries of foreign lists that the demo writes down are facts: the public lists say the same."""

import csv
from pathlib import Path

from config.demo.generate import demo_list
from screening.formats import read_list
from tests.shared_data import shared


def rows(content: bytes | Path) -> list[dict[str, str]]:
    text = content.read_text(encoding="utf-8") if isinstance(content, Path) else content.decode()
    return list(csv.DictReader(text.splitlines()))


def several(cell: str) -> set[str]:
    return set(filter(None, cell.split("|")))


def test_the_uflpa_entries_agree_with_the_list() -> None:
    known = {row["name"]: row for row in rows(shared("lists/uflpa.csv")) if row["verified"] == "1"}
    for entry in rows(demo_list("demo-uflpa")):
        fact = known[entry["name"]]
        for column in ("country", "section", "date_added", "includes_subsidiaries", "former_names"):
            assert entry[column] == fact[column], (entry["name"], column)
        assert several(entry["aliases"]) == several(fact["aliases"]) - several(fact["former_names"]), entry["name"]
        assert fact["source"].endswith(entry["source"].rpartition(", ")[2]), entry["name"]


def test_the_orders_agree_with_the_list() -> None:
    columns = ("entity", "aliases", "country", "merchandise", "type", "date", "status")
    known = {tuple(row[c] for c in columns) for row in rows(shared("lists/wro.csv"))}
    entries = rows(demo_list("demo-wro"))
    assert {tuple(entry[c] for c in columns) for entry in entries} <= known
    assert {entry["status"] for entry in entries} == {"Active"}


def test_about_forty_entries_each_with_its_source_and_date() -> None:
    uflpa, wro = rows(demo_list("demo-uflpa")), rows(demo_list("demo-wro"))
    assert len(uflpa) + len(wro) == 40
    assert {entry["source"] for entry in uflpa} == {"DHS UFLPA Entity List page, 2026-07-09"}
    assert {entry["source"] for entry in wro} == {"CBP withhold-release orders and findings, 2026-06-23"}


def test_every_entry_is_read_with_the_date_of_its_list() -> None:
    uflpa = read_list(demo_list("demo-uflpa"), list_name="demo-uflpa", file_name="demo-uflpa.csv")
    wro = read_list(demo_list("demo-wro"), list_name="demo-wro", file_name="demo-wro.csv")
    assert (len(uflpa.goods), len(uflpa.omissions), str(uflpa.dated_on)) == (24, 0, "2026-07-09")
    assert (len(wro.goods), len(wro.omissions), str(wro.dated_on)) == (16, 0, "2026-06-23")
