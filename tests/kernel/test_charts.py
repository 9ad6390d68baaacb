from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kernel.charts import FILLS, Bar, bar_chart
from kernel.domain.text import Text

BARS = (Bar(Text("Detener", "Stop"), 1, "stop"), Bar(Text("Sin coincidencia", "Clear"), 99_999, "clear"))


def parsed(chart: str) -> ET.Element:
    return ET.fromstring(chart)  # noqa: S314 - our own drawing


def test_a_chart_is_an_image_with_a_title_and_its_figures_in_words() -> None:
    svg = parsed(bar_chart(title=Text("Veredictos", "Verdicts"), rows=BARS, language="en")).find(".//svg")
    assert svg is not None
    assert svg.get("role") == "img"
    title, desc = svg.find("title"), svg.find("desc")
    assert title is not None
    assert title.text == "Verdicts"
    assert desc is not None
    assert desc.text == "Horizontal bars. Stop: 1, Clear: 99,999."
    assert svg.get("aria-labelledby") == f"{title.get('id')} {desc.get('id')}"


def test_the_same_figures_stand_in_a_table_beside_it() -> None:
    table = parsed(bar_chart(title="Veredictos", rows=BARS, language="es")).find(".//table")
    assert table is not None
    cells = [[cell.text for cell in row] for row in table.findall("./tbody/tr")]
    assert cells == [["Detener", "1", "< 0.1 %"], ["Sin coincidencia", "99,999", "100.0 %"]]


def test_a_chart_needs_no_style_and_no_script() -> None:
    chart = bar_chart(title="x", rows=BARS, language="es")
    assert "style" not in chart
    assert "script" not in chart
    bars = parsed(chart).findall(".//rect[@fill='#c4355f']")
    assert [bar.get("width") for bar in bars] == ["0.70%"]


def test_words_from_a_file_cannot_become_markup() -> None:
    chart = bar_chart(title="<b>x</b>", rows=(Bar("<script>", 1),), language="es")
    assert "<script>" not in chart
    assert "<b>" not in chart


def test_a_chart_of_nothing_is_still_a_chart() -> None:
    for rows in ((), (Bar("a", 0),)):
        assert parsed(bar_chart(title="x", rows=rows, language="es")).find(".//svg") is not None


@given(st.lists(st.integers(0, 10**9), max_size=8))
def test_no_bar_leaves_the_drawing_and_only_nothing_has_no_length(values: list[int]) -> None:
    chart = bar_chart(title="x", rows=[Bar(str(i), value) for i, value in enumerate(values)], language="es")
    widths = [
        float(str(bar.get("width"))[:-1]) for bar in parsed(chart).findall(".//rect[@class='chart-bar chart-plain']")
    ]
    assert len(widths) == len(values)
    assert all((width > 0) == (value > 0) and width <= 100 for width, value in zip(widths, values, strict=True))


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("fill", FILLS.values(), ids=FILLS.keys())
@pytest.mark.parametrize("ground", ["#ffffff", "#15181b"], ids=["light", "dark"])
def test_every_bar_stands_out_from_the_ground(fill: str, ground: str) -> None:
    low, high = sorted((_luminance(fill), _luminance(ground)))
    assert (high + 0.05) / (low + 0.05) >= 3


def test_a_count_leads_to_what_it_counts_where_there_is_a_place() -> None:
    bars = (Bar("Detener", 1, "stop", url="/r/?a=1&b=2", current=True), Bar("Otro", 0))
    table = parsed(bar_chart(title="x", rows=bars, language="es")).find(".//table")
    assert table is not None
    links = table.findall(".//a")
    assert [(link.text, link.get("href"), link.get("aria-current")) for link in links] == [
        ("Detener", "/r/?a=1&b=2", "true")
    ]
