"""Finds the format of a file by its content, never by its name."""

from pathlib import Path
from typing import Final

from importers.formats.csv_lines import CsvFile, open_csv
from importers.formats.data_stage import Package, open_package

ZIP_BEGINNINGS: Final = (b"PK\x03\x04", b"PK\x05\x06")  # with entries; with none

Source = Package | CsvFile


def open_source(path: Path, *, file_name: str) -> Source:
    """Return the file as a source of rows.

    Raises:
        UnreadableFileError: if no format fits, or the one that does is unsafe, damaged, incomplete or empty.

    """
    with path.open("rb") as stream:
        beginning = stream.read(4)
    if beginning in ZIP_BEGINNINGS:
        return open_package(path)
    return open_csv(path, file_name=file_name)
