"""Words of the screening pages: countries, kinds of lists, badges by code."""

from collections.abc import Mapping
from typing import Final

from babel import Locale
from django import template
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from kernel.domain.countries import alpha3_codes
from kernel.domain.text import language_of
from kernel.templatetags.components import badge
from screening.wording import LIST_KINDS, Label

register: Final = template.Library()


@register.filter
def country(code: str) -> str:
    """Return the name and the code of a country; the code alone when it has no name."""
    name = country_names().get(code, "")
    return f"{name} ({code})" if name else code


def country_names() -> dict[str, str]:
    """Return the name of each country by its three-letter code, in the language of the page."""
    territories = Locale(language_of(get_language())).territories
    return {three: territories[two] for two, three in alpha3_codes().items() if two in territories}


@register.filter
def list_kind(kind: str) -> str:
    """Return what a kind of list is called."""
    return str(LIST_KINDS.get(kind, kind))


@register.simple_tag
def label_badge(labels: Mapping[str, Label], code: str) -> SafeString:
    """Return the badge of a code."""
    label = labels[code]
    return badge(str(label.word), label.tone, label.sign)
