"""What customs data put around a name: whom it is in care of, telephones, tax numbers, the tail of an address."""

import re
from collections.abc import Sequence
from typing import Final

from screening.engine.holding import Parts, holding

LONGEST: Final = 400  # characters of a name that are read; no register knows a longer one
# A text (in capitals) with none of these, no colon and no digit has no noise; with one it may have some.
_HINTS: Final = (
    "/O", "BEHALF", "CUENTA", "NOMBRE", "ORDEN", "ACCOUNT", "ORDER OF", "A/C", "OBO ", "M/S", "MESSR", "@", "WWW.",
    "HTTP", "MAIL", "ATTN", "ATTENTION", "ADDR", "ADD.", "DOMICILIO", "DIRECCION", ":",
)  # fmt: skip
_WITH_DIGITS: Final = (
    ",", "TEL", "FAX", "PH", "MOB", "CEL", "WHATSAPP", "RFC", "TAX", "USCC", "EIN", "VAT", "CNPJ", "RUC", "NIT", "CUIT",
    "GST", "IEC", "REG", "TIN", "ATN", "ATT", "ADD", "DOM",
)  # fmt: skip
_DIGIT: Final = re.compile("[0-9]")
_HINTS_AND_DIGITS: Final = Parts.of([*_HINTS, *"0123456789"])

_LABEL: Final = (
    r"(?:MANUFACTURER|MFR|MAKER|PRODUCER|SUPPLIER|SELLER|SHIPPER|EXPORTER|VENDOR|FABRICANTE|PRODUCTOR|PROVEEDOR|VENDEDOR"
    r"|EXPORTADOR|REMITENTE|NAME|NOMBRE|RAZON SOCIAL)"
)
_FOR_WHOM: Final = (
    r"(?:(?:FOR AND )?ON BEHALF OF|O/B/O|O/B|OBO|A/C(?: OF)?|(?:FOR|ON) (?:THE )?ACCOUNT OF|BY ORDER OF"
    r"|(?:ACTUANDO )?(?:A|EN) NOMBRE(?: Y REPRESENTACION)? DE|POR (?:CUENTA|ORDEN)(?: Y ORDEN)? DE)"
)
_TRADES_AS: Final = r"(?:D/B/A|DBA|T/A|TRADING AS|A/?K/?A|F/?K/?A|FORMERLY(?: KNOWN AS)?|ANTES|NOMBRE COMERCIAL)"
_BETWEEN_FIRMS: Final = re.compile(
    rf"[\s,;(]+(?:{_FOR_WHOM}|{_TRADES_AS}|C ?/ ?O)[\s.:]+|\s/\s|(?<=\w{{4}}) *; *(?=\w)", re.IGNORECASE
)
_BETWEEN: Final = Parts.of("/ ; BEHALF OBO ACCOUNT ORDER NOMBRE CUENTA ORDEN DBA KA TRADING FORMERLY ANTES".split())
MOST_FIRMS: Final = 4  # that one name is parted into
_STREET: Final = (
    r"(?:ROAD|RD|STREET|STR|AVENUE|AVE|LANE|BLVD|BUILDING|BLDG|FLOOR|DISTRICT|ZONE|VILLAGE|TOWN|HIGHWAY|HWY|ULITSA|UL"
    r"|INDUSTRIAL PARK|LU|JIE)"
)
_TELEPHONE: Final = r"(?:TEL(?:EFONO|EPHONE|F)?S?|PHONE|PH|FAX|MOB(?:ILE)?|CEL(?:ULAR)?|WHATSAPP)"
_ROOM: Final = r"(?:ROOM|RM|FLAT|SUITE|UNIT|FLOOR|BLOCK|CALLE|AV\.|AVENIDA|CARR\.|CARRETERA|BLVD)"
_NUMBER: Final = r"[ .:#]*(?:NO\.?|NUM(?:BER)?\.?|ID)?[ .:#]*"
# What is cut out, in this order, and what stands in its place.
_CUTS: Final = tuple(
    (re.compile(pattern, re.IGNORECASE), instead)
    for pattern, instead in (
        (r"(?<!\S)\S+@\S+\.\w+", " "),
        (r"\bE-?MAIL\b[ .:]*", " "),
        (r"\b(?:https?://|www\.)\S+", " "),
        (rf"\b(?:RFC|TAX|VAT|USCC|EIN|CNPJ|RUC|NIT|CUIT|GSTIN?|IEC|REG|TIN){_NUMBER}(?=[\w-]*\d)[\w-]{{6,}}", " "),
        (rf"\b{_TELEPHONE}\b[ .:/#]*[\d(+][\d ()+./-]*", " "),
        (r"\b(?:ATTN|ATTENTION|ATN|ATT)\b[ .:].*$", " "),
        (r"[\s,;(-]*\b(?:ADDRESS|ADDR?|DOMICILIO(?: FISCAL)?|DIRECCION|DOM)\b *(?:[.:]|CONOCIDO).*$", " "),
        (r"\bDOMICILIO\b.*$", " "),
        (rf"(?<=\w)[ .]*, *NO[ .:]*\d.*\b{_STREET}\b.*$", " "),
        (rf"(?<=\w)[ .]*, *#? ?\d[\dA-Z/-]* ?,? [^,]*\b{_STREET}\b.*$", " "),
        (rf"(?<=\w)[ .]*, *{_ROOM}[ .]*[\w.]* ?\d.*$", " "),
        (rf"^ *(?:THE )?{_LABEL} *: *", ""),
        (r"^ *(?:M/S\.?|MESSRS?\.?)(?= )", " "),
        (rf"^.*\b{_FOR_WHOM}[ :.]+(?=\S)", " "),
        (r"^ *C ?/ ?O\b[ .:]*", " "),
        (r"^(.{6,}?)[ ,;(]+C ?/ ?O\b.*$", r"\1"),
        (r"\bC ?/ ?O\b", " "),
    )
)  # fmt: skip


def has_noise(text: str) -> bool:
    """Return whether a name may hold noise; False is sure, True is a hint."""
    upper = text.upper()
    if any(hint in upper for hint in _HINTS):
        return True
    return _DIGIT.search(upper) is not None and any(hint in upper for hint in _WITH_DIGITS)


def noisy(names: Sequence[str]) -> list[int]:
    """Return the numbers of the ASCII names that may hold noise, in order; no other does."""
    return holding(names, _HINTS_AND_DIGITS)


def firms_named(names: Sequence[str]) -> list[tuple[int, str]]:
    """Return the firms that names hold several of, each with the number of its name; other names have none here.

    Whoever hides a listed firm behind another (``A C/O B``, ``A DBA B``, ``A / B``) has it compared by itself.
    """
    parted = ((number, _BETWEEN_FIRMS.split(names[number][:LONGEST])) for number in holding(names, _BETWEEN))
    return [
        (number, firm) for number, firms in parted if len(firms) > 1 for firm in firms[:MOST_FIRMS] if _may_tell(firm)
    ]


def _may_tell(firm: str) -> bool:
    return sum(c.isalpha() for c in firm) > 1


def without_noise(name: str) -> str:
    """Return the name of the firm alone; a name that is nothing but noise is returned as it came.

    Who acts for another gives way to the other (``A ON BEHALF OF B`` is B), and whom a firm is in care of goes
    (``A C/O B`` is A). What stands in brackets stays.
    """
    if not has_noise(name):
        return name
    kept = name[:LONGEST]
    for pattern, instead in _CUTS:
        shorter = pattern.sub(instead, kept)
        kept = shorter if any(c.isalpha() for c in shorter) else kept
    return " ".join(kept.split()).strip(" ,;:-") if kept != name else name
