"""Lines of text out of bytes: no line is read whole beyond a limit, each is decoded by itself."""

import codecs
from collections.abc import Iterator
from typing import BinaryIO, Final, NamedTuple

LONGEST_LINE: Final = 64 * 1024  # bytes; real rows have about 400, remarks a few thousand
_LEADS: Final = frozenset("ÃÂâÅÄ")  # how the first byte of two or three of UTF-8 looks in Windows-1252
_CONTROL: Final = bytes(set(range(32)) - set(b"\t\n\v\f\r\0\x1a\x1b"))
_LOST: Final = "\ufffd"


class RawLine(NamedTuple):
    """A line: its number from 1, its text without the line break, and what was done to it."""

    number: int
    text: str
    repaired: bool = False
    too_long: bool = False


def looks_binary(head: bytes) -> bool:
    """Tell whether the beginning of a file is no text; NULs alone are not telling, Data Stage has them."""
    if not head:
        return False
    strange = len(head) - len(head.translate(None, _CONTROL))
    return strange > len(head) // 100 or head.count(b"\0") > len(head) // 10


def raw_lines(stream: BinaryIO, separator: bytes = b"|") -> Iterator[RawLine]:
    """Yield the lines of a stream, each decoded by itself; a line beyond the limit is cut and marked."""
    number = 0
    while line := stream.readline(LONGEST_LINE):
        number += 1
        too_long = len(line) >= LONGEST_LINE and not line.endswith(b"\n")
        if too_long:
            _skip_rest(stream)
        text, repaired = decode_line(line.rstrip(b"\r\n"), separator)
        yield RawLine(number, text, repaired, too_long)


def _skip_rest(stream: BinaryIO) -> None:
    while (rest := stream.readline(LONGEST_LINE)) and not rest.endswith(b"\n"):
        pass


def wide_lines(stream: BinaryIO) -> Iterator[RawLine]:
    """Yield the lines of a stream in UTF-16 that begins with its mark; one beyond the limit is cut and marked."""
    decoder = codecs.getincrementaldecoder("utf-16")("replace")
    number, rest, too_long = 0, "", False
    while block := stream.read(LONGEST_LINE):
        *whole, rest = (rest + decoder.decode(block)).split("\n")
        for text in whole:
            number += 1
            yield _wide(number, text, too_long)
            too_long = False
        too_long = too_long or len(rest) > LONGEST_LINE
        rest = rest[:LONGEST_LINE]
    if rest:
        yield _wide(number + 1, rest, too_long)


def _wide(number: int, text: str, too_long: bool) -> RawLine:
    return RawLine(number, text.rstrip("\r"), _LOST in text, too_long or len(text) > LONGEST_LINE)


def decode_line(line: bytes, separator: bytes = b"|") -> tuple[str, bool]:
    """Return the text of a line, and whether it had to be repaired.

    A line is UTF-8 or else Windows-1252, both ordinary.  Repaired are bytes that neither has, and UTF-8 that was
    taken for Windows-1252: in some fields of the line, or once more before it was written.
    """
    if line.isascii():
        return line.decode("ascii"), False
    try:
        text, mixed = line.decode("utf-8"), False
    except UnicodeDecodeError:
        parts = [_decode_field(field) for field in line.split(separator)]
        text, mixed = separator.decode().join(part for part, _ in parts), any(fixed for _, fixed in parts)
    if not _LEADS.isdisjoint(text):
        between = separator.decode()
        mended = between.join(_mend(field) for field in text.split(between))
        return mended, mixed or mended != text
    return text, mixed


def _decode_field(field: bytes) -> tuple[str, bool]:
    """Return the text of a field of a line that is not UTF-8 as a whole, and whether it had to be repaired."""
    if field.isascii():
        return field.decode("ascii"), False
    try:
        return field.decode("utf-8"), True
    except UnicodeDecodeError:
        text = field.decode("cp1252", errors="replace")
        return text, _LOST in text


def _mend(field: str) -> str:
    """Return a field that was decoded once too often as it was before, any other as it is."""
    if _LEADS.isdisjoint(field):
        return field
    try:
        return b"".join(map(_byte, field)).decode("utf-8")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return field


def _byte(character: str) -> bytes:
    """Return the byte a character stood for; those that Windows-1252 leaves open stand for themselves."""
    if "\x80" <= character <= "\x9f":
        return character.encode("latin-1")
    return character.encode("cp1252")
