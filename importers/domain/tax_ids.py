"""Tax identifiers as declared: those that say nothing, and the Mexican RFC with its check digit."""

import re
from enum import StrEnum
from functools import lru_cache
from typing import Final

from stdnum.exceptions import InvalidChecksum, ValidationError
from stdnum.mx import rfc as stdnum_rfc

_NOT_ALPHANUMERIC: Final = re.compile(r"[\W_]+")
# how "there is none" is spelled in declarations, letters and digits only: SN, S/N, N/A, NA, S.N., no tiene ...
MISSING: Final = frozenset(
    "SN NA ND NT NE NO NONE NULL NIL SIN SINID SINRFC SINTAXID SINNUMERO SINNUM NOTIENE NOAPLICA NOTAPPLICABLE "
    "NINGUNO NOTAXID NOID TAXID X XX XXX XXXX".split()
)
GENERIC_RFCS: Final = frozenset({"XAXX010101000", "XEXX010101000"})  # the public in general; residents abroad


class RfcCheck(StrEnum):
    """What can be said of an RFC."""

    RIGHT = "RIGHT"
    GENERIC = "GENERIC"
    MALFORMED = "MALFORMED"
    CHECK_DIGIT = "CHECK_DIGIT"  # some genuine ones fail it: a warning, never a refusal


def declared_tax_id(text: str) -> str:
    """Return a tax identifier as declared, or nothing when it is a way of saying that there is none."""
    written = text.strip()
    if not written:
        return ""
    bare = _NOT_ALPHANUMERIC.sub("", written).upper()
    if bare in MISSING or not bare.strip("0"):  # also one without any letter or digit
        return ""
    return written


def plain_rfc(text: str) -> str:
    """Return an RFC in capital letters without blanks or hyphens; nothing when it says that there is none."""
    return re.sub(r"[\s\-_.]+", "", declared_tax_id(text)).upper()


@lru_cache(maxsize=65_536)
def check_rfc(rfc: str) -> RfcCheck:
    """Return what can be said of an RFC written plainly."""
    if rfc in GENERIC_RFCS:
        return RfcCheck.GENERIC
    if len(rfc) not in (12, 13):
        return RfcCheck.MALFORMED
    try:
        stdnum_rfc.validate(rfc, validate_check_digits=True)
    except InvalidChecksum:
        return RfcCheck.CHECK_DIGIT
    except ValidationError:
        return RfcCheck.MALFORMED
    return RfcCheck.RIGHT
