"""The readers against the agencies' real lists, where those lie beside the project."""

import csv
import gzip
from datetime import date, datetime

import pytest

from screening.domain.entity_names import read_entity_name
from screening.domain.name_parts import clean
from screening.engine.goods import wanted
from screening.engine.storage import goods_words
from screening.formats import ListContent, read_list
from tests.screening.list_files import dhs_page
from tests.shared_data import shared

ACRONYM_IN_ITS_NAME = {"UFLPA-078"}  # the column keeps "(VSETC)" in the name; read apart it is another name


def read(name: str) -> ListContent:
    path = shared(f"lists/{name}.csv")
    return read_list(path.read_bytes(), list_name=name, file_name=path.name)


def rows(name: str) -> list[dict[str, str]]:
    with shared(f"lists/{name}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def cells(text: str) -> set[str]:
    return {clean(part) for part in text.split("|") if part}


def test_the_entity_list_has_all_its_entries() -> None:
    content = read("uflpa")
    assert (len(content.goods), content.omissions, content.dated_on) == (146, (), date(2026, 7, 9))
    assert all(good.in_force_on for good in content.goods)


def test_names_of_the_entity_list_are_those_of_its_columns() -> None:
    by_key = {good.key: good.producers[0] for good in read("uflpa").goods}
    differing = []
    for row in rows("uflpa"):
        producer = by_key[row["id"]]
        former = cells(row["former_names"])
        expected = ({clean(row["name"])} | cells(row["aliases"]) | former, former, row["includes_subsidiaries"] == "1")
        found = (set(producer.names()), set(producer.former_names), producer.includes_subsidiaries)
        differing += [] if found == expected else [row["id"]]
    assert set(differing) <= ACRONYM_IN_ITS_NAME


def test_names_as_the_page_writes_them_are_read_into_the_same_columns() -> None:
    differing = []
    for row in rows("uflpa"):
        read_names = [read_entity_name(raw) for raw in row["raw_names"].split(" || ")]
        former = {name for names in read_names for name in names.former_names}
        forms = {form for names in read_names for form in (names.name, *names.aliases)} | former
        with_subsidiaries = any(names.includes_subsidiaries for names in read_names)
        expected_former = cells(row["former_names"])
        expected = {clean(row["name"])} | cells(row["aliases"]) | expected_former
        agree = (forms, former) == (expected, expected_former)
        agree = agree and with_subsidiaries == (row["includes_subsidiaries"] == "1")
        differing += [] if agree else [row["id"]]
    assert set(differing) == ACRONYM_IN_ITS_NAME  # 145 of 146


def test_the_page_and_the_table_give_the_same_entities() -> None:
    entities = []
    for row in rows("uflpa"):
        days = dict(part.split(":") for part in row["dates_by_section"].split("|"))
        raw_names = row["raw_names"].split(" || ")
        for section, name in zip(sorted(days), raw_names, strict=len(days) == len(raw_names)):
            day = datetime.fromisoformat(days[section])
            entities.append((section, name, f"{day:%B} {day.day}, {day.year}"))
    page = read_list(dhs_page(entities), list_name="uflpa")
    table = read("uflpa")
    assert (len(page.goods), page.omissions) == (len(table.goods), ())
    by_name = {frozenset(good.producers[0].names()): good for good in page.goods}
    for good in table.goods:
        if good.key not in ACRONYM_IN_ITS_NAME:
            other = by_name[frozenset(good.producers[0].names())]
            assert (other.act, other.in_force_on) == (good.act, good.in_force_on)


def test_the_orders_in_force_are_entries_and_the_others_are_told() -> None:
    content = read("wro")
    in_force = [row for row in rows("wro") if row["status"].startswith(("Active", "Partially"))]
    assert (len(content.goods), len(content.omissions)) == (66, 9)
    assert {good.key for good in content.goods} == {row["id"] for row in in_force}
    assert content.dated_on == date(2026, 6, 23)
    assert all(good.in_force_on for good in content.goods)


def test_orders_that_name_no_producer_are_compared_by_the_tariff() -> None:
    words = {good.goods_words: wanted(good).met for good in read("wro").goods if not good.producers}
    assert words == {
        "Cotton": ("52", "140420", "560121"),
        "Artisanal Rough Cut Diamonds": ("7102",),
        "Gold": ("7108",),
        "Tobacco": ("24",),
        "Cotton, Tomatoes and Downstream Products": ("52", "140420", "560121", "0702", "2002"),
    }


CONSCIOUSLY_WITHOUT = {""}  # all products of the firm


def test_the_goods_of_every_order_have_a_place_in_the_tariff() -> None:
    without = {good.goods_words for good in read("wro").goods if not wanted(good).met}
    assert without == CONSCIOUSLY_WITHOUT


def test_the_tariff_has_every_prefix_of_the_goods_words() -> None:
    with gzip.open(shared("nomenclature/tigie_nico.csv.gz"), "rt", encoding="utf-8") as lines:
        codes = {row["fraccion8"] for row in csv.DictReader(lines)}
    prefixes = {code[:length] for code in codes for length in (2, 4, 6, 8)}
    used = {prefix for row in goods_words() for prefix in (*row.prefixes, *row.near)}
    assert used - prefixes == set()


@pytest.mark.parametrize(("name", "count"), [("tvpra", 467), ("bis_entity_list", 3409)])
def test_other_public_lists_are_read_as_lists_of_ones_own(name: str, count: int) -> None:
    content = read(name)
    assert (content.format, len(content.goods), len(content.omissions)) == ("custom_csv", count, 0)
