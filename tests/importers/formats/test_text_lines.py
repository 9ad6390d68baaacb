import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from importers.formats.text_lines import LONGEST_LINE, decode_line, looks_binary, raw_lines


@pytest.mark.parametrize(
    ("line", "text", "repaired"),
    [
        pytest.param("COMPAÑÍA".encode(), "COMPAÑÍA", False, id="UTF-8 is ordinary"),
        pytest.param("COMPAÑIA|ALGODÓN".encode("cp1252"), "COMPAÑIA|ALGODÓN", False, id="Windows-1252 is ordinary"),
        pytest.param("AÇÃO|SÃO PAULO|Â".encode("cp1252"), "AÇÃO|SÃO PAULO|Â", False, id="Portuguese is no mojibake"),
        pytest.param("AÇÃO|SÃO PAULO".encode(), "AÇÃO|SÃO PAULO", False, id="nor is it in UTF-8"),
        pytest.param(b"CAF\xc9|" + "COMPAÑÍA".encode(), "CAFÉ|COMPAÑÍA", True, id="a field of UTF-8 in another line"),
        pytest.param("COMPAÃ‘Ã\x8dA".encode(), "COMPAÑÍA", True, id="decoded once too often"),
        pytest.param(b"CAF\x81\xc9", "CAF\ufffdÉ", True, id="a byte that no table has"),
        pytest.param("虚构纺织|ACERO".encode(), "虚构纺织|ACERO", False, id="Chinese"),
    ],
)
def test_each_line_is_decoded_by_itself(line: bytes, text: str, repaired: bool) -> None:
    assert decode_line(line) == (text, repaired)


@given(st.text(alphabet=st.characters(codec="cp1252", exclude_characters="ÃÂâÅÄ|\r\n")))
def test_windows_1252_survives_unless_it_is_utf_8_too(text: str) -> None:
    data = text.encode("cp1252")
    try:
        expected = data.decode("utf-8")
    except UnicodeDecodeError:
        expected = text
    assert decode_line(data)[0] == expected


@given(st.binary(max_size=200))
def test_any_bytes_become_text(data: bytes) -> None:
    assert isinstance(decode_line(data)[0], str)


def test_a_line_without_end_is_cut_and_the_next_one_is_read() -> None:
    stream = io.BytesIO(b"uno\r\n" + b"x" * (3 * LONGEST_LINE) + b"\ndos\nultima")
    found = [(line.number, line.text[:6], line.too_long) for line in raw_lines(stream)]
    assert found == [(1, "uno", False), (2, "xxxxxx", True), (3, "dos", False), (4, "ultima", False)]


@pytest.mark.parametrize(
    ("head", "binary"),
    [
        (b"", False),
        (b"Patente|Pedimento\r\n3001|\x00|\r\n", False),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), True),
        (b"\x00" * 100, True),
        ("COMPAÑÍA".encode("cp1252"), False),
        (b"\x01\x02\x03", True),
    ],
)
def test_what_is_no_text_is_told(head: bytes, binary: bool) -> None:
    assert looks_binary(head) is binary
