"""Forms of the terms of a case: started, met, suspended, resumed, and those of the pleadings."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, ClassVar, Final

from django import forms
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from cases.domain.case import INSTRUMENT_LENGTH, NoInstrumentError, NoReasonError
from cases.domain.decision_clock import Milestone, check_days, decision_clock
from cases.domain.errors import BarredError, TermError
from cases.domain.file_words import DEADLINE_WORDS
from cases.domain.party_terms import NewTerm, NoSuchTermError, days_of
from cases.domain.recording import LateRecordError
from cases.domain.terms import TermKind
from cases.forms.base import ActForm, ReasonedForm
from cases.forms.fields import NONE_YET, DayField, DaysField, ReasonField, choices_of, fault
from cases.queries import current_calendars
from kernel.domain.errors import DomainError
from kernel.domain.text import Text
from kernel.templatetags.components import in_language, short_day

EXTENDS: Final = Text(
    "Agrega {days} días hábiles. La resolución vence el {before}; prorrogada hoy, vencería el {after}. No se puede "
    "deshacer ni repetir.",
    "It adds {days} business days. The decision is due on {before}; extended today it would be due on {after}. It can "
    "be neither undone nor repeated.",
)
SUSPENDS: Final = Text(
    "Vencimientos que dejan de correr: {count}, entre ellos el de la resolución ({target}). Ninguno tendrá fecha hasta "
    "que los plazos se reanuden.",
    "Deadlines that stop: {count}, that of the decision ({target}) among them. None has a day until the terms are "
    "resumed.",
)
RESUMES: Final = Text(
    "Si el último día suspendido es el {today}, la resolución vence el {target}.",
    "If the last day suspended is {today}, the decision is due on {target}.",
)
STARTED: Final = (TermKind.IMPORTER_ANSWER, TermKind.EVIDENCE, TermKind.OPINION)


class PleadingsForm(ActForm):
    """Since when the file is at the parties' disposal, and how long they have."""

    PLACES: ClassVar[Mapping[type[DomainError], str]] = {TermError: "notified_on", LateRecordError: "notified_on"}

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

    PLACES: ClassVar[Mapping[type[DomainError], str]] = {TermError: "notified_on", LateRecordError: "notified_on"}

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


class ExtendForm(ReasonedForm):
    """Why the decision term is extended; how many days it gains and when it would end is told before."""

    reason = ReasonField()

    def notice(self) -> Text | None:
        """Return the days that an extension of today adds and the deadline it leads to, None where there is none."""
        facts, calendars, on = self.case.facts(), current_calendars(), timezone.localdate()
        before = decision_clock(facts, calendars).target()
        after = decision_clock(replace(facts, extended_on=on), calendars).target()
        if before is None or after is None or before == after:
            return None
        return EXTENDS.filled(days=facts.rules.extension_days.value, before=before, after=after)


class SuspendForm(ActForm):
    """The last day that counts, and the force majeure."""

    PLACES: ClassVar[Mapping[type[DomainError], str]] = {
        NoReasonError: "reason",
        NoInstrumentError: "instrument",
        TermError: "from_on",
        LateRecordError: "from_on",
    }

    from_on = DayField(_("Último día que cuenta"))
    instrument = forms.CharField(
        label=_("Acuerdo o declaratoria"),
        help_text=_("El instrumento que declara la fuerza mayor, con su fecha."),
        max_length=INSTRUMENT_LENGTH,
        error_messages={"required": _("Diga qué acuerdo o declaratoria suspende los plazos.")},
    )
    reason = ReasonField()

    def notice(self) -> Text | None:
        """Return which deadlines the suspension would leave without a day, None where none runs."""
        rows = [row for row in self.case.deadlines.all() if row.target_on is not None]
        target = next((row.target_on for row in rows if row.kind == Milestone.DECISION.value), None)
        return None if target is None else SUSPENDS.filled(count=len(rows), target=target)


class ResumeForm(ActForm):
    """The last day that does not count, and why it is over."""

    PLACES: ClassVar[Mapping[type[DomainError], str]] = {
        NoReasonError: "reason",
        TermError: "until_on",
        LateRecordError: "until_on",
    }

    until_on = DayField(_("Último día suspendido"), _("Se vuelve a contar desde el día hábil siguiente."))
    reason = ReasonField()

    def notice(self) -> Text | None:
        """Return the deadline of the decision were today the last day suspended, None where nothing is suspended."""
        facts, today = self.case.facts(), timezone.localdate()
        ended = tuple(replace(one, until_on=one.until_on or today) for one in facts.suspensions)
        target = decision_clock(replace(facts, suspensions=ended), current_calendars()).target()
        return None if ended == facts.suspensions or target is None else RESUMES.filled(today=today, target=target)
