"""Places that a listed name tells: provinces of China and, within Xinjiang, prefectures, cities and counties."""

import re
from typing import Final

XINJIANG: Final = "Xinjiang"
PROVINCES: Final = (
    "Anhui",
    "Beijing",
    "Chongqing",
    "Fujian",
    "Gansu",
    "Guangdong",
    "Guangxi",
    "Guizhou",
    "Hainan",
    "Hebei",
    "Heilongjiang",
    "Henan",
    "Hubei",
    "Hunan",
    "Inner Mongolia",
    "Jiangsu",
    "Jiangxi",
    "Jilin",
    "Liaoning",
    "Ningxia",
    "Qinghai",
    "Shaanxi",
    "Shandong",
    "Shanghai",
    "Shanxi",
    "Sichuan",
    "Tianjin",
    "Tibet",
    XINJIANG,
    "Yunnan",
    "Zhejiang",
)
# Names that lie in Xinjiang and hardly stand for anything else (so not Kunyu, Xinxing or Baiyang), several spellings
IN_XINJIANG: Final = (
    "Aksu",
    "Akesu",
    "Altay",
    "Aral",
    "Artux",
    "Awati",
    "Bayingolin",
    "Beitun",
    "Bortala",
    "Changji",
    "Habahe",
    "Hami",
    "Hetian",
    "Hotan",
    "Huyanghe",
    "Ili",
    "Jiashi",
    "Junggar",
    "Karamay",
    "Kashgar",
    "Kashi",
    "Kizilsu",
    "Kokdala",
    "Korla",
    "Kuche",
    "Kuitun",
    "Kuqa",
    "Lop County",
    "Shaya",
    "Shihezi",
    "Tacheng",
    "Tiemenguan",
    "Tumxuk",
    "Turpan",
    "Urumqi",
    "Wujiaqu",
    "Yanqi",
    "Yarkand",
    "Yili",
)
ALSO_XINJIANG: Final = ("XPCC", "XUAR", "Bingtuan")  # the Corps and the region by their other names


def _words(names: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(r"\b(" + "|".join(names) + r")\b")


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
