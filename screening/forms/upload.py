"""The form that sends a file to be screened."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from screening.forms.fields import DayField, ListsField
from screening.queries.lists import ListStatus


class UploadForm(forms.Form):
    """A file, the lists to compare it with and the day; a file already received need not be sent again."""

    file = forms.FileField(
        label=_("Archivo de pedimentos"),
        help_text=_("Un Data Stage (.zip) como lo entrega el SAT, o un CSV con las columnas documentadas."),
        max_length=255,
        error_messages={
            "required": _("Elija un archivo."),
            "empty": _("El archivo está vacío."),
            "max_length": _("El nombre del archivo es demasiado largo; acórtelo."),
        },
    )
    lists = ListsField()
    as_of = DayField()

    def __init__(self, *args: Any, statuses: Sequence[ListStatus], kept: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["lists"]
        if isinstance(field, ListsField):
            field.offer(statuses)
        if kept:
            self.fields["file"].required = False
            self.fields["file"].label = _("Otro archivo en lugar de ese")
