"""The zip of a Data Stage delivery, judged before anything of it is used."""

import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BufferedReader
from pathlib import Path, PurePosixPath
from typing import IO, BinaryIO, Final, cast

from importers.formats.data_stage.tables import REQUIRED, TABLES
from importers.formats.errors import (
    NOT_TEXT,
    NOTHING,
    BinaryFileError,
    DamagedZipError,
    EmptyFileError,
    MissingTableError,
    UnsafeZipError,
    ZipBombError,
)
from importers.formats.text_lines import looks_binary
from kernel.domain.text import Text

MOST_ENTRIES: Final = 500  # a delivery has 26
MOST_BYTES: Final = 8 * 1024**3  # unpacked; ten million lines are about 3 GB
MOST_RATIO: Final = 200  # unpacked to packed; real tables reach about 30, a bomb 1,000
FREE_BYTES: Final = 10 * 1024**2  # what unpacks to less than this harms nobody, whatever its ratio
MOST_DIRECTORY: Final = 1024**2  # bytes of the list of entries, which Python reads whole
METHODS: Final = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})  # the others unpack a block whole, however large
HEAD: Final = 8 * 1024
BLOCK: Final = 1024**2

_MEMBER: Final = re.compile(r"[0-9]{1,12}_([0-9]{3})\.asc", re.IGNORECASE)
_END: Final = b"PK\x05\x06"
_END_64: Final = b"PK\x06\x06"

BOMB = Text(
    "El zip se despliega en más de lo que trae cualquier entrega de Data Stage ({why}); no se abrió. Descargue la "
    "entrega otra vez.",
    "The zip unpacks to more than any Data Stage delivery holds ({why}); it was not opened. Download the delivery "
    "again.",
)
DAMAGED = Text(
    "El zip está dañado o incompleto; descárguelo de nuevo.", "The zip is damaged or cut off; download it again."
)


@dataclass(frozen=True, slots=True)
class Member:
    """A table of the delivery: its entry, the size it unpacks to, and how many line breaks it has."""

    entry: str
    size: int
    breaks: int


@dataclass(frozen=True, slots=True)
class Package:
    """A delivery that was unpacked once from end to end, so that reading it holds no surprise."""

    path: Path
    members: dict[str, Member]

    @contextmanager
    def open(self, table: str) -> Iterator[BinaryIO]:
        """Give the bytes of a table."""
        with zipfile.ZipFile(self.path) as archive, archive.open(self.members[table].entry) as stream:
            yield BufferedReader(cast("BinaryIO", stream), BLOCK)  # type: ignore[type-var]  # ZipExtFile is a raw reader


def open_package(path: Path) -> Package:
    """Return the delivery at ``path``, its tables unpacked once to see that they are what they claim.

    Raises:
        UnreadableFileError: a subclass says what is wrong and what to do.

    """
    _check_directory(path)
    try:
        with zipfile.ZipFile(path) as archive:
            return Package(path, _members(archive, path.stat().st_size))
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, struct.error, ValueError, OSError) as error:
        raise DamagedZipError(DAMAGED) from error


def _check_directory(path: Path) -> None:
    """Refuse a list of entries too long to be read."""
    with path.open("rb") as stream:
        stream.seek(max(0, path.stat().st_size - 66_000))
        tail = stream.read()
    at, at_64 = tail.rfind(_END), tail.rfind(_END_64)
    sizes = [0]
    if 0 <= at <= len(tail) - 22:
        sizes.append(int.from_bytes(tail[at + 12 : at + 16], "little"))
    if 0 <= at_64 <= len(tail) - 56:
        sizes = [0, int.from_bytes(tail[at_64 + 40 : at_64 + 48], "little")]
    if max(sizes) > MOST_DIRECTORY:
        raise ZipBombError(BOMB.filled(why=f"> {MOST_ENTRIES}"))


def _members(archive: zipfile.ZipFile, packed: int) -> dict[str, Member]:
    entries = archive.infolist()
    if not entries:
        raise EmptyFileError(NOTHING)
    if len(entries) > MOST_ENTRIES:
        raise ZipBombError(BOMB.filled(why=f"{len(entries)} > {MOST_ENTRIES}"))
    _Allowance(packed).take(sum(entry.file_size for entry in entries))  # what is not read may be a bomb for the next
    for entry in entries:
        _check_entry(entry)
    tables = _tables(entries)
    members: dict[str, Member] = {}
    allowance = _Allowance(packed)
    for table in sorted(tables):
        with archive.open(tables[table]) as stream:
            members[table] = _measured(tables[table].filename, stream, allowance)
    if all(members[table].breaks == 0 and members[table].size == 0 for table in REQUIRED):
        raise EmptyFileError(NOTHING)
    return members


def _check_entry(entry: zipfile.ZipInfo) -> None:
    name = entry.orig_filename.replace("\\", "/")
    if name.startswith("/") or re.match(r"[A-Za-z]:", name) or ".." in PurePosixPath(name).parts or "\0" in name:
        raise UnsafeZipError(
            Text(
                f"El zip trae un nombre que sale de su carpeta ({name[:80]!r}); no se abrió. "
                "Descargue la entrega otra vez.",
                f"The zip has a name that leads out of its folder ({name[:80]!r}); it was not opened. "
                "Download the delivery again.",
            )
        )
    if entry.compress_type not in METHODS:
        raise UnsafeZipError(
            Text(
                "El zip está comprimido con un método poco común; comprímalo de nuevo con el habitual (deflate).",
                "The zip is compressed with an unusual method; compress it again with the usual one (deflate).",
            )
        )
    if entry.flag_bits & 0x1:
        raise UnsafeZipError(
            Text("El zip está cifrado; envíelo sin contraseña.", "The zip is encrypted; send it without a password.")
        )


def _tables(entries: list[zipfile.ZipInfo]) -> dict[str, zipfile.ZipInfo]:
    found: dict[str, zipfile.ZipInfo] = {}
    for entry in entries:
        name = _MEMBER.fullmatch(PurePosixPath(entry.filename.replace("\\", "/")).name)
        if name is None or name[1] not in TABLES:
            continue
        if name[1] in found:
            raise MissingTableError(
                Text(
                    f"El zip trae la tabla {name[1]} dos veces; envíe una entrega por archivo.",
                    f"The zip has table {name[1]} twice; send one delivery a file.",
                )
            )
        found[name[1]] = entry
    missing = ", ".join(table for table in REQUIRED if table not in found)
    if missing:
        raise MissingTableError(
            Text(
                f"Al zip le falta la tabla {missing} de Data Stage (un archivo NNNNNNN_{REQUIRED[0]}.asc y otro "
                f"NNNNNNN_{REQUIRED[1]}.asc); envíe la entrega completa.",
                f"The zip lacks table {missing} of Data Stage (files NNNNNNN_{REQUIRED[0]}.asc and "
                f"NNNNNNN_{REQUIRED[1]}.asc); send the whole delivery.",
            )
        )
    return found


class _Allowance:
    """How much may still be unpacked, counted from the bytes that come out, whatever the headers say."""

    def __init__(self, packed: int) -> None:
        self._most = max(packed * MOST_RATIO, FREE_BYTES)
        self._out = 0

    def take(self, size: int) -> None:
        self._out += size
        if self._out > MOST_BYTES:
            raise ZipBombError(BOMB.filled(why=f"> {MOST_BYTES // 1024**3} GB"))
        if self._out > self._most:
            raise ZipBombError(BOMB.filled(why=f"> {MOST_RATIO} : 1"))


def _measured(name: str, stream: IO[bytes], allowance: _Allowance) -> Member:
    """Unpack an entry from end to end, which checks its sum, and return its measures."""
    size = breaks = 0
    while block := stream.read(BLOCK):
        allowance.take(len(block))
        if size == 0 and looks_binary(block[:HEAD]):
            raise BinaryFileError(NOT_TEXT.filled(name=name[:80]))
        size += len(block)
        breaks += block.count(b"\n")
    return Member(name, size, breaks)
