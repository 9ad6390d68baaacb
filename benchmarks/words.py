"""Count the words of firms' names for the engine's background, ``screening/engine/data/words.csv``.

``python -m benchmarks.words --lists DIR --pairs FILE [--tariff FILE] [--out FILE]`` reads public-domain lists of the
US government (``uflpa.csv``, ``wro.csv``, ``bis_entity_list.csv`` in DIR, the alias pairs with those of section 1260H
in FILE) and the English texts of the tariff. The rules:

1. A name is read as the engine reads it: noise off, in Latin letters, phrases and words in their canonical form. Names
   with the same words count once.
2. Only names with a legal form, a generic word or a place count, and only words that stand in ``LEAST`` of them are
   kept: names of persons stay out.
3. These lists gather groups (a holding with sixty subsidiaries), so a word that is a firm's own counts ``MOST_OWN``
   times at most. Words that very many firms bear (``STAR``, ``GOLDEN``, ``XIN``) have a floor: ``BORNE_BY_MANY``.
4. Goods are traded far more than these lists show: a generic word also counts once for every ``TEXTS_A_NAME`` tariff
   texts that hold it, and each generic word and place at least its floor, a share of all names.
5. Legal forms, numbers, single letters and words like ``AND`` are counted as they come; the last have a floor.
"""

import argparse
import csv
import gzip
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from rich.console import Console

from screening.engine.latin import to_latin
from screening.engine.noise import without_noise
from screening.engine.vocabulary import (
    ACRONYM_STOP,
    FORM_PHRASES,
    GENERIC,
    PHRASES,
    PLACES,
    WordClass,
    canonical,
    word_class,
)

LEAST: Final = 3  # names that a word must stand in: two are often one firm under two spellings
MOST_OWN: Final = 5
FLOOR_OF_MANY: Final = 0.0015  # of all names; reviewed, not measured
BORNE_BY_MANY: Final = frozenset(
    """STAR STARS SUN MOON SKY GOLDEN GOLD SILVER DRAGON TIGER LION EAGLE PHOENIX HORSE LOTUS ROSE KING QUEEN PRINCE
    ROYAL IMPERIAL CROWN GRAND GREAT GOOD BEST TOP SUPER SUPREME PRIME PREMIER FIRST LUCKY HAPPY FORTUNE GLORY VICTORY
    WIN WINNER SUCCESS HOPE DREAM LIFE FUTURE VISION POWERFUL SMART PERFECT EXCELLENT BRIGHT SHINING SUNSHINE SUNRISE
    RAINBOW CRYSTAL DIAMOND PEARL JADE CORAL EMERALD RUBY SAPPHIRE BLUE RED GREEN WHITE BLACK ORANGE ALPHA BETA DELTA
    OMEGA SIGMA GAMMA NOVA APEX SUMMIT PEAK MOUNTAIN RIVER VALLEY SPRING WORLD EARTH PLANET UNIVERSE CLASSIC ELITE
    DYNAMIC ACTIVE MASTER EXPERT IDEAL RELIABLE TRUST HONEST FRIENDSHIP UNITY HARMONY PEACE LIBERTY FREEDOM HERITAGE
    LEGEND ICON ACE STARLIGHT WAVE FORWARD PROGRESS RISING EVER NEWWAY SAN SANTA MARIA JOSE JUAN CARLOS GARCIA LOPEZ
    MARTINEZ RODRIGUEZ HERNANDEZ GONZALEZ PEREZ KUMAR SINGH SHARMA PATEL KHAN AHMED AHMAD ALI HASSAN HUSSAIN MOHAMMAD
    MUHAMMAD NGUYEN TRAN KIM LEE PARK WONG CHAN LIN CHEN WANG LI ZHANG LIU YANG HUANG ZHAO WU ZHOU XU SUN MA ZHU HU GUO
    HE GAO LUO XIN HUA DA JIN FU LONG SHENG TAI YUAN HONG XING TIAN HAI FENG MING GUANG CHANG DE DONG NAN XI BEI ZHONG
    GUO JIA YI BO JIAN AN PING HE RUI XIANG SHUN TONG WEI YU ZE ZHI HENG HAO KAI KANG LE MEI NING PENG QI QIAN QING RONG
    SEN SHAN SHI TENG WAN WEN XIAN YA YE YING YONG YOU YUE YUN ZHEN ZHENG""".split()
)
TEXTS_A_NAME: Final = 10
FLOORS: Final = {
    WordClass.GENERIC: 0.005,
    WordClass.PLACE: 0.002,
    WordClass.STOP: 0.01,
}  # as shares of all names; reviewed, not measured
SHIPPED: Final = Path(__file__).parents[1] / "screening" / "engine" / "data" / "words.csv"
COLUMNS: Final = {
    "uflpa.csv": ("name", "aliases", "former_names"),
    "wro.csv": ("entity", "aliases"),
    "bis_entity_list.csv": ("name", "aliases"),
}
LONGEST_PHRASE: Final = 5
_WORD: Final = re.compile("[A-Z0-9]+")
_JOINED: Final = re.compile(r"['’`.]")
console: Final = Console()


def words_of(name: str) -> tuple[str, ...]:
    """Return the canonical words of a name, phrases first."""
    [plain] = without_noise([to_latin(name)])
    words = _WORD.findall(_JOINED.sub("", plain))
    found: list[str] = []
    start = 0
    while start < len(words):
        run, length = _phrase(words[start : start + LONGEST_PHRASE])
        found.extend(run)
        start += length
    return tuple(found)


def _phrase(words: list[str]) -> tuple[tuple[str, ...], int]:
    for length in range(len(words), 1, -1):
        run = tuple(words[:length])
        if run in FORM_PHRASES:
            return (FORM_PHRASES[run],), length
        if run in PHRASES:
            return PHRASES[run], length
    return canonical(words[0]), 1


def _names(lists: Path, pairs: Path) -> Iterator[str]:
    for file, columns in COLUMNS.items():
        with (lists / file).open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines):
                yield from (name for column in columns for name in row[column].split("|") if name)
    with pairs.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            yield from (row["name1"], row["name2"])


def is_a_firms(words: Iterable[str]) -> bool:
    """Return whether any of the words says that the name is not a person's."""
    return any(word_class(word) in {WordClass.FORM, WordClass.GENERIC, WordClass.PLACE} for word in words)


def count_words(names: Iterable[str], texts: Iterable[str] = ()) -> tuple[int, dict[str, int]]:
    """Return how many names were counted and how often each word is kept to stand in them, by the rules above."""
    distinct = {frozenset(words) for words in map(words_of, names) if is_a_firms(words)}
    total = len(distinct)
    found = Counter(word for words in distinct for word in words)
    goods = Counter(word for text in set(texts) for word in set(words_of(text)))
    for word, times in goods.items():
        if word_class(word) is WordClass.GENERIC:
            found[word] += times // TEXTS_A_NAME
    return total, {word: times for word, came in found.items() if (times := _reviewed(word, came, total))}


def _reviewed(word: str, times: int, total: int) -> int:
    """Return what a word counts after the cap, the floor and the least."""
    kind = word_class(word)
    if kind is WordClass.OWN:
        times = min(times, MOST_OWN)
    share = FLOOR_OF_MANY if word in BORNE_BY_MANY and kind is WordClass.OWN else FLOORS.get(kind, 0.0)
    floor = int(share * total)
    return max(times, floor) if times >= LEAST or floor else 0


def _all_words(counts: dict[str, int], total: int) -> dict[str, int]:
    """Return the counts with every word that has a floor."""
    known = {word for word in GENERIC | PLACES | ACRONYM_STOP if word_class(word) in FLOORS}
    known |= {word for word in BORNE_BY_MANY if word_class(word) is WordClass.OWN}
    return {word: _reviewed(word, 0, total) for word in known} | counts


def _texts(tariff: Path | None) -> Iterator[str]:
    if tariff is None:
        return
    with gzip.open(tariff, "rt", encoding="utf-8", newline="") as lines:
        yield from (row["hs6_en"] for row in csv.DictReader(lines))


def main() -> None:
    """Count the words and write them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--lists", type=Path, required=True)
    parser.add_argument("--pairs", type=Path, required=True)
    parser.add_argument("--tariff", type=Path)
    parser.add_argument("--out", type=Path, default=SHIPPED)
    asked = parser.parse_args()
    total, counts = count_words(_names(asked.lists, asked.pairs), _texts(asked.tariff))
    with asked.out.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("word", "count"))
        writer.writerow(("NAMES COUNTED", total))
        writer.writerows(sorted(_all_words(counts, total).items()))
    console.print(f"{total} names, {len(counts)} words counted")


if __name__ == "__main__":
    main()
