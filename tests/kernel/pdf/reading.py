"""Reads back what a PDF of ours says, page by page, through its own tables of signs, as a reader's search does."""

import base64
import re
import zlib
from functools import partial
from typing import Final

SHOWN: Final = re.compile(rb"/(F\d+(?:\+\d+)?) [\d.]+ Tf|\(((?:\\.|[^\\()])*)\) Tj", re.DOTALL)
ESCAPED: Final = re.compile(rb"\\([0-7]{3}|.)", re.DOTALL)
PLAIN: Final = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}


def objects(pdf: bytes) -> dict[int, bytes]:
    return {int(found[1]): found[2] for found in re.finditer(rb"(?m)^(\d+) 0 obj\n(.*?)\nendobj", pdf, re.DOTALL)}


def stream(thing: bytes) -> bytes:
    length = int(re.findall(rb"/Length (\d+)", thing)[0])
    start = thing.index(b"stream\n") + len(b"stream\n")
    raw = thing[start : start + length]
    return zlib.decompress(base64.a85decode(b"<~" + raw.strip(), adobe=True) if b"/ASCII85Decode" in thing else raw)


def referred(thing: bytes, key: bytes) -> int:
    [number] = re.findall(rb"/" + re.escape(key) + rb" (\d+) 0 R", thing)
    return int(number)


def signs(things: dict[int, bytes], font: bytes) -> dict[int, str] | None:
    """Return which sign each code of an embedded font is, None for a font that is not embedded."""
    if b"/ToUnicode" not in font:
        return None
    table = stream(things[referred(font, b"ToUnicode")]).decode()
    pairs = re.findall(r"<(\w\w)> <(\w+)>", table.partition("beginbfchar")[2])
    return {int(code, 16): bytes.fromhex(sign).decode("utf-16-be") for code, sign in pairs}


def unescaped(found: re.Match[bytes]) -> bytes:
    sign = found[1]
    return bytes([int(sign, 8)]) if len(sign) == 3 else PLAIN.get(sign, sign)


def text_of(shown: bytes, table: dict[int, str] | None) -> str:
    raw = ESCAPED.sub(unescaped, shown)
    return raw.decode("utf-16-be") if table is None else "".join(table[code] for code in raw)


def pages(pdf: bytes) -> list[str]:
    """Return the text of each page, a piece a line."""
    things = objects(pdf)
    names = dict(re.findall(rb"/(F\d+(?:\+\d+)?) (\d+) 0 R", things[1]))
    table_of = partial(signs, things)
    tables = {name: table_of(things[int(number)]) for name, number in names.items()}
    kids = re.findall(rb"(\d+) 0 R", next(one for one in things.values() if b"/Type /Pages" in one).split(b"[")[1])
    found = []
    for kid in kids:
        font, pieces = b"", []
        for named, shown in SHOWN.findall(stream(things[referred(things[int(kid)], b"Contents")])):
            font = named or font
            if not named:
                pieces.append(text_of(shown, tables[font]))
        found.append("\n".join(pieces))
    return found
