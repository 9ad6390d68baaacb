"""The cadena original: the one line of text that a filer signs, with the SHA-256 of everything that is filed.

``||1.0|folio|moment|RFC|representative's RFC|kind of procedure|SHA-256 of the petition|SHA-256 of an exhibit...||``
in NFC and UTF-8. Bars, backslashes and line ends within a value are escaped, so that one text has one reading.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import Final

from kernel.domain.errors import InputError
from kernel.domain.text import Text

VERSION: Final = "1.0"
ENDS: Final = "||"
FIXED: Final = 7  # fields before the hashes of the exhibits, the version among them
ESCAPES: Final = MappingProxyType({"\\": r"\\", "|": r"\|", "\n": r"\n", "\r": r"\r"})
READINGS: Final = MappingProxyType({written[1]: sign for sign, written in ESCAPES.items()})
FIELD: Final = re.compile(r"(?:[^\\|]|\\[\\|nr])*")
SHA256: Final = re.compile(r"[0-9a-f]{64}")

UNREADABLE: Final = Text(
    "El texto no es una cadena original: debe empezar y terminar con «||» y no traer nada fuera. Descárguela de nuevo.",
    "The text is no cadena original: it must begin and end with “||” and have nothing outside. Download it again.",
)
OTHER_VERSION: Final = Text(
    "La cadena original es de la versión «{version}»; aquí se admite la {known}. Descárguela de nuevo.",
    "The cadena original is of version “{version}”; {known} is taken here. Download it again.",
)
WRONG_FIELD: Final = Text(
    "El campo «{field}» de la cadena original no vale: «{value}».",
    "The field “{field}” of the cadena original is not valid: “{value}”.",
)


class CadenaError(InputError):
    """A text is no cadena original, or a value cannot stand in one."""

    code = "wrong_cadena"


@dataclass(frozen=True, slots=True)
class Cadena:
    """What a filer signs: which petition, when, as whom, and the SHA-256 of the petition and of each exhibit."""

    folio: str
    at: datetime
    rfc: str
    representative_rfc: str  # "" where the filer signs for itself
    procedure: str
    petition_sha256: str
    exhibits: tuple[str, ...] = ()

    def text(self) -> str:
        """Return the line to be signed.

        Raises:
            CadenaError: the moment has no zone, a hash is none, or a value is no text.

        """
        _check(self)
        moment = self.at.isoformat(timespec="seconds")
        who = (self.rfc, self.representative_rfc, self.procedure)
        return joined([VERSION, self.folio, moment, *who, self.petition_sha256, *self.exhibits])


def joined(fields: Sequence[str]) -> str:
    """Return fields as one line between double bars.

    Raises:
        CadenaError: there is no field, or one is no text that UTF-8 can write.

    """
    if not fields:
        raise CadenaError(UNREADABLE)
    return ENDS + "|".join(map(_escaped, fields)) + ENDS


def fields_of(text: str) -> list[str]:
    """Return the fields of a line, the contrary of ``joined``.

    Raises:
        CadenaError: the text is not what ``joined`` writes.

    """
    inner = text[len(ENDS) : -len(ENDS)]
    if len(text) < 2 * len(ENDS) or ENDS + inner + ENDS != text:
        raise CadenaError(UNREADABLE)
    fields, at = [], 0
    while at <= len(inner):
        found = FIELD.match(inner, at)
        end = found.end() if found else at
        if end < len(inner) and inner[end] != "|":  # a backslash that escapes nothing
            raise CadenaError(UNREADABLE)
        fields.append(re.sub(r"\\(.)", lambda sign: READINGS[sign[1]], inner[at:end]))
        at = end + 1
    if joined(fields) != text:  # not in NFC, or a line end within
        raise CadenaError(UNREADABLE)
    return fields


def read_cadena(text: str) -> Cadena:
    """Return what a cadena original says.

    Raises:
        CadenaError: the text is none, is of another version, or a field has no possible value.

    """
    fields = fields_of(text)
    if fields[0] != VERSION:
        raise CadenaError(OTHER_VERSION.filled(version=fields[0][:20], known=VERSION))
    if len(fields) < FIXED:
        raise CadenaError(UNREADABLE)
    _, folio, moment, rfc, representative, procedure, petition, *exhibits = fields
    cadena = Cadena(folio, _moment(moment), rfc, representative, procedure, petition, tuple(exhibits))
    if cadena.text() != text:  # a moment written in another way
        raise CadenaError(WRONG_FIELD.filled(field="fecha", value=moment[:40]))
    return cadena


def _escaped(value: str) -> str:
    try:
        value.encode()
    except UnicodeEncodeError as error:
        raise CadenaError(WRONG_FIELD.filled(field="texto", value=ascii(value)[:40])) from error
    return "".join(ESCAPES.get(sign, sign) for sign in unicodedata.normalize("NFC", value))


def _moment(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text)
    except ValueError as error:
        raise CadenaError(WRONG_FIELD.filled(field="fecha", value=text[:40])) from error


def _check(cadena: Cadena) -> None:
    if cadena.at.tzinfo is None:
        raise CadenaError(WRONG_FIELD.filled(field="fecha", value=cadena.at))
    for digest in (cadena.petition_sha256, *cadena.exhibits):
        if not SHA256.fullmatch(digest):
            raise CadenaError(WRONG_FIELD.filled(field="sha256", value=digest[:70]))
