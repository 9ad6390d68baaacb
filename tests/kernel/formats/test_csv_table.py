import pytest
from hypothesis import given
from hypothesis import strategies as st

from kernel.formats.csv_table import NotATableError, normal_header, read_table, several


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_separator_and_encoding_are_found(separator: str, encoding: str) -> None:
    text = f"Año{separator}Razón Social\r\n2026{separator}  Niño   y  Cía \r\n"
    table = read_table(text.encode(encoding))
    assert table.columns == ("ano", "razon_social")
    assert [(row.line, row.get("razon_social"), row.get("gone")) for row in table.rows] == [(2, "Niño y Cía", "")]


def test_a_row_is_known_by_the_line_it_begins_on_and_blank_rows_are_none() -> None:
    table = read_table(b'\na,b\n\n1,"two\nlines"\n,\n3,4\n')
    assert [(row.line, dict(row.values)) for row in table.rows] == [
        (4, {"a": "1", "b": "two lines"}),
        (7, {"a": "3", "b": "4"}),
    ]


def test_more_values_than_columns_are_told_and_blank_ones_are_not() -> None:
    table = read_table(b"a,b\n1,2,3\n1,2,\n1\n")
    assert [row.overlong for row in table.rows] == [True, False, False]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        pytest.param(b" \r\n", "empty", id="nothing but blanks"),
        pytest.param(b"a\0b,c\n1,2\n", "not text", id="binary"),
        pytest.param(b"a,A\n1,2\n", "repeats columns: a", id="a column twice"),
        pytest.param(b'a,b\n1,"2\n', "quotation mark", id="a quotation mark left open"),
    ],
)
def test_what_is_no_table_is_refused(data: bytes, words: str) -> None:
    with pytest.raises(NotATableError, match=words):
        read_table(data)


def test_a_column_takes_the_name_of_its_alias_unless_another_has_it() -> None:
    aliases = {"nombre": "name", "firma": "name"}
    assert read_table(b"nombre\nA\n").renamed(aliases).columns == ("name",)
    assert read_table(b"nombre,name\nA,B\n").renamed(aliases).columns == ("nombre", "name")
    assert read_table(b"nombre,firma\nA,B\n").renamed(aliases).columns == ("name", "firma")


def test_several_values_of_a_cell_come_once_each_without_blanks() -> None:
    assert several(" a | b||a ") == ("a", "b")
    assert several("") == ()


@given(st.text(max_size=30))
def test_a_normal_header_stays_as_it_is(text: str) -> None:
    once = normal_header(text)
    assert normal_header(once) == once
