"""Places: every spelling of one place is that place."""

import csv

import pytest

from screening.engine.gazetteer import ASKED, SURE, forms_in, place_named, places, places_in
from tests.shared_data import shared

SPELLINGS = {
    "HOTAN": "Hetian Hotan Khotan 和田 和田市 和田地区 Ho-tien",
    "XINJIANG": "Xinjiang Sinkiang Hsinchiang 新疆 新疆维吾尔自治区 XUAR",
    "KASHGAR": "Kashi Kashgar Qeshqer 喀什",
    "QINGDAO": "Tsingtao Qingdao 青岛",
    "TIBET": "Xizang Tibet 西藏",
    "GUANGZHOU": "Canton Guangzhou Kwangchow 广州",
    "MEXICO": "Mexico Mejico 墨西哥",
}


@pytest.mark.parametrize(
    ("place", "form"), [(place, form) for place, forms in SPELLINGS.items() for form in forms.split()]
)
def test_a_form_names_its_place(place: str, form: str) -> None:
    found = place_named(form)
    assert found is not None
    assert found.canonical == place


def test_a_name_that_firms_bear_is_a_place_only_where_one_is_asked_for() -> None:
    assert "TIANSHAN" in ASKED
    assert "TIANSHAN" not in SURE
    assert "KUNYU" not in SURE


def test_places_of_several_words_are_found_before_shorter_ones() -> None:
    found = places_in(tuple("INNER MONGOLIA AND HONG KONG".split()))
    assert [place.canonical for place in found] == ["INNER MONGOLIA", "HONG KONG"]


def test_a_region_knows_its_places() -> None:
    assert {"HOTAN", "HETIAN", "URUMQI", "SHIHEZI", "KUNYU", "XINJIANG"} <= forms_in("XINJIANG")
    assert "BEIJING" not in forms_in("XINJIANG")


def test_each_place_is_written_in_capitals_with_what_it_lies_in() -> None:
    kinds = {"country", "region", "city", "county"}
    assert all(p.canonical == p.canonical.upper() and p.kind in kinds for p in places())
    assert all(p.country == "CHN" for p in places() if p.region in {"XINJIANG", "TIBET"})
    assert {p.region for p in places() if p.region and p.country == "CHN"} <= {p.canonical for p in places()}


def test_every_division_of_xinjiang_is_known() -> None:
    with shared("catalogs/xinjiang_regions.csv").open(encoding="utf-8") as lines:
        rows = [row for row in csv.DictReader(lines) if row["code"] != "6590"]
    unknown = [row["name_zh"] for row in rows if row["name_zh"] not in ASKED and row["names_en"]]
    assert unknown == []
