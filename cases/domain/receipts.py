"""The receipt of a tip: sixteen digits, the last of which tells a typing error from a receipt that is nobody's."""

import unicodedata
from typing import ClassVar, Final

from kernel.domain.errors import InputError, NotFoundError
from kernel.domain.text import Text

DIGITS: Final = 16
RECEIPTS: Final = 10 ** (DIGITS - 1)  # the last digit follows from the others
GROUP: Final = 4
BETWEEN: Final = frozenset(" -.\u00a0\u2009\u202f\u2010\u2011\u2012\u2013\u2014\t\n\r")
# Damm's table: it finds every single wrong digit and every two neighbours changed about, the errors people make.
TABLE: Final = tuple(
    tuple(map(int, row))
    for row in (
        "0317598642",
        "7092154863",
        "4206871359",
        "1750983426",
        "6123045978",
        "3674209581",
        "5869720134",
        "8945362017",
        "9438617205",
        "2581436790",
    )
)
MISTYPED: Final = Text(
    "Está mal escrito: un comprobante tiene 16 dígitos, en cuatro grupos de cuatro. Compárelo con el que anotó.",
    "It is mistyped: a receipt has 16 digits, in four groups of four. Compare it with the one you wrote down.",
)
UNKNOWN: Final = Text(
    "Ningún aviso tiene ese comprobante. Compárelo con el que anotó.",
    "No tip has that receipt. Compare it with the one you wrote down.",
)


class MistypedReceiptError(InputError):
    """What was written is no receipt at all; nothing was looked for."""

    code: ClassVar[str] = "mistyped_receipt"

    def __init__(self) -> None:
        super().__init__(MISTYPED)


class UnknownReceiptError(NotFoundError):
    """It is a receipt, and no tip has it."""

    code: ClassVar[str] = "unknown_receipt"

    def __init__(self) -> None:
        super().__init__(UNKNOWN)


def receipt_of(number: int) -> str:
    """Return the receipt that writes a number below ``RECEIPTS``."""
    digits = f"{number % RECEIPTS:0{DIGITS - 1}}"
    return f"{digits}{_check(digits)}"


def read_receipt(written: str) -> str:
    """Return the sixteen digits of a receipt, in whatever script and groups they were written.

    Raises:
        MistypedReceiptError: they are not sixteen digits, or the last does not follow from the others.

    """
    signs = [sign for sign in written if sign not in BETWEEN]
    digits = "".join(str(unicodedata.digit(sign, "")) for sign in signs)
    if len(signs) != DIGITS or len(digits) != DIGITS or _check(digits):
        raise MistypedReceiptError
    return digits


def grouped(receipt: str) -> str:
    """Return a receipt in groups that can be copied by hand."""
    return " ".join(receipt[start : start + GROUP] for start in range(0, len(receipt), GROUP))


def _check(digits: str) -> int:
    """Return the digit that follows from the others; of a whole receipt it is 0."""
    found = 0
    for digit in digits:
        found = TABLE[found][int(digit)]
    return found
