"""Invented company names for benchmarks, composed as those of the trading countries are, from a seed.

A name is a place, words of its own, products and a legal form, in the patterns of its country.  Words follow the
frequencies of real names: those of the engine's reviewed table (``words.csv``: word, count) where a pattern asks for a
real word, a long-tailed law elsewhere; as on real lists many words of a firm's own are coined (two or three syllables
of pinyin, initials, Latin coinages) and collide with others only by chance.
"""

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import accumulate
from typing import Final

from benchmarks import name_parts as parts
from benchmarks.name_parts import COUNTRIES, Country
from benchmarks.spellings import FORM

COMMON_WORDS: Final = 600  # most frequent words of the table: products and generic words, which the patterns bring
FLAT: Final = 8  # of a table in order of frequency: word number n counts as 1 / (n + FLAT), a flattened Zipf law
STEEP: Final = 2  # of places and legal forms, where a few make up most
STEEPEST: Final = 0.3  # of patterns: the first one is most of them
TABLE_WORDS: Final = (55, 40, 5)  # of 100 firms: how many take none, one or two of their words from a short table
COINAGES: Final = 0.2  # of invented words that are coinages of Latin stems
SIGNS: Final = str.maketrans(dict.fromkeys(".,()&-'", " "))
Draw = Callable[[random.Random], str]


def _drawing(words: Sequence[str], counts: Sequence[float]) -> Draw:
    """Return a function that draws one of ``words`` as often as ``counts`` say."""
    sums = list(accumulate(counts))
    return lambda rnd: rnd.choices(words, cum_weights=sums)[0]


def _by_rank(words: Sequence[str], flat: float = FLAT) -> Draw:
    return _drawing(words, [1 / (rank + flat) for rank in range(len(words))])


def counted_words() -> dict[str, float]:
    """Return the words of the engine's table with their counts; where there is none, invented English ones."""
    table = files("screening.engine") / "data" / "words.csv"
    if not table.is_file():
        return {a + b: 1.0 for a in parts.ENGLISH_SOUNDS for b in parts.ENGLISH_SOUNDS}
    lines = table.read_text(encoding="utf-8").splitlines()[1:]
    pairs = (line.rsplit(",", 1) for line in lines)
    return {word: float(count) for word, count in pairs}


@cache
def _real_word() -> Draw:
    counted = [(w, c) for w, c in counted_words().items() if w.isascii() and w.isalpha() and len(w) > 2]
    ranked = sorted(counted, key=lambda pair: (-pair[1], pair[0]))
    own = ranked[COMMON_WORDS:] if len(ranked) > 2 * COMMON_WORDS else ranked
    return _drawing([word.title() for word, _ in own], [count for _, count in own])


def _syllables(table: Sequence[str], lengths: Sequence[int], apart: float, flat: float = FLAT) -> Draw:
    """Return a function that makes a word of syllables, written apart in that share of the cases."""
    syllable = _by_rank(table, flat)

    def draw(rnd: random.Random) -> str:
        chosen = [syllable(rnd) for _ in range(rnd.choice(lengths))]
        return " ".join(chosen).title() if rnd.random() < apart else "".join(chosen).capitalize()

    return draw


def _words(table: Sequence[str], sounds: Sequence[str]) -> Draw:
    """Return a function that draws words of a table, invented words of its language or coinages, one or two."""
    word, invented = _by_rank(table), _syllables(sounds, (2, 3, 3), apart=0, flat=40)

    def draw(rnd: random.Random) -> str:
        known = [word(rnd).capitalize() for _ in range(rnd.choices((0, 1, 2), TABLE_WORDS)[0])]
        new = [] if len(known) > 1 else [_coined(rnd) if rnd.random() < COINAGES else invented(rnd)]
        return " ".join((known + new)[-2:])

    return draw


def _coined(rnd: random.Random) -> str:
    middle = rnd.choice("aeiou") + rnd.choice("bcdfglmnprstvz") if rnd.random() < 0.3 else ""
    return f"{rnd.choice(parts.COINED_HEADS)}{middle}{rnd.choice(parts.COINED_TAILS)}".capitalize()


def _initials(rnd: random.Random) -> str:
    letters = rnd.choices("ABCDEFGHIJKLMNOPRSTVWXYZ", k=rnd.choice((2, 3, 3, 4)))
    said = ".".join(letters) + "." if rnd.random() < 0.3 else "".join(letters)
    return said if rnd.random() < 0.3 else f"{said} {_coined(rnd)}"


def _real(rnd: random.Random) -> str:
    first = _real_word()(rnd)
    return f"{first} {_real_word()(rnd)}" if rnd.random() < 0.6 else first


OWN: Final[Mapping[str, Draw]] = {
    "PINYIN": _syllables(parts.PINYIN, (2, 2, 2, 3, 3), apart=0.15, flat=40),
    "VIETNAMESE": _syllables(parts.VIETNAMESE, (2, 3, 3), apart=0.85, flat=40),
    "INDIAN": _words(parts.INDIAN, parts.INDIAN_SOUNDS),
    "TURKISH": _words(parts.TURKISH, parts.TURKISH_SOUNDS),
    "SPANISH": _words(parts.SPANISH, parts.SPANISH_SOUNDS),
    "MALAY": _words(parts.MALAY, parts.MALAY_SOUNDS),
    "BENGALI": _words(parts.BENGALI, parts.BENGALI_SOUNDS),
    "ENGLISH": _words(parts.ENGLISH, parts.ENGLISH_SOUNDS),
    "REAL": _real,
    "COINED": _coined,
    "INITIALS": _initials,
}
_COUNTRY: Final = list(accumulate(country.share for country in COUNTRIES))
_TABLES: Final[Mapping[str, Mapping[str, Draw]]] = {
    country.code: {
        "PLACE": _by_rank(country.places, STEEP),
        "PRODUCT": _by_rank(country.products),
        "FORM": _by_rank(country.forms, STEEP),
        "N": lambda rnd: str(rnd.randrange(1, 20)),
    }
    for country in COUNTRIES
}
_PATTERN: Final = {country.code: _by_rank(country.patterns, STEEPEST) for country in COUNTRIES}


def _name(country: Country, rnd: random.Random) -> str:
    words = [_TABLES[country.code]["PLACE"](rnd)] if rnd.random() < country.place else []
    for word in _PATTERN[country.code](rnd).split():
        bare = word.strip("()")
        draw = OWN[rnd.choice(country.kinds)] if bare == "OWN" else _TABLES[country.code].get(bare)
        words.append(word.replace(bare, draw(rnd)) if draw else word)
    return " ".join(words)


def _stream(rnd: random.Random) -> Iterator[tuple[str, str]]:
    while True:
        country = rnd.choices(COUNTRIES, cum_weights=_COUNTRY)[0]
        yield _name(country, rnd), country.code


def core(name: str) -> str:
    """Return what tells a name from others whatever its legal form, case, signs and the order of its words."""
    words = FORM.sub("", name).casefold().translate(SIGNS).split()
    return " ".join(sorted(words))


def _distinct(count: int, seed: int, known: set[str]) -> list[str]:
    found: dict[str, str] = {}
    stream = _stream(random.Random(seed))
    while len(found) < count:
        name = next(stream)[0]
        key = core(name)
        if key not in known:
            found.setdefault(key, name)
    return list(found.values())


def make_names(count: int, *, seed: int) -> list[str]:
    """Return ``count`` invented company names, the same for the same seed, each with another :func:`core`."""
    return _distinct(count, seed, set())


def make_others(count: int, *, seed: int, listed: Sequence[str]) -> list[str]:
    """Return ``count`` invented names, composed as the listed ones are, none with the :func:`core` of a listed one.

    Who differs by nothing but the legal form is somebody else to nobody.
    """
    return _distinct(count, seed, {core(name) for name in listed})
