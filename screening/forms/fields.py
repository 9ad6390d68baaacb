"""Fields that several forms share."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from kernel.domain.countries import country_code
from kernel.templatetags.components import day
from screening.queries.lists import ListStatus


class ListsField(forms.MultipleChoiceField):
    """Which loaded lists to compare with; one that is past its day is shown and cannot be chosen."""

    def __init__(self) -> None:
        super().__init__(
            label=_("Listas"),
            help_text=_("Marque con cuáles comparar. Una lista vencida no se usa: primero hay que actualizarla."),
            widget=Checkboxes(),
            error_messages={
                "required": _("Marque al menos una lista."),
                "invalid_choice": _("Entre las listas cargadas no hay ninguna «%(value)s»."),
            },
        )
        self.widget.use_fieldset = True

    def offer(self, statuses: Sequence[ListStatus]) -> None:
        """Offer the loaded lists; those that can be used are marked, demo ones only for want of others."""
        self.choices = [(status.name, _label(status)) for status in statuses]
        ready = [status for status in statuses if usable(status)]
        real = [status.name for status in ready if not status.demo]
        self.initial = real or [status.name for status in ready]
        if isinstance(self.widget, Checkboxes):
            self.widget.closed = frozenset(status.name for status in statuses if not usable(status))
        self._closed = {status.name: status.title for status in statuses if not usable(status)}

    def validate(self, value: list[str]) -> None:
        """Refuse lists that are not offered, and those that cannot be used now.

        Raises:
            ValidationError: if there is one.

        """
        super().validate(value)
        for name in value:
            if name in self._closed:
                raise forms.ValidationError(
                    _("«%(title)s» está vencida o vacía. Pida a Análisis de listas que la actualice, o quítela."),
                    params={"title": self._closed[name]},
                )


def usable(status: ListStatus) -> bool:
    """Return whether a run may use the list now."""
    return bool(status.size) and not status.is_stale


def _label(status: ListStatus) -> SafeString:
    dated = day(status.dated_on) if status.dated_on else _("fecha desconocida")
    note = "" if usable(status) else _(" · vencida o vacía: no se puede usar")
    demo = _(" · DEMO") if status.demo else ""
    return format_html("{} <small>{} · {}{}{}</small>", status.title, status.name, dated, demo, note)


class Checkboxes(forms.CheckboxSelectMultiple):
    """Check boxes some of which are closed."""

    closed: frozenset[str] = frozenset()

    def create_option(self, name: str, value: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Return one check box, closed when its value is."""
        option = super().create_option(name, value, *args, **kwargs)
        if str(value) in self.closed:
            option["attrs"]["disabled"] = True
        return option


class DayField(forms.DateField):
    """The day as of which lists are read: today unless another is asked for, never one to come."""

    def __init__(self) -> None:
        super().__init__(
            label=_("Al día"),
            help_text=_("Se aplican las resoluciones vigentes ese día."),
            initial=timezone.localdate,
            widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            error_messages={"invalid": _("Escriba una fecha válida, por ejemplo 2026-05-18.")},
        )

    def validate(self, value: date | datetime | None) -> None:
        """Refuse a day to come.

        Raises:
            ValidationError: if it is one.

        """
        super().validate(value)
        if value and value > timezone.localdate():
            raise forms.ValidationError(_("Ese día aún no llega; no se sabe qué estará vigente."))


class CountryField(forms.CharField):
    """A country by name or code; the value is its three-letter code, "" when none is written."""

    def __init__(self, **options: Any) -> None:
        super().__init__(max_length=60, required=False, widget=forms.TextInput(attrs={"list": "countries"}), **options)

    def clean(self, value: Any) -> str:
        """Return the code.

        Raises:
            ValidationError: if no country is called that.

        """
        written: str = super().clean(value)
        if not written:
            return ""
        code = country_code(written)
        if not code:
            raise forms.ValidationError(
                _("No conocemos el país «%(written)s»: escriba su nombre o su clave de tres letras, como CHN."),
                params={"written": written},
            )
        return code
