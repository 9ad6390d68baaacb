"""Words of verdicts, criteria, answers and parties in the language of the page, with the tone and sign of each."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from django.utils.functional import Promise, lazystr
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from kernel.domain.text import Text
from screening.domain import wording

Words = str | Promise


@dataclass(frozen=True, slots=True)
class Label:
    """A word with the tone and the sign of its badge."""

    word: Words
    tone: str
    sign: str = ""


class _Plain:
    """A text that takes the language of the page when it is shown."""

    def __init__(self, text: Text) -> None:
        self._text = text

    def __str__(self) -> str:
        return self._text.in_language(get_language())


class _Said(_Plain):
    """The same at the beginning of a sentence."""

    def __str__(self) -> str:
        said = super().__str__()
        return said[:1].upper() + said[1:]


def _said(texts: Mapping[str, Text]) -> Mapping[str, Words]:
    return MappingProxyType({code: lazystr(_Said(text)) for code, text in texts.items()})


NOT_SCREENED: Final = wording.NOT_SCREENED

# In the order of gravity; what could not be read comes first in every report.
VERDICTS: Final[Mapping[str, Label]] = MappingProxyType(
    {code: Label(lazystr(_Said(words.word)), words.tone) for code, words in wording.WORDS.items()}
)
CRITERIA: Final = _said(wording.CRITERIA)
PARTY_ROLES: Final = _said(wording.ROLES)
LIST_KINDS: Final = _said(wording.KINDS)
MISSING: Final[Mapping[str, Words]] = MappingProxyType(
    {code: lazystr(_Plain(text)) for code, text in wording.MISSING.items()}
)
# What an officer does with a line of each verdict.
ADVICE: Final[Mapping[str, Words]] = MappingProxyType(
    {
        "STOP": _("Detenga el despacho y confírmelo con otra persona oficial: una resolución nacional lo cubre."),
        "REVIEW": _("Pida lo que falta antes de decidir: una resolución nacional puede cubrirlo."),
        "WATCH": _("No se detiene: coincide con una lista extranjera o propia. Avise a Análisis de listas."),
        "UNKNOWN": _("No es un visto bueno: lo declarado no alcanza para comparar."),
        "CLEAR": _("Ninguna lista lo alcanza con lo que se declaró."),
    }
)
SIGNS: Final = {"MET": "success", "NEAR": "review", "NOT_MET": "error", "NOT_DECLARED": "unknown"}
ANSWERS: Final[Mapping[str, Label]] = MappingProxyType(
    {
        code: Label(lazystr(_Said(text)), wording.ANSWER_TONES[code], SIGNS[code])
        for code, text in wording.ANSWERS.items()
    }
)
STATES: Final[Mapping[str, Label]] = MappingProxyType(
    {
        "QUEUED": Label(_("En espera"), "unknown", "clock"),
        "RUNNING": Label(_("En curso"), "watch", "clock"),
        "DONE": Label(_("Terminado"), "clear", "success"),
        "FAILED": Label(_("No se pudo"), "stop", "error"),
    }
)
