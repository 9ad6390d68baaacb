"""What customs data put around a name: what is cut off, and that a firm's name stays as it came."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.engine import noise
from screening.engine.noise import LONGEST, has_noise, noisy, without_noise

NOISY = {
    "C/O NINESTAR CORPORATION TEL. +86 756 8539855": "NINESTAR CORPORATION",
    "Hoshine Silicon Co., Ltd. c/o DHL Logistics": "Hoshine Silicon Co., Ltd.",
    "Inventada SA de CV por cuenta de Hoshine Silicon": "Hoshine Silicon",
    "AGENT LTD ON BEHALF OF HOSHINE SILICON": "HOSHINE SILICON",
    "Fabricante: Hoshine Silicon": "Hoshine Silicon",
    "M/S Anowara Garments": "Anowara Garments",
    "HOSHINE SILICON ADD: 12 PINGHU ROAD": "HOSHINE SILICON",
    "HOSHINE SILICON CO LTD, NO. 12 PINGHU ROAD, ZHEJIANG": "HOSHINE SILICON CO LTD",
    "HOSHINE SILICON, Domicilio conocido": "HOSHINE SILICON",
    "HOSHINE SILICON RFC: XAXX010101000": "HOSHINE SILICON",
    "HOSHINE SILICON sales@example.com": "HOSHINE SILICON",
    "HOSHINE SILICON ATTN: MR LI": "HOSHINE SILICON",
    "HOSHINE (SHANSHAN) SILICON FAX 0573-1234567": "HOSHINE (SHANSHAN) SILICON",
}


@pytest.mark.parametrize(("name", "maker"), NOISY.items())
def test_noise_goes_and_the_maker_stays(name: str, maker: str) -> None:
    assert has_noise(name)
    assert without_noise(name) == maker


@pytest.mark.parametrize(
    "name",
    [
        "Hoshine Silicon Industry Co., Ltd.",
        "China Mobile Communications",
        "Telmex Telefonos",
        "Xinjiang No. 1 Cotton Factory",
        "Address Hotel Textiles",
        "Unit 8200 Trading",
        "Hebei Prison No. 2, Shijiazhuang",
        "RFC",
        "TEL 123456",
    ],
)
def test_a_name_without_noise_is_returned_as_it_came(name: str) -> None:
    assert without_noise(name) == name


def test_what_is_sure_to_have_no_noise_has_none_to_cut() -> None:
    for name in (
        "Xinjiang Zhongtai Chemical Co., Ltd.",
        "PRIVATE EXPORT PRODUCTS",
        "CONSTRUCTION TELECOM",
        "No 2 Mill",
    ):
        assert not has_noise(name)


PIECES = st.sampled_from([*NOISY, "c/o", "Tel", "58", "Hoshine ", "attn", "add", ".", ":", "\n", ", "])


@given(st.lists(st.lists(PIECES, max_size=4).map("".join), max_size=6))
def test_no_noisy_name_of_a_column_is_missed(names: list[str]) -> None:
    assert {n for n, name in enumerate(names) if has_noise(name)} <= set(noisy(names))


def test_plain_names_of_a_column_are_passed_over() -> None:
    assert noisy(["Hoshine Silicon", "", "TEL 12345678", "Telmex", "Ninestar C/O Zhuhai"]) == [2, 4]


@given(st.text(max_size=200))
def test_noise_is_looked_for_in_any_text(text: str) -> None:
    assert isinstance(without_noise(text), str)


class Reading:
    """A pattern that notes how many letters it was given."""

    def __init__(self, pattern: re.Pattern[str], read: list[int]) -> None:
        self.pattern, self.read = pattern, read

    def sub(self, instead: str, text: str) -> str:
        self.read.append(len(text))
        return self.pattern.sub(instead, text)


@pytest.mark.parametrize(
    "text", ["C/O " * 2_500, ", NO 1 ROAD" * 1_000, "TEL 1" * 2_000, "ADD: " * 2_000, "@" * 10_000]
)
def test_noise_without_end_is_looked_for_as_far_as_names_go(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[int] = []
    monkeypatch.setattr(noise, "_CUTS", tuple((Reading(pattern, read), new) for pattern, new in noise._CUTS))
    assert without_noise(text) == without_noise(text[:LONGEST]).strip(" ,;:-")
    assert 0 < max(read) <= LONGEST
