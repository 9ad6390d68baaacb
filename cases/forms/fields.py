"""Fields that the forms of the case file share."""

from collections.abc import Iterable, Mapping
from typing import Any, Final, TypeVar

from django import forms
from django.utils import timezone
from django.utils.functional import lazystr
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from cases.domain.case import REASON_LENGTH
from cases.domain.errors import BarredError, TermError
from cases.domain.term_trial import MOST_DAYS
from cases.queries.people import petitioner_by_email
from kernel.domain.text import Text

Code = TypeVar("Code", bound=str)
Words = Any  # a text, or one that is translated when it is shown


class _Said:
    """A text that takes the language of the page when it is shown, as the head of a line."""

    def __init__(self, text: Text) -> None:
        self._text = text

    def __str__(self) -> str:
        return self._text.headed().in_language(get_language())


def choices_of(codes: Iterable[Code], words: Mapping[Code, Text]) -> list[tuple[str, Words]]:
    """Return codes as the choices of a field, each with its words in the language of the page."""
    return [(str(code), lazystr(_Said(words[code]))) for code in codes]


NONE_YET: Final = ("", _("Elija"))  # so that nobody and nothing is chosen by not choosing


def fault(error: BarredError | TermError) -> forms.ValidationError:
    """Return what a rule of law refuses as the fault of a field."""
    return forms.ValidationError(error.message.in_language(get_language()))


class ReasonField(forms.CharField):
    """The reasons of an act."""

    def __init__(self, label: Words = "", help_text: Words = "", *, missing: Words = "") -> None:
        super().__init__(
            label=label or _("Motivación"),
            help_text=help_text or _("Queda en el expediente con su nombre y la hora."),
            max_length=REASON_LENGTH,
            widget=forms.Textarea(attrs={"rows": 4}),
            error_messages={"required": missing or _("Escriba la motivación (LFPA art. 3).")},
        )


class DayField(forms.DateField):
    """A day that something happened on: today unless another is given."""

    def __init__(self, label: Words, help_text: Words = "", *, required: bool = True) -> None:
        super().__init__(
            label=label,
            help_text=help_text,
            required=required,
            initial=timezone.localdate if required else None,
            widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            error_messages={
                "required": _("Escriba la fecha."),
                "invalid": _("Escriba una fecha válida, por ejemplo 2026-05-18."),
            },
        )


class DaysField(forms.IntegerField):
    """A number of business days; how many the law admits is the rule set's."""

    def __init__(self, *, required: bool = True) -> None:
        super().__init__(
            label=_("Días hábiles"),
            required=required,
            min_value=1,
            max_value=MOST_DAYS,
            error_messages={
                "required": _("Escriba los días hábiles."),
                "invalid": _("Escriba los días hábiles con dígitos."),
                "min_value": _("Un plazo tiene al menos un día."),
                "max_value": _("Son demasiados días; a lo más 999."),
            },
        )


class PetitionerField(forms.EmailField):
    """The account of a petitioner, by its address; the value is the name it acts under, "" when none is written."""

    def __init__(self, *, required: bool, help_text: Words) -> None:
        super().__init__(
            label=_("Correo de la cuenta de la persona solicitante"),
            help_text=help_text,
            required=required,
            error_messages={
                "required": _("Diga con qué cuenta actúa la persona solicitante."),
                "invalid": _("Escriba la dirección completa, como nombre@dominio.mx."),
            },
        )

    def clean(self, value: Any) -> str:
        """Return the name of the actor.

        Raises:
            ValidationError: if no petitioner's account has the address.

        """
        email = str(super().clean(value))
        if not email:
            return ""
        account = petitioner_by_email(email)
        if account is None:
            raise forms.ValidationError(
                _("Ninguna cuenta de solicitante tiene la dirección %(email)s."), params={"email": email}
            )
        return account.as_actor("").name
