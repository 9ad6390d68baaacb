"""What customs data put around a name, as patterns: a table of what gives one away, what is cut, what stands instead.

A cut is tried on a text (of any case) only if it holds one of the hints of its row (in capitals), and a digit where
the row asks for one.
"""

import re
from collections.abc import Iterable
from typing import Final, NamedTuple


def _any(words: Iterable[str]) -> str:
    """Return the pattern of one of some words."""
    return f"(?:{'|'.join(words)})"


_PARTS_PLAYED: Final = (
    "MANUFACTURER", "MAKER", "PRODUCER", "SUPPLIER", "SELLER", "SHIPPER", "EXPORTER", "VENDOR", "FABRICANTE",
    "PRODUCTOR", "PROVEEDOR", "VENDEDOR", "EXPORTADOR", "REMITENTE",
)  # fmt: skip
_PART_PLAYED: Final = _any(_PARTS_PLAYED)
_LABEL: Final = rf"(?:{_PART_PLAYED}|MFR|NAME|NOMBRE|RAZON SOCIAL)"
_FOR_WHOM: Final = (
    r"(?:(?:FOR AND )?ON BEHALF OF|O/B/O|O/B|OBO|A/C(?: OF)?|(?:FOR|ON) (?:THE )?ACCOUNT OF|BY ORDER OF"
    r"|(?:ACTUANDO )?(?:A|EN) NOMBRE(?: Y REPRESENTACION)? DE|POR (?:CUENTA|ORDEN)(?: Y ORDEN)? DE)"
)
_TRADES_AS: Final = r"(?:D/B/A|DBA|T/A|TRADING AS|A/?K/?A|F/?K/?A|FORMERLY(?: KNOWN AS)?|ANTES|NOMBRE COMERCIAL)"
_STREETS: Final = (
    "ROAD", "RD", "STREET", "STR", "AVENUE", "AVE", "LANE", "BLVD", "BUILDING", "BLDG", "FLOOR", "DISTRICT", "ZONE",
    "VILLAGE", "TOWN", "HIGHWAY", "HWY", "ULITSA", "UL", "INDUSTRIAL PARK", "LU", "JIE",
)  # fmt: skip
_STREET: Final = _any(_STREETS)
_TELEPHONE: Final = r"(?:TEL(?:EFONO|EPHONE|F)?S?|PHONE|PH|FAX|MOB(?:ILE)?|CEL(?:ULAR)?|WHATSAPP)"
_ROOM: Final = r"(?:ROOM|RM|FLAT|SUITE|UNIT|FLOOR|BLOCK|CALLE|AV\.|AVENIDA|CARR\.|CARRETERA|BLVD)"
_TAX_ID: Final = r"(?:RFC|TAX|VAT|USC[CI]|EIN|CNPJ|RUC|NIT|CUIT|GSTIN?|IEC|REG|TIN)"
_NUMBER: Final = r"[ .:#]*(?:NO\.?|NUM(?:BER)?\.?|ID)?[ .:#]*"
_OFFICE: Final = r"(?:EXPORT|IMPORT|SALES|SHIPPING|PURCHASING|ACCOUNTS?|LOGISTICS)"
# What may follow the legal form at the end of a name: the country of its address, or where in it.
_FORM: Final = (
    r"(\b(?:LTDA?|LIMITED|INC|LLC|LLP|PLC|CORP|CORPORATION|CO|COMPANY|S\.?A|C\.?V|GMBH|BHD|JSC|SRL|A\.?S|STI))"
)
_COUNTRY: Final = (
    r"(?:P\.? ?R\.?(?: OF)? ?CHINA|PRC|PEOPLE'?S REPUBLIC OF CHINA|CHINA|INDIA|MEXICO|VIET ?NAM|TURK(?:EY|IYE)"
    r"|BANGLADESH|PAKISTAN|MALAYSIA|THAILAND|INDONESIA|TAIWAN|HONG ?KONG|U\.?S\.?A)"
)
_PREMISES: Final = (
    r"(?:INDUSTRIAL (?:ZONE|PARK|AREA|ESTATE)|BRANCH|DIV(?:ISION)?|(?:BLDG|BUILDING|FLOOR|FL|ROOM)[ .#]*\d+"
    r"|\d+(?:TH)? ?FL(?:OOR)?)"
)
_BEHALF: Final = ("BEHALF", "O/B", "OBO", "A/C", "ACCOUNT", "ORDER", "NOMBRE", "CUENTA", "ORDEN")
_TAX_IDS: Final = ("RFC", "TAX", "VAT", "USC", "EIN", "CNPJ", "RUC", "NIT", "CUIT", "GST", "IEC", "REG", "TIN")
_COUNTRIES: Final = (
    "CHINA", "PRC", "INDIA", "MEXICO", "VIET", "TURK", "BANGLADESH", "PAKISTAN", "MALAYSIA", "THAILAND", "INDONESIA",
    "TAIWAN", "KONG", "USA", "U.S.A",
)  # fmt: skip
_AFTER_FORM: Final = ("INDUSTRIAL ", "BRANCH", " DIV", "BLDG", "BUILDING", "FLOOR", " FL", "ROOM")


class Cut(NamedTuple):
    """One kind of noise: what gives it away, whether a digit must too, what is cut, what stands in its place."""

    hints: tuple[str, ...]
    digit: bool
    pattern: re.Pattern[str]
    instead: str


# In this order.
CUTS: Final = tuple(
    Cut(hints, digit, re.compile(pattern, re.IGNORECASE), instead)
    for hints, digit, pattern, instead in (
        (("@",), False, r"(?<!\S)\S+@\S+\.\w+", " "),
        (("MAIL",), False, r"\bE-?MAIL\b[ .:]*", " "),
        (("HTTP", "WWW."), False, r"\b(?:https?://|www\.)\S+", " "),
        (_TAX_IDS, True, rf"\b{_TAX_ID}{_NUMBER}(?=[\w-]*\d)[\w-]{{6,}}", " "),
        (("TAX ID", "USC", "VAT"), True, r"[\s(,]+(?:TAX ID|USC[CI]|VAT(?: ID)?)[ .:#]*\d+\)?", " "),
        (("TEL", "PH", "FAX", "MOB", "CEL", "WHATSAPP"), True, rf"\b{_TELEPHONE}\b[ .:/#]*[\d(+][\d ()+./-]*", " "),
        (("ATTN", "ATTENTION", "ATN", "ATT"), False, r"\b(?:ATTN|ATTENTION|ATN|ATT)\b[ .:].*$", " "),
        (
            ("ADD", "DOM", "DIRECCION"),
            False,
            r"[\s,;(-]*\b(?:ADDRESS|ADDR?|DOMICILIO(?: FISCAL)?|DIRECCION|DOM)\b *(?:[.:]|CONOCIDO).*$",
            " ",
        ),
        (("DOMICILIO",), False, r"\bDOMICILIO\b.*$", " "),
        ((",",), True, rf"(?<=\w)[ .]*, *NO[ .:]*\d.*\b{_STREET}\b.*$", " "),
        ((",",), True, rf"(?<=\w)[ .]*, *#? ?\d[\dA-Z/-]* ?,? [^,]*\b{_STREET}\b.*$", " "),
        ((",",), True, rf"(?<=\w)[ .]*, *{_ROOM}[ .]*[\w.]* ?\d.*$", " "),
        (_STREETS, True, rf"(?<=\w)[ .]+NO[ .:]*\d[\w-]* (?:\w+ ){{0,3}}{_STREET}\b[ .]*(?:,.*)?$", " "),
        (
            ("BOX", "APARTADO", "A.P."),
            True,
            r"(?<=\w)[ ,.;(-]+(?:P\.? ?O\.? ?BOX|APARTADO POSTAL|A\.P\.)[ .:#]*\d.*$",
            " ",
        ),
        (("DEPT", "DEPARTMENT"), False, rf"(?<=\w)[ .,;(-]+{_OFFICE} DEP(?:ARTMEN)?T\b[ .)]*$", " "),
        (_COUNTRIES, False, rf"{_FORM}[ .,]+{_COUNTRY}[ .]*$", r"\1"),
        (_AFTER_FORM, False, rf"{_FORM}[ .,]+{_PREMISES}[ .]*$", r"\1"),
        ((" AGENT",), False, r" AS (?:AN )?AGENTS?\b.*$", " "),
        (("ORDER OF",), False, r"^ *TO (?:THE )?ORDER OF\b", " "),
        ((":",), False, rf"^ *(?:THE )?{_LABEL} *: *", ""),
        (_PARTS_PLAYED, False, rf"^ *(?:THE )?{_PART_PLAYED} +(?=\S+ +\S)", ""),
        (("M/S", "MESSR"), False, r"^ *(?:M/S\.?|MESSRS?\.?)(?= )", " "),
        (_BEHALF, False, rf"^.*\b{_FOR_WHOM}[ :.]+(?=\S)", " "),
        (("/O", "/ O"), False, r"^ *C ?/ ?O\b[ .:]*", " "),
        (("/O", "/ O"), False, r"^(.{6,}?)[ ,;(]+C ?/ ?O\b.*$", r"\1"),
        (("/O", "/ O"), False, r"\bC ?/ ?O\b", " "),
    )
)
# What stands between two firms in one name.
BETWEEN: Final = re.compile(
    rf"[\s,;(]+(?:{_FOR_WHOM}|{_TRADES_AS}|C ?/ ?O)[\s.:]+|\s/\s|(?<=\w{{4}}) *; *(?=\w)", re.IGNORECASE
)
BETWEEN_HINTS: Final = ("/", ";", *_BEHALF, "DBA", "KA ", "TRADING AS", "FORMERLY", "ANTES")
