"""Invented company names for benchmarks: words of invented syllables, frequent ones frequent as in real lists."""

import random
from typing import Final

SYLLABLES: Final = "ba be bi bo ca co da de di do fa fe ga go ha hu ji jin ka ke ki la li lo ma me mi mo na ne ni no pa pe ra re ri ro sa shan si so ta te ti to tu va ve wa wei xi xin ya yong yu za zhou zu".split()  # fmt: skip # noqa: E501 - one table
COMMON: Final = "Trading Textile Industry Technology International Group Chemical Electronics Garment Manufacturing Import Export Machinery Food Plastic Metal New Energy Material".split()  # noqa: E501 - one table
PLACES: Final = "Shanghai Ningbo Guangdong Hanoi Mumbai Istanbul Jakarta Dhaka Bangkok Lima Taiwan Zhejiang".split()
FORMS: Final = ("Co., Ltd.", "LLC", "GmbH", "S.A. de C.V.", "Sdn. Bhd.", "Pvt. Ltd.", "Inc.", "")


def make_names(count: int, *, seed: int) -> list[str]:
    """Return ``count`` distinct invented company names, the same for the same seed."""
    rnd = random.Random(seed)
    own = ["".join(rnd.choices(SYLLABLES, k=rnd.randint(2, 4))).title() for _ in range(max(200, count // 2))]
    found: dict[str, None] = {}
    while len(found) < count:
        words = [rnd.choice(PLACES)] if rnd.random() < 0.3 else []
        words += rnd.choices(own, k=rnd.choice((1, 1, 2)))
        words += rnd.sample(COMMON, k=rnd.choice((0, 1, 1, 2)))
        found[" ".join([*words, rnd.choice(FORMS)]).strip()] = None
    return list(found)


def disturb(name: str, rnd: random.Random) -> str:
    """Return a name as customs data may spell it: a typo, other order, upper case, cut, a lost legal form."""
    words = name.split()
    match rnd.randrange(5):
        case 0:
            place = rnd.randrange(len(name))
            return name[:place] + rnd.choice("aeiourtns") + name[place + 1 :]
        case 1:
            rnd.shuffle(words)
            return " ".join(words)
        case 2:
            return name.upper().replace(".", "").replace(",", "")
        case 3:
            return name[:30]
        case _:
            return " ".join(words[:-1]) if len(words) > 2 else name.upper()
