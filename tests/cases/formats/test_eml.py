from contextlib import suppress
from datetime import UTC, datetime
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.domain.petition.content import MOST
from cases.formats import eml
from cases.formats.eml import CUT, ReceivedEmail, UnreadableEmailError, read_email
from kernel.domain.errors import TooLargeError


def message(text: str = "Los hechos.", **headers: str) -> EmailMessage:
    """Return an invented message."""
    made = EmailMessage()
    said = {
        "From": "Ana Inventada <ana@example.org>",
        "Subject": "Solicitud",
        "Date": "Mon, 02 Mar 2026 11:30:00 -0600",
    } | headers
    for name, value in said.items():
        made[name.replace("_", "-")] = value
    made.set_content(text)
    return made


def read(made: EmailMessage) -> ReceivedEmail:
    return read_email(made.as_bytes())


def test_a_message_says_who_when_what_and_brings_its_files() -> None:
    made = message("Señores:\nesto pasó.")
    made.add_attachment(b"%PDF-1.7", maintype="application", subtype="pdf", filename="informe ñ.pdf")
    made.add_attachment("una nota", filename="nota.txt")
    found = read(made)
    assert (found.name, found.address, found.subject) == ("Ana Inventada", "ana@example.org", "Solicitud")
    assert found.sent_at == datetime(2026, 3, 2, 17, 30, tzinfo=UTC)
    assert found.text == "Señores:\nesto pasó."
    assert [(one.name, one.data) for one in found.attachments] == [
        ("informe ñ.pdf", b"%PDF-1.7"),
        ("nota.txt", b"una nota\n"),
    ]


def test_of_a_page_and_its_text_the_text_is_taken_and_of_a_page_alone_its_words() -> None:
    both = message("llano")
    both.add_alternative("<p>página</p>", subtype="html")
    assert read(both).text == "llano"
    page = message()
    page.set_content(
        "<html><head><title>t</title><style>p{}</style></head><body><p>uno &amp; dos</p><script>x()</script>"
        "<div>tres</div></body></html>",
        subtype="html",
    )
    assert read(page).text == "uno & dos\ntres"


def test_a_long_text_is_cut_and_says_so() -> None:
    found = read(message("palabra " * 10_000))
    assert len(found.text) <= MOST
    assert found.text.endswith(CUT.es)


def test_a_message_within_the_message_is_a_file_that_is_not_opened() -> None:
    made = message()
    inner = message("otro")
    inner.add_attachment(b"MZ", maintype="application", subtype="octet-stream", filename="a.exe")
    made.add_attachment(inner)
    found = read(made)
    assert [one.name for one in found.attachments] == ["adjunto-1.eml"]
    assert b"otro" in found.attachments[0].data


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"%PDF-1.7 no message", id="another file"),
        pytest.param(b"hello\n\nworld", id="no headers"),
    ],
)
def test_what_is_no_message_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableEmailError):
        read_email(data)


def nested(levels: int) -> bytes:
    lines = [b"From: a@example.org"]
    for level in range(levels):
        lines += [b'Content-Type: multipart/mixed; boundary="b%d"' % level, b"", b"--b%d" % level]
    lines += [b"Content-Type: text/plain", b"", b"x"]
    return b"\n".join(lines)


@pytest.mark.parametrize("levels", [12, 150, 1_000])
def test_parts_within_parts_without_end_are_refused(levels: int) -> None:
    with pytest.raises(UnreadableEmailError):
        read_email(nested(levels))


def test_messages_within_messages_without_end_are_refused_or_kept_closed() -> None:
    data = b"From: a@example.org\n" + b"Content-Type: message/rfc822\n\n" * 5_000
    with suppress(UnreadableEmailError):
        assert len(read_email(data).attachments) <= 1


def test_too_many_parts_and_too_many_bytes_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    made = message()
    for _ in range(eml.MOST_PARTS):
        made.add_attachment(b"x", maintype="application", subtype="pdf")
    with pytest.raises(UnreadableEmailError):
        read(made)
    monkeypatch.setattr(eml, "LARGEST", 10)
    with pytest.raises(TooLargeError):
        read(message())


@pytest.mark.parametrize("date", ["", "ayer", "Mon, 99 Mar 2026 11:30:00 -0600"])
def test_a_date_that_cannot_be_read_is_none(date: str) -> None:
    made = message()
    del made["Date"]
    assert read_email(f"Date: {date}\n".encode() + made.as_bytes()).sent_at is None


def test_an_unknown_charset_is_read_as_well_as_may_be() -> None:
    data = b"From: a@example.org\nContent-Type: text/plain; charset=martian\n\nhola \xff"
    assert read_email(data).text.startswith("hola")


@given(st.binary(max_size=300))
def test_whatever_is_sent_is_read_or_refused(data: bytes) -> None:
    try:
        found = read_email(b"From: a@example.org\nContent-Type: multipart/mixed; boundary=x\n" + data)
    except UnreadableEmailError:
        return
    assert len(found.text) <= MOST
