from datetime import date

import pytest

from screening.engine import ListedGood
from screening.formats import ListContent, read_list
from tests.screening.list_files import cbp_csv, order, table


def read(**values: str) -> ListContent:
    return read_list(cbp_csv([order(**values)]), list_name="wro")


def only(**values: str) -> ListedGood:
    (good,) = read(**values).goods
    return good


def test_an_order_on_a_firm_compares_the_firm_and_shows_the_goods() -> None:
    good = only(entity="Inventada Ltd., a/k/a Uno", merchandise="Garments", effective_date="6/23/2026")
    (producer,) = good.producers
    assert (producer.names(), producer.country) == (("Inventada Ltd.", "Uno"), "CHN")
    assert (good.goods_words, good.origins, good.places) == ("Garments", (), ())
    assert (good.act, good.in_force_on) == ("CBP WRO 6/23/2026", date(2026, 6, 23))
    assert good.description is not None
    assert good.description.en == "Garments"


@pytest.mark.parametrize(
    ("entity", "country", "goods", "origins", "places"),
    [
        pytest.param("All Turkmenistan Cotton", "Turkmenistan", "Cotton", ("TKM",), (), id="of a country"),
        pytest.param("XUAR", "China", "Cotton", ("CHN",), ("Xinjiang",), id="of a region"),
        pytest.param("Marange Diamond Fields", "Zimbabwe", "Diamonds", ("ZWE",), ("Marange",), id="of a field"),
    ],
)
def test_an_order_without_a_firm_compares_goods_and_origin(
    entity: str, country: str, goods: str, origins: tuple[str, ...], places: tuple[str, ...]
) -> None:
    good = only(entity=entity, country=country, merchandise=goods, country_code="")
    assert (good.producers, good.goods_words, good.origins, good.places) == ((), goods, origins, places)


def test_a_vessel_has_no_country() -> None:
    good = only(entity="Fishing Vessel: Inventado No. 7", country="Fishing Vessels", country_code="")
    assert (good.producers[0].name, good.producers[0].country, good.origins) == ("Inventado No. 7", "", ())


@pytest.mark.parametrize("words", ["All Products", "All Goods", "ALL", ""])
def test_an_order_on_all_goods_of_a_firm_has_no_words(words: str) -> None:
    assert only(merchandise=words).goods_words == ""


@pytest.mark.parametrize(
    ("status", "in_force"),
    [
        ("Active", True),
        ("ACTIVE", True),
        ("Partially Active", True),
        ("Partially Modified", True),
        ("Inactive", False),
        ("Inactive-Pending Litigation", False),
        ("Revoked", False),
        ("", False),
    ],
)
def test_only_orders_in_force_are_entries(status: str, in_force: bool) -> None:
    content = read(status=status)
    assert len(content.goods) == int(in_force)
    assert [o.reason.en for o in content.omissions] == ([] if in_force else [f"not in force: {status or '-'}"])


def test_the_remark_of_a_modified_order_is_shown() -> None:
    good = only(status="Partially Modified", remarks="Rayon removed from the order", merchandise="Soda ash")
    assert good.description is not None
    assert good.description.en == "Soda ash (Rayon removed from the order)"


def test_an_order_all_of_whose_firms_were_removed_is_told() -> None:
    content = read(
        entity="Uno Works", status="Partially Modified", remarks="Uno Works removed from the order, 1/2/2025"
    )
    assert content.goods == ()
    assert content.omissions[0].reason.es == "sus empresas fueron retiradas de la orden: Uno Works"


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        pytest.param({"entity": ""}, "the row names nothing", id="no entity"),
        pytest.param({"entity": " ; - "}, "the row names nothing", id="signs alone are not all goods of a country"),
        pytest.param(
            {"entity": "All cotton", "country": "Ruritania", "country_code": ""},
            "names neither a firm nor a known country: Ruritania",
            id="no firm and an unknown country",
        ),
        pytest.param({"entity": "x" * 501}, "a name has more than 500 characters", id="a name of 501 letters"),
    ],
)
def test_a_row_that_becomes_no_entry_is_told(values: dict[str, str], reason: str) -> None:
    content = read(**values)
    assert content.goods == ()
    assert [(omission.line, omission.reason.en) for omission in content.omissions] == [(2, reason)]


def test_the_agencys_encoding_and_remarks_over_several_lines_are_read() -> None:
    rows = [
        order(entity="Confecções Inventadas\u00a0Ltd.", remarks='See "Notice",\n89 FR 1\n'),
        order(entity="Dos Ltd."),
    ]
    content = read_list(cbp_csv(rows, encoding="cp1252"), list_name="wro")
    assert [good.producers[0].name for good in content.goods] == ["Confecções Inventadas Ltd.", "Dos Ltd."]


def test_other_headers_of_the_same_columns_are_known() -> None:
    header = "Manufacturer,Country of Origin,Commodity,Order Type,Date Issued,Current Status"
    row = dict(
        zip(header.split(","), ("Inventada Ltd.", "China", "Tea", "Finding", "1992-03-18", "Active"), strict=True)
    )
    (good,) = read_list(table(header, [row]), list_name="wro").goods
    assert (good.act, good.goods_words) == ("CBP Finding 1992-03-18", "Tea")


def test_two_orders_on_one_firm_have_keys_of_their_own() -> None:
    content = read_list(cbp_csv([order(), order()]), list_name="wro")
    assert len({good.key for good in content.goods}) == 2
