"""Words of the pages of the case file: stages, kinds, classifications, by their codes."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final, TypeVar

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from cases.clock_words import ClockSeen, what_ends
from cases.domain import file_words
from cases.domain.procedure import Stage
from cases.domain.wording import STAGE_WORDS
from kernel.domain.text import Text
from kernel.models import Account
from kernel.queries import person_name
from kernel.templatetags.components import badge

register: Final = template.Library()
Code = TypeVar("Code", bound=str)

# The tone and the sign of a stage; the word beside them says the same.
STAGE_BADGES: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        Stage.RECEIVED: ("info", "file"),
        Stage.PREVENTED: ("warning", "warning"),
        Stage.INVESTIGATION: ("info", "search"),
        Stage.PLEADINGS: ("info", "list"),
        Stage.DECISION: ("warning", "clock"),
        Stage.RESOLVED: ("success", "success"),
        Stage.DISMISSED: ("unknown", "no-border"),
        Stage.WITHDRAWN: ("unknown", "no-border"),
        Stage.LAPSED: ("error", "error"),
    }
)
CLASSIFICATION_BADGES: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {"PUBLIC": ("success", "success"), "RESERVED": ("warning", "clock"), "CONFIDENTIAL": ("error", "stop")}
)


def _word(words: Mapping[str, Text], code: str) -> str:
    return words.get(code, Text(code, code)).in_language(get_language())


def _start(words: Mapping[Code, Text], code: Code) -> str:
    return words.get(code, Text(code, code)).headed().in_language(get_language())


@register.simple_tag
def stage_badge(stage: str) -> SafeString:
    """Return the badge of a stage."""
    tone, sign = STAGE_BADGES[stage]
    return badge(_start(STAGE_WORDS, Stage(stage)), tone, sign)


@register.simple_tag
def classification_badge(classification: str) -> SafeString:
    """Return the badge of how a document is classified."""
    tone, sign = CLASSIFICATION_BADGES[classification]
    return badge(_start(file_words.CLASSIFICATION_WORDS, classification), tone, sign)


@register.filter
def stage_word(stage: str) -> str:
    """Return what a stage is called, as the beginning of a line."""
    return _start(STAGE_WORDS, Stage(stage))


@register.filter
def kind_word(kind: str) -> str:
    """Return what a case of a kind is to decide."""
    return _start(file_words.KIND_WORDS, kind)


@register.filter
def origin_word(origin: str) -> str:
    """Return what started a case."""
    return _start(file_words.ORIGIN_WORDS, origin)


@register.filter
def channel_word(channel: str) -> str:
    """Return how a petition was filed."""
    return _word(file_words.CHANNEL_WORDS, channel)


@register.filter
def source_word(source: str) -> str:
    """Return where what opened a case came from."""
    return _start(file_words.SOURCE_WORDS, source)


@register.filter
def outcome_word(outcome: str) -> str:
    """Return how a case ended."""
    return _start(file_words.OUTCOME_WORDS, outcome)


@register.filter
def whom_word(kind: str) -> str:
    """Return whom a term of a kind runs against where no party is named, "" where only a name would tell."""
    found = file_words.WHOM_WORDS.get(kind)
    return "" if found is None else found.headed().in_language(get_language())


@register.filter
def reason_word(reason: str) -> str:
    """Return a reason: the house's own in the language of the page, a person's as it was written."""
    return file_words.reason_of(reason).in_language(get_language())


@register.filter
def deadline_word(kind: str) -> str:
    """Return what ends on a day that is watched."""
    return what_ends(kind)


@register.filter
def person(account: Account | None) -> str:
    """Return what a person is called, "" for nobody."""
    return "" if account is None else person_name(account)


@register.inclusion_tag("cases/clock.html")
def case_clock(seen: ClockSeen, name: bool = True) -> dict[str, Any]:
    """Show a clock in words, with its name unless the row says it."""
    return {"clock": seen, "name": name}
