"""Names in any script, in upper-case ASCII: known Chinese and other words in English, the rest spelt out."""

import re
import unicodedata
from collections.abc import Callable
from functools import cache, lru_cache
from typing import Final

from screening.engine.scripts import arabic_letters, from_arabic, from_cyrillic, from_hangul, latin_lookalike
from screening.engine.segments import HAN, HANGUL, KANA, SPACED, THAI, segmented
from screening.engine.vocabulary import PHRASES

LONGEST: Final = 400  # characters of a name that are read; no register knows a longer one
_REMEMBERED: Final = 1 << 16  # runs of characters that are kept in their Latin form

_RUNS: Final = re.compile(
    "(?P<han>[\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0002fa1f]+)"
    "|(?P<kana>[\u3041-\u30ff]+)"
    "|(?P<hangul>[\uac00-\ud7a3]+)"
    "|(?P<cyrillic>[\u0400-\u052f]+(?:[ -][\u0400-\u052f]+)*)"
    "|(?P<arabic>[\u0600-\u06ff\u0750-\u077f\u200c\ufb50-\ufdff\ufe70-\ufefc]+)"
    "|(?P<thai>[\u0e00-\u0e7f]+)"
    "|(?P<spaced>[\u0590-\u05ff\u0900-\u0dff\u0f00-\u0fff]+)"
)
_LETTERS: Final = str.maketrans(
    {"ı": "i", "ß": "ss", "ẞ": "SS", "ø": "o", "Ø": "O", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "đ": "d",
     "Đ": "D", "ð": "d", "Ð": "D", "þ": "th", "Þ": "TH", "ł": "l", "Ł": "L", "ħ": "h", "ə": "a", "Ə": "A", "ŋ": "ng",
     "–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-", "’": "'", "‘": "'", "ʻ": "'", "ʼ": "'", "´": "'", "“": '"',
     "”": '"', "«": '"', "»": '"', "、": ",", "，": ",", "。": ".", "·": " ", "・": " ", "№": "NO ", "\x00": " "}
)  # fmt: skip
_VIETNAMESE: Final = re.compile(
    "[ăđơưĂĐƠƯạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ]"
)
_VIETNAMESE_WORDS: Final = {"DET": "TEXTILE", "MAY": "GARMENT", "THEP": "STEEL", "NHUA": "PLASTIC", "GO": "WOOD"}
_ORDINAL: Final = re.compile(r"第 ?(\d+|[一二三四五六七八九十百]{1,6})")
_DIGITS: Final = {character: value for value, character in enumerate("〇一二三四五六七八九十")}
_LONGEST_PHRASE: Final = 5


@cache
def _to_simplified() -> Callable[[str], str]:
    from opencc import OpenCC

    return OpenCC("t2s").convert


@cache
def _readings() -> tuple[dict[str, list[list[str]]], dict[int, str]]:
    from pypinyin.constants import PHRASES_DICT, PINYIN_DICT

    return PHRASES_DICT, PINYIN_DICT


def _without_tone(syllable: str) -> str:
    decomposed = unicodedata.normalize("NFD", syllable)
    return "".join(c for c in decomposed if c.isascii() and c.isalpha()).upper()


@lru_cache(maxsize=_REMEMBERED)
def _syllables(characters: str) -> tuple[str, ...]:
    """Return the pinyin of a phrase that the dictionary knows, or of one character; () for anything else."""
    phrases, single = _readings()
    if len(characters) == 1:
        reading = single.get(ord(characters), "").split(",")[0]
        return (_without_tone(reading),) if reading else ()
    return tuple(_without_tone(syllable[0]) for syllable in phrases.get(characters, ()))


def _pinyin(characters: str) -> str:
    """Return a Chinese name as pinyin in capitals: up to three syllables joined, four and more in pairs."""
    spelt: list[str] = []
    start = 0
    while start < len(characters):
        known = next((s for n in (4, 3, 2, 1) if (s := _syllables(characters[start : start + n]))), ())
        spelt.extend(known)
        start += len(known) or 1
    if len(spelt) < 4:
        return "".join(spelt)
    return " ".join("".join(spelt[i : i + 2]) for i in range(0, len(spelt), 2))


def _spelt(characters: str) -> str:
    from anyascii import anyascii

    return str(anyascii(characters)).upper()


@lru_cache(maxsize=_REMEMBERED)
def _han(run: str) -> str:
    return segmented(_to_simplified()(run), HAN, _pinyin)


_ARABIC_WORDS: Final = {arabic_letters(word): english for word, english in SPACED.items()}
_ARABIC_PREFIXES: Final = ("", "وال", "لل", "ال", "بال", "و")  # the, and the, for the, in the, and


@lru_cache(maxsize=_REMEMBERED)
def _arabic(word: str) -> str:
    plain = arabic_letters(word)
    for prefix in _ARABIC_PREFIXES:
        if plain.startswith(prefix):
            rest = plain.removeprefix(prefix)
            english = _ARABIC_WORDS.get(rest, _ARABIC_WORDS.get("ال" + rest))
            if english is not None:
                return english
    return from_arabic(word)


def _spaced(word: str) -> str:
    return SPACED.get(word.strip("་།"), _spelt(word))


_SCRIPTS: Final[dict[str, Callable[[str], str]]] = {
    "han": _han,
    "kana": lambda run: segmented(run, KANA, _spelt) if len(run) > 3 else _spelt(run),
    "hangul": lambda run: segmented(run, HANGUL, from_hangul),
    "cyrillic": from_cyrillic,
    "arabic": _arabic,
    "thai": lambda run: segmented(run, THAI, _spelt),
    "spaced": _spaced,
}


def _ordinal(match: re.Match[str]) -> str:
    """Return the number of a Chinese ordinal below a thousand: 第五十八 is 58."""
    if match.group(1).isdecimal():
        return f" {match.group(1)} "
    total = unit = 0
    for character in match.group(1):
        if character in "十百":
            total += (unit or 1) * (10 if character == "十" else 100)
            unit = 0
        else:
            unit = _DIGITS[character]
    return f" {total + unit} "


def _spell_run(match: re.Match[str]) -> str:
    script = match.lastgroup or ""
    return f" {_SCRIPTS[script](match.group())} "


def _lookalikes(text: str) -> str:
    """Return a text of Latin letters with its stray Cyrillic ones as the Latin they look like."""
    if not any("A" <= c <= "z" for c in text):
        return text
    return re.sub("[\u0400-\u052f]+", lambda m: latin_lookalike(m.group()) or m.group(), text)


def _ascii(text: str) -> str:
    """Return Latin letters without their accents; signs that do not show and pictures go, other letters are spelt."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", text.translate(_LETTERS)) if not unicodedata.combining(c))
    if bare.isascii():
        return bare
    shown = (" " if unicodedata.category(c) in {"So", "Cn", "Co", "Cs", "Zs"} else c for c in bare)
    kept = "".join(c for c in shown if unicodedata.category(c) not in {"Cf", "Sk", "Mn", "Me"})
    return kept if kept.isascii() else "".join(c if c in "\u00df" or c.isascii() else _spelt(c) for c in kept)


def _vietnamese(text: str) -> str:
    """Return a Vietnamese name without accents with its business words in English."""
    words = text.upper().replace(",", " ,").split()
    kept: list[str] = []
    start = 0
    while start < len(words):
        for length in range(min(_LONGEST_PHRASE, len(words) - start), 1, -1):
            phrase = PHRASES.get(tuple(words[start : start + length]))
            if phrase is not None:
                kept.extend(phrase)
                start += length
                break
        else:
            kept.append(_VIETNAMESE_WORDS.get(words[start], words[start]))
            start += 1
    return " ".join(kept)


def to_latin(name: str) -> str:
    """Return ``name`` in upper-case ASCII; any text may come in, nothing raises.

    Chinese is folded to simplified characters; its legal forms, business words and places become English, the names
    between them pinyin. Other scripts likewise, as far as ``data/han_words.csv`` knows their words.
    """
    if name.isascii():
        return name.replace("\x00", " ").upper()
    text = unicodedata.normalize("NFKC", name[:LONGEST])
    text = "".join(c for c in text if c == "\u200c" or unicodedata.category(c) != "Cf")
    is_vietnamese = _VIETNAMESE.search(text) is not None
    text = _RUNS.sub(_spell_run, _ORDINAL.sub(_ordinal, _lookalikes(text)))
    text = " ".join(_ascii(text).upper().split())
    return _vietnamese(text) if is_vietnamese else text
