"""Forms of what opens a case: a petition that came in, one of the petitioner's own, a start on own motion."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from cases.domain.act_words import title_of
from cases.domain.case import CaseKind, NoPetitionerError, NoReasonError, SourceRef
from cases.domain.errors import BarredError, TermError
from cases.domain.file_words import CHANNEL_WORDS, KIND_WORDS, SOURCE_WORDS
from cases.domain.procedure import Act
from cases.domain.rules import Channel
from cases.domain.rulesets import NoRuleSetError
from cases.forms.base import Refusable
from cases.forms.fields import PetitionerField, ReasonField, Words, choices_of
from cases.services import Filing
from kernel.domain.errors import DomainError
from kernel.domain.text import Text

PETITION: Final = "PETITION"
OWN_MOTION: Final = tuple(source for source in SOURCE_WORDS if source not in {PETITION, "DEMO"})


class _KindField(forms.ChoiceField):
    """What a case is to decide."""

    def __init__(self) -> None:
        super().__init__(
            label=_("Qué se pide"),
            choices=lambda: choices_of(CaseKind, KIND_WORDS),
            initial=CaseKind.INVESTIGATION.value,
        )


class _SourceTextField(forms.CharField):
    """A line that says what a case is about."""

    def __init__(self, label: Words, help_text: Words) -> None:
        super().__init__(
            label=label,
            help_text=help_text,
            max_length=500,
            widget=forms.Textarea(attrs={"rows": 3, "maxlength": 500}),
            error_messages={"required": _("Escriba de qué se trata.")},
        )


class _FolioField(forms.CharField):
    """The number that whoever sent something has of it."""

    def __init__(self, help_text: Words) -> None:
        super().__init__(label=_("Folio"), help_text=help_text, required=False, max_length=100)


class FilingForm(Refusable):
    """A petition that came on paper, by e-mail or through VUCEM, as intake records it."""

    TITLE: ClassVar[Text] = Text("Capturar una solicitud", "Enter a petition")
    PLACES: ClassVar[Mapping[type[DomainError], str]] = {
        NoRuleSetError: "sent_at",
        TermError: "sent_at",
        BarredError: "channel",
        NoPetitionerError: "petitioner",
    }

    channel = forms.ChoiceField(
        label=_("Cómo llegó"),
        choices=lambda: choices_of(Channel, CHANNEL_WORDS),
        widget=forms.RadioSelect,
        error_messages={"required": _("Diga cómo llegó la solicitud.")},
    )
    sent_at = forms.DateTimeField(
        label=_("Cuándo se envió"),
        help_text=_("Hora del centro de México: la del sello, o la de entrega en ventanilla."),
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        error_messages={
            "required": _("Escriba el día y la hora en que se envió."),
            "invalid": _("Escriba el día y la hora, por ejemplo 2026-05-18 14:30."),
        },
    )
    kind = _KindField()
    text = _SourceTextField(_("Asunto"), _("En una línea: qué bienes y de quién se trata."))
    folio = _FolioField(_("El del acuse o del sello, si lo tiene."))
    petitioner = PetitionerField(
        required=False, help_text=_("Si ya tiene cuenta. Si no, se reconoce después en el expediente.")
    )

    def filing(self, at: datetime) -> Filing:
        """Return the petition as it came in."""
        said = self.cleaned_data
        return Filing(
            channel=Channel(said["channel"]),
            sent_at=said["sent_at"],
            petitioner=said["petitioner"],
            kind=CaseKind(said["kind"]),
            source=SourceRef(PETITION, said["folio"], said["text"]),
        )


class OwnFilingForm(Refusable):
    """A petition that the petitioner files itself: it is sent when it is sent, through the electronic channel."""

    TITLE: ClassVar[Text] = title_of(Act.FILE_PETITION)

    kind = _KindField()
    text = _SourceTextField(_("Asunto"), _("Qué bienes y de quién se trata. Después agregue los documentos."))

    def filing(self, at: datetime) -> Filing:
        """Return the petition as it comes in."""
        said = self.cleaned_data
        source = SourceRef(PETITION, "", said["text"])
        return Filing(channel=Channel.VUCEM, sent_at=at, kind=CaseKind(said["kind"]), source=source)


class OwnMotionForm(Refusable):
    """What leads the authority to start by itself, and its reasons."""

    TITLE: ClassVar[Text] = title_of(Act.START_ON_OWN_MOTION)
    PLACES: ClassVar[Mapping[type[DomainError], str]] = {NoReasonError: "reason"}

    kind = _KindField()
    origin = forms.ChoiceField(label=_("De dónde viene"), choices=lambda: choices_of(OWN_MOTION, SOURCE_WORDS))
    text = _SourceTextField(_("Asunto"), _("En una línea: qué bienes y de quién se trata."))
    folio = _FolioField(_("Con el que lo identifica quien lo mandó, si lo tiene."))
    reason = ReasonField(
        _("Indicios"),
        _("Por qué bastan para iniciar (LFPA art. 14)."),
        missing=_("Escriba los indicios (LFPA art. 14)."),
    )

    def arguments(self) -> dict[str, Any]:
        """Return what the service takes."""
        said = self.cleaned_data
        return {
            "source": SourceRef(said["origin"], said["folio"], said["text"]),
            "reason": said["reason"],
            "kind": CaseKind(said["kind"]),
        }
