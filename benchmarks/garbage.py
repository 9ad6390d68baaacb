"""What stands in the name of a party and is none: nothing, signs, pictures, letters without end, all of it mixed."""

import random
from collections.abc import Callable, Sequence
from typing import Final

from benchmarks.names import make_names

LONGEST: Final = 10_000  # characters
PUNCTUATION: Final = " .,;:-_/\\'\"()[]{}&+*#@!?%$|~<>=^`、。「」№"
PICTURES: Final = "🙂👩‍🏭🏭🇲🇽🚢✈️☃♥"
UNSEEN: Final = "\x00\t\n\r\x1b\u00a0\u200b\u200f\u202e\u2028\ufeff\ud800\udfff\ufffd\uffff"
SCRIPTS: Final = "AZaz09éßłạİ新疆生产合盛かなカナ한국СКЯіאבשعيةگกขคབོདअआ\u0301\u0308\U0001d400\U00020000"
NOISE: Final = ("C/O ", ", NO 1 ROAD", "TEL 1", "ADD: ", "a@b.c ", "RFC: ", "AND ", "CO LTD ", "A ", "A.", "第十")
Draw = Callable[[random.Random], str]


def _of(letters: str) -> Draw:
    return lambda rnd: "".join(rnd.choices(letters, k=rnd.randint(1, 80)))


def _without_end(parts: Sequence[str]) -> Draw:
    return lambda rnd: (rnd.choice(parts) * LONGEST)[:LONGEST]


def _any_character(rnd: random.Random) -> str:
    return "".join(chr(rnd.randrange(0x110000)) for _ in range(rnd.randint(1, 200)))


def _between_names(rnd: random.Random) -> str:
    return rnd.choice(UNSEEN + PICTURES).join(make_names(rnd.randint(2, 60), seed=rnd.randrange(1000)))


KINDS: Final[tuple[Draw, ...]] = (
    lambda rnd: " " * rnd.randint(0, 3),
    _of(PUNCTUATION),
    _of(PICTURES),
    _of(UNSEEN),
    _of(SCRIPTS),
    _of(SCRIPTS + PUNCTUATION + PICTURES + UNSEEN),
    _without_end(PUNCTUATION + PICTURES + UNSEEN),
    _without_end(SCRIPTS),
    _without_end(NOISE),
    lambda rnd: "".join(rnd.choices(SCRIPTS + PUNCTUATION, k=LONGEST)),
    _any_character,
    _between_names,
)


def make_garbage(count: int, *, seed: int) -> list[str]:
    """Return ``count`` garbage names, of every kind in turn."""
    rnd = random.Random(seed)
    return [KINDS[i % len(KINDS)](rnd) for i in range(count)]
