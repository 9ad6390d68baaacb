"""A petition as JSON: read with every fault at once, written in one way alone, so that its hash means its content.

The form is that of RFC 8785: names sorted, no spaces, UTF-8. What is blank is not written, so that a field the form
gains later leaves the hashes of earlier petitions as they are.
"""

import hashlib
import json
import re
import types
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Final, TypeVar, Union, get_args, get_origin, get_type_hints

from cases.domain.petition.content import LINE, Earlier, PetitionContent, Representative
from cases.domain.petition.errors import FieldFault, InvalidContentError
from kernel.domain.text import Text

T = TypeVar("T")
LARGEST: Final = 2_000_000  # bytes of a whole petition
SHA256: Final = re.compile(r"[0-9a-f]{64}")
DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
BLANKS: Final = (Representative(), Earlier())
UNUSABLE: Final = frozenset({"Cc", "Cs"})  # control characters and halves of pairs: no database or page takes them
TURNING: Final = re.compile("[\u202a-\u202e\u2066-\u2069]")  # turn the words that follow on a page, and say nothing
MOST_NUMBER: Final = 9_999

NO_OBJECT: Final = Text("Debe ser un grupo de campos.", "It must be a group of fields.")
NO_LIST: Final = Text("Debe ser una lista.", "It must be a list.")
NO_TEXT: Final = Text("Debe ser un texto.", "It must be a text.")
NO_BOOLEAN: Final = Text("Debe ser sí o no (true, false).", "It must be true or false.")
NO_NUMBER: Final = Text("Debe ser un número entero de 0 a {most}.", "It must be a whole number from 0 to {most}.")
NO_DATE: Final = Text("Debe ser una fecha: AAAA-MM-DD.", "It must be a date: YYYY-MM-DD.")
NO_MEMBER: Final = Text("Debe ser uno de: {known}.", "It must be one of: {known}.")
NO_HASH: Final = Text("Debe ser el SHA-256 de un documento recibido.", "It must be the SHA-256 of a received document.")
UNKNOWN: Final = Text("Este campo no existe.", "There is no such field.")
TOO_LONG: Final = Text("Pasa de {most} caracteres: tiene {found}.", "It is longer than {most} characters: {found}.")
TOO_MANY: Final = Text("Pasa de {most} elementos: tiene {found}.", "It has more than {most} elements: {found}.")
CONTROL: Final = Text(
    "Tiene un carácter de control (U+{sign}); quítelo.", "It has a control character (U+{sign}); remove it."
)
TOO_LARGE: Final = Text(
    "La solicitud completa pasa de {most} bytes; lleve textos largos a un documento anexo.",
    "The whole petition is larger than {most} bytes; move long texts to an attached document.",
)


def read_content(said: object) -> PetitionContent:
    """Return the petition that plain values say, its texts in NFC and without blanks around them.

    Raises:
        InvalidContentError: with every value that cannot be kept.

    """
    reading = _Reading()
    content = reading.record(PetitionContent, said, "")
    if not reading.faults and len(canonical_content(content)) > LARGEST:
        reading.fault("", TOO_LARGE.filled(most=LARGEST))
    if reading.faults:
        raise InvalidContentError(reading.faults)
    return content


def plain_content(content: PetitionContent) -> dict[str, Any]:
    """Return a petition as plain values, without what is blank."""
    plain: dict[str, Any] = _plain(content)
    return plain


def canonical_content(content: PetitionContent) -> bytes:
    """Return the one way to write a petition."""
    text = json.dumps(_plain(content), sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return text.encode()


def sha256_of(content: PetitionContent) -> str:
    """Return the SHA-256 of the one way to write a petition."""
    return hashlib.sha256(canonical_content(content)).hexdigest()


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        found = {one.name: _plain(getattr(value, one.name)) for one in fields(value)}
        return {name: one for name, one in found.items() if one not in ("", None, False, [], {}, 0)}
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if isinstance(value, StrEnum):
        return value.value
    return value.isoformat() if isinstance(value, date) else value


class _Reading:
    """Reads plain values into the dataclasses of a petition, whose types and limits are the form."""

    def __init__(self) -> None:
        self.faults: list[FieldFault] = []

    def fault(self, path: str, words: Text) -> None:
        """Note that a value cannot be kept."""
        self.faults.append(FieldFault(path, words))

    def record(self, kind: type[T], said: object, path: str) -> T:
        """Return the dataclass that a group of fields says."""
        if not isinstance(said, Mapping):
            self.fault(path, NO_OBJECT)
            return kind()
        hints, start = get_type_hints(kind), f"{path}." if path else ""
        known = {one.name: one.metadata for one in fields(kind)}  # type: ignore[arg-type]  # always a dataclass
        for name in said:
            if name not in known:
                self.fault(f"{start}{str(name)[:60]}", UNKNOWN)
        return kind(
            **{
                name: self.value(hints[name], said[name], f"{start}{name}", limits)
                for name, limits in known.items()
                if said.get(name) is not None
            }
        )

    def value(self, hint: Any, said: object, path: str, limits: Mapping[str, Any]) -> Any:
        """Return the value of a type that a plain value says."""
        if get_origin(hint) in (Union, types.UnionType):  # something or None; a blank is None
            kind = get_args(hint)[0]
            found = self.value(kind, said, path, limits)
            return None if found in BLANKS else found
        if get_origin(hint) is tuple:
            return self.many(get_args(hint)[0], said, path, limits)
        if is_dataclass(hint) and isinstance(hint, type):
            return self.record(hint, said, path)
        if issubclass(hint, StrEnum):
            return self.member(hint, said, path)
        return SIMPLE[hint](self, said, path, limits)

    def many(self, hint: Any, said: object, path: str, limits: Mapping[str, Any]) -> tuple[Any, ...]:
        """Return the elements of a list, without blank texts."""
        if not isinstance(said, list | tuple):
            self.fault(path, NO_LIST)
            return ()
        if len(said) > limits["most"]:
            self.fault(path, TOO_MANY.filled(most=limits["most"], found=len(said)))
            return ()
        found = [self.value(hint, one, f"{path}.{place}", LINE) for place, one in enumerate(said)]
        return tuple(one for one in found if one != "")

    def member(self, kind: type[StrEnum], said: object, path: str) -> StrEnum | None:
        """Return the member of an enumeration; a blank is none."""
        if said == "":
            return None
        if isinstance(said, str) and said in tuple(kind):
            return kind(said)
        self.fault(path, NO_MEMBER.filled(known=", ".join(kind)))
        return None

    def text(self, said: object, path: str, limits: Mapping[str, Any]) -> str:
        """Return a text in NFC, without blanks around it, its lines ended alike."""
        if not isinstance(said, str):
            self.fault(path, NO_TEXT)
            return ""
        text = unicodedata.normalize("NFC", TURNING.sub("", said.replace("\r\n", "\n").replace("\r", "\n"))).strip()
        kept = "\t" if limits.get("line") else "\t\n"
        bad = next((sign for sign in text if unicodedata.category(sign) in UNUSABLE and sign not in kept), None)
        if bad is not None:
            self.fault(path, CONTROL.filled(sign=f"{ord(bad):04X}"))
        elif len(text) > limits["most"]:
            self.fault(path, TOO_LONG.filled(most=limits["most"], found=len(text)))
        elif limits.get("hash") and text and not SHA256.fullmatch(text):
            self.fault(path, NO_HASH)
        return text

    def truth(self, said: object, path: str, _limits: Mapping[str, Any]) -> bool:
        """Return yes or no."""
        if not isinstance(said, bool):
            self.fault(path, NO_BOOLEAN)
        return said is True

    def number(self, said: object, path: str, _limits: Mapping[str, Any]) -> int:
        """Return a whole number."""
        if isinstance(said, int) and not isinstance(said, bool) and 0 <= said <= MOST_NUMBER:
            return said
        self.fault(path, NO_NUMBER.filled(most=MOST_NUMBER))
        return 0

    def day(self, said: object, path: str, _limits: Mapping[str, Any]) -> date | None:
        """Return a day; a blank is none."""
        if said == "":
            return None
        try:
            if isinstance(said, str) and DAY.fullmatch(said):
                return date.fromisoformat(said)
        except ValueError:  # the form of a day, but none of any year
            pass
        self.fault(path, NO_DATE)
        return None


SIMPLE: Final[Mapping[type, Callable[[_Reading, object, str, Mapping[str, Any]], Any]]] = {
    str: _Reading.text,
    bool: _Reading.truth,
    int: _Reading.number,
    date: _Reading.day,
}
