"""What customs data put around a name: what is cut off, and that a firm's name stays as it came."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.engine import noise
from screening.engine.noise import LONGEST, without_noise

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
    "HOSHINE SILICON CO LTD NO.12 PINGHU ROAD": "HOSHINE SILICON CO LTD",
    "Hoshine Silicon P.O. Box 3692": "Hoshine Silicon",
    "HOSHINE SILICON CO., LTD. EXPORT DEPT": "HOSHINE SILICON CO., LTD",
    "HOSHINE SILICON CO., LTD. P.R.CHINA": "HOSHINE SILICON CO., LTD",
    "Hoshine Silicon S.A. de C.V. Mexico": "Hoshine Silicon S.A. de C.V",
    "HOSHINE SILICON INC BLDG 12": "HOSHINE SILICON INC",
    "HOSHINE SILICON CO LTD INDUSTRIAL ZONE": "HOSHINE SILICON CO LTD",
    "HOSHINE SILICON CO LTD (TAX ID 7581)": "HOSHINE SILICON CO LTD",
    "TO THE ORDER OF HOSHINE SILICON": "HOSHINE SILICON",
    "HOSHINE SILICON AS AGENT FOR THE SELLER": "HOSHINE SILICON",
    "PROVEEDOR HOSHINE SILICON": "HOSHINE SILICON",
}


@pytest.mark.parametrize(("name", "maker"), NOISY.items())
def test_noise_goes_and_the_maker_stays(name: str, maker: str) -> None:
    assert without_noise([name]) == [maker]


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
        "Hoshine Co., Ltd. (China)",
        "Banco Santander Chile S.A.",
        "Hefei No.1 Street Lamp Factory",
        "Supplier Direct",
        "Bank of China",
    ],
)
def test_a_name_without_noise_is_returned_as_it_came(name: str) -> None:
    assert without_noise([name]) == [name]


PIECES = st.sampled_from([*NOISY, "c/o", "Tel", "58", "Hoshine ", "attn", "add", ".", ":", "\n", ", "])


@given(st.lists(st.lists(PIECES, max_size=4).map("".join), max_size=6))
def test_a_column_is_read_as_its_names_are(names: list[str]) -> None:
    assert without_noise(names) == [without_noise([name])[0] for name in names]


@given(st.text(max_size=200))
def test_noise_is_looked_for_in_any_text(text: str) -> None:
    assert len(without_noise([text])) == 1


class Reading:
    """A pattern that notes how many letters it was given."""

    def __init__(self, pattern: re.Pattern[str], read: list[int]) -> None:
        self.pattern, self.read = pattern, read

    def sub(self, instead: str, text: str) -> str:
        self.read.append(len(text))
        return self.pattern.sub(instead, text)


def noted(pattern: re.Pattern[str], read: list[int]) -> re.Pattern[str]:
    return Reading(pattern, read)  # type: ignore[return-value]  # it has the one method that is used


@pytest.mark.parametrize(
    "text", ["C/O " * 2_500, ", NO 1 ROAD" * 1_000, "TEL 1" * 2_000, "ADD: " * 2_000, "@" * 10_000]
)
def test_noise_without_end_is_looked_for_as_far_as_names_go(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[int] = []
    noting = tuple((marks, cut._replace(pattern=noted(cut.pattern, read))) for marks, cut in noise._TRIED)
    monkeypatch.setattr(noise, "_TRIED", noting)
    assert without_noise([text])[0] == without_noise([text[:LONGEST]])[0].strip(" ,;:-")
    assert 0 < max(read) <= LONGEST
