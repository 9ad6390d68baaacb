from datetime import date

import pytest

from screening.engine import Authority, ListedGood
from screening.formats import ListContent, read_list
from screening.formats.custom_csv import ALIASES


def read(*lines: str) -> ListContent:
    return read_list("\n".join(lines).encode(), list_name="mia")


def only(*lines: str) -> ListedGood:
    (good,) = read(*lines).goods
    return good


def test_a_row_with_everything() -> None:
    good = only(
        "id,name,aliases,former_names,identifiers,country,places,tariff_codes,tariff_version,origins,goods,"
        "in_force_on,act,status",
        '7,"Inventada, Co.",Uno|Dos;Tres,Vieja,9111|9222,China,Aksu|Xinjiang,6109.10.03|52,2022,CN|Vietnam,'
        "Playeras,2026-02-01,Oficio 7,vigente",
    )
    (producer,) = good.producers
    assert (producer.name, producer.aliases, producer.former_names) == (
        "Inventada, Co.",
        ("Uno", "Dos", "Tres"),
        ("Vieja",),
    )
    assert (producer.identifiers, producer.country, producer.places) == (("9111", "9222"), "CHN", ("Aksu", "Xinjiang"))
    assert (good.key, good.authority, good.tariff_codes) == ("7", Authority.CUSTOM, ("61091003", "52"))
    assert (good.origins, good.goods_words, good.act) == (("CHN", "VNM"), "Playeras", "Oficio 7")
    assert (good.in_force_on, good.places, good.tariff_version) == (date(2026, 2, 1), (), "2022")


VALUES = {"tariff_codes": "0902", "origins": "China", "country": "China", "in_force_on": "2026-01-01"}


@pytest.mark.parametrize("alias", sorted(ALIASES))
def test_each_alias_of_a_header_stands_for_its_column(alias: str) -> None:
    column = ALIASES[alias]
    value = VALUES.get(column, "Dos")
    name = ("", "") if column == "name" else (",name", ",Uno")
    by_alias = only(f"{alias.replace('_', ' ').title()}{name[0]}", f"{value}{name[1]}")
    assert by_alias == only(f"{column}{name[0]}", f"{value}{name[1]}")
    assert value in str(by_alias) or column in VALUES


def test_spanish_accents_in_header_and_cells() -> None:
    good = only("Razón social;También conocido como;País", "Compañía Ñandú;Óptica;España")
    assert good.producers[0].names() == ("Compañía Ñandú", "Óptica")
    assert good.producers[0].country == "ESP"


@pytest.mark.parametrize(
    ("lines", "origins", "places"),
    [
        pytest.param(("goods,country", "Cotton,China"), ("CHN",), (), id="goods of a country"),
        pytest.param(("fraccion,pais", "52,TKM"), ("TKM",), (), id="a tariff code of a country"),
        pytest.param(("goods,origin,place", "Cotton,China,Xinjiang"), ("CHN",), ("Xinjiang",), id="goods of a place"),
        pytest.param(("origin,name", "China,"), ("CHN",), (), id="an origin alone"),
    ],
)
def test_entries_without_a_producer(lines: tuple[str, ...], origins: tuple[str, ...], places: tuple[str, ...]) -> None:
    good = only(*lines)
    assert (good.producers, good.origins, good.places) == ((), origins, places)


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        pytest.param(("name,country", ",China"), "no name, goods", id="a country without a name is not all its goods"),
        pytest.param(("goods", "All products"), "no name, goods", id="all goods of everywhere"),
        pytest.param(("name,goods", "-,"), "no name, goods", id="a dash for a name"),
        pytest.param(("name,tariff_codes", "Uno,9011101"), "was a zero lost", id="a code that lost its zero"),
        pytest.param(("name,tariff_codes", "Uno,52AB"), "“52AB”", id="a code with letters"),
        pytest.param(("goods,origins", "Cotton,Ruritania"), "“Ruritania” is not a known country", id="no such country"),
        pytest.param(("name,country", "Uno Co., Ltd.,CHN"), "more values than columns", id="commas without quotes"),
        pytest.param(("name,country", f"{'x' * 501},CHN"), "more than 500", id="a name of 501 letters"),
    ],
)
def test_a_row_that_becomes_no_entry_is_told(lines: tuple[str, ...], reason: str) -> None:
    content = read(*lines)
    assert content.goods == ()
    assert [omission.line for omission in content.omissions] == [2]
    assert reason in content.omissions[0].reason.en


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2026-02-01", date(2026, 2, 1)),
        ("01/02/2026", date(2026, 2, 1)),
        ("1/2/2026", date(2026, 2, 1)),
        ("31/02/2026", None),
        ("ayer", None),
        ("", None),
    ],
)
def test_days_are_written_year_first_or_as_in_mexico(written: str, day: date | None) -> None:
    assert only("nombre,fecha", f"Uno,{written}").in_force_on == day
