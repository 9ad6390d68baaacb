import io
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from importers.formats.data_stage.package import MOST_DIRECTORY, open_package
from importers.formats.errors import UnreadableFileError
from importers.formats.sniff import open_source
from tests.importers.deliveries import declaration, delivery, line, ordinary, saved, table_bytes, zip_bytes

GOOD = {"1234567_501.asc": table_bytes("501", [declaration()]), "1234567_551.asc": table_bytes("551", [line()])}


def with_entry(name: str, data: bytes = b"x") -> bytes:
    return zip_bytes({**GOOD, name: data})


def encrypted() -> bytes:
    data = bytearray(ordinary())
    for signature, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = 0
        while (start := data.find(signature, start)) >= 0:
            data[start + at] |= 1
            start += 4
    return bytes(data)


def twice() -> bytes:
    return zip_bytes({**GOOD, "7654321_551.asc": table_bytes("551", [line()])})


def bomb() -> bytes:
    rows = b"A" * (64 * 1024**2)
    return zip_bytes({**GOOD, "1234567_551.asc": rows})


def bomb_beside_the_tables() -> bytes:
    return with_entry("1234567_999.asc", b"A" * (64 * 1024**2))


def bomb_in_a_table_with_modest_headers() -> bytes:
    """Return a zip whose headers say that a table has ten bytes."""
    data = bytearray(bomb())
    size = struct.pack("<I", 64 * 1024**2)
    start = 0
    while (start := data.find(size, start)) >= 0:
        data[start : start + 4] = struct.pack("<I", 10)
        start += 4
    return bytes(data)


def many_entries() -> bytes:
    return zip_bytes({**GOOD, **{f"{i}.txt": b"" for i in range(600)}})


def wrong_checksum() -> bytes:
    data = bytearray(ordinary())
    data[data.find(b"PK\x01\x02") + 16] ^= 0xFF
    return bytes(data)


def huge_directory() -> bytes:
    data = bytearray(ordinary())
    end = data.rfind(b"PK\x05\x06")
    data[end + 12 : end + 16] = struct.pack("<I", MOST_DIRECTORY + 1)
    return bytes(data)


def unusual_method(method: int) -> bytes:
    """Return a zip with rows that a decoder without limits unpacks at once."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, data in GOOD.items():
            archive.writestr(name, data)
    return buffer.getvalue()


REFUSED: list[tuple[str, Callable[[], bytes], str]] = [
    ("a file cut in half", lambda: ordinary()[: len(ordinary()) // 2], "damaged_zip"),
    ("a wrong checksum", wrong_checksum, "damaged_zip"),
    ("an archive of nothing", lambda: zip_bytes({}), "empty_file"),
    ("tables without a byte", lambda: zip_bytes(dict.fromkeys(GOOD, b"")), "empty_file"),
    ("no table 501", lambda: zip_bytes({"1234567_551.asc": GOOD["1234567_551.asc"]}), "missing_table"),
    ("no table 551", lambda: zip_bytes({"1234567_501.asc": GOOD["1234567_501.asc"]}), "missing_table"),
    (
        "a workbook",
        lambda: zip_bytes({"[Content_Types].xml": b"<T/>", "xl/workbook.xml": b"<x/>"}),
        "missing_table",
    ),
    ("table 551 twice", twice, "missing_table"),
    ("a name that climbs", lambda: with_entry("../../1234567_505.asc"), "unsafe_zip"),
    ("a name that climbs on Windows", lambda: with_entry("..\\..\\x.asc"), "unsafe_zip"),
    ("an absolute name", lambda: with_entry("/etc/1234567_505.asc"), "unsafe_zip"),
    ("a name with a drive", lambda: with_entry("C:\\1234567_505.asc"), "unsafe_zip"),
    ("an encrypted entry", encrypted, "unsafe_zip"),
    ("a table packed by LZMA", lambda: unusual_method(zipfile.ZIP_LZMA), "unsafe_zip"),
    ("a table packed by bzip2", lambda: unusual_method(zipfile.ZIP_BZIP2), "unsafe_zip"),
    ("a bomb", bomb, "zip_bomb"),
    ("a bomb in an entry that is not read", bomb_beside_the_tables, "zip_bomb"),
    ("too many entries", many_entries, "zip_bomb"),
    ("an endless list of entries", huge_directory, "zip_bomb"),
    ("a picture as a table", lambda: with_entry("1234567_505.asc", bytes(range(256)) * 4), "binary_file"),
]


@pytest.mark.parametrize(("make", "code"), [pytest.param(make, code, id=name) for name, make, code in REFUSED])
def test_a_delivery_is_refused_with_a_sentence(tmp_path: Path, make: Callable[[], bytes], code: str) -> None:
    with pytest.raises(UnreadableFileError) as refused:
        open_package(saved(tmp_path, make()))
    assert refused.value.code == code
    assert refused.value.message.es.endswith(".")
    assert refused.value.message.en.endswith(".")
    assert refused.value.message.es != refused.value.message.en


def test_headers_that_lie_about_the_size_do_not_help_a_bomb(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError) as refused:
        open_package(saved(tmp_path, bomb_in_a_table_with_modest_headers()))
    assert refused.value.code in {"zip_bomb", "damaged_zip"}


@pytest.mark.parametrize(
    "names", [("123456_501.ASC", "123456_551.Asc"), ("1234567_501.asc", "carpeta/1234567_551.asc")]
)
def test_tables_are_found_whatever_the_case_of_their_names(tmp_path: Path, names: tuple[str, str]) -> None:
    data = zip_bytes(dict(zip(names, GOOD.values(), strict=True)))
    assert set(open_package(saved(tmp_path, data)).members) == {"501", "551"}


def test_other_entries_are_left_alone(tmp_path: Path) -> None:
    data = zip_bytes({**GOOD, "1234567_702.asc": b"\x00" * 500, "__MACOSX/._1234567_501.asc": b"\x00\x05\x16\x07"})
    package = open_package(saved(tmp_path, data))
    assert set(package.members) == {"501", "551"}
    with package.open("501") as stream:
        assert stream.readline().startswith(b"Patente|")


def test_the_content_decides_and_not_the_name(tmp_path: Path) -> None:
    zipped = open_source(saved(tmp_path, ordinary(), "lista.csv"), file_name="lista.csv")
    text = open_source(saved(tmp_path, b"fraccion,origen\n61091003,CHN\n", "entrega.zip"), file_name="entrega.zip")
    assert [type(source).__name__ for source in (zipped, text)] == ["Package", "CsvFile"]


def test_a_delivery_packed_with_a_preface_is_still_one(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name, data in GOOD.items():
            archive.writestr(name, data)
    assert set(open_package(saved(tmp_path, buffer.getvalue())).members) == {"501", "551"}


def test_a_full_delivery_says_how_many_rows_it_has(tmp_path: Path) -> None:
    package = open_package(saved(tmp_path, delivery({"501": [declaration()], "551": [line("1"), line("2")]})))
    assert {number: member.breaks for number, member in package.members.items() if member.breaks > 1} == {
        "501": 2,
        "551": 3,
    }
