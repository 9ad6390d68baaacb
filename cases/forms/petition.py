"""Forms of what is done with a petition until it is admitted or ended."""

from collections.abc import Mapping
from typing import Any, ClassVar, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from cases.domain.case import Ground, NoPetitionerError, NoReasonError
from cases.domain.decision_clock import check_days
from cases.domain.errors import BarredError, TermError
from cases.domain.file_words import OUTCOME_WORDS
from cases.domain.recording import LateRecordError
from cases.forms.base import ActForm, PlainForm, ReasonedForm
from cases.forms.fields import NONE_YET, DayField, DaysField, PetitionerField, ReasonField, choices_of, fault
from kernel.domain.errors import DomainError
from kernel.domain.text import Text

NOTHING_ADDED: Final = Text(
    "No se ha agregado ningún documento desde la prevención ({since}). Si le pidieron documentos, agréguelos antes: "
    "solo se desahoga una vez.",
    "No document was added since the prevention ({since}). If documents were asked for, add them first: it is cured "
    "only once.",
)
NOT_AGREED: Final = Text(
    "Aún no consta el acuerdo de supervisión; sin él la admisión se rechaza.",
    "No supervisor's agreement is on file yet; without it the admission is refused.",
)
AGREED: Final = Text("Consta el acuerdo de supervisión.", "The supervisor's agreement is on file.")


class PreventForm(ActForm):
    """What is missing, since when that is known, and how long there is to cure it."""

    PLACES: ClassVar[Mapping[type[DomainError], str]] = {
        NoReasonError: "reason",
        TermError: "notified_on",
        LateRecordError: "notified_on",
    }

    reason = ReasonField(
        _("Qué falta"),
        _("Diga cada dato o documento que falta, con su artículo."),
        missing=_("Escriba qué falta (LFPA art. 17-A)."),
    )
    notified_on = DayField(_("Día en que surtió efecto el aviso"))
    cure_days = DaysField()

    def offer(self) -> None:
        """Propose the shortest term to cure that the law admits."""
        least, most = self.rules.cure_days.value.least, self.rules.cure_days.value.most
        self.fields["cure_days"].initial = least
        said = {"least": least, "most": most, "article": self.rules.cure_days.article}
        help_text = _("Para desahogar la prevención: de %(least)s a %(most)s (%(article)s).")
        self.fields["cure_days"].help_text = help_text % said

    def clean_cure_days(self) -> int:
        """Return the days of the term.

        Raises:
            ValidationError: if the law does not admit them.

        """
        days: int = self.cleaned_data["cure_days"]
        try:
            check_days(self.rules.cure_days, days)
        except BarredError as error:
            raise fault(error) from error
        return days


class DismissForm(ReasonedForm):
    """On which ground and why a petition is dismissed."""

    ground = forms.ChoiceField(
        label=_("Causa"),
        choices=lambda: [NONE_YET, *choices_of(Ground, OUTCOME_WORDS)],
        error_messages={"required": _("Elija la causa.")},
    )
    reason = ReasonField()

    def arguments(self) -> dict[str, Any]:
        """Return what the service takes."""
        return {**self.cleaned_data, "ground": Ground(self.cleaned_data["ground"])}


class AdmitForm(PlainForm):
    """The admission, and whether a supervisor has agreed to it."""

    def notice(self) -> Text:
        """Return whether the agreement is on file."""
        return AGREED if self.case.admission_agreed_by else NOT_AGREED


class CureForm(PlainForm):
    """The cure, and a warning where no document came in since the petition was prevented."""

    def notice(self) -> Text | None:
        """Return that nothing was added to the case since the prevention, None where something was."""
        cure = self.case.cure()
        since = self.case.started_on if cure is None else cure.facts.from_on
        added = any(row.added_on >= since for row in self.case.documents.all())
        return None if added else NOTHING_ADDED.filled(since=since)


class NamePetitionerForm(ActForm):
    """The account that acts for a petitioner, and what proves its powers."""

    PLACES: ClassVar[Mapping[type[DomainError], str]] = {NoReasonError: "reason", NoPetitionerError: "petitioner"}

    petitioner = PetitionerField(required=True, help_text=_("La cuenta ya existe y es de solicitante."))
    reason = ReasonField(
        help_text=_("Qué acredita la personalidad: poder, acta o identificación (LFPA art. 19)."),
        missing=_("Escriba qué acredita la personalidad (LFPA art. 19)."),
    )


class ReasonForm(ReasonedForm):
    """The reasons of an act that takes nothing else."""

    reason = ReasonField()
