"""Words of the pages of tips: states and grounds, by their codes."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from cases.domain.tip_words import GROUND_WORDS, STATE_WORDS
from cases.domain.tips import ClosingGround, TipState
from kernel.templatetags.components import badge

register: Final = template.Library()

# The tone and the sign of a state; the word beside them says the same.
BADGES: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        TipState.RECEIVED: ("warning", "file"),
        TipState.IN_TRIAGE: ("info", "search"),
        TipState.LINKED: ("success", "success"),
        TipState.CLOSED: ("unknown", "no-border"),
    }
)


@register.simple_tag
def tip_badge(state: str) -> SafeString:
    """Return the badge of a state."""
    tone, sign = BADGES[state]
    word = STATE_WORDS[TipState(state)].in_language(get_language())
    return badge(word[:1].upper() + word[1:], tone, sign)


@register.filter
def ground_word(ground: str) -> str:
    """Return on which ground a tip was closed."""
    return GROUND_WORDS[ClosingGround(ground)].in_language(get_language())
