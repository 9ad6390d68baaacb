"""Forms of the terms of a case: started, met, suspended, resumed, and those of the pleadings."""

from collections.abc import Mapping
from typing import Any, ClassVar, Final

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from cases.domain.case import NoReasonError
from cases.domain.decision_clock import check_days
from cases.domain.errors import BarredError, TermError
from cases.domain.file_words import DEADLINE_WORDS
from cases.domain.party_terms import NewTerm, NoSuchTermError, days_of
from cases.domain.terms import TermKind
from cases.forms.base import ActForm
from cases.forms.fields import NONE_YET, DayField, DaysField, ReasonField, choices_of, fault
from kernel.domain.errors import DomainError
from kernel.templatetags.components import in_language, short_day

STARTED: Final = (TermKind.IMPORTER_ANSWER, TermKind.EVIDENCE, TermKind.OPINION)


class PleadingsForm(ActForm):
    """Since when the file is at the parties' disposal, and how long they have."""

    PLACES: ClassVar[Mapping[type[DomainError], str]] = {TermError: "notified_on"}

    notified_on = DayField(_("Día en que surtió efecto el aviso"))
    days = DaysField()

    def offer(self) -> None:
        """Propose the shortest term for pleadings that the law admits."""
        rule = self.rules.pleadings_days
        self.fields["days"].initial = rule.value.least
        self.fields["days"].help_text = _("De %(least)s a %(most)s (%(article)s).") % {
            "least": rule.value.least,
            "most": rule.value.most,
            "article": rule.article,
        }

    def clean_days(self) -> int:
        """Return the days of the term.

        Raises:
            ValidationError: if the law does not admit them.

        """
        days: int = self.cleaned_data["days"]
        try:
            check_days(self.rules.pleadings_days, days)
        except BarredError as error:
            raise fault(error) from error
        return days


class StartTermForm(ActForm):
    """What a term is for, against whom it runs, since when, and its days where the law leaves them open."""

    PLACES: ClassVar[Mapping[type[DomainError], str]] = {TermError: "notified_on"}

    kind = forms.ChoiceField(label=_("Para qué"), choices=lambda: choices_of(STARTED, DEADLINE_WORDS))
    party = forms.CharField(
        label=_("Parte"),
        help_text=_("La clave con que el expediente la identifica, no su nombre: queda en la bitácora."),
        required=False,
        max_length=100,
    )
    notified_on = DayField(_("Día en que surtió efecto la notificación"))
    days = DaysField(required=False)

    def offer(self) -> None:
        """Say which terms the law fixes and which it leaves open."""
        rules = self.rules
        self.fields["days"].help_text = _(
            "Déjelo en blanco para el importador (%(answer)s) y para opiniones (%(opinion)s); para pruebas, de "
            "%(least)s a %(most)s."
        ) % {
            "answer": rules.importer_answer_days.value,
            "opinion": rules.opinion_days.value,
            "least": rules.evidence_days.value.least,
            "most": rules.evidence_days.value.most,
        }

    def clean(self) -> dict[str, Any]:
        """Return the fields, the days as the law admits them."""
        fields = super().clean() or self.cleaned_data
        if not self.errors:
            try:
                days_of(self.rules, self._new())
            except (BarredError, TermError) as error:
                self.add_error("days", fault(error))
        return fields

    def _new(self) -> NewTerm:
        said = self.cleaned_data
        return NewTerm(TermKind(said["kind"]), said["notified_on"], said["party"], said["days"])

    def arguments(self) -> dict[str, Any]:
        """Return what the service takes."""
        return {"new": self._new()}


class MeetTermForm(ActForm):
    """Which term was met, and on which day."""

    PLACES: ClassVar[Mapping[type[DomainError], str]] = {NoSuchTermError: "number", TermError: "met_on"}

    number = forms.TypedChoiceField(
        label=_("Plazo"), coerce=int, error_messages={"required": _("Elija el plazo que se cumplió.")}
    )
    met_on = DayField(_("Día en que llegó"))

    def offer(self) -> None:
        """Offer the terms that are not met yet."""
        field = self.fields["number"]
        if isinstance(field, forms.TypedChoiceField):
            open_terms = [term for term in self.case.terms.all() if term.runs()]
            field.choices = [NONE_YET, *((term.number, _label(term)) for term in open_terms)]


def _label(term: Any) -> Any:
    whose = f" · {term.party}" if term.party else ""
    since = short_day(term.from_on)
    return format_lazy("{} · {}{} · {}", term.number, in_language(DEADLINE_WORDS[term.kind]), whose, since)


class SuspendForm(ActForm):
    """The last day that counts, and the force majeure."""

    PLACES: ClassVar[Mapping[type[DomainError], str]] = {NoReasonError: "reason", TermError: "from_on"}

    from_on = DayField(_("Último día que cuenta"))
    reason = ReasonField()


class ResumeForm(ActForm):
    """The last day that does not count, and why it is over."""

    PLACES: ClassVar[Mapping[type[DomainError], str]] = {NoReasonError: "reason", TermError: "until_on"}

    until_on = DayField(_("Último día suspendido"), _("Se vuelve a contar desde el día hábil siguiente."))
    reason = ReasonField()
