import json

import pytest

from kernel.domain.text import Text, printable


@pytest.mark.parametrize("text", ["Solicitud final.pdf", "café", "新疆", "a\N{NO-BREAK SPACE}b", "\N{GRINNING FACE}"])
def test_what_acts_on_nothing_is_shown_as_it_is(text: str) -> None:
    assert printable(text) == text


@pytest.mark.parametrize("sign", ["\x1b", "\x9b", "\x7f", "\n", "\N{RIGHT-TO-LEFT OVERRIDE}", "\ud800", "\U000e0041"])
def test_what_steers_or_hides_is_written_out_as_json_escapes_it(sign: str) -> None:
    assert printable(sign).isascii()
    assert json.loads(f'"{printable(sign)}"') == sign


def test_what_is_to_be_kept_is_kept() -> None:
    assert printable("a\n\x1b", keep="\n") == "a\n\\u001b"


def test_a_message_heads_a_line_in_both_languages_and_keeps_the_rest() -> None:
    assert Text("órdenes de la UE", "EU orders").headed() == Text("Órdenes de la UE", "EU orders")
    assert Text("", "").headed() == Text("", "")
