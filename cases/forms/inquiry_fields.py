"""Fields that the forms of the investigation share: something of the case, a country, an account, files."""

from collections.abc import Iterable
from typing import Any, Final

from django import forms
from django.utils.functional import lazystr
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from cases.domain.party_words import NOTICE_CHANNEL_WORDS, PARTY_WORDS, SUBJECT_WORDS
from cases.forms.fields import NONE_YET, Words
from cases.models import Case, Notice, Party
from cases.queries.people import party_by_email
from kernel.domain.countries import country_code
from kernel.templatetags.components import in_language

NOTHING: Final = ("", _("Ninguno"))


class NumberField(forms.TypedChoiceField):
    """One of the numbered things in the case, which ``offer`` fills in."""

    def __init__(self, label: Words, *, required: bool = True, help_text: Words = "") -> None:
        super().__init__(
            label=label,
            help_text=help_text,
            coerce=int,
            empty_value=None,
            required=required,
            error_messages={"required": _("Elija una opción.")},
        )

    def fill(self, choices: Iterable[tuple[int, Words]]) -> None:
        """Offer these."""
        self.choices = [NONE_YET if self.required else NOTHING, *choices]


class WritingField(forms.CharField):
    """A text of several lines."""

    def __init__(self, label: Words, help_text: Words = "", *, required: bool = True) -> None:
        super().__init__(
            label=label,
            help_text=help_text,
            required=required,
            max_length=25_000,
            widget=forms.Textarea(attrs={"rows": 5}),
            error_messages={"required": _("Escriba este dato.")},
        )


class LineField(forms.CharField):
    """A text of one line."""

    def __init__(self, label: Words, help_text: Words = "", *, required: bool = True, most: int = 255) -> None:
        super().__init__(
            label=label,
            help_text=help_text,
            required=required,
            max_length=most,
            error_messages={"required": _("Escriba este dato.")},
        )


class CountryField(forms.CharField):
    """A country by its name in either language or its code; the value is the code, "" when none is written."""

    def __init__(self, *, required: bool = False) -> None:
        super().__init__(
            label=_("País"),
            help_text=_("Nombre o código, por ejemplo Vietnam o VNM."),
            required=required,
            max_length=100,
            error_messages={"required": _("Escriba el país.")},
        )

    def clean(self, value: Any) -> str:
        """Return the code of the country.

        Raises:
            ValidationError: if it is none that is known.

        """
        written = str(super().clean(value))
        code = country_code(written) if written else ""
        if written and not code:
            raise forms.ValidationError(_("No se reconoce el país; escriba su nombre o su código de tres letras."))
        return code


class AccountField(forms.EmailField):
    """The account that may act for a party, by its address; the value is the name it acts under, "" for none."""

    def __init__(self) -> None:
        super().__init__(
            label=_("Correo de la cuenta con la que actúa"),
            help_text=_("De importador o de solicitante; déjelo en blanco si no tiene."),
            required=False,
            error_messages={"invalid": _("Escriba la dirección completa, como nombre@dominio.mx.")},
        )

    def clean(self, value: Any) -> str:
        """Return the name of the actor.

        Raises:
            ValidationError: if no such account has the address.

        """
        email = str(super().clean(value))
        account = party_by_email(email) if email else None
        if email and account is None:
            raise forms.ValidationError(
                _("Ninguna cuenta de importador o de solicitante tiene la dirección %(email)s."),
                params={"email": email},
            )
        return account.as_actor("").name if account else ""


class _SeveralFiles(forms.FileInput):
    """A choice of one file or more."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Files, any number of them; they are stored apart from the form, which only looks at them."""

    widget = _SeveralFiles

    def __init__(self) -> None:
        super().__init__(
            label=_("Archivos"),
            help_text=_("Uno o varios. Los que ya se recibieron no hace falta enviarlos de nuevo."),
            required=False,
            max_length=255,
            error_messages={
                "empty": _("El archivo está vacío."),
                "max_length": _("El nombre del archivo es demasiado largo; acórtelo."),
            },
        )

    def clean(self, data: Any, initial: Any = None) -> Any:
        """Return the files that were sent with the form."""
        several = data if isinstance(data, list | tuple) else [data]
        return [super(FilesField, self).clean(one, initial) for one in several if one]


def documents_of(case: Case) -> list[tuple[int, Words]]:
    """Return the documents of a case as the choices of a field."""
    return [(row.number, f"{row.number} · {row.name}") for row in case.documents.all()]


def parties_of(case: Case) -> list[tuple[int, Words]]:
    """Return the parties of a case as the choices of a field."""
    return [(row.number, _party(row)) for row in case.parties.all()]


def notices_of(rows: Iterable[Notice]) -> list[tuple[int, Words]]:
    """Return notices as the choices of a field."""
    return [(row.number, lazystr(_Notice(row))) for row in rows]


def _party(row: Party) -> Words:
    return format_lazy("{} · {} · {}", row.number, row.name, in_language(PARTY_WORDS[row.role]))


class _Notice:
    """A notice as a choice, in the language of the page when it is shown."""

    def __init__(self, row: Notice) -> None:
        self._row = row

    def __str__(self) -> str:
        words = (SUBJECT_WORDS[self._row.subject], NOTICE_CHANNEL_WORDS[self._row.channel])
        return " · ".join((str(self._row.number), self._row.party.name, *map(in_language, words)))
