"""The only module of the engine that touches files."""

import csv
import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import count
from pathlib import Path
from typing import Any, get_type_hints

import numpy as np
from numpy.typing import NDArray

from screening.engine.correlation import Correlation, Successor


@dataclass(frozen=True, slots=True)
class GoodsWords:
    """Words for goods in both languages with the tariff prefixes they stand for (HS 2022, headings and chapters)."""

    words: frozenset[str]
    prefixes: tuple[str, ...]
    near: tuple[str, ...]


@cache
def table(name: str) -> tuple[dict[str, str], ...]:
    """Return the rows of a shipped table of the engine, by the name of its file without ``.csv``."""
    text = (files("screening.engine") / "data" / f"{name}.csv").read_text(encoding="utf-8")
    return tuple(csv.DictReader(text.splitlines()))


def _cells(text: str) -> tuple[str, ...]:
    return tuple(part for part in text.split("|") if part)


@cache
def tariff_correlation() -> Correlation:
    """Return the shipped table of codes that took over from others: those of listed goods.

    Sources and doubts stand in the table and in ``docs/reference/catalogues.md``.
    """
    return Correlation(tuple(Successor(row["since"], row["old"], row["new"]) for row in table("tariff_correlation")))


@cache
def goods_words() -> tuple[GoodsWords, ...]:
    """Return the reviewed table of goods words, as shipped."""
    return tuple(
        GoodsWords(
            words=frozenset(w.lower() for w in (*_cells(row["words_en"]), *_cells(row["words_es"]))),
            prefixes=_cells(row["tariff_prefixes"]),
            near=_cells(row["near_prefixes"]),
        )
        for row in table("goods_words")
    )


def kernel_folder() -> Path:
    """Return the folder of the compiled inner loops of these very sources; those of other sources are removed.

    It stands beside the sources, or, where these cannot be written, in the folder for temporary files.
    """
    home = Path(__file__).parent
    sources = hashlib.sha256(b"".join(path.read_bytes() for path in sorted(home.glob("*.py")))).hexdigest()[:16]
    parents = (home / "__pycache__", Path(tempfile.gettempdir()) / f"tamiz-{os.getuid()}")
    parent = next((p for p in parents if _writable(p)), parents[-1])
    folder = parent / f"kernels-{sources}"
    for other in parent.glob("kernels-*") if not folder.exists() else ():
        shutil.rmtree(other, ignore_errors=True)
    return folder


def _writable(folder: Path) -> bool:
    with suppress(OSError):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return os.access(folder, os.W_OK)


def _leaves(part: Any) -> Iterator[NDArray[Any]]:
    """Yield the arrays of nested tuples, in order."""
    if isinstance(part, tuple):
        for inner in part:
            yield from _leaves(inner)
    else:
        yield part


def save_arrays(directory: Path, arrays: tuple[Any, ...]) -> None:
    """Write nested tuples of arrays to ``directory``, one file an array, named by its place."""
    directory.mkdir(parents=True, exist_ok=True)
    for place, array in enumerate(_leaves(arrays)):
        path = directory / f"{place:02}.npy"
        written = path.with_suffix(".new.npy")  # whoever has the old file mapped into memory keeps it
        np.save(written, array, allow_pickle=False)
        written.replace(path)


def load_arrays(directory: Path, kinds: Sequence[type | None]) -> tuple[Any, ...]:
    """Return the nested tuples of arrays that :func:`save_arrays` wrote; ``kinds`` has a type for each tuple of arrays.

    The arrays are mapped into memory: pages are read when they are touched, and never written back.

    Raises:
        OSError: if a file is not there.

    """
    places = count()

    def read(kind: type | None) -> Any:
        if kind is None:
            path = directory / f"{next(places):02}.npy"
            return np.load(path, mmap_mode="c", allow_pickle=False).view(np.ndarray)
        return kind(*(read(inner if hasattr(inner, "_fields") else None) for inner in get_type_hints(kind).values()))

    return tuple(read(kind) for kind in kinds)
