"""Declarations and lists as files, the way an officer has them on disk; every firm is invented."""

import csv
from pathlib import Path

COLUMNS = (
    "pedimento",
    "secuencia",
    "fraccion",
    "nico",
    "descripcion",
    "origen",
    "proveedor",
    "pais_proveedor",
    "productor",
    "clave",
)
WATCHED = "Silicio Imaginado de la Meseta Co., Ltd."


def row(number: int, supplier: str, *, code: str = "85423101", origin: str = "USA", key: str = "A1") -> list[str]:
    """Return a line in a declaration of its own."""
    return [f"26 16 3001 6{number:06d}", "1", code, "00", "MERCANCIA", origin, supplier, origin, "", key]


def declarations(folder: Path, *rows: list[str], name: str = "pedimentos.csv") -> Path:
    """Return a CSV of declarations."""
    return _table(folder / name, COLUMNS, rows)


def name_list(folder: Path, *names: str, name: str = "lista.csv") -> Path:
    """Return an own list of firms."""
    return _table(folder / name, ("id", "name"), [[f"L{i}", firm] for i, firm in enumerate(names)])


def _table(path: Path, header: tuple[str, ...], rows: object) -> Path:
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(header)
        writer.writerows(rows)  # type: ignore[arg-type]  # rows of text
    return path
