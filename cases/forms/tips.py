"""Forms of whoever gives a tip: what they tell, the receipt they come back with, what they write later."""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any, ClassVar, Final

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from cases.domain.receipts import MistypedReceiptError, UnknownReceiptError
from cases.domain.tip_words import LANGUAGES, SIGN_WORDS
from cases.domain.tips import LINES, MOST_LINE, MOST_TEXT, SIGNS, TipError, TipSaid
from cases.forms.base import Refusable
from cases.forms.fields import Words, choices_of
from kernel.domain.errors import DomainError
from kernel.domain.text import Text, language_of

SECRET: Final = {"autocomplete": "off", "spellcheck": "false"}  # no browser keeps it or sends it to a checker


class _WrittenField(forms.CharField):
    """A text of somebody's own; the browser cuts nothing off, so that what is too long is said and not lost."""

    def __init__(self, label: Words, help_text: Words = "", *, rows: int = 3, required: bool = False) -> None:
        attrs = {"rows": rows, "dir": "auto", **SECRET}
        super().__init__(
            label=label,
            help_text=help_text,
            required=required,
            widget=forms.Textarea(attrs=attrs),
            error_messages={"required": _("Cuente qué pasa; basta con una frase.")},
        )

    def to_python(self, value: Any) -> str:
        """Return the text with one sign for each new line, as its writer counts."""
        return str(super().to_python(value)).replace("\r\n", "\n")


class _Told(Refusable):
    """A form whose service says which part has the fault."""

    def tell(self, error: DomainError) -> HTTPStatus:
        """Add what a service refused, at its field if it has one, and return the status of the page that tells it."""
        if isinstance(error, TipError) and error.field in self.fields:
            self.add_error(error.field, error.message.in_language(get_language()))
            return HTTPStatus.UNPROCESSABLE_ENTITY
        return super().tell(error)


class _FilesMixin(forms.Form):
    """A form that files come with: they are received beside it, and their faults are told here."""

    def tell_files(self, faults: list[Text]) -> None:
        """Add what is wrong with files, at their field."""
        for fault in faults:
            self.add_error("attachments", fault.in_language(get_language()))


class _ManyFiles(forms.ClearableFileInput):
    allow_multiple_selected = True


class _FilesField(forms.FileField):
    """The control for files; what comes is taken by ``cases.tip_uploads``."""

    def __init__(self) -> None:
        super().__init__(
            label=_("Archivos"),
            required=False,
            widget=_ManyFiles,
            help_text=_(
                "Hasta 3, de 25 MB cada uno: fotos, capturas, PDF, documentos o grabaciones. "
                "A las imágenes les quitamos el lugar, la fecha y los datos de la cámara. "
                "Los demás se guardan como vienen: un PDF o un Word puede llevar dentro su nombre."
            ),
        )

    def clean(self, data: Any, initial: Any = None) -> None:
        """Return nothing: the files are not this form's to judge."""


class TipForm(_Told, _FilesMixin):
    """What somebody tells; one question must be answered."""

    language = forms.ChoiceField(
        label=_("Idioma en que escribe"),
        help_text=_("En el que mejor hable."),
        choices=lambda: list(LANGUAGES.items()),
        initial=lambda: language_of(get_language()),
    )
    account = _WrittenField(
        _("Qué les pasa a las personas que trabajan ahí"),
        _("Con sus palabras. Caben 25 000 signos."),
        rows=8,
        required=True,
    )
    signs = forms.MultipleChoiceField(
        label=_("Qué de esto pasa"),
        help_text=_("Marque lo que sepa o sospeche."),
        choices=lambda: choices_of(SIGNS, SIGN_WORDS),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    place = _WrittenField(
        _("Dónde"), _("País, región, ciudad, y el nombre o la dirección del lugar si los sabe."), rows=2
    )
    goods = _WrittenField(
        _("Qué se produce ahí"), _("Y cómo llega a México, si lo sabe: marcas, empresas que lo compran."), rows=2
    )
    producer = _WrittenField(_("Quién lo produce"), _("Empresa, finca, taller, barco o persona."), rows=2)
    happened = _WrittenField(_("Cuándo"), _("Desde cuándo, y si sigue pasando."), rows=2)
    known_how = _WrittenField(
        _("Cómo lo sabe"),
        _("Lo vivió, lo vio, se lo contaron, tiene documentos. No hace falta decir quién es."),
        rows=2,
    )
    told_others = _WrittenField(_("A quién más se lo ha dicho"), _("Otra autoridad, un sindicato, la prensa."), rows=2)
    contact = _WrittenField(
        _("Cómo contactarle"),
        _("Solo si quiere. Sin esto también podemos hablar: usted vuelve con su comprobante."),
        rows=2,
    )
    attachments = _FilesField()

    def clean(self) -> dict[str, Any]:
        """Return the fields; what is too long is told at each of them at once."""
        said = super().clean() or self.cleaned_data
        for name, most in (("account", MOST_TEXT), *((line, MOST_LINE) for line in LINES)):
            if len(said.get(name) or "") > most:
                words = {"length": len(said[name]), "most": most}
                self.add_error(
                    name, _("Tiene %(length)s signos y caben %(most)s. El resto cabe en un mensaje posterior.") % words
                )
        return said

    def said(self) -> TipSaid:
        """Return what was told."""
        fields = {name: self.cleaned_data[name] for name in ("account", "language", *LINES)}
        return TipSaid(signs=tuple(self.cleaned_data["signs"]), **fields)


class ReturnForm(Refusable):
    """The receipt of somebody who comes back; a message that could not be sent before waits beside it."""

    PLACES: ClassVar[Mapping[type[DomainError], str]] = {
        MistypedReceiptError: "receipt",
        UnknownReceiptError: "receipt",
    }

    receipt = forms.CharField(
        label=_("Comprobante"),
        help_text=_("16 dígitos; los espacios no importan."),
        max_length=60,
        widget=forms.TextInput(attrs={"inputmode": "numeric", **SECRET}),
        error_messages={"required": _("Escriba los 16 dígitos de su comprobante.")},
    )
    body = forms.CharField(required=False, widget=forms.HiddenInput)


class MessageForm(_Told, _FilesMixin):
    """What whoever gave a tip writes later."""

    body = _WrittenField(_("Su mensaje"), rows=6)
    attachments = _FilesField()
