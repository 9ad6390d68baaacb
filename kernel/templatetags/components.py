"""The component set: form fields, error summary, table, badge, clock, timeline, progress, pagination, empty state."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, Final

from django import template
from django.forms import BaseForm, BaseFormSet, BoundField
from django.http import HttpRequest, QueryDict
from django.template import Context
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from kernel import icons
from kernel.components import THEME_COOKIE, THEMES, Step, all_faults, control_id, query_with
from kernel.domain.countdown import countdown
from kernel.domain.days import english_day, spanish_day
from kernel.domain.text import Text, language_of

register: Final = template.Library()


@register.simple_tag
def icon(name: str) -> SafeString:
    """Return a sign as SVG."""
    return icons.icon(name)


@register.filter
def in_language(text: Text | str) -> str:
    """Return a bilingual text in the language of the page."""
    return text.in_language(get_language()) if isinstance(text, Text) else str(text)


@register.filter
def day(value: date | None) -> str:
    """Return a day as a sentence has it: 18 de mayo de 2026, 18 May 2026."""
    if value is None:
        return ""
    local = timezone.localtime(value) if isinstance(value, datetime) else value
    return english_day(local) if _is_english() else spanish_day(local)


@register.filter
def moment(value: datetime | None) -> str:
    """Return a day and an hour as a sentence has them."""
    if value is None:
        return ""
    hour = f"{timezone.localtime(value):%H:%M}"
    return f"{day(value)}, {hour}" if _is_english() else f"{day(value)} a las {hour}"


@register.filter
def short_day(value: date | None) -> str:
    """Return a day for a table, never to be read the other way round: 18/05/2026, 18 May 2026."""
    return _short(value, with_hour=False)


@register.filter
def short_moment(value: datetime | None) -> str:
    """Return a day and an hour for a table."""
    return _short(value, with_hour=True)


def _short(value: date | None, *, with_hour: bool) -> str:
    if value is None:
        return ""
    local = timezone.localtime(value) if isinstance(value, datetime) else value
    written = english_day(local) if _is_english() else f"{local:%d/%m/%Y}"
    return f"{written} {local:%H:%M}" if with_hour else written


def _is_english() -> bool:
    return language_of(get_language()) == "en"


@register.simple_tag(takes_context=True)
def theme(context: Context) -> str:
    """Return the chosen colour scheme: light, dark, or auto for that of the device."""
    request: HttpRequest | None = context.get("request")
    chosen = request.COOKIES.get(THEME_COOKIE, "") if request else ""
    return chosen if chosen in THEMES else "auto"


@register.inclusion_tag("kernel/components/field.html")
def field(bound: BoundField) -> dict[str, Any]:
    """Show a form field: label, help, errors and control, tied together."""
    return {
        "field": bound,
        "control_id": control_id(bound),
        "optional": not bound.field.required,
        "choices": bound.field.widget.input_type in ("checkbox", "radio")
        if hasattr(bound.field.widget, "input_type")
        else False,
    }


@register.inclusion_tag("kernel/components/error_summary.html")
def error_summary(*forms: "BaseForm | BaseFormSet[Any] | Sequence[BaseForm]") -> dict[str, Any]:
    """Show all faults of the page's forms at once, each linked to its field; nothing when there are none."""
    return {"faults": list(all_faults(forms))}


@register.simple_tag
def badge(word: str, tone: str, sign: str = "") -> SafeString:
    """Return a badge that speaks by colour, by sign and by word."""
    return format_html('<span class="badge badge-{}">{}<span>{}</span></span>', tone, icons.icon(sign or tone), word)


@register.inclusion_tag("kernel/components/clock.html")
def clock(until: datetime | None, now: datetime, label: str = "") -> dict[str, Any]:
    """Show a term: the moment it ends and the days left; ``None`` is a term that never ends."""
    left = countdown(timezone.localtime(until), now=timezone.localtime(now)) if until else None
    return {"left": left, "label": label}


@register.inclusion_tag("kernel/components/timeline.html")
def timeline(steps: Sequence[Step], label: str) -> dict[str, Any]:
    """Show the steps of a procedure in order, each with its state."""
    return {"steps": steps, "label": label}


@register.inclusion_tag("kernel/components/progress.html")
def progress(done: int, total: int, label: str) -> dict[str, Any]:
    """Show how far work is; a total of 0 is work whose length is not known yet."""
    percent = min(100, 100 * done // total) if total else None
    return {"done": done, "total": total, "label": label, "percent": percent}


@register.inclusion_tag("kernel/components/empty.html")
def empty_state(title: str, text: str = "", url: str = "", action: str = "") -> dict[str, Any]:
    """Show that there is nothing here, why, and what to do next."""
    return {"title": title, "text": text, "url": url, "action": action}


@register.inclusion_tag("kernel/components/pagination.html", takes_context=True)
def pagination(context: Context, page: Any, label: str) -> dict[str, Any]:
    """Show links to the first and the next page of a keyset-paged list; ``page`` has ``next`` and ``first``."""
    params: QueryDict = context["request"].GET
    following = query_with(params, {"after": page.next}) if page.next else ""
    return {"first": None if page.first else query_with(params, {"after": None}), "next": following, "label": label}


@register.simple_block_tag
def table(content: SafeString, caption: str, tone: str = "") -> SafeString:
    """Wrap rows in a table with a caption that scrolls sideways by itself, and by keyboard, where it must."""
    return format_html(
        '<div class="table-scroll" role="region" aria-label="{caption}" tabindex="0"><table class="table {tone}">'
        "<caption>{caption}</caption>{content}</table></div>",
        caption=caption,
        tone=tone,
        content=content,
    )


@register.inclusion_tag("kernel/components/sort_header.html", takes_context=True)
def sort_header(context: Context, key: str, label: str) -> dict[str, Any]:
    """Show a column heading that sorts by ``key``; says whether and which way the table is sorted by it."""
    params: QueryDict = context["request"].GET
    chosen = params.get("sort") or context.get("sort", "")
    ascending, descending = chosen == key, chosen == f"-{key}"
    turned = f"-{key}" if ascending else key
    return {
        "label": label,
        "query": query_with(params, {"sort": turned, "after": None}),
        "direction": "ascending" if ascending else "descending" if descending else "",
    }


@register.simple_tag(takes_context=True)
def query(context: Context, **changes: Any) -> str:
    """Return the page's query string with some parameters changed; None takes one away."""
    return query_with(context["request"].GET, changes)


@register.filter
def item(mapping: Mapping[str, Any], key: str) -> Any:
    """Return a value of a mapping by a key held in a variable, "" when there is none."""
    return mapping.get(key, "")
