"""Ingest a Data Stage zip as large as asked for, and show how much memory and time it takes.

``python -m benchmarks.ingest [--lines N] [--keep FILE]`` writes a delivery with N rows in table 551 and the rows that
go with them in the other tables, ingests it in a process of its own on a new database, and prints seconds and by how
much the resident set of that process grew.
"""

import argparse
import os
import random
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from rich.console import Console

from benchmarks.names import make_names
from importers.formats.data_stage.tables import TABLES

LINES_OF_ONE: Final = 12  # lines a declaration, as in 20,578 real ones with 240,118 lines
CODES: Final = ("61091003", "52081201", "28046101", "85414301", "76012002", "40151999", "64039999", "94036099")
ORIGINS: Final = ("CHN", "VNM", "IND", "USA", "TUR", "BGD", "MYS", "ZYA")
MOMENT: Final = "2026-01-13 15:57:02"
MOST_GROWTH: Final = 300  # MB, the limit that the project set itself
console: Final = Console()

CHILD: Final = """
import resource, sys, time
import django
django.setup()
from pathlib import Path
from django.core.management import call_command
from django.utils import timezone
call_command("migrate", verbosity=0)
from importers.services import ingest_file, load_shipped_catalogues
from kernel.domain.actors import COMMAND_LINE
load_shipped_catalogues(actor=COMMAND_LINE, at=timezone.now())
peak = lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
floor, started = peak(), time.perf_counter()
done = ingest_file(Path(sys.argv[1]), file_name="bench.zip", actor=COMMAND_LINE, clock=timezone.now)
seconds = time.perf_counter() - started
print(done.lines_kept, done.rows_read, done.rows_rejected, done.warnings, seconds, floor, peak())
"""


def _declaration(line: int) -> str:
    number = line // LINES_OF_ONE
    return f"{3000 + number // 900_000:04d}|6{number % 900_000:06d}|160"


def _row_501(i: int, _rnd: random.Random, _names: list[str]) -> str:
    address = "AV FICTICIA||100|06000|CUAUHTEMOC|\0|MEX"
    dates = f"{MOMENT}|{MOMENT}"
    return (
        f"{_declaration(i * LINES_OF_ONE)}|1|A1|160||EKU9003173C9|XIQB891116MGRMZR05|18.35070|0|0|0|0|0|"
        "4817.480|7|1|1|9|"
        f"ESCUELA KEMPER URGATE SA DE CV|{address}|1|{dates}|"
    )


def _row_505(i: int, rnd: random.Random, names: list[str]) -> str:
    name = rnd.choice(names)[:60].upper()
    return (
        f"{_declaration(i * LINES_OF_ONE)}|2026-01-13|COVE26{i:07d}|FOB|USD|62500.00|62500.00|CHN| |"
        f"{rnd.randrange(10**16):017d}|{name}|ROAD 1||8|832000|SHIHEZI|{MOMENT}|"
    )


def _row_551(i: int, rnd: random.Random, _names: list[str]) -> str:
    origin, code, value = rnd.choice(ORIGINS), rnd.choice(CODES), rnd.randrange(10**6)
    return (
        f"{_declaration(i)}|{code}|{i % LINES_OF_ONE + 1}|00|MERCANCIA DE PRUEBA {value}|.500000|{value}|1147000|"
        f"{rnd.randrange(10**5)}.88|12.000|6|.25000|6|0|0|1||||{origin}|{origin}| |\0| | |1|A1|{MOMENT}|"
    )


def _row_553(i: int, _rnd: random.Random, _names: list[str]) -> str:
    line = i * 20
    return f"{_declaration(line)}|28046101|{line % LINES_OF_ONE + 1}|C1||2026C1{i:09d}|1976.88|.25000|{MOMENT}|"


def _row_554(i: int, rnd: random.Random, names: list[str]) -> str:
    key, second = ("PO", rnd.choice(names)[:30].upper()) if i % 8 == 0 else ("EN", "NOM-004-SE-2021")
    return f"{_declaration(i)}|61091003|{i % LINES_OF_ONE + 1}|{key}|U|{second}|{MOMENT}|"


def _row_558(i: int, _rnd: random.Random, _names: list[str]) -> str:
    line = i * 10
    return f"{_declaration(line)}|61091003|{line % LINES_OF_ONE + 1}|1|OBSERVACION DE PRUEBA {i}|{MOMENT}|"


ROWS: Final[dict[str, tuple[Callable[[int, random.Random, list[str]], str], float]]] = {
    "501": (_row_501, 1 / LINES_OF_ONE),
    "505": (_row_505, 1 / LINES_OF_ONE),
    "551": (_row_551, 1),
    "553": (_row_553, 1 / 20),
    "554": (_row_554, 1),
    "558": (_row_558, 1 / 10),
}


def write_delivery(path: Path, lines: int) -> None:
    """Write a delivery with that many rows in table 551, a row at a time."""
    rnd, names = random.Random(11), make_names(5_000, seed=3)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, table in TABLES.items():
            with archive.open(f"9999999_{number}.asc", "w", force_zip64=True) as stream:
                stream.write(("|".join(table.labels) + "\r\n").encode())
                for row in _rows(number, lines, rnd, names):
                    stream.write(row.encode() + b"\r\n")


def _rows(number: str, lines: int, rnd: random.Random, names: list[str]) -> Iterator[str]:
    if number not in ROWS:
        return
    row, share = ROWS[number]
    for i in range(max(1, -int(-lines * share // 1))):
        yield row(i, rnd, names)


def ingest(path: Path, folder: Path) -> list[float]:
    """Return what the process that ingests prints: lines, rows, rejected, warnings, seconds, floor and peak in MB."""
    environment = os.environ | {"TAMIZ_DEBUG": "1", "TAMIZ_DATA_DIR": str(folder / "var")}
    environment["DJANGO_SETTINGS_MODULE"] = "config.settings"
    environment.pop("DATABASE_URL", None)
    command = [sys.executable, "-c", CHILD, str(path)]
    printed = subprocess.run(command, env=environment, check=True, capture_output=True, text=True).stdout
    return [float(word) for word in printed.split()]


def main() -> None:
    """Run the benchmark and print its figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lines", type=int, default=1_000_000)
    parser.add_argument("--keep", type=Path, help="write the delivery here and leave it")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="tamiz-bench-") as name:
        path = options.keep or Path(name) / "9999999_bench.zip"
        write_delivery(path, options.lines)
        packed = path.stat().st_size / 1024**2
        lines, rows, rejected, warnings, seconds, floor, peak = ingest(path, Path(name))
    console.print(
        f"ingest: {lines:,.0f} lines in {rows:,.0f} rows ({packed:.0f} MB packed), {rejected:,.0f} rejected, "
        f"{warnings:,.0f} warnings: {seconds:.1f} s, {lines / seconds:,.0f} lines/s"
    )
    verdict = "below" if peak - floor < MOST_GROWTH else "ABOVE"
    console.print(
        f"memory: floor {floor:.0f} MB (Django and the catalogues), peak {peak:.0f} MB, "
        f"growth {peak - floor:.0f} MB, {verdict} {MOST_GROWTH} MB"
    )


if __name__ == "__main__":
    main()
