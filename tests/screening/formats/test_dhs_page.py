from datetime import date

import pytest

from screening.engine import ListedGood
from screening.formats import UnknownLayoutError
from screening.formats.content import ListContent
from screening.formats.dhs_page import read_dhs_page
from tests.screening.list_files import dhs_page, firm, firms


def read(data: bytes) -> ListContent:
    return read_dhs_page(data, list_name="uflpa")


def only(data: bytes) -> ListedGood:
    (good,) = read(data).goods
    return good


def test_an_entity_is_read_with_its_names_section_day_and_places() -> None:
    good = only(dhs_page([("ii", "Aksu Inventada Ltd. (formerly known as Vieja) and subsidiaries", "June 12, 2024")]))
    (producer,) = good.producers
    assert (producer.name, producer.former_names, producer.country) == ("Aksu Inventada Ltd.", ("Vieja",), "CHN")
    assert (producer.places, producer.includes_subsidiaries) == (("Aksu", "Xinjiang"), True)
    assert (good.act, good.in_force_on) == ("UFLPA Entity List, sec. 2(d)(2)(B)(ii)", date(2024, 6, 12))
    assert good.key == "uflpa-aksu-inventada-ltd"


def test_an_entity_of_several_sections_is_one_entry_with_all_names_and_its_first_day() -> None:
    good = only(
        dhs_page(
            [
                ("i", "Inventada, Co. Ltd (including one alias: Uno)", "November 25, 2024"),
                ("ii", "Inventada Co., Ltd. (also known as Dos)", "June 21, 2022"),
                ("v", "Inventada Co Ltd", "August 3, 2026"),
            ]
        )
    )
    assert good.producers[0].names() == ("Inventada, Co. Ltd", "Uno", "Inventada Co., Ltd.", "Dos", "Inventada Co Ltd")
    assert (good.act, good.in_force_on) == ("UFLPA Entity List, sec. 2(d)(2)(B)(i), (ii), (v)", date(2022, 6, 21))


def test_subsidiaries_by_name_are_compared_too() -> None:
    text = "Inventada Ltd. and its two subsidiaries, which include Hija Uno Ltd. and Hija Dos Ltd."
    assert [producer.name for producer in only(dhs_page([("i", text, "June 12, 2024")])).producers] == [
        "Inventada Ltd.",
        "Hija Uno Ltd.",
        "Hija Dos Ltd.",
    ]


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("June 21, 2022", date(2022, 6, 21)),
        ("Jun 21, 2022", date(2022, 6, 21)),
        ("06/21/2022", date(2022, 6, 21)),
        ("2022-06-21", date(2022, 6, 21)),
        ("21.6.2022", None),
        ("", None),
    ],
)
def test_days_as_the_agency_writes_them(written: str, day: date | None) -> None:
    assert only(dhs_page([("i", firm(1), written)])).in_force_on == day


@pytest.mark.parametrize(
    ("page", "day"),
    [
        pytest.param(dhs_page(firms(1), updated="07/09/2026"), date(2026, 7, 9), id="in its text"),
        pytest.param(dhs_page(firms(1), updated="soon"), None, id="nowhere"),
        pytest.param(
            dhs_page(firms(1), updated="soon").replace(
                b"<title>", b'<meta property="article:modified_time" content="2026-07-09T10:00:00-0400"><title>'
            ),
            date(2026, 7, 9),
            id="in its metadata",
        ),
    ],
)
def test_the_page_says_when_it_was_changed(page: bytes, day: date | None) -> None:
    assert read(page).dated_on == day


@pytest.mark.parametrize("headers", [("Entity Name", "Date Added"), ("ENTITY", "Effective date"), ("Name", "Date")])
def test_other_words_in_the_header_are_known_and_tell_another_layout(headers: tuple[str, str]) -> None:
    page = dhs_page(firms(3), headers=headers)
    assert len(read(page).goods) == 3
    assert read(page).layout != read(dhs_page(firms(3))).layout


def test_the_layout_does_not_depend_on_the_entities() -> None:
    assert read(dhs_page(firms(3))).layout == read(dhs_page([*firms(9), *firms(2, section="v")])).layout


def test_other_tables_of_the_page_are_left_alone() -> None:
    other = b"<table><tr><th>Name</th><th>Phone</th></tr><tr><td>Somebody</td><td>1</td></tr></table></main>"
    assert len(read(dhs_page(firms(2)).replace(b"</main>", other)).goods) == 2


def test_a_caption_may_tell_the_section_and_links_may_stand_in_cells() -> None:
    page = (
        b"<html><body><table><caption>Section 2(d)(2)(B)(iv)</caption><tr><th>Name of Entity<th>Effective Date"
        b'<tr><td><a href="/x">Inventada</a> <b>Uno</b> Ltd.<td>June 1, 2024</table>'
    )
    good = only(page)
    assert (good.producers[0].name, good.act[-4:]) == ("Inventada Uno Ltd.", "(iv)")


def test_rows_without_a_name_or_with_too_few_cells_are_told() -> None:
    page = dhs_page([("i", firm(1), "June 1, 2024"), ("i", " - ", "June 1, 2024")])
    page = page.replace(b"</tbody>", b"<tr><td>Alone</td></tr><tr><td></td><td></td></tr></tbody>")
    content = read(page)
    assert len(content.goods) == 1
    assert [omission.name for omission in content.omissions] == ["- June 1, 2024", "Alone"]


def test_a_name_longer_than_a_hit_can_hold_is_told() -> None:
    content = read(dhs_page([("i", firm(1), "June 1, 2024"), ("i", "x" * 501, "June 1, 2024")]))
    assert [omission.reason.en for omission in content.omissions] == ["a name has more than 500 characters"]


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(b"<html><body><h1>Access denied</h1></body></html>", id="no table"),
        pytest.param(dhs_page(firms(2), headers=("Colour", "Size")), id="a table of something else"),
        pytest.param(dhs_page([("i", "", "")]), id="no entity"),
        pytest.param(b"<!-- -->", id="a comment"),
    ],
)
def test_a_page_without_entities_is_refused(page: bytes) -> None:
    with pytest.raises(UnknownLayoutError, match="no table with names of entities"):
        read(page)
