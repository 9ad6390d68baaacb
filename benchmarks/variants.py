"""A name as documents spell it: one small change of a kind, or several, drawn from a seed."""

import random
import re
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from benchmarks.name_parts import COUNTRIES
from benchmarks.spellings import ABBREVIATIONS, FORM, FORMS, JUNK_AFTER, JUNK_BEFORE, LOOKALIKES, POSTAL, SOUNDS, WADE

Change = Callable[[str, random.Random], str]  # gives the name back as it is where there is nothing to change
PLACES: Final = frozenset(place for country in COUNTRIES for place in country.places)
LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"
LEAST_LETTERS: Final = 4  # of a word that gets a typo or is split: in a shorter one nothing is left to know it by
MOST_TRIES: Final = 12  # kinds drawn until one changes the name


def _long_words(words: Sequence[str]) -> list[int]:
    return [i for i, word in enumerate(words) if len(word) >= LEAST_LETTERS and word.isalpha()]


def _in_a_word(name: str, rnd: random.Random, change: Callable[[str, random.Random], str]) -> str:
    words = name.split()
    places = _long_words(words)
    if not places:
        return name
    place = rnd.choice(places)
    words[place] = change(words[place], rnd)
    return " ".join(words)


def _one_letter(word: str, rnd: random.Random) -> str:
    at = rnd.randrange(len(word))
    letter = rnd.choice(LETTERS)
    edits = (
        word[:at] + letter + word[at:],
        word[:at] + word[at + 1 :],
        word[:at] + letter + word[at + 1 :],
        word[: max(at - 1, 0)] + word[at] + word[max(at - 1, 0)] + word[at + 1 :]
        if at
        else word[1] + word[0] + word[2:],
    )
    return rnd.choice(edits)


def typo(name: str, rnd: random.Random) -> str:
    """Return the name with one letter added, lost, changed or swapped in one of its longer words."""
    return _in_a_word(name, rnd, _one_letter)


def two_typos(name: str, rnd: random.Random) -> str:
    """Return the name with two typos."""
    return typo(typo(name, rnd), rnd)


def misread(name: str, rnd: random.Random) -> str:
    """Return the name as a scanner reads it: one or two letters taken for others of that shape."""
    for _ in range(rnd.choice((1, 1, 2))):
        found = [(m.start(), old, new) for old, new in LOOKALIKES for m in re.finditer(re.escape(old), name)]
        if found:
            at, old, new = rnd.choice(found)
            name = name[:at] + new + name[at + len(old) :]
    return name


def other_form(name: str, rnd: random.Random) -> str:
    """Return the name with another wording of its legal form."""
    found = FORM.search(name)
    if not found:
        return name
    same = [form for form in FORMS[found[1]] if form != found[1]]
    return f"{name[: found.start()]} {rnd.choice(same)}" if same else name


def no_form(name: str, _rnd: random.Random) -> str:
    """Return the name without its legal form."""
    found = FORM.search(name)
    return name[: found.start()] if found and found.start() else name


def added_form(name: str, rnd: random.Random) -> str:
    """Return a name that has no legal form with one."""
    return name if FORM.search(name) else f"{name} {rnd.choice(('Co., Ltd.', 'Ltd', 'Limited', 'Inc'))}"


def swapped(name: str, rnd: random.Random) -> str:
    """Return the name with two neighbouring words exchanged, the legal form staying where it is."""
    found = FORM.search(name)
    words, rest = (name[: found.start()].split(), found[0].strip(" ,")) if found else (name.split(), "")
    if len(words) < 2:
        return name
    at = rnd.randrange(len(words) - 1)
    words[at], words[at + 1] = words[at + 1], words[at]
    return " ".join([*words, rest]).strip()


def shuffled(name: str, rnd: random.Random) -> str:
    """Return the name with its words in any order."""
    words = name.split()
    rnd.shuffle(words)
    return " ".join(words)


def abbreviated(name: str, rnd: random.Random) -> str:
    """Return the name with one or all of its words that have a usual abbreviation shortened."""
    words = name.split()
    places = [i for i, word in enumerate(words) if word in ABBREVIATIONS]
    for place in places if rnd.random() < 0.5 else places[:1]:
        words[place] = rnd.choice(ABBREVIATIONS[words[place]])
    return " ".join(words)


def joined(name: str, rnd: random.Random) -> str:
    """Return the name with a space lost."""
    words = name.split()
    if len(words) < 2:
        return name
    at = rnd.randrange(len(words) - 1)
    return " ".join([*words[:at], words[at] + words[at + 1].lower(), *words[at + 2 :]])


def _split_word(word: str, rnd: random.Random) -> str:
    at = rnd.randrange(2, len(word) - 1)
    return f"{word[:at]} {word[at:]}"


def split(name: str, rnd: random.Random) -> str:
    """Return the name with a space put into one of its longer words."""
    return _in_a_word(name, rnd, _split_word)


def _replaced(word: str, table: Sequence[tuple[str, str]]) -> str:
    for old, new in table:
        if old in word.lower():
            return re.sub(old, new, word.lower()).capitalize()
    return word


def other_romanisation(name: str, rnd: random.Random) -> str:
    """Return the name with a place in its postal spelling or a word in Wade-Giles or another usual spelling."""
    words = name.split()
    for i, word in enumerate(words):
        if word in POSTAL:
            words[i] = rnd.choice(POSTAL[word])
            return " ".join(words)
    table = WADE if any(word in PLACES for word in words) else SOUNDS
    candidates = [i for i in _long_words(words) if word_of_its_own(words[i])]
    rnd.shuffle(candidates)
    for i in candidates:
        spelt = _replaced(words[i], table)
        if spelt != words[i]:
            words[i] = spelt
            break
    return " ".join(words)


def word_of_its_own(word: str) -> bool:
    """Tell whether a word is neither a place nor one of the words that are abbreviated, which many names have."""
    return word not in PLACES and word not in ABBREVIATIONS


def bracketed(name: str, rnd: random.Random) -> str:
    """Return the name with its place moved: into brackets after the first other word or to the end, or unbracketed."""
    words = name.split()
    for i, word in enumerate(words):
        if word in PLACES:
            rest = [*words[:i], *words[i + 1 :]]
            at = rnd.choice((1, len(rest)))
            return " ".join([*rest[:at], f"({word})", *rest[at:]])
    return name.replace("(", "").replace(")", "")


def no_place(name: str, _rnd: random.Random) -> str:
    """Return the name without the place it begins with."""
    first, _, rest = name.partition(" ")
    return rest if first in PLACES and len(rest.split()) > 2 else name


def lost_word(name: str, rnd: random.Random) -> str:
    """Return the name without one of its words in the middle, if it has more than three."""
    words = name.split()
    if len(words) < 4:
        return name
    del words[rnd.randrange(1, len(words) - 1)]
    return " ".join(words)


def cut_at(length: int) -> Change:
    """Return the change that cuts a name at ``length`` characters, as the fields of a document do."""
    return lambda name, _rnd: name[:length].rstrip()


def junk(name: str, rnd: random.Random) -> str:
    """Return the name with something of the document before or after it: a note, a telephone, an address."""
    if rnd.random() < 0.35:
        return f"{rnd.choice(JUNK_BEFORE)} {name}"
    return f"{name} {rnd.choice(JUNK_AFTER)}".replace("#", str(rnd.randrange(10, 9999)))


KINDS: Final[Mapping[str, Change]] = MappingProxyType(
    {
        "typo": typo,
        "two typos": two_typos,
        "misread letters": misread,
        "other legal form": other_form,
        "no legal form": no_form,
        "added legal form": added_form,
        "neighbours swapped": swapped,
        "any word order": shuffled,
        "abbreviated": abbreviated,
        "joined": joined,
        "split": split,
        "other romanisation": other_romanisation,
        "place in brackets": bracketed,
        "no place": no_place,
        "lost word": lost_word,
        "cut at 35": cut_at(35),
        "junk": junk,
    }
)
# How often each kind comes up among noisy variants, and how many changes a variant has.  Set by trial so that the peers
# come out near what they reached on such lists before (see the table of ``benchmarks.throughput``).
MIX: Final[Mapping[str, float]] = MappingProxyType(
    {
        "typo": 18, "two typos": 5, "misread letters": 8, "other legal form": 6, "no legal form": 5,
        "added legal form": 4, "neighbours swapped": 7, "any word order": 4, "abbreviated": 10, "joined": 9, "split": 7,
        "other romanisation": 5, "place in brackets": 4, "no place": 3, "lost word": 3, "cut at 35": 5, "junk": 6,
    }
)  # fmt: skip
CHANGES: Final = (1, 1, 1, 1, 2)
UPPER: Final = 0.7  # of declared names are in capitals


def changed(name: str, rnd: random.Random, mix: Mapping[str, float] = MIX) -> tuple[str, str]:
    """Return the name after one change, and its kind; "" where none of MOST_TRIES kinds changed it."""
    kinds, weights = list(mix), list(mix.values())
    for _ in range(MOST_TRIES):
        kind = rnd.choices(kinds, weights)[0]
        other = KINDS[kind](name, rnd).strip()
        if other not in {name, ""}:
            return other, kind
    return name, ""


def disturb(name: str, rnd: random.Random) -> str:
    """Return a name as customs data may spell it: one to three changes, mostly in capitals."""
    other = name
    for _ in range(rnd.choice(CHANGES)):
        other = changed(other, rnd)[0]
    return other.upper() if rnd.random() < UPPER else other
