"""Readers of list files: bytes in, the engine's entries out; the header tells the format."""

from dataclasses import replace
from typing import Final

from kernel.domain.text import Text
from kernel.formats.csv_table import Table, read_table
from screening.formats import custom_csv, dhs_page, uflpa_csv, wro_csv
from screening.formats.content import ListContent, Omission, UnknownLayoutError, day_in

__all__ = ["ListContent", "Omission", "UnknownLayoutError", "read_list"]

MISSING: Final = Text(
    "El encabezado no es de ninguna lista conocida: {columns}. Vea docs/reference/list-files.md.",
    "The header is of no known list: {columns}. See docs/reference/list-files.md.",
)

DECLARATIONS: Final = Text(
    "El archivo parece traer pedimentos, no una lista: tamícelo con «tamiz screen ARCHIVO --list LISTA --out CARPETA».",
    "The file seems to hold declarations, not a list: screen it with “tamiz screen FILE --list LIST --out DIR”.",
)


def read_list(data: bytes, *, list_name: str, file_name: str = "") -> ListContent:
    """Return the entries of a list file; a date in ``file_name`` counts when the content says none.

    Raises:
        NotATableError: if the file is empty or no text.
        UnknownLayoutError: if its layout is not known; nothing is guessed.

    """
    if dhs_page.looks_like_a_page(data):
        content = dhs_page.read_dhs_page(data, list_name=list_name)
    else:
        content = _read_columns(read_table(data), list_name)
    return content if content.dated_on else replace(content, dated_on=day_in(file_name))


def _read_columns(table: Table, list_name: str) -> ListContent:
    if set(table.columns) >= uflpa_csv.SIGNATURE:
        return uflpa_csv.read_uflpa_table(table, list_name=list_name)
    orders = table.renamed(wro_csv.ALIASES)
    if set(orders.columns) >= wro_csv.SIGNATURE:
        return wro_csv.read_wro_table(orders, list_name=list_name)
    if any("pedimento" in column for column in table.columns):
        raise UnknownLayoutError(DECLARATIONS)
    custom = table.renamed(custom_csv.ALIASES)
    if custom_csv.ONE_OF & set(custom.columns):
        return custom_csv.read_custom_table(custom, list_name=list_name)
    raise UnknownLayoutError(MISSING.filled(columns=", ".join(table.columns)))
