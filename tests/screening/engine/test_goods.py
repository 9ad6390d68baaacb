"""The goods criterion: prefixes, editions of the tariff, words in both languages."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kernel.domain.text import Text
from screening.engine import Answer, Authority, ListedGood
from screening.engine.correlation import Correlation, Heir, Successor, edition
from screening.engine.goods import GoodsCriterion, Said
from screening.engine.goods_text import read_goods, stems
from screening.engine.prefixes import PrefixTree
from screening.engine.storage import goods_words, table, tariff_correlation
from tests.screening.engine.factories import national_shirts

DATA = Path(__file__).parents[3] / "screening" / "engine" / "data"


def answer(said: Said, good: ListedGood | None = None, correlation: Correlation | None = None) -> tuple[Answer, str]:
    criterion = GoodsCriterion([good or national_shirts()], correlation or Correlation())
    found = criterion.answer(0, said)
    if found.answer is not Answer.NOT_MET:
        assert criterion.possible(said) == {0}
    return found.answer, found.reason.en


CODES = {
    "the listed fraction": (Said("61091003", "01"), Answer.MET),
    "with points": (Said("6109.10.03", "01"), Answer.MET),
    "another fraction of the subheading": (Said("61091099"), Answer.NEAR),
    "the subheading alone may comprise it": (Said("610910"), Answer.NEAR),
    "the heading alone may comprise it": (Said("6109"), Answer.NEAR),
    "another subheading": (Said("61099001"), Answer.NOT_MET),
    "another chapter": (Said("62"), Answer.NOT_MET),
    "no code": (Said(""), Answer.NOT_DECLARED),
    "no code and a NICO": (Said("", "01"), Answer.NOT_DECLARED),
}


@pytest.mark.parametrize(("said", "expected"), CODES.values(), ids=CODES)
def test_codes_compare_by_their_beginning(said: Said, expected: Answer) -> None:
    assert answer(said)[0] is expected


def test_an_edition_of_its_own_makes_other_digits_of_a_subheading_near_and_says_why() -> None:
    good = national_shirts(tariff_version="TIGIE 2020")
    found, reason = answer(Said("61091099", edition="2022"), good)
    assert found is Answer.NEAR
    assert "of the tariff of 2022" in reason
    assert "of 2020" in reason
    assert answer(Said("61091099", edition="2020"), good)[1].startswith("tariff code 61091099 shares the subheading")


def test_the_same_digits_meet_an_entry_of_another_edition() -> None:
    assert answer(Said("61091003", edition="2022"), national_shirts(tariff_version="2012"))[0] is Answer.MET


SOLAR = national_shirts(tariff_codes=("85414001",), tariff_version="TIGIE 2020")
CELLS = national_shirts(tariff_codes=("85414301",), tariff_version="LIGIE 2022")


@pytest.mark.parametrize(
    ("good", "said", "expected"),
    [
        pytest.param(SOLAR, Said("85414301", edition="2022"), Answer.NEAR, id="what came out of a code is near it"),
        pytest.param(SOLAR, Said("85414301", edition="2020"), Answer.NOT_MET, id="not under the tariff of the list"),
        pytest.param(SOLAR, Said("85414301"), Answer.NOT_MET, id="an unknown edition is compared as it stands"),
        pytest.param(CELLS, Said("85414001", edition="2020"), Answer.NEAR, id="and what a code came out of"),
        pytest.param(CELLS, Said("85415001", edition="2020"), Answer.NOT_MET, id="its neighbour did not"),
    ],
)
def test_a_code_is_followed_through_a_change_of_the_tariff(good: ListedGood, said: Said, expected: Answer) -> None:
    assert answer(said, good, tariff_correlation())[0] is expected


def test_every_change_of_the_tariff_stands_once_with_its_source_or_its_doubt() -> None:
    rows = table("tariff_correlation")
    assert all(row["source"] for row in rows)
    assert len({(row["since"], row["old"], row["new"]) for row in rows}) == len(rows)


def test_a_code_that_became_one_other_is_the_same_goods() -> None:
    moved = Correlation((Successor("2022", "61091003", "61091010"),))
    good = national_shirts(tariff_version="2020")
    assert answer(Said("61091010", edition="2022"), good, moved)[0] is Answer.MET
    assert moved.heirs("61091003", listed="2020", declared="2022") == (Heir("61091010", whole=True),)
    assert moved.heirs("61091010", listed="2022", declared="2020") == (Heir("61091003", whole=True),)
    assert moved.heirs("61091003", listed="2022", declared="2024") == ()


@pytest.mark.parametrize(
    ("version", "year"), [("LIGIE 2022", "2022"), ("2022", "2022"), ("TIGIE 2020", "2020"), ("", ""), ("HS", "")]
)
def test_a_version_is_known_by_its_year(version: str, year: str) -> None:
    assert edition(version) == year


PREFIXES = st.lists(st.text("0123", min_size=1, max_size=5), max_size=8)


@given(PREFIXES, st.lists(st.text("0123", max_size=7), min_size=1, max_size=12))
def test_codes_of_one_place_have_the_same_listed_beginnings(prefixes: list[str], codes: list[str]) -> None:
    def facts(code: str) -> tuple[frozenset[str], frozenset[str], bool]:
        begins = frozenset(p for p in prefixes if code.startswith(p))
        return begins, frozenset(p for p in prefixes if code and p.startswith(code)), not code

    by_place: dict[int, set[object]] = {}
    for code, place in zip(codes, PrefixTree(prefixes).places(codes).tolist(), strict=True):
        by_place.setdefault(place, set()).add(facts(code))
    assert all(len(found) == 1 for found in by_place.values())


SAME = ["ALGODÓN algodon Algodones", "tomate TOMATES", "luz luces", "battery batteries BATTERIES", "camión camiones"]


@pytest.mark.parametrize("forms", SAME)
def test_accents_case_and_plural_make_no_other_word(forms: str) -> None:
    assert len(set(stems(forms).split())) == 1


WORDS = {
    "PLAYERAS DE ALGODON PARA DAMA": ("Cotton", True),
    "CAMARON CONGELADO SIN CABEZA": ("Shrimp", True),
    "SHRIMPS FROZEN": ("Camarón", True),
    "PANELES SOLARES 450W": ("Solar modules", True),
    "SOLAR PANEL": ("Solar Cells", True),
    "GUANTE DE LATEX": ("Rubber Gloves", True),
    "GUANTES DE HULE": ("Rubber Gloves", True),
    "MANGUERA DE HULE": ("Rubber Gloves", False),
    "TORNILLOS": ("Cotton", False),
    "PARTES PARA MAQUINA": ("Garments, apparel and textiles", False),
}


@pytest.mark.parametrize(("description", "case"), WORDS.items(), ids=WORDS)
def test_words_in_either_language_come_near_where_no_code_is_declared(description: str, case: tuple[str, bool]) -> None:
    listed, near = case
    good = ListedGood("W", "wro", Authority.FOREIGN, goods_words=listed, description=Text(listed, listed))
    found = answer(Said("", description=description), good)[0]
    assert found is (Answer.NEAR if near else Answer.NOT_DECLARED)


def test_the_longest_phrase_counts() -> None:
    rows, unknown = read_goods("Rubber Gloves, Condoms, Rubber Raincoats, and Rubber Footwear")
    assert unknown == ()
    assert all("4001" not in row.prefixes for row in rows)


def test_the_table_of_words_is_whole() -> None:
    lines = (DATA / "goods_words.csv").read_text(encoding="utf-8").splitlines()
    rows = list(csv.DictReader(lines))
    assert len(rows) == len({row["words_en"] for row in rows}) == len(goods_words())
    for row in rows:
        assert row["words_en"], row
        assert row["words_es"], row
        prefixes = [*row["tariff_prefixes"].split("|"), *filter(None, row["near_prefixes"].split("|"))]
        assert all(prefix.isdigit() and len(prefix) % 2 == 0 for prefix in prefixes), row


def test_a_longer_shared_code_weighs_more_and_other_goods_nothing() -> None:
    def weight(code: str, *listed: str) -> float:
        return GoodsCriterion([national_shirts(tariff_codes=listed)], Correlation()).answer(0, Said(code)).weight

    assert weight("61091003", "61") < weight("61091003", "610910") < weight("61091003", "61091003")
    assert weight("61091099", "61091003") > weight("84713001", "61091003") == 0.0
