"""Letters of scripts that are spelt letter by letter or syllable by syllable, in Latin capitals.

Cyrillic follows BGN/PCGN (yo as the e that is mostly written for it, Ukrainian where one of its own letters shows it),
Hangul the revised romanisation with the sounds carried over. Arabic letters get the short vowels that nobody writes: an
A where two consonants would start a syllable.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

_RUSSIAN: Final = {
    "а": "A", "б": "B", "в": "V", "г": "G", "д": "D", "е": "E", "ё": "E", "ж": "ZH", "з": "Z", "и": "I", "й": "Y",
    "к": "K", "л": "L", "м": "M", "н": "N", "о": "O", "п": "P", "р": "R", "с": "S", "т": "T", "у": "U", "ф": "F",
    "х": "KH", "ц": "TS", "ч": "CH", "ш": "SH", "щ": "SHCH", "ъ": "", "ы": "Y", "ь": "", "э": "E", "ю": "YU",
    "я": "YA", "ў": "U", "ә": "A", "ғ": "G", "қ": "Q", "ң": "N", "ө": "O", "ұ": "U", "ү": "U", "һ": "H", "ҳ": "H",
    "ҷ": "J", "ӣ": "I", "ӯ": "U", "җ": "J", "ј": "J", "љ": "LJ", "њ": "NJ", "ћ": "C", "ђ": "DJ", "џ": "DZ", "ѓ": "G",
    "ќ": "K", "ѕ": "DZ", "ґ": "G", "і": "I", "ї": "YI", "є": "YE",
}  # fmt: skip
_UKRAINIAN: Final = _RUSSIAN | {"г": "H", "и": "Y", "й": "Y", "х": "KH"}
_UKRAINIAN_ALONE: Final = frozenset("ґіїє")
_LOOKALIKES: Final = str.maketrans("АВЕКМНОРСТУХавеокмнрстухі", "ABEKMHOPCTYXABEOKMHPCTYXI")


def latin_lookalike(word: str) -> str | None:
    """Return a Cyrillic word whose letters all look Latin as the Latin word it was meant for, else None."""
    seen = word.translate(_LOOKALIKES)
    return seen if seen.isascii() else None


def from_cyrillic(words: str) -> str:
    """Return Cyrillic words in Latin capitals."""
    low = words.lower()
    letters = _UKRAINIAN if _UKRAINIAN_ALONE & set(low) else _RUSSIAN
    return "".join(letters.get(c, c if c.isascii() else "") for c in low)


_INITIALS: Final = "G KK N D TT R M B PP S SS - J JJ CH K T P H".split()
_VOWELS: Final = "A AE YA YAE EO E YEO YE O WA WAE OE YO U WO WE WI YU EU UI I".split()
_FINALS: Final = "- K K K N N N T L K M L L L P L M P P T T NG T T K T P T".split()
_CARRIED: Final = "- G KK KS N NJ N D R LG LM LB LS LT LP R M B PS S SS - J CH K T P -".split()  # before a vowel
_FIRST_SYLLABLE: Final = 0xAC00
_SILENT: Final = 11  # the initial that only carries a vowel
_NG: Final = 21  # the final that is never carried over


def from_hangul(word: str) -> str:
    """Return a Korean word in the revised romanisation, in capitals; what is no syllable of Hangul is left out."""
    codes = [ord(c) - _FIRST_SYLLABLE for c in word if "가" <= c <= "힣"]
    spelt = []
    carried = False
    for i, code in enumerate(codes):
        initial, rest = divmod(code, 588)
        vowel, final = divmod(rest, 28)
        spelt.append("" if carried or initial == _SILENT else _INITIALS[initial])
        following = codes[i + 1] // 588 if i + 1 < len(codes) else -1
        carried = following == _SILENT and final not in {0, _NG}
        spelt.append(_VOWELS[vowel])
        spelt.append("" if final == 0 else _CARRIED[final] if carried else _FINALS[final])
    return "".join(spelt).replace("-", "")


_ARABIC: Final = {
    "ا": "A", "ب": "B", "ت": "T", "ث": "TH", "ج": "J", "ح": "H", "خ": "KH", "د": "D", "ذ": "DH", "ر": "R", "ز": "Z",
    "س": "S", "ش": "SH", "ص": "S", "ض": "D", "ط": "T", "ظ": "Z", "ع": "", "غ": "GH", "ف": "F", "ق": "Q", "ك": "K",
    "ل": "L", "م": "M", "ن": "N", "ه": "H", "و": "U", "ي": "I", "پ": "P", "چ": "CH", "ژ": "ZH", "گ": "G", "ڤ": "V",
    "ۋ": "W", "ئ": "", "ؤ": "U", "ء": "", "ڭ": "NG", "ھ": "H", "ە": "E", "ې": "E", "ۇ": "U", "ۆ": "O", "ۈ": "U",
}  # fmt: skip
_UYGHUR: Final[Mapping[str, str]] = MappingProxyType(_ARABIC | {"و": "O", "غ": "GH", "خ": "X", "ه": "H"})
_UYGHUR_ALONE: Final = frozenset("ەېۇۆۈۋڭ")
_ONE_LETTER: Final = str.maketrans("أإآٱىیکةؤ", "ااااييكهو", "ـًٌٍَُِّْٰ\u200c\u200d")
_VOWEL_SIGNS: Final = frozenset("AEIOU")


def arabic_letters(word: str) -> str:
    """Return a word in Arabic letters with one letter for each of those that are written in several ways."""
    return word.translate(_ONE_LETTER)


def _with_vowels(sounds: list[str]) -> str:
    """Return consonants with an A wherever a syllable would start with two: KH L I L is KHALIL, M H M D is MAHMAD."""
    spelt: list[str] = []
    opens = True  # a consonant here starts a syllable
    for i, sound in enumerate(sounds):
        spelt.append(sound)
        is_vowel = sound in _VOWEL_SIGNS
        following = sounds[i + 1] if i + 1 < len(sounds) else ""
        if not is_vowel and opens and following and following not in _VOWEL_SIGNS:
            spelt.append("A")
            opens = False
        else:
            opens = not is_vowel and not opens if not is_vowel else False
    return "".join(spelt)


def from_arabic(word: str) -> str:
    """Return a word in Arabic letters in Latin capitals; Uyghur, which writes its vowels, as it is."""
    if _UYGHUR_ALONE & set(word):
        return "".join(_UYGHUR.get(c, "") for c in word.translate(str.maketrans("ى", "ي")))
    plain = arabic_letters(word)
    article = plain.startswith("ال") and len(plain) > 4
    sounds = [s for s in (_ARABIC.get(c, "") for c in plain.removeprefix("ال" if article else "")) if s]
    return ("AL " if article else "") + _with_vowels(sounds)
