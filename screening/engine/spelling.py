"""How alike two words are written or sound, and the keys by which words that are alike find each other."""

from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from screening.engine.compiled import compiled, inner
from screening.engine.tables import same_letters
from screening.engine.tokens import FNV_PRIME, FNV_START, Letters, mixed

LONGEST_WORD: Final = 32  # letters that are compared; longer words are compared by their beginnings
LEAST_LETTERS: Final = 4  # of a word that may stand for another: shorter ones are equal or they are not
LEAST_SOUNDS: Final = 3  # consonants of a word that may be known by them alone
LEAST_ALIKE: Final = 0.65  # below it two words are two words
LEAST_SHARE: Final = 0.4  # of letters that must agree where two words sound or look the same
STEM_ALIKE: Final = 0.5  # what a shared stem is worth, beside the share of letters it makes
LEAST_STEM: Final = 5  # letters two words must begin with alike to be forms of one stem (ANDROID, ANDROIDNAYA)
GRAMS: Final = 37**3  # three letters, digits or borders of a word
_SOUND: Final = np.uint64(0x51)  # told apart from deletions by what their hashes begin with
_SHAPE: Final = np.uint64(0xA3)


def _sounds() -> NDArray[np.uint8]:
    """Return what each letter sounds like when languages and romanisations are mixed; 0: a vowel or mute."""
    classes = {"P": "BP", "T": "DT", "K": "CGKQ", "F": "FV", "S": "SXZ", "J": "J", "L": "L", "R": "R", "M": "M"}
    classes |= {"N": "N", "W": "W", "H": "H"}
    sounds = np.zeros(256, np.uint8)
    for sound, letters in classes.items():
        for letter in letters:
            sounds[ord(letter)] = ord(sound)
    for digit in b"0123456789":
        sounds[digit] = digit
    return sounds


def _shapes() -> NDArray[np.uint8]:
    """Return what each letter looks like to a scanner, up to three strokes.

    0 and O, 1 I and L, M and RN, D and CL, W and VV, C and E are told apart badly.
    """
    looks = {chr(c): chr(c) for c in range(256)}
    looks |= {"0": "O", "Q": "O", "1": "I", "L": "I", "5": "S", "8": "B", "2": "Z", "6": "G", "E": "C", "U": "II"}
    looks |= {"N": "RI", "M": "RRI", "W": "VV", "D": "CI", "H": "II"}
    shapes = np.zeros((256, 3), np.uint8)
    for letter, strokes in looks.items():
        shapes[ord(letter), : len(strokes)] = np.frombuffer(strokes.encode("latin-1"), np.uint8)
    return shapes


def _steps() -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """Return what a letter before another sounds like, and how many letters that takes.

    CH ZH are J, PH is F, SH HS are S, KH GH TH NG lose the second, H is mute at the end of a word (before 0).
    """
    sounds = np.repeat(_sounds()[:, None], 256, axis=1)
    steps = np.ones((256, 256), np.uint8)
    for pair, sound in {
        "CH": "J",
        "ZH": "J",
        "PH": "F",
        "SH": "S",
        "HS": "S",
        "KH": "K",
        "GH": "K",
        "TH": "T",
        "NG": "N",
    }.items():
        sounds[ord(pair[0]), ord(pair[1])], steps[ord(pair[0]), ord(pair[1])] = ord(sound), 2
    sounds[ord("H"), 0] = 0
    return sounds, steps


_SOUNDS, _STEPS = _steps()
_SHAPES: Final = _shapes()
_VOWEL: Final = ord("A")  # a vowel counts in first place alone


@inner
def sound_key(blob: NDArray[np.uint8], start: int, end: int) -> np.uint64:
    """Return the hash of how a word sounds: its consonants, doubled ones once, CH ZH J and SH HS S X Z folded.

    So that pinyin, Wade-Giles and English spellings meet (Hsinchiang, Xinjiang; Hesheng, Hoshine; Mohammad, Muhammed).
    Words of fewer than LEAST_SOUNDS consonants keep their vowels: too many sound alike without them.
    """
    value = whole = FNV_START ^ _SOUND
    last = np.uint8(0)
    at = start
    sounded = 0
    while at < end:
        letter = blob[at]
        after = blob[at + 1] if at + 1 < end else np.uint8(0)
        sound = _SOUNDS[letter, after]
        whole = (whole ^ np.uint64(sound if sound else letter)) * FNV_PRIME
        if sound and sound != last:
            value = (value ^ np.uint64(sound)) * FNV_PRIME
            sounded += 1
        elif at == start:
            value = (value ^ np.uint64(_VOWEL)) * FNV_PRIME
        last = sound
        at += _STEPS[letter, after]
    return mixed(value if sounded >= LEAST_SOUNDS else whole)


@inner
def shape_key(blob: NDArray[np.uint8], start: int, end: int) -> np.uint64:
    """Return the hash of how a word looks to a scanner (S1LICON, SILICON)."""
    value = FNV_START ^ _SHAPE
    for at in range(start, end):
        for stroke in _SHAPES[blob[at]]:
            if stroke:
                value = (value ^ np.uint64(stroke)) * FNV_PRIME
    return mixed(value)


@inner
def deletion_key(blob: NDArray[np.uint8], start: int, end: int, without: int) -> np.uint64:
    """Return the hash of a word without the letter at ``without`` (-1: with all of them)."""
    value = FNV_START
    for at in range(start, end):
        if at != without:
            value = (value ^ np.uint64(blob[at])) * FNV_PRIME
    return mixed(value)


@inner
def letters_held(blob: NDArray[np.uint8], start: int, end: int) -> np.uint64:
    """Return which letters and digits a word holds, a bit each."""
    held = np.uint64(0)
    for at in range(start, end):
        held |= np.uint64(1) << np.uint64(blob[at] - 48)
    return held


@inner
def _bits(value: np.uint64) -> int:
    """Return how many bits are set (the sum of neighbouring bits, then pairs, then all bytes at once)."""
    value -= (value >> np.uint64(1)) & np.uint64(0x5555555555555555)
    value = (value & np.uint64(0x3333333333333333)) + ((value >> np.uint64(2)) & np.uint64(0x3333333333333333))
    value = (value + (value >> np.uint64(4))) & np.uint64(0x0F0F0F0F0F0F0F0F)
    return int((value * np.uint64(0x0101010101010101)) >> np.uint64(56))


@inner
def _held_at(word: Letters, letter: np.uint8) -> np.uint64:
    """Return at which of the first LONGEST_WORD places a word holds a letter, a bit each."""
    held = np.uint64(0)
    for at in range(min(word.end - word.start, LONGEST_WORD)):
        if word.blob[word.start + at] == letter:
            held |= np.uint64(1) << np.uint64(at)
    return held


@inner
def edits(word: Letters, other: Letters, most: int) -> int:
    """Return how many letters are changed, lost, added or swapped with their neighbour (optimal string alignment).

    A column of the table of distances at once, a bit a row (Hyyro 2003, "A bit-vector algorithm for computing
    Levenshtein and Damerau edit distances"); what is more than ``most`` is told as ``most + 1``.
    """
    rows = min(word.end - word.start, LONGEST_WORD)
    columns = min(other.end - other.start, LONGEST_WORD)
    if abs(rows - columns) > most or rows == 0 or columns == 0:
        return int(min(max(rows, columns), most + 1))
    one = np.uint64(1)
    last = one << np.uint64(rows - 1)
    rises, falls, diagonal, held_before = ~np.uint64(0), np.uint64(0), np.uint64(0), np.uint64(0)
    distance = rows
    for j in range(columns):
        held = _held_at(word, other.blob[other.start + j])
        swapped = ((~diagonal & held) << one) & held_before
        diagonal = (((held & rises) + rises) ^ rises) | held | falls | swapped
        right, left = falls | ~(diagonal | rises), diagonal & rises
        distance += int(right & last != 0) - int(left & last != 0)
        right = (right << one) | one
        rises, falls = (left << one) | ~(diagonal | right), right & diagonal
        held_before = held
    return int(min(distance, most + 1))


@inner
def has_digit(word: Letters) -> bool:
    """Tell whether a word holds a digit."""
    at = word.start
    while at < word.end and word.blob[at] > 57:
        at += 1
    return at < word.end


@inner
def _shared_stem(word: Letters, other: Letters, shortest: int) -> int:
    """Return how many letters the two words begin with alike, 0 if too few to be forms of one stem."""
    shared = 0
    while shared < shortest and word.blob[word.start + shared] == other.blob[other.start + shared]:
        shared += 1
    return shared if shared >= LEAST_STEM and 4 * shared >= 3 * shortest else 0


class Spelled(NamedTuple):
    """What is asked of words before their letters are compared.

    By word: :func:`sound_key`, :func:`shape_key` and :func:`letters_held`.
    """

    sounds: NDArray[np.uint64]
    shapes: NDArray[np.uint64]
    letters: NDArray[np.uint64]


@compiled
def spell(blob: NDArray[np.uint8], starts: NDArray[np.int32]) -> Spelled:
    """Return the keys of all words."""
    count = len(starts) - 1
    spelled = Spelled(np.empty(count, np.uint64), np.empty(count, np.uint64), np.empty(count, np.uint64))
    for word in range(count):
        start, end = starts[word], starts[word + 1]
        spelled.sounds[word] = sound_key(blob, start, end)
        spelled.shapes[word] = shape_key(blob, start, end)
        spelled.letters[word] = letters_held(blob, start, end)
    return spelled


class Keys(NamedTuple):
    """The keys of one word, as in :class:`Spelled`."""

    sound: np.uint64
    shape: np.uint64
    letters: np.uint64


@inner
def _share_of_letters(word: Letters, other: Letters, most: int) -> float:
    """Return the share of letters that agree, 0 if more than ``most`` do not."""
    count = edits(word, other, most)
    longest = min(max(word.end - word.start, other.end - other.start), LONGEST_WORD)
    return 1.0 - count / longest if count <= most else 0.0


@inner
def alike(word: Letters, keys: Keys, other: Letters, other_keys: Keys) -> float:
    """Return how alike two words are, 0..1: the share of letters that agree, more where they sound or look the same.

    Words of fewer than LEAST_LETTERS letters are alike when they are equal; what is less alike than LEAST_ALIKE is 0.
    """
    length, other_length = word.end - word.start, other.end - other.start
    longest, shortest = min(max(length, other_length), LONGEST_WORD), min(length, other_length)
    different = _bits(keys.letters ^ other_keys.letters)
    if shortest < LEAST_LETTERS or 2 * shortest < longest or different > longest:
        return 1.0 if different == 0 and same_letters(word, other) else 0.0
    same_sound, same_shape = keys.sound == other_keys.sound, keys.shape == other_keys.shape
    most = int((1.0 - (LEAST_SHARE if same_sound or same_shape else LEAST_ALIKE)) * longest)
    stem = _shared_stem(word, other, shortest)
    near = stem > 0 or different <= 2 * most  # an edit changes two of the letters held at most
    share = _share_of_letters(word, other, most) if near else 0.0
    if share == 1.0 or (same_shape and share > 0.0):
        return (2.0 + share) / 3.0
    if has_digit(word) or has_digit(other):
        return 0.0
    if same_sound and share > 0.0:
        return (1.0 + share) / 2.0
    if stem:
        share = max(share, STEM_ALIKE + (1.0 - STEM_ALIKE) * stem / longest - 0.1)
    return share if share >= LEAST_ALIKE else 0.0


@inner
def _symbol(blob: NDArray[np.uint8], at: int, start: int, end: int) -> int:
    """Return the number of a letter (11..36) or digit (1..10), 0 beyond the borders of the word."""
    if at < start or at >= end:
        return 0
    letter = int(blob[at])
    return letter - 47 if letter < 58 else letter - 54


@inner
def gram_at(blob: NDArray[np.uint8], at: int, start: int, end: int) -> int:
    """Return the number (0..GRAMS) of the three signs around ``at``, the borders of the word counted as signs."""
    before, here = _symbol(blob, at - 1, start, end), _symbol(blob, at, start, end)
    return (before * 37 + here) * 37 + _symbol(blob, at + 1, start, end)
