"""An e-mail as it was saved (.eml): who wrote, when, the text, the files; limited in every direction.

What is nested is not opened: a message within the message is a file like others. A message that is built to exhaust
its reader (too large, too many or too deep parts) is refused before its parts are decoded.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email import policy
from email.errors import MessageError
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import parseaddr, parsedate_to_datetime
from html.parser import HTMLParser
from typing import ClassVar, Final

from cases.domain.petition.content import MOST
from kernel.domain.errors import InputError, TooLargeError
from kernel.domain.text import Text

LARGEST: Final = 40 << 20  # bytes of a whole message; mail servers take 25 to 35 MB
MOST_PARTS: Final = 200
MOST_DEEP: Final = 8  # alternatives within mixed within signed are three
BOUNDARY: Final = re.compile(rb"boundary\s*=", re.IGNORECASE)
MESSAGE: Final = "message/rfc822"
TEXTS: Final = frozenset({"text/plain", "text/html"})
MOST_TEXT: Final = MOST - 1_000  # leaves room for the subject
UNUSABLE: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
BLANK_LINES: Final = re.compile(r"\n{3,}")
LINE: Final = 500
CUT: Final = Text(
    "[El texto sigue en el correo original, que está entre los archivos.]",
    "[The text goes on in the original message, which is among the files.]",
)

TOO_LARGE: Final = Text(
    "El correo pasa de {most} MB, que es el máximo.", "The message is larger than {most} MB, which is the limit."
)
UNREADABLE: Final = Text(
    "El archivo no es un correo que se pueda leer. Guárdelo como .eml y súbalo de nuevo.",
    "The file is no e-mail that can be read. Save it as .eml and upload it again.",
)
TOO_DEEP: Final = Text(
    "El correo tiene demasiadas partes, o unas dentro de otras; no se recibe así. Súbalas como archivos sueltos.",
    "The message has too many parts, or too deep ones, and is not taken. Upload them as files.",
)


class UnreadableEmailError(InputError):
    """A file is no e-mail, or one that is built to exhaust its reader."""

    code: ClassVar[str] = "unreadable_email"


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that came with a message."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class ReceivedEmail:
    """A message: ``sent_at`` is what it says of itself, None when it says nothing that can be read."""

    name: str
    address: str
    subject: str
    sent_at: datetime | None
    text: str
    attachments: tuple[Attachment, ...]


def read_email(data: bytes) -> ReceivedEmail:
    """Return what a message says, its text cut to what a petition takes.

    Raises:
        TooLargeError: it is larger than mail servers take.
        UnreadableEmailError: it is no message, or has too many or too deep parts.

    """
    if len(data) > LARGEST:
        raise TooLargeError(TOO_LARGE.filled(most=LARGEST >> 20))
    if len(BOUNDARY.findall(data)) > MOST_PARTS:
        raise UnreadableEmailError(TOO_DEEP)
    try:
        message = BytesParser(_class=EmailMessage, policy=policy.default).parsebytes(data)
        return _read(message)
    except (MessageError, ValueError, LookupError, AttributeError, KeyError, TypeError) as error:
        raise UnreadableEmailError(UNREADABLE) from error
    except RecursionError as error:
        raise UnreadableEmailError(TOO_DEEP) from error


def _read(message: EmailMessage) -> ReceivedEmail:
    if not (message["From"] or message["Date"] or message["Subject"]):
        raise UnreadableEmailError(UNREADABLE)
    parts = list(_parts(message, 0))
    if len(parts) > MOST_PARTS:
        raise UnreadableEmailError(TOO_DEEP)
    name, address = parseaddr(str(message["From"] or ""))
    bodies = [part for part in parts if _is_body(part)]
    files = [part for part in parts if not _is_body(part)]
    return ReceivedEmail(
        name=_line(name),
        address=_line(address),
        subject=_line(str(message["Subject"] or "")),
        sent_at=_moment(str(message["Date"] or "")),
        text=_text(bodies),
        attachments=tuple(
            Attachment(_name(part, at), data) for at, part in enumerate(files, 1) if (data := _data(part))
        ),
    )


def _parts(message: EmailMessage, depth: int) -> Iterator[EmailMessage]:
    """Yield the parts that are no wrapping; a message within is a part of its own."""
    if depth > MOST_DEEP:
        raise UnreadableEmailError(TOO_DEEP)
    if message.is_multipart() and message.get_content_type() != MESSAGE:
        for part in message.iter_parts():
            yield from _parts(part, depth + 1)  # type: ignore[arg-type]  # of the class that was asked for
    else:
        yield message


def _is_body(part: EmailMessage) -> bool:
    return (
        part.get_content_type() in {"text/plain", "text/html"} and not part.is_attachment() and not part.get_filename()
    )


def _data(part: EmailMessage) -> bytes:
    if part.get_content_type() == MESSAGE:
        inner = part.get_payload()
        return (
            b"".join(one.as_bytes() for one in inner if isinstance(one, EmailMessage))
            if isinstance(inner, list)
            else b""
        )
    found = part.get_payload(decode=True)
    return found if isinstance(found, bytes) else b""


def _name(part: EmailMessage, number: int) -> str:
    suffix = ".eml" if part.get_content_type() == MESSAGE else ""
    return part.get_filename() or f"adjunto-{number}{suffix}"


def _text(bodies: list[EmailMessage]) -> str:
    plain = [_decoded(part) for part in bodies if part.get_content_type() == "text/plain"]
    texts = plain or [_without_tags(_decoded(part)) for part in bodies]
    whole = unicodedata.normalize("NFC", "\n\n".join(texts))
    text = UNUSABLE.sub("", whole.replace("\r\n", "\n").replace("\r", "\n"))
    text = BLANK_LINES.sub("\n\n", text).strip()
    return text if len(text) <= MOST_TEXT else f"{text[:MOST_TEXT].rstrip()}\n\n{CUT.es}"


def _decoded(part: EmailMessage) -> str:
    return _data(part).decode(_charset(part), "replace")


def _charset(part: EmailMessage) -> str:
    named = part.get_content_charset("utf-8")
    try:
        return named if "".encode(named) == b"" else "utf-8"
    except LookupError:  # one that nobody knows
        return "utf-8"


class _Words(HTMLParser):
    """Keeps what a page says and nothing of how it says it."""

    hidden: Final = frozenset({"script", "style", "head", "title"})
    breaks: Final = frozenset({"br", "p", "div", "tr", "li", "h1", "h2", "h3"})

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self.inside = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note where nothing is said, and where a line ends."""
        self.inside += tag in self.hidden
        self.said += ["\n"] if tag in self.breaks else []

    def handle_endtag(self, tag: str) -> None:
        """Note where something is said again."""
        self.inside = max(0, self.inside - (tag in self.hidden))

    def handle_data(self, data: str) -> None:
        """Keep what is said."""
        self.said += [] if self.inside else [data]


def _without_tags(page: str) -> str:
    words = _Words()
    words.feed(page[: 40 * MOST])  # tags weigh more than words; what is beyond is cut anyway
    return "".join(words.said)


def _line(text: str) -> str:
    return " ".join(UNUSABLE.sub("", text).split())[:LINE]


def _moment(written: str) -> datetime | None:
    try:
        moment = parsedate_to_datetime(written)
    except (ValueError, TypeError, IndexError):
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
