"""What the components of a page are made of."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any, Final

from django.forms import BaseForm, BaseFormSet, BoundField
from django.http import QueryDict

THEMES: Final = ("auto", "light", "dark")
THEME_COOKIE: Final = "tamiz_theme"


class StepState(StrEnum):
    """Where a step of a timeline stands."""

    DONE = "DONE"
    CURRENT = "CURRENT"
    TODO = "TODO"
    FAILED = "FAILED"


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a timeline: what, how far, when, a note, and what else is to be said of it, a line each."""

    label: str
    state: StepState
    at: datetime | None = None
    note: str = ""
    details: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Fault:
    """One error of a form and the field it belongs to ("" for the whole form)."""

    message: str
    label: str = ""
    target: str = ""


def faults(form: BaseForm) -> Iterator[Fault]:
    """Yield every error of a form in the order of its fields, each with the id of the control to mend it in."""
    for message in form.non_field_errors():
        yield Fault(str(message))
    for bound in form:
        for message in bound.errors:
            yield Fault(str(message), str(bound.label), control_id(bound))


def all_faults(forms: Iterable["BaseForm | BaseFormSet[Any] | Sequence[BaseForm]"]) -> Iterator[Fault]:
    """Yield the errors of several forms in order; those of a set or a row of forms carry the number of the form."""
    for form in forms:
        if isinstance(form, BaseForm):
            yield from faults(form) if form.is_bound else ()
        elif isinstance(form, BaseFormSet):
            yield from (Fault(str(message)) for message in (form.non_form_errors() if form.is_bound else ()))
            yield from _numbered(form.forms if form.is_bound else ())
        else:
            yield from _numbered(form)


def _numbered(forms: Iterable[BaseForm]) -> Iterator[Fault]:
    for number, one in enumerate(forms, 1):
        found = faults(one) if one.is_bound else ()
        yield from (replace(fault, label=f"{fault.label} ({number})") for fault in found)


def control_id(bound: BoundField) -> str:
    """Return the id of the field's first control, which a link can lead to."""
    if bound.use_fieldset:
        return f"{bound.auto_id}_0"
    return bound.id_for_label or bound.auto_id


def query_with(params: QueryDict, changes: Mapping[str, Any]) -> str:
    """Return the query string with some parameters changed; None takes one away."""
    changed = params.copy()
    for key, value in changes.items():
        if value is None:
            changed.pop(key, None)
        else:
            changed[key] = str(value)
    return changed.urlencode()
