"""List files in the agencies' layouts, every firm in them invented."""

import csv
import html
import io
from collections.abc import Iterable, Mapping, Sequence

UFLPA_HEADER = "id,name,aliases,former_names,region,country,section,date_added,includes_subsidiaries,source,verified"
CBP_HEADER = (
    "Effective Date,Calendar Year,Country Code,Country,Merchandise,WRO/Finding,Industry,Status,Press Release,Entity,"
    "Remarks"
)
SECTIONS = {
    "i": "A list of entities in the region that make goods with forced labor",
    "ii": "A list of entities that recruit, transport or receive forced labor",
    "v": "A list of facilities and entities that source material from the region",
}
Entity = tuple[str, str, str]  # section, name as the page writes it, day as the page writes it


def table(header: str, rows: Iterable[Mapping[str, str]], *, encoding: str = "utf-8") -> bytes:
    """Return a CSV with a header and rows by column; columns a row lacks are empty."""
    out = io.StringIO()
    writer = csv.DictWriter(out, header.split(","), restval="", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode(encoding)


def firm(number: int) -> str:
    """Return the name of an invented firm."""
    return f"Inventada Fibra {number} Co., Ltd."


def firms(count: int, *, section: str = "i") -> list[Entity]:
    """Return as many entities of the page as asked for."""
    return [(section, firm(number), "June 21, 2022") for number in range(1, count + 1)]


def dhs_page(
    entities: Sequence[Entity],
    *,
    updated: str = "01/14/2025",
    headers: tuple[str, str] = ("Name of Entity", "Effective Date"),
) -> bytes:
    """Return a page as the department lays it out: for each section a paragraph and a table without a caption."""
    parts = []
    for section in dict.fromkeys(section for section, _, _ in entities):
        rows = "".join(
            f"<tr><td>{html.escape(name)}</td><td>{html.escape(day)}</td></tr>"
            for where, name, day in entities
            if where == section
        )
        parts.append(
            f'<p class="text-align-center"><br><strong>{SECTIONS[section]}</strong><br>'
            f'<a href="https://example.org/act">Section 2(d)(2)(B)({section})</a></p>'
            f"<table><thead><tr><th>{headers[0]}</th><th>{headers[1]}</th></tr></thead><tbody>{rows}</tbody></table>"
        )
    return (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>Entity List</title></head><body>'
        '<nav><ul><li><a href="/">Home</a></li></ul></nav><main><div class="field"><p>The list is available here.</p>'
        f"{''.join(parts)}</div><h2>Keywords</h3>"
        f'<div class="last-updated"><span>Last Updated:</span> {updated}</div></main></body></html>'
    ).encode()


def order(**values: str) -> dict[str, str]:
    """Return a row of the customs agency's CSV; names with an underscore stand for its headers."""
    plain = {
        "Effective Date": "6/23/2026",
        "Calendar Year": "2026",
        "Country Code": "CN",
        "Country": "China",
        "Merchandise": "Garments",
        "WRO/Finding": "WRO",
        "Status": "Active",
        "Entity": "Confecciones Inventadas Co., Ltd.",
    }
    return plain | {name.replace("_", " ").title(): value for name, value in values.items()}


def cbp_csv(rows: Sequence[Mapping[str, str]], *, encoding: str = "utf-8") -> bytes:
    """Return the customs agency's CSV."""
    return table(CBP_HEADER, rows, encoding=encoding)


def orders(count: int) -> list[dict[str, str]]:
    """Return as many orders on invented firms as asked for."""
    return [order(entity=firm(number)) for number in range(1, count + 1)]


def uflpa_csv(count: int) -> bytes:
    """Return the CSV with one row for each of the invented firms."""
    rows = [
        {
            "id": f"U-{number}",
            "name": firm(number),
            "country": "CN",
            "section": "i|v",
            "date_added": "2022-06-21",
            "includes_subsidiaries": "0",
            "source": "page, 2026-07-09",
            "verified": "1",
        }
        for number in range(1, count + 1)
    ]
    return table(UFLPA_HEADER, rows)


def custom_csv(*names: str, header: str = "name,country") -> bytes:
    """Return a list of one's own with a row for each name."""
    return "\n".join([header, *(f'"{name}",CHN' for name in names)]).encode()
