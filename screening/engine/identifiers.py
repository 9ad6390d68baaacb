"""Tax and registration numbers as they stand in customs data: signs, lost zeros, the cut to 17, one wrong character.

Sources: the USCC of China has 18 characters, of which 9 to 17 are the older organisation code and the last a check
character (GB 32100-2015, GB 11714); SAAI keeps 17 characters of a tax number; the SAT's RFC of the general public and
of foreigners without one are XAXX010101000 and XEXX010101000.
"""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from stdnum.cn import uscc

from kernel.domain.text import Text

LEAST_ID: Final = 6  # characters of an identifier that is worth comparing
LEAST_DISTINCT: Final = 3  # different characters: 000000 and 999999 stand where a number is missing
USCC_LENGTH: Final = 18
CUT_LENGTH: Final = 17  # SAAI keeps 17 of the 18 characters of a USCC
ORGANISATION: Final = slice(8, 17)  # the organisation code inside a USCC
ORGANISATION_LENGTH: Final = 9
WRONG_SCORE: Final = 0.85  # between NEAR and MET: a mistyped number brings near and settles nothing
NOBODYS: Final = frozenset(
    {"XAXX010101000", "XEXX010101000", "123456", "1234567", "12345678", "123456789", "1234567890"}
)
_LABEL: Final = re.compile(
    r"^\s*(?:R\.?F\.?C|TAX\s*I\.?D|USCC|USCI|EIN|VAT|NIT|NIF|CIF|CNPJ|RUC|GSTIN?|ID|REG(?:ISTRO)?)\b\s*(?:NO|NUM)?[\s.:#-]+"
)


@dataclass(frozen=True, slots=True)
class IdentifierMatch:
    """Why two identifiers are of one firm: ``sure`` settles the name (score 1), otherwise it only comes near."""

    sure: bool
    score: float
    reason: Text


_SAME: Final = Text("el identificador {tax_id} es el listado", "identifier {tax_id} is the listed one")
_CUT: Final = Text(
    "el identificador {tax_id} es el listado cortado a 17 caracteres",
    "identifier {tax_id} is the listed one cut to 17 characters",
)
_REBUILT: Final = Text(
    "el identificador {tax_id} es el listado cortado a 17 caracteres, y su dígito verificador es {digit}",
    "identifier {tax_id} is the listed one cut to 17 characters, and its check digit is {digit}",
)
_ZEROS: Final = Text(
    "el identificador {tax_id} es el listado sin los ceros del principio",
    "identifier {tax_id} is the listed one without the zeros at its beginning",
)
_INSIDE: Final = Text(
    "el identificador {tax_id} contiene el código de organización listado, o al revés",
    "identifier {tax_id} contains the listed organisation code, or the other way round",
)
_WRONG: Final = Text(
    "el identificador {tax_id} difiere en un carácter del listado {listed}, y su dígito verificador no cuadra",
    "identifier {tax_id} differs in one character from the listed {listed}, and its check digit does not fit",
)


def plain_id(text: str) -> str:
    """Return an identifier without label, spaces and signs, in upper case; "" when it can tell nobody from anybody."""
    upper = unicodedata.normalize("NFKC", text).upper()
    plain = "".join(c for c in _LABEL.sub("", upper) if c.isascii() and c.isalnum())
    says_something = len(plain) >= LEAST_ID and len(set(plain)) >= LEAST_DISTINCT and any(map(str.isdigit, plain))
    return plain if says_something and plain not in NOBODYS else ""


def identifier_keys(text: str) -> frozenset[str]:
    """Return what an identifier can be looked up by: two that :func:`same_identifier` takes for one share a key."""
    plain = plain_id(text)
    if not plain:
        return frozenset()
    keys = {f"={plain.lstrip('0') or plain}"}
    if len(plain) in (CUT_LENGTH, USCC_LENGTH):
        keys |= {f"={plain[:CUT_LENGTH]}", f"={plain[ORGANISATION].lstrip('0')}"}
    if len(plain) == USCC_LENGTH:  # one wrong character, or two swapped, leave one of these parts whole
        keys |= {f"^{plain[:12]}", f"<{plain[8:13]}", f">{plain[13:]}"}
    return frozenset(keys)


def same_identifier(declared: str, listed: str) -> IdentifierMatch | None:
    """Return why a declared and a listed identifier are, or may be, of one firm; None when they are not.

    Sure are: the same characters; the same without zeros at the beginning of a number (spreadsheets drop them); one cut
    to 17 characters; a USCC and the organisation code in it.  One wrong or two swapped characters only bring near, and
    only in a USCC whose check character shows the mistake: two valid numbers are two firms, however alike.
    Golden table: a producer that is NEAR is reviewed on a national list and watched on a foreign one, never stopped.
    """
    mine, theirs = plain_id(declared), plain_id(listed)
    if not (mine and theirs):
        return None
    return next((found for rule in _RULES if (found := rule(mine, theirs, declared.strip()))), None)


_Rule = Callable[[str, str, str], IdentifierMatch | None]


def _sure(reason: Text, **values: object) -> IdentifierMatch:
    return IdentifierMatch(sure=True, score=1.0, reason=reason.filled(**values))


def _equal(mine: str, theirs: str, said: str) -> IdentifierMatch | None:
    return _sure(_SAME, tax_id=said) if mine == theirs else None


def _cut(mine: str, theirs: str, said: str) -> IdentifierMatch | None:
    short, long = sorted((mine, theirs), key=len)
    if len(long) != USCC_LENGTH or long[:CUT_LENGTH] != short:
        return None
    rebuilt = check_digit(short) == long[-1]
    return _sure(_REBUILT if rebuilt else _CUT, tax_id=said, digit=long[-1])


def _zeros(mine: str, theirs: str, said: str) -> IdentifierMatch | None:
    numbers = mine.isdigit() and theirs.isdigit() and len(mine.lstrip("0")) >= LEAST_ID
    return _sure(_ZEROS, tax_id=said) if numbers and mine.lstrip("0") == theirs.lstrip("0") else None


def _inside(mine: str, theirs: str, said: str) -> IdentifierMatch | None:
    short, long = sorted((mine, theirs), key=len)
    holds = len(short) == ORGANISATION_LENGTH and len(long) in (CUT_LENGTH, USCC_LENGTH) and long[ORGANISATION] == short
    return _sure(_INSIDE, tax_id=said) if holds else None


def _mistyped(mine: str, theirs: str, said: str) -> IdentifierMatch | None:
    if not (len(mine) == len(theirs) == USCC_LENGTH) or uscc.is_valid(mine) or not uscc.is_valid(theirs):
        return None
    wrong = [i for i, (a, b) in enumerate(zip(mine, theirs, strict=True)) if a != b]
    swapped = len(wrong) == 2 and wrong[1] == wrong[0] + 1 and mine[wrong[0]] == theirs[wrong[1]]
    swapped = swapped and mine[wrong[1]] == theirs[wrong[0]]
    if not (len(wrong) == 1 or swapped):
        return None
    return IdentifierMatch(sure=False, score=WRONG_SCORE, reason=_WRONG.filled(tax_id=said, listed=theirs))


_RULES: Final[tuple[_Rule, ...]] = (_equal, _cut, _zeros, _inside, _mistyped)


def check_digit(cut: str) -> str:
    """Return the check character of the first 17 characters of a USCC; "" when they cannot be those of one."""
    try:
        return str(uscc.calc_check_digit(cut)) if len(cut) == CUT_LENGTH else ""
    except (ValueError, KeyError, IndexError):
        return ""
