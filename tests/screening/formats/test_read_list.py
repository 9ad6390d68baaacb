from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kernel.domain.errors import DomainError
from kernel.domain.text import Text
from kernel.formats import csv_table
from kernel.formats.csv_table import NotATableError, normal_header
from screening.engine import Authority, Index, ListedGood, ListedProducer
from screening.formats import ListContent, UnknownLayoutError, read_list
from screening.formats.content import fingerprint, slug, usual_day, with_own_keys
from tests.screening.list_files import CBP_HEADER, UFLPA_HEADER, cbp_csv, custom_csv, dhs_page, firms, orders, uflpa_csv
from tests.work import steps


@pytest.mark.parametrize(
    ("data", "layout"),
    [
        pytest.param(uflpa_csv(2), "uflpa_csv", id="the entity list as CSV"),
        pytest.param(cbp_csv(orders(2)), "wro_csv", id="the orders as CSV"),
        pytest.param(dhs_page(firms(2)), "dhs_page", id="the entity list as a page"),
        pytest.param(b"\xef\xbb\xbf  \n" + dhs_page(firms(2)), "dhs_page", id="a page after a mark and blanks"),
        pytest.param(custom_csv("Uno"), "custom_csv", id="a list of one's own"),
        pytest.param("Nombre;País\nUno;China".encode("cp1252"), "custom_csv", id="one in Spanish from a spreadsheet"),
    ],
)
def test_the_content_tells_the_format(data: bytes, layout: str) -> None:
    content = read_list(data, list_name="x")
    assert content.format == layout
    assert content.goods
    assert {good.list_name for good in content.goods} == {"x"}


@pytest.mark.parametrize(
    ("data", "error"),
    [
        pytest.param(b"", NotATableError, id="nothing"),
        pytest.param(b"\x00\x01\x02", NotATableError, id="bytes"),
        pytest.param(b"a,a\n1,2\n", NotATableError, id="a column twice"),
        pytest.param(b'name\n"Uno\n', NotATableError, id="an open quotation mark"),
        pytest.param(b"colour,size\nred,1\n", UnknownLayoutError, id="columns of no list"),
        pytest.param(
            b"pedimento,fraccion,origen,proveedor\n26 16 3001 6000001,61091003,CHN,ALFA\n",
            UnknownLayoutError,
            id="declarations",
        ),
        pytest.param(b"just words", UnknownLayoutError, id="words"),
        pytest.param(b"<html><body>Access denied</body></html>", UnknownLayoutError, id="a page without tables"),
        pytest.param(b"<", UnknownLayoutError, id="a bracket"),
        pytest.param(b"<table><tr><th>Colour</th></tr></table>", UnknownLayoutError, id="a table of something else"),
    ],
)
def test_what_is_no_list_is_refused(data: bytes, error: type[Exception]) -> None:
    with pytest.raises(error):
        read_list(data, list_name="x")


def test_the_date_of_the_content_counts_before_that_of_the_file_name() -> None:
    assert read_list(uflpa_csv(2), list_name="x", file_name="x-2020-01-01.csv").dated_on == date(2026, 7, 9)
    assert read_list(custom_csv("Uno"), list_name="x", file_name="x-20200101.csv").dated_on == date(2020, 1, 1)
    assert read_list(custom_csv("Uno"), list_name="x", file_name="x-20209999.csv").dated_on is None


def test_the_rows_date_a_list_by_what_most_of_them_say() -> None:
    said = ["page, 2026-07-09", "page, 2026-07-09", "page, 2026-08-03", "no date"]
    assert usual_day(said) == date(2026, 7, 9)
    assert usual_day(["", "2026-13-40"]) is None


def read_or_refused(data: bytes) -> ListContent | Text:
    """Return the content, or the message of a foreseen error; anything else fails the test."""
    try:
        return read_list(data, list_name="x")
    except DomainError as error:
        return error.message


CELLS = st.text(st.characters(codec="utf-8"), max_size=20).map(lambda text: '"' + text.replace('"', '""') + '"')


def tables(header: str) -> st.SearchStrategy[bytes]:
    rows = st.lists(st.lists(CELLS, max_size=header.count(",") + 2).map(",".join), max_size=4)
    return rows.map(lambda lines: "\n".join([header, *lines]).encode())


MARKUP = st.lists(
    st.sampled_from(["<table>", "<tr>", "<th>Name of Entity", "<th>Effective Date", "<td>", "</tr>", "</table>", "<p>"])
    | st.text(max_size=12),
    max_size=30,
).map(lambda parts: ("<html>" + "".join(parts)).encode(errors="replace"))
ANYTHING = (
    st.binary(max_size=200)
    | tables(UFLPA_HEADER)
    | tables(CBP_HEADER)
    | tables("name,aliases,country,tariff_codes,origins,goods,in_force_on,id")
    | MARKUP
)


@given(ANYTHING)
def test_nothing_but_entries_or_a_foreseen_error_comes_out(data: bytes) -> None:
    found = read_or_refused(data)
    if isinstance(found, Text):
        assert found.es
        assert found.en
        return
    keys = [good.key for good in found.goods]
    assert len(set(keys)) == len(keys)
    for good in found.goods:
        assert 0 < len(good.key) <= 120
        assert good.producers or good.tariff_codes or good.origins or good.goods_words
        assert all(len(name) <= 500 for producer in good.producers for name in producer.names())
        assert ListedGood.from_dict(good.to_dict()) == good


@given(ANYTHING)
def test_the_engine_takes_whatever_a_reader_gives(data: bytes) -> None:
    found = read_or_refused(data)
    goods = list(found.goods) if isinstance(found, ListContent) else []
    assert Index.build(goods) is not None


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda content: content[::-1], id="the order of the rows"),
        pytest.param(lambda content: content[:1], id="one row less"),
    ],
)
def test_the_fingerprint_tells_entries_apart_and_not_their_order(
    change: Callable[[tuple[ListedGood, ...]], tuple[ListedGood, ...]],
) -> None:
    goods = read_list(uflpa_csv(3), list_name="x").goods
    assert (fingerprint(change(goods)) == fingerprint(goods)) == (len(change(goods)) == len(goods))


def test_keys_that_repeat_are_numbered_past_those_that_are_taken() -> None:
    goods = [ListedGood(key, "x", Authority.CUSTOM, (ListedProducer("U"),)) for key in ("a", "a-2", "a", "a")]
    assert [good.key for good in with_own_keys(goods)] == ["a", "a-2", "a-3", "a-4"]


def test_a_key_is_made_of_words_without_accents_or_of_a_hash() -> None:
    assert slug("uflpa", "Açaí & Ñandú, S.A.") == "uflpa-acai-nandu-s-a"
    assert len(slug("虚构纺织")) == 12
    assert slug("虚构纺织") != slug("虚构丝绸")
    assert len(slug("x" * 300)) == 100


class Column(str):
    """The name of a column that counts how often it is compared."""

    __slots__ = ()
    compared = 0

    def __eq__(self, other: object) -> bool:
        Column.compared += 1
        return str.__eq__(self, other)

    __hash__ = str.__hash__


def test_each_of_many_columns_is_compared_a_few_times_and_not_with_each(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csv_table, "normal_header", lambda text: Column(normal_header(text)))
    monkeypatch.setattr(Column, "compared", 0)
    data = f"id,name,{','.join(f'c{i}' for i in range(1_000))}\n1,Uno\n"
    assert read_list(data.encode(), list_name="x", file_name="x.csv").goods
    assert 0 < Column.compared < 10 * 1_000


def test_twice_as_many_rows_of_one_key_take_twice_the_steps() -> None:
    def reading(rows: int) -> int:
        data = ("id,name\n" + "".join(f"1,Empresa {i}\n" for i in range(rows))).encode()
        return steps(lambda: read_list(data, list_name="x", file_name="x.csv"))

    reading(10)
    assert reading(2_000) < 2.2 * reading(1_000)
