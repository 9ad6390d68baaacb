import unicodedata
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kernel.domain.cadena import Cadena, CadenaError, fields_of, joined, read_cadena

MEXICO = timezone(timedelta(hours=-6))
AT = datetime(2026, 3, 2, 10, 30, 5, tzinfo=MEXICO)
A, B = "a" * 64, "b" * 64
TEXTS = st.text(st.characters(codec="utf-8"))  # every sign but halves of a pair
FIELDS = st.lists(TEXTS, min_size=1)
HASHES = st.text("0123456789abcdef", min_size=64, max_size=64)
MOMENTS = st.datetimes(min_value=datetime(1900, 1, 1), timezones=st.just(MEXICO)).map(  # noqa: DTZ001 - the strategy adds the zone
    lambda moment: moment.replace(microsecond=0)
)


def nfc(fields: list[str]) -> list[str]:
    return [unicodedata.normalize("NFC", field) for field in fields]


def test_the_line_has_every_field_in_its_order() -> None:
    cadena = Cadena("F-1", AT, "EKU9003173C9", "CACX7605101P8", "trabajo|forzoso", A, (B, A))
    assert cadena.text() == (
        rf"||1.0|F-1|2026-03-02T10:30:05-06:00|EKU9003173C9|CACX7605101P8|trabajo\|forzoso|{A}|{B}|{A}||"
    )
    alone = Cadena("F-1", AT, "EKU9003173C9", "", "TF", A)
    assert alone.text() == f"||1.0|F-1|2026-03-02T10:30:05-06:00|EKU9003173C9||TF|{A}||"
    assert read_cadena(alone.text()) == alone


def test_accents_are_written_in_one_way() -> None:
    assert joined(["Compan\u0303i\u0301a"]) == joined(["Compañía"])


@given(fields=FIELDS)
def test_reading_gives_back_what_was_written(fields: list[str]) -> None:
    assert fields_of(joined(fields)) == nfc(fields)
    assert len(joined(fields).splitlines()) >= 1


@given(one=st.lists(st.text("|\\nr\n\ra"), min_size=1), other=st.lists(st.text("|\\nr\n\ra"), min_size=1))
def test_no_two_lists_give_one_line(one: list[str], other: list[str]) -> None:
    assert (joined(one) == joined(other)) is (nfc(one) == nfc(other))


@given(
    cadena=st.builds(
        Cadena,
        folio=TEXTS.map(lambda text: unicodedata.normalize("NFC", text)),
        at=MOMENTS,
        rfc=st.just("EKU9003173C9"),
        representative_rfc=st.sampled_from(["", "CACX7605101P8"]),
        procedure=TEXTS.map(lambda text: unicodedata.normalize("NFC", text)),
        petition_sha256=HASHES,
        exhibits=st.lists(HASHES).map(tuple),
    )
)
def test_a_cadena_is_read_back(cadena: Cadena) -> None:
    assert read_cadena(cadena.text()) == cadena


@given(text=st.text("|\\nr1.0a"))
def test_whatever_is_read_is_written_the_same(text: str) -> None:
    try:
        fields = fields_of(text)
    except CadenaError:
        return
    assert joined(fields) == text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("", "no cadena", id="nothing"),
        pytest.param("|||", "no cadena", id="bars that are neither beginning nor end"),
        pytest.param("||1.0|a||\n", "no cadena", id="a line end after it"),
        pytest.param("||1.0|a\nb||", "no cadena", id="a line end within"),
        pytest.param(r"||1.0|a\x||", "no cadena", id="an escape that is none"),
        pytest.param("||1.0|a\\||", "no cadena", id="an escaped end"),
        pytest.param("||1.0|e\u0301||", "no cadena", id="not in NFC"),
        pytest.param("||1.0|F-1||", "no cadena", id="too few fields"),
        pytest.param(f"||2.0|F-1|2026-03-02T10:30:05-06:00|R||T|{A}||", "version “2.0”", id="another version"),
        pytest.param(f"||1.0|F-1|ayer|R||T|{A}||", "“fecha”", id="no moment"),
        pytest.param(f"||1.0|F-1|2026-03-02T10:30:05|R||T|{A}||", "“fecha”", id="a moment without zone"),
        pytest.param(f"||1.0|F-1|2026-03-02 10:30:05-06:00|R||T|{A}||", "“fecha”", id="another way of a moment"),
        pytest.param(f"||1.0|F-1|2026-03-02T10:30:05-06:00|R||T|{A.upper()}||", "“sha256”", id="a hash in capitals"),
        pytest.param(f"||1.0|F-1|2026-03-02T10:30:05-06:00|R||T|{A}|x||", "“sha256”", id="an exhibit without hash"),
    ],
)
def test_what_is_no_cadena_is_refused(text: str, words: str) -> None:
    with pytest.raises(CadenaError, match=words) as caught:
        read_cadena(text)
    assert caught.value.code == "wrong_cadena"


def test_half_a_sign_and_no_field_at_all_cannot_be_written() -> None:
    with pytest.raises(CadenaError):
        joined(["\ud800"])
    with pytest.raises(CadenaError):
        joined([])
    with pytest.raises(CadenaError):
        Cadena("F", datetime(2026, 1, 1, tzinfo=UTC).replace(tzinfo=None), "R", "", "T", A).text()
