import pytest

from screening.domain.places import places_in_name, places_in_region


@pytest.mark.parametrize(
    ("name", "places"),
    [
        pytest.param("Inventada Fibra Co., Ltd.", (), id="no place"),
        pytest.param("Anhui Inventada Co., Ltd.", ("Anhui",), id="a province"),
        pytest.param("Inner Mongolia Inventada", ("Inner Mongolia",), id="a province of two words"),
        pytest.param("Aksu Inventada Fibra", ("Aksu", "Xinjiang"), id="a prefecture lies in its region"),
        pytest.param("Xinjiang Aksu Inventada", ("Aksu", "Xinjiang"), id="both, the smaller first"),
        pytest.param("XPCC Inventada Farm", ("Xinjiang",), id="the Corps by its letters"),
        pytest.param("Kunyu Inventada", (), id="a name that stands for much else"),
        pytest.param("Hamilton Inventada", (), id="a place only as a whole word"),
        pytest.param("Shanxi and Shaanxi Inventada", ("Shanxi", "Shaanxi"), id="two that sound alike"),
    ],
)
def test_places_that_a_name_tells(name: str, places: tuple[str, ...]) -> None:
    assert places_in_name(name) == places


@pytest.mark.parametrize(
    ("region", "places"),
    [
        ("Shanshan (Piqan), Turpan, Xinjiang", ("Shanshan", "Piqan", "Turpan", "Xinjiang")),
        ("Xinjiang (Jiashi)", ("Xinjiang", "Jiashi")),
        ("", ()),
        (" , Anhui, Anhui", ("Anhui",)),
    ],
)
def test_places_of_a_region(region: str, places: tuple[str, ...]) -> None:
    assert places_in_region(region) == places
