"""Forms of what authorities are asked, of foreign determinations, and of what parties hand in."""

from collections.abc import Mapping
from typing import Any, ClassVar, cast

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from cases.domain.case import NoReasonError
from cases.domain.errors import TermError
from cases.domain.inquiries import (
    Asked,
    Authority,
    DeterminationError,
    Determined,
    NoSuchDeterminationError,
    NoSuchRequestError,
    RequestError,
)
from cases.domain.party_words import AUTHORITY_WORDS, EXHIBIT_WORDS, SUBMISSION_WORDS
from cases.domain.submissions import EmptySubmissionError, ExhibitDecision, NoSuchExhibitError, Ruling, SubmissionKind
from cases.forms.base import ActForm
from cases.forms.fields import NONE_YET, DayField, ReasonField, choices_of
from cases.forms.inquiry_fields import (
    CountryField,
    FilesField,
    LineField,
    NumberField,
    WritingField,
    documents_of,
    parties_of,
)
from cases.services import Handed
from kernel.domain.actors import Role
from kernel.domain.errors import DomainError
from kernel.templatetags.components import in_language


class MakeRequestForm(ActForm):
    """Whom the ministry asks, what, and since when."""

    PLACES: ClassVar[Mapping[type[DomainError], str]] = {RequestError: "institution", TermError: "asked_on"}

    authority = forms.ChoiceField(label=_("Autoridad"), choices=lambda: choices_of(Authority, AUTHORITY_WORDS))
    institution = LineField(_("Institución extranjera"), _("Solo si no es nacional."), required=False)
    country = CountryField()
    matter = WritingField(_("Qué se pide"))
    asked_on = DayField(_("Día en que lo recibió"), _("Desde el día hábil siguiente corre su plazo."))
    document = NumberField(_("Oficio"), required=False)

    def offer(self) -> None:
        """Offer the documents of the case."""
        cast(NumberField, self.fields["document"]).fill(documents_of(self.case))

    def arguments(self) -> dict[str, Any]:
        """Return what the service takes."""
        said = self.cleaned_data
        return {"asked": Asked(**{**said, "authority": Authority(said["authority"])})}


class AnswerRequestForm(ActForm):
    """Which request was answered, when, and the document that answers it."""

    PLACES: ClassVar[Mapping[type[DomainError], str]] = {NoSuchRequestError: "number", TermError: "answered_on"}

    number = NumberField(_("Petición"))
    answered_on = DayField(_("Día en que llegó"))
    document = NumberField(
        _("Documento de la respuesta"), required=False, help_text=_("Agréguelo antes al expediente.")
    )

    def offer(self) -> None:
        """Offer the requests that wait, and the documents of the case."""
        cast(NumberField, self.fields["number"]).fill(
            (one.number, format_lazy("{} · {}", one.number, in_language(AUTHORITY_WORDS[one.authority])))
            for one in self.case.requests.all()
            if one.answered_on is None
        )
        cast(NumberField, self.fields["document"]).fill(documents_of(self.case))


class RecordDeterminationForm(ActForm):
    """What a foreign institution determined."""

    PLACES: ClassVar[Mapping[type[DomainError], str]] = {DeterminationError: "text", TermError: "determined_on"}

    institution = LineField(_("Institución"))
    country = CountryField(required=True)
    reference = LineField(_("Referencia"), _("El número con que la institución la publica."), most=100)
    determined_on = DayField(_("Fecha de la determinación"))
    goods = WritingField(_("Bienes"))
    text = WritingField(_("Qué determinó"))
    document = NumberField(_("Documento"), required=False)

    def offer(self) -> None:
        """Offer the documents of the case."""
        cast(NumberField, self.fields["document"]).fill(documents_of(self.case))

    def arguments(self) -> dict[str, Any]:
        """Return what the service takes."""
        return {"said": Determined(**self.cleaned_data)}


class _OfDetermination(ActForm):
    """A form on one of the foreign determinations that stand."""

    PLACES: ClassVar[Mapping[type[DomainError], str]] = {
        NoSuchDeterminationError: "number",
        NoReasonError: "reason",
    }

    number = NumberField(_("Determinación"))

    def offer(self) -> None:
        """Offer the determinations that stand."""
        cast(NumberField, self.fields["number"]).fill(
            (one.number, f"{one.number} · {one.institution} · {one.reference}")
            for one in self.case.determinations.all()
            if one.annulled_on is None
        )


class ProposeAdoptionForm(_OfDetermination):
    """The determination whose adoption is proposed, and why."""

    reason = ReasonField()


class RecordAnnulmentForm(_OfDetermination):
    """The determination that was annulled abroad, when, and how that is known."""

    PLACES: ClassVar[Mapping[type[DomainError], str]] = {**_OfDetermination.PLACES, TermError: "annulled_on"}

    annulled_on = DayField(_("Día en que se anuló"))
    reason = ReasonField(_("Cómo consta"))


class SubmissionForm(ActForm):
    """What is handed in: a text, files, or both; of what came on paper intake says whose it is and since when."""

    TAKES_FILES: ClassVar[bool] = True
    PLACES: ClassVar[Mapping[type[DomainError], str]] = {
        EmptySubmissionError: "text",
        NoReasonError: "why",
        TermError: "received_at",
    }

    kind = forms.ChoiceField(label=_("Qué presenta"), choices=lambda: choices_of(SubmissionKind, SUBMISSION_WORDS))
    text = WritingField(_("Lo que manifiesta"), required=False)
    file = FilesField()
    why = WritingField(
        _("Por qué se presenta hasta ahora"), _("Solo para pruebas supervenientes (LFPA art. 51)."), required=False
    )
    party = NumberField(_("De quién es"), required=False, help_text=_("Sin elegir: de la persona solicitante."))
    received_at = forms.DateTimeField(
        label=_("Cuándo se recibió"),
        help_text=_("Hora del centro de México; en blanco es ahora."),
        required=False,
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        error_messages={"invalid": _("Escriba el día y la hora, por ejemplo 2026-05-18 14:30.")},
    )

    def offer(self) -> None:
        """Ask intake alone whose it is and when it was received."""
        if self.actor is not None and Role.INTAKE not in self.actor.roles:
            del self.fields["party"], self.fields["received_at"]
        else:
            cast(NumberField, self.fields["party"]).fill(parties_of(self.case))

    def arguments(self) -> dict[str, Any]:
        """Return what the service takes."""
        said = self.cleaned_data
        files = tuple((one.document, one.name) for one in self.many)
        return {
            "handed": Handed(
                SubmissionKind(said["kind"]),
                said["text"],
                said["why"],
                files,
                said.get("party"),
                said.get("received_at"),
            )
        }


class DecideExhibitForm(ActForm):
    """An exhibit, whether it is admitted, and why."""

    PLACES: ClassVar[Mapping[type[DomainError], str]] = {NoReasonError: "reason", NoSuchExhibitError: "exhibit"}

    exhibit = forms.ChoiceField(label=_("Prueba"), error_messages={"required": _("Elija la prueba.")})
    decision = forms.ChoiceField(
        label=_("Acuerdo"),
        choices=lambda: choices_of((ExhibitDecision.ADMITTED, ExhibitDecision.REJECTED), EXHIBIT_WORDS),
        widget=forms.RadioSelect,
        error_messages={"required": _("Diga si se admite.")},
    )
    reason = ReasonField()

    def offer(self) -> None:
        """Offer the exhibits of the case."""
        field = cast(forms.ChoiceField, self.fields["exhibit"])
        field.choices = [
            NONE_YET,
            *(
                (f"{one.number}.{row.number}", f"{one.number}.{row.number} · {row.document.name}")
                for one in self.case.submissions.all()
                for row in one.exhibits.all()
            ),
        ]

    def arguments(self) -> dict[str, Any]:
        """Return what the service takes."""
        said = self.cleaned_data
        submission, _dot, exhibit = said["exhibit"].partition(".")
        admitted = said["decision"] == ExhibitDecision.ADMITTED.value
        return {"ruling": Ruling(int(submission), int(exhibit), admitted, said["reason"])}
