import pytest

from kernel.pdf.fonts import NORMAL, markup, runs


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Compañía “X” — 5 €", [(NORMAL, "Compañía “X” — 5 €")], id="Spanish"),
        pytest.param("新疆 Co.", [("STSong-Light", "新疆"), (NORMAL, " Co.")], id="Chinese beside Latin"),
        pytest.param("東莞紡織", [("STSong-Light", "東莞紡織")], id="traditional Chinese"),
        pytest.param("Фабрика", [("STSong-Light", "Фабрика")], id="Cyrillic"),
        pytest.param("한국", [("HYSMyeongJo-Medium", "한국")], id="Korean"),
        pytest.param("ไทย", [(NORMAL, "[aithy]")], id="Thai in Latin letters"),
        pytest.param("شركة", [(NORMAL, "[shrkh]")], id="Arabic in Latin letters"),
        pytest.param("\U00100000", [(NORMAL, " ")], id="a private sign"),
        pytest.param("\U0001d173x", [(NORMAL, " x")], id="a sign that is not printable"),
        pytest.param("a\tb\x00c", [(NORMAL, "a b c")], id="control signs"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_each_sign_is_written_by_a_font_that_has_it(text: str, expected: list[tuple[str, str]]) -> None:
    assert list(runs(text)) == expected


def test_what_looks_like_markup_is_text_and_line_ends_are_kept() -> None:
    assert markup("<b>a & b</b>\nc") == "&lt;b&gt;a &amp; b&lt;/b&gt;<br/>c"
    assert markup("新<") == '<font name="STSong-Light">新</font>&lt;'
