"""What an official document says, free of how it is shown: the PDF and the page are made of the same ``Doc``."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from types import MappingProxyType
from typing import Any, Final

from kernel.domain.text import Text

SHORT: Final = 16  # hexadecimal digits of a hash in an address: 64 bits, nobody hits one by trying
BASIS: Final = Text("Fundamento", "Legal basis")
VERIFY: Final = Text(
    "Compruebe con el código QR o en la dirección siguiente que este documento existe y que su contenido es el que se "
    "emitió; la página no lo muestra:",
    "Verify with the QR code or at the following address that this document exists and that its content is what was "
    "issued; the page does not show it:",
)
HASH: Final = Text("SHA-256 del contenido: {sha256}", "SHA-256 of the content: {sha256}")


@dataclass(frozen=True, slots=True)
class Heading:
    """The title of a part."""

    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    text: str


@dataclass(frozen=True, slots=True)
class Items:
    """A list of short texts."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """Names and values, one pair a line."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a head; ``widths`` are the shares of its columns, all alike where there are none."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Sealed:
    """A text that is compared sign by sign: a cadena original, a hash, a signature in base64."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs: the name, the office or RFC below it, and a line on how it was signed."""

    name: str
    office: str
    note: str = ""


Block = Heading | Paragraph | Items | Facts | Table | Sealed | Signature
KINDS: Final[Mapping[str, type[Block]]] = MappingProxyType(
    {
        "heading": Heading,
        "paragraph": Paragraph,
        "items": Items,
        "facts": Facts,
        "table": Table,
        "sealed": Sealed,
        "signature": Signature,
    }
)
NAMES: Final = MappingProxyType({kind: name for name, kind in KINDS.items()})


@dataclass(frozen=True, slots=True)
class Doc:
    """A document of the authority: letterhead, number, title, blocks, the law it rests on."""

    authority: tuple[str, ...]  # the ministry, then the unit
    number: str
    title: str
    dated: str  # place and date in words
    blocks: tuple[Block, ...]
    legal_basis: tuple[str, ...] = ()
    verify_url: str = ""  # where its QR leads
    language: str = "es-MX"

    def sha256(self) -> str:
        """Return the hash of what it says; where its QR leads follows from that and is no part of it."""
        said = {name: value for name, value in as_json(self).items() if name != "verify_url"}
        written = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(written.encode()).hexdigest()

    def kinds(self) -> tuple[tuple[str, Block], ...]:
        """Return the blocks, each with the name of its kind."""
        return tuple((NAMES[type(block)], block) for block in self.blocks)


def as_json(doc: Doc) -> dict[str, Any]:
    """Return a document as plain values, from which ``from_json`` makes the same one."""
    plain = {one.name: getattr(doc, one.name) for one in fields(doc)}
    blocks = [{"kind": name, **asdict(block)} for name, block in doc.kinds()]
    said: dict[str, Any] = json.loads(json.dumps(plain | {"blocks": blocks}))
    return said


def from_json(said: Mapping[str, Any]) -> Doc:
    """Return the document that ``as_json`` wrote."""
    values = {name: _frozen(value) for name, value in said.items() if name != "blocks"}
    return Doc(**values, blocks=tuple(map(_block, said["blocks"])))


def _block(said: Mapping[str, Any]) -> Block:
    return KINDS[said["kind"]](**{name: _frozen(value) for name, value in said.items() if name != "kind"})


def _frozen(value: Any) -> Any:
    return tuple(map(_frozen, value)) if isinstance(value, list) else value
