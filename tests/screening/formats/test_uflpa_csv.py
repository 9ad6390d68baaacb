from datetime import date

import pytest

from screening.engine import ListedGood
from screening.formats import ListContent, read_list
from tests.screening.list_files import UFLPA_HEADER, table

PLAIN = {"id": "U-1", "name": "Inventada Ltd.", "country": "CN", "section": "v", "date_added": "2025-01-15"}


def read(**values: str) -> ListContent:
    return read_list(table(UFLPA_HEADER, [PLAIN | values]), list_name="uflpa")


def only(**values: str) -> ListedGood:
    (good,) = read(**values).goods
    return good


def test_names_of_their_own_columns_are_kept_apart() -> None:
    (producer,) = only(aliases="Uno|Vieja|Dos", former_names="Vieja").producers
    assert (producer.name, producer.aliases, producer.former_names) == ("Inventada Ltd.", ("Uno", "Dos"), ("Vieja",))


def test_a_name_that_still_has_its_brackets_is_taken_apart() -> None:
    (producer,) = only(name="Inventada Ltd. (formerly known as Vieja) and subsidiaries", aliases="Uno").producers
    assert (producer.name, producer.aliases, producer.former_names) == ("Inventada Ltd.", ("Uno",), ("Vieja",))
    assert producer.includes_subsidiaries


@pytest.mark.parametrize(("flag", "included"), [("1", True), ("true", True), ("sí", True), ("0", False), ("", False)])
def test_subsidiaries_by_the_column(flag: str, included: bool) -> None:
    assert only(includes_subsidiaries=flag).producers[0].includes_subsidiaries is included


@pytest.mark.parametrize(
    ("values", "places"),
    [
        pytest.param({"region": "Shanshan (Piqan), Xinjiang"}, ("Shanshan", "Piqan", "Xinjiang"), id="by its column"),
        pytest.param({"name": "Aksu Inventada"}, ("Aksu", "Xinjiang"), id="by its name where the column is blank"),
        pytest.param({"aliases": "Hotan Inventada"}, ("Hotan", "Xinjiang"), id="by another name"),
        pytest.param({}, (), id="unknown"),
    ],
)
def test_places(values: dict[str, str], places: tuple[str, ...]) -> None:
    assert only(**values).producers[0].places == places


def test_sections_date_and_verification() -> None:
    good = only(section="i|v", verified="0")
    assert (good.act, good.in_force_on) == ("UFLPA Entity List, sec. 2(d)(2)(B)(i), (v)", date(2025, 1, 15))
    assert good.status == "unverified"
    assert only(verified="1").status == ""
    assert only(section="", date_added="").act == "UFLPA Entity List"


def test_only_names_are_compared() -> None:
    good = only()
    assert (good.tariff_codes, good.goods_words, good.origins, good.places) == ((), "", (), ())


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        pytest.param({"name": ""}, "the row names nothing", id="no name"),
        pytest.param({"name": "—"}, "the row names nothing", id="a dash for a name"),
        pytest.param({"name": "x" * 501}, "a name has more than 500 characters", id="a name of 501 letters"),
        pytest.param({"aliases": "x" * 501}, "a name has more than 500 characters", id="an alias of 501 letters"),
    ],
)
def test_a_row_that_becomes_no_entry_is_told(values: dict[str, str], reason: str) -> None:
    content = read(**values)
    assert content.goods == ()
    assert [(omission.line, omission.reason.en) for omission in content.omissions] == [(2, reason)]


def test_a_long_id_is_cut_to_what_a_hit_can_hold() -> None:
    assert only(id="x" * 300).key == "x" * 100
    assert only(id="").key == "uflpa-inventada-ltd"
