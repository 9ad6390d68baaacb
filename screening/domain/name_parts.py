"""Parts of a name as agencies write it: brackets, acronyms, other spellings, several firms in one line."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

# endings after which a firm's name is over
_LEGAL_END: Final = re.compile(
    r"(?:\b(?:ltd|limited|inc|incorporated|llc|corp|corporation|co|company|plc|gmbh|pvt|sdn\.? bhd|bhd|berhad|"
    r"srl|s\.r\.l|s\.a|sa|c\.v|cv|d\.o\.o|l\.l\.c|s\.p\.a))\.*$",
    re.I,
)
# words that end the name of a place of work: two names joined by a comma are split only if both end in one
_WORKPLACE_END: Final = re.compile(
    r"\b(?:farm|factory|plant|works|mine|mines|prison|penitentiary|camp|group|industries|enterprises|holdings|"
    r"carpet|carpets|mills?|center|centre|park)\.?$",  # Carpet: the order on Nepal of 1998 names firms so
    re.I,
)
_LEGAL_START: Final = re.compile(r"^(?:ltd|limited|inc|llc|pvt|plc|s\.a|s\.r\.l|gmbh|corp|branch)\b", re.I)
_AFTER_LEGAL: Final = re.compile(r"^(?:sons|co|company|bros|brothers)\b", re.I)
_ACRONYM: Final = re.compile(r"\s*\((?P<short>[A-Z]{3,8})\)\s*$")
# English words in brackets that say a Chinese word anew: the bracket stands for the word before it
EQUIVALENTS: Final = {"szechuan": 1, "new life": 1, "jinma": 2}


def clean(text: str) -> str:
    """Return the text with single spaces and plain quotation marks, footnote signs and doubled stops taken off."""
    text = text.replace("\u00a0", " ").replace("“", '"').replace("”", '"')
    text = re.sub(r"[*†‡]+", "", text)
    text = re.sub(r"\s+(?=[,.;])", "", " ".join(text.split()))
    text = re.sub(r"\.{2,}$", ".", text).strip(" ;,")
    return re.sub(r"\b(Limited|Company)\.$", r"\1", text)


def says_something(name: str) -> bool:
    """Return whether a name has a letter or digit; lists put a dash where there is nothing to say."""
    return any(letter.isalnum() for letter in name)


def unique(names: Iterable[str]) -> tuple[str, ...]:
    """Return the names that are not blank, each once, in their order."""
    return tuple(dict.fromkeys(name for name in (clean(name) for name in names) if name))


def brackets_apart(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the text cut at its outermost brackets: each part, and whether it stood in brackets."""
    depth = start = 0
    for position, letter in enumerate(text):
        if letter == "(":
            if depth == 0:
                yield text[start:position], False
                start = position + 1
            depth += 1
        elif letter == ")" and depth:
            depth -= 1
            if depth == 0:
                yield text[start:position], True
                start = position + 1
    yield text[start:], depth > 0


def acronym_apart(name: str) -> tuple[str, tuple[str, ...]]:
    """Return the name without the acronym in brackets at its end, and the acronym: ``... Corps (XPCC)``."""
    found = _ACRONYM.search(name)
    if not found:
        return name, ()
    return name[: found.start()], (found["short"],)


def own_brackets(name: str) -> tuple[str, tuple[str, ...]]:
    """Return the name without the brackets that hold another spelling, and the names so spelt.

    ``Wulin (or Wuling) Machinery Works`` is Wulin Machinery Works, also Wuling Machinery Works;
    ``Firm (Baotou) Co., Ltd.`` keeps its brackets.
    """
    parts = list(brackets_apart(name))
    plain: list[str] = []
    forms: list[list[str]] = [[]]
    for part, is_bracket in parts:
        replaced = _words_replaced(part) if is_bracket else 0
        if replaced:
            spelling = _spelling(part)
            forms += [[*form[: max(0, len(form) - replaced)], spelling] for form in forms]
        else:
            words = [f"({part})"] if is_bracket else part.split()
            plain += words
            forms = [[*form, *words] for form in forms]
    chosen = clean(" ".join(plain))
    return chosen, tuple(form for form in unique(" ".join(form) for form in forms) if form != chosen)


def _spelling(bracket: str) -> str:
    return re.sub(r"^or\s+", "", bracket.strip(' "'), flags=re.I)


def _words_replaced(bracket: str) -> int:
    """Return how many words before the bracket it says anew; 0 for a bracket that belongs to the name."""
    if re.match(r"or\s", bracket.strip(), re.I):
        return len(_spelling(bracket).split())
    return EQUIVALENTS.get(_spelling(bracket).lower(), 0)


def split_firms(text: str) -> tuple[str, ...]:
    """Return the firms that a text names one after the other, joined by commas or ``and``.

    A comma separates only where every part can stand alone as a name, so ``Agriculture, Industry, and Trade
    Co., Ltd.`` stays one; ``and`` separates only after an ending such as ``Co., Ltd.``, which closes a name.
    """
    pieces = _comma_pieces(text)
    listed = pieces if len(pieces) > 1 and all(_stands_alone(piece) for piece in pieces) else [text]
    return unique(firm for piece in listed for firm in _split_at_and(piece))


def _comma_pieces(text: str) -> list[str]:
    pieces: list[str] = []
    for piece in (part.strip() for part in text.split(",")):
        if pieces and _LEGAL_START.match(piece):
            pieces[-1] += f", {piece}"
        elif piece:
            pieces.append(re.sub(r"^and\s+", "", piece))
    return pieces


def _stands_alone(piece: str) -> bool:
    last = re.split(r"\sand\s", piece)[-1]
    return len(piece.split()) > 1 and bool(_LEGAL_END.search(last) or _WORKPLACE_END.search(last))


def _split_at_and(text: str) -> list[str]:
    words = re.split(r"\s+and\s+", text)
    firms = [words[0]]
    for word in words[1:]:
        if _LEGAL_END.search(firms[-1]) and not _AFTER_LEGAL.match(word):
            firms.append(word)
        else:
            firms[-1] += f" and {word}"
    return firms
