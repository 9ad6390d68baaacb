"""Places that a listed name tells: provinces of China and, within Xinjiang, prefectures, cities and counties."""

import re
from collections.abc import Iterable
from typing import Final

from screening.engine.gazetteer import CHINA, Place, places
from screening.engine.gazetteer import XINJIANG as _XINJIANG

XINJIANG: Final = _XINJIANG.title()
ALSO_XINJIANG: Final = ("XPCC", "XUAR", "Bingtuan")  # the Corps and the region by their other names


def _written(found: Iterable[Place]) -> tuple[str, ...]:
    """Return the Latin forms of places as names write them, one word each beside the English name."""
    forms = (form for place in found for form in place.sure_forms if form == place.canonical or " " not in form)
    return tuple(dict.fromkeys(form.title() for form in forms if form.isascii()))


# Of forms that stand for anything else as well (Kunyu, Xinxing, Baiyang), none is read.
IN_XINJIANG: Final = (*_written(p for p in places() if p.region == _XINJIANG), "Lop County", "Altay", "Aral")
PROVINCES: Final = _written(p for p in places() if p.kind == "region" and p.country == CHINA)


def _words(names: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(r"\b(" + "|".join(sorted(names, key=len, reverse=True)) + r")\b")


_PROVINCE: Final = _words(PROVINCES)
_IN_XINJIANG: Final = _words(IN_XINJIANG)
_ALSO_XINJIANG: Final = _words(ALSO_XINJIANG)


def places_in_name(name: str) -> tuple[str, ...]:
    """Return the places that a Chinese firm's name tells, from the smaller to the larger, each once."""
    local = _IN_XINJIANG.findall(name)
    wider = _PROVINCE.findall(name)
    if local or _ALSO_XINJIANG.search(name):
        wider.append(XINJIANG)
    return tuple(dict.fromkeys((*local, *wider)))


def places_in_region(region: str) -> tuple[str, ...]:
    """Return the places of a region written ``Shanshan (Piqan), Turpan, Xinjiang``, each once."""
    parts = re.split(r"[,()|]", region)
    return tuple(dict.fromkeys(part.strip() for part in parts if part.strip()))
