import pytest
from hypothesis import given
from hypothesis import strategies as st

from kernel.domain.countries import WITHDRAWN, alpha3_codes, country_code


@pytest.mark.parametrize(
    ("written", "code"),
    [
        pytest.param("China", "CHN", id="a name that both languages share"),
        pytest.param("Países Bajos", "NLD", id="a Spanish name"),
        pytest.param("PAISES BAJOS", "NLD", id="in capitals without accents"),
        pytest.param("Netherlands", "NLD", id="an English name"),
        pytest.param("cn", "CHN", id="two letters"),
        pytest.param(" chn ", "CHN", id="three letters with blanks"),
        pytest.param("Turkey (Türkiye)", "TUR", id="what stands before a bracket"),
        pytest.param("Bolivia, Estado Plurinacional de", "BOL", id="what stands before a comma"),
        pytest.param("Congo, Democratic Republic of the", "COD", id="a comma that tells one Congo from the other"),
        pytest.param("Corea (la República Democrática Popular de)", "PRK", id="a bracket that tells which Korea"),
        pytest.param("Congo", "COG", id="Congo alone is the one without an addition"),
        pytest.param("Korea, whichever", "", id="an addition that tells nothing"),
        pytest.param("Freedonia", "", id="no country"),
        pytest.param("", "", id="nothing"),
        pytest.param("XXX", "", id="a code for private use"),
        pytest.param("BUR", "", id="a code that ISO withdrew"),
    ],
)
def test_a_country_is_known_by_name_or_code(written: str, code: str) -> None:
    assert country_code(written) == code


def test_each_code_stands_for_itself_and_none_is_withdrawn() -> None:
    codes = set(alpha3_codes().values())
    assert len(codes) == len(alpha3_codes()) > 200
    assert not codes & WITHDRAWN
    assert {country_code(code) for code in codes} == codes


@given(st.text(max_size=40))
def test_any_text_is_a_known_code_or_nothing(text: str) -> None:
    assert country_code(text) in {"", *alpha3_codes().values()}
