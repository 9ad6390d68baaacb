"""An invented list and the names asked of it, written to a folder so that each matcher reads it in its own process."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from benchmarks.names import make_names, make_others
from benchmarks.reading import NOBODY
from benchmarks.variants import disturb

NOISY: Final = 0.03  # of declared parties are listed ones in another spelling; the rest is on no list
BATCHES: Final = 3  # of parties, so that a rate is the middle of three and no name is asked twice


@dataclass(frozen=True, slots=True)
class Size:
    """How large a trial is: listed names, distinct parties a batch, clean and noisy names to judge the quality by."""

    names: int
    parties: int
    clean: int
    noisy: int
    seed: int = 1


@dataclass(frozen=True, slots=True)
class Trial:
    """A written trial."""

    folder: Path
    size: Size

    def listed(self) -> list[str]:
        """Return the listed names."""
        return self._read("listed")

    def queries(self) -> list[str]:
        """Return clean and noisy names, mixed, so that the first of them are a fair sample of all."""
        return self._read("queries")

    def wanted(self) -> NDArray[np.int32]:
        """Return for each query the position of the listed name it is a spelling of, NOBODY for a clean one."""
        return np.array([int(text) for text in self._read("wanted")], dtype=np.int32)

    def parties(self, batch: int) -> list[str]:
        """Return the distinct declared names of a batch."""
        return self._read(f"parties{batch}")

    def _read(self, name: str) -> list[str]:
        return (self.folder / f"{name}.txt").read_text(encoding="utf-8").splitlines()

    def write(self, name: str, lines: Sequence[str]) -> None:
        """Write one of the texts of the trial."""
        (self.folder / f"{name}.txt").write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def _distinct_noisy(listed: Sequence[str], count: int, rnd: random.Random) -> list[tuple[str, int]]:
    """Return distinct disturbed spellings with the position of the name each came from."""
    found: dict[str, int] = {}
    for _ in range(20 * count):  # a short list has only so many spellings
        place = rnd.randrange(len(listed))
        found.setdefault(disturb(listed[place], rnd), place)
        if len(found) >= count:
            break
    return list(found.items())


def make_trial(folder: Path, size: Size) -> Trial:
    """Write a list and its queries into ``folder``; the same size gives the same trial.

    No clean name differs from a listed one by legal form, signs or order alone; those that differ by little are left
    in, as customs data have them.
    """
    rnd, trial = random.Random(size.seed), Trial(folder, size)
    listed = make_names(size.names, seed=size.seed)
    few = round(size.parties * NOISY)
    clean = make_others(size.clean + BATCHES * (size.parties - few), seed=size.seed + 1, listed=listed)
    queries = [(name, NOBODY) for name in clean[: size.clean]] + _distinct_noisy(listed, size.noisy, rnd)
    rnd.shuffle(queries)
    trial.write("listed", listed)
    trial.write("queries", [name for name, _ in queries])
    trial.write("wanted", [str(place) for _, place in queries])
    rest = clean[size.clean :]
    for batch in range(BATCHES):
        parties = rest[batch::BATCHES] + [name for name, _ in _distinct_noisy(listed, few, rnd)]
        rnd.shuffle(parties)
        trial.write(f"parties{batch}", parties)
    return trial
