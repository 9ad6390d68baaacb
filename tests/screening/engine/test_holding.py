"""Parts looked for in many texts at once: those are found, whatever stands around them, and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.engine.holding import Parts, holding

PARTS = st.lists(st.text("ABC.", min_size=1, max_size=5), max_size=6)
TEXTS = st.lists(st.text("ABCabc. é字\n\x00", max_size=30), max_size=8)


@given(TEXTS, PARTS)
def test_a_text_is_found_when_it_holds_a_part(texts: list[str], parts: list[str]) -> None:
    found = [number for number, text in enumerate(texts) if any(part in text.upper() for part in parts)]
    assert holding(texts, Parts.of(parts)) == found


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        pytest.param(["ATTN", "xattnx", "ATN"], [0, 1], id="in any case"),
        pytest.param(["ATATTN"], [0], id="a part begun twice"),
        pytest.param(["AT", "TN"], [], id="a part does not reach into the next text"),
        pytest.param(["", "TEL", ""], [1], id="beside empty texts"),
        pytest.param([], [], id="in no texts"),
    ],
)
def test_parts_are_found_where_they_stand(texts: list[str], found: list[int]) -> None:
    assert holding(texts, Parts.of(["ATTN", "TEL", "TELEX"])) == found
