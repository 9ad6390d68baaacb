import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.domain.order_entities import read_order_entity


def firms(
    text: str, *, country: str = "CHN", aliases: tuple[str, ...] = (), remarks: str = ""
) -> list[tuple[str, ...]]:
    read = read_order_entity(text, country=country, aliases=aliases, remarks=remarks)
    return [(firm.names.name, firm.country, *firm.places) for firm in read.firms]


@pytest.mark.parametrize(
    ("text", "country", "expected"),
    [
        pytest.param("Fibra Inventada Ltd.", "CHN", [("Fibra Inventada Ltd.", "CHN")], id="a firm"),
        pytest.param(
            "Xinjiang Fibra Inventada Ltd.",
            "CHN",
            [("Xinjiang Fibra Inventada Ltd.", "CHN", "Xinjiang")],
            id="a firm whose name tells its region",
        ),
        pytest.param(
            "Fishing Vessel: Inventado No. 7", "", [("Inventado No. 7", "", "high seas")], id="a vessel by name"
        ),
        pytest.param(
            "Fishing Vessels owned by Inventada Ocean Co. Ltd.",
            "",
            [("Inventada Ocean Co. Ltd.", "", "high seas")],
            id="the vessels of a firm",
        ),
        pytest.param(
            "Cárcel Estatal, Ciudad Inventada, Tamaulipas, Mexico",
            "MEX",
            [("Cárcel Estatal, Ciudad Inventada", "MEX", "Ciudad Inventada", "Tamaulipas")],
            id="a prison with its address",
        ),
        pytest.param(
            "Granja Uno Farm, Sanmei Té Co., Ltd.; Imaz Té Co., Ltd. (of Nagoya, Japan)",
            "CHN",
            [("Granja Uno Farm", "CHN"), ("Sanmei Té Co., Ltd.", "CHN"), ("Imaz Té Co., Ltd.", "JPN", "Nagoya")],
            id="several firms, one in another country",
        ),
        pytest.param(
            "Uno Carpet Pvt., Dos Carpet, and Tres Carpet Industries; Kathmandu.",
            "NPL",
            [
                ("Uno Carpet Pvt.", "NPL", "Kathmandu"),
                ("Dos Carpet", "NPL", "Kathmandu"),
                ("Tres Carpet Industries", "NPL", "Kathmandu"),
            ],
            id="several firms of one town",
        ),
        pytest.param(
            "Segura Company, Limited and its two subsidiaries from China, Segura (Nantong) Co. Limited and "
            "Segura (HK) Limited.",
            "CHN",
            [
                ("Segura Company, Limited", "CHN"),
                ("Segura (Nantong) Co. Limited", "CHN"),
                ("Segura (HK) Limited", "CHN"),
            ],
            id="subsidiaries by name",
        ),
    ],
)
def test_an_order_names_firms(text: str, country: str, expected: list[tuple[str, ...]]) -> None:
    assert firms(text, country=country) == expected


@pytest.mark.parametrize(
    ("text", "places"),
    [
        pytest.param("All Turkmenistan Cotton or products produced with Turkmenistan cotton.", (), id="all cotton"),
        pytest.param("Tobacco produced in Malawi and products containing it", (), id="tobacco produced in a country"),
        pytest.param("Artisanal Small Mines", (), id="mines without a name"),
        pytest.param("Marange Diamond Fields", ("Marange",), id="fields at a place"),
        pytest.param("Xinjiang Uyghur Autonomous Region (XUAR)", ("Xinjiang",), id="a region"),
        pytest.param("XUAR", ("Xinjiang",), id="a region by its letters"),
        pytest.param("Inventada Province", ("Inventada",), id="a province"),
    ],
)
def test_an_order_on_goods_from_somewhere_names_no_firm(text: str, places: tuple[str, ...]) -> None:
    read = read_order_entity(text, country="CHN")
    assert (read.firms, read.places, read.removed) == ((), places, ())


def test_aliases_of_a_column_belong_to_the_first_firm() -> None:
    read = read_order_entity(
        "Uno Works; Dos Works", country="CHN", aliases=("Sichuan Uno Mill", "Fibra (or Phibra) Mill")
    )
    assert [firm.names.aliases for firm in read.firms] == [("Sichuan Uno Mill", "Fibra Mill", "Phibra Mill"), ()]
    assert read.firms[0].places == ("Sichuan",)


TOWN = "Uno Carpet, Dos Carpet, and Super Dos Carpet; Kathmandu"


@pytest.mark.parametrize(
    ("remarks", "removed"),
    [
        pytest.param("", (), id="no remark"),
        pytest.param("Uno Carpet removed from the order, 7/23/2021", ("Uno Carpet",), id="one firm"),
        pytest.param(
            "by the following: Uno Carpet removed from the order, 7/23/2021Super Dos Carpet removed from the order",
            ("Uno Carpet", "Super Dos Carpet"),
            id="two run together with a date",
        ),
        pytest.param(
            "Super Dos Carpet removed from the order", ("Super Dos Carpet",), id="the end of a name is not it"
        ),
        pytest.param("Uno Carpets removed from the order", (), id="nor is the beginning of a longer one"),
        pytest.param("Rayon removed from the order", (), id="goods that were removed"),
        pytest.param("See Uno Carpet", (), id="a firm named otherwise"),
    ],
)
def test_firms_that_remarks_remove_are_told_apart(remarks: str, removed: tuple[str, ...]) -> None:
    read = read_order_entity(TOWN, country="NPL", remarks=remarks)
    assert read.removed == removed
    assert len(read.firms) == 3 - len(removed)


@given(st.text(max_size=80), st.lists(st.text(max_size=20), max_size=3), st.text(max_size=40))
def test_any_text_is_read(text: str, aliases: list[str], remarks: str) -> None:
    read = read_order_entity(text, country="CHN", aliases=aliases, remarks=remarks)
    assert all(firm.names.name.strip() for firm in read.firms)
