"""A document of the authority as part of a page, from the same content as its PDF."""

from typing import Any, Final

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from kernel.domain.paper import BASIS, HASH, VERIFY, Doc, Table
from kernel.domain.text import language_of
from kernel.templatetags.components import table

register: Final = template.Library()
SHORT_WORD: Final = 16  # signs


@register.inclusion_tag("kernel/paper.html")
def paper(doc: Doc) -> dict[str, Any]:
    """Show a document; its own words are in its own language, whatever that of the page."""
    language = language_of(doc.language)
    return {
        "doc": doc,
        "basis": BASIS.in_language(language),
        "verify": VERIFY.in_language(language),
        "hash": HASH.filled(sha256=doc.sha256()).in_language(language),
    }


@register.simple_tag
def paper_table(block: Table) -> SafeString:
    """Show a table of a document; on a narrow screen each row becomes a card."""
    head = format_html_join("", '<th scope="col">{}</th>', ((name,) for name in block.head))
    rows = format_html_join("", "<tr>{}</tr>", ((_cells(block, row),) for row in block.rows))
    return table(format_html("<thead><tr>{}</tr></thead><tbody>{}</tbody>", head, rows), block.caption, "table-cards")


def _cells(block: Table, row: tuple[str, ...]) -> SafeString:
    first = format_html('<th scope="row">{}</th>', row[0])
    others = ((_whole(cell), name, cell) for name, cell in zip(block.head[1:], row[1:], strict=True))
    return format_html("{}{}", first, format_html_join("", '<td{} data-label="{}">{}</td>', others))


def _whole(cell: str) -> SafeString:
    """Keep a number or a short word in one piece; hashes and long names break where they must."""
    return SafeString(' class="nowrap"' if len(cell) <= SHORT_WORD else "")
