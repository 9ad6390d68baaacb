"""The media type of a file, from its first bytes; neither its name nor what the sender says counts."""

from typing import Final

import puremagic

HEAD: Final = 4_096  # bytes that are looked at
CERTAIN: Final = 0.4  # four bytes of signature: two or three are also the first letters of ordinary text
ZIP: Final = b"PK\x03\x04"
TEXT_CONTROLS: Final = frozenset(b"\t\n\r\f\x1a\x1b")  # control characters that text files hold
UNKNOWN: Final = "application/octet-stream"


def media_type(head: bytes) -> str:
    """Return the media type of a file that starts with ``head``, ``application/octet-stream`` when nothing is known."""
    if head.startswith(ZIP):
        return "application/zip"  # office documents too: what is inside is the reader's business
    return _signature(head[:HEAD]) or ("text/plain" if _is_text(head[:HEAD]) else UNKNOWN)


def _signature(head: bytes) -> str:
    try:
        matches = puremagic.magic_string(head)
    except (puremagic.PureError, ValueError):  # nothing known, or an empty file
        return ""
    return next((match.mime_type for match in matches if match.confidence >= CERTAIN and match.mime_type), "")


def _is_text(head: bytes) -> bool:
    return bool(head) and all(byte >= 0x20 or byte in TEXT_CONTROLS for byte in head)
