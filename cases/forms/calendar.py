"""Forms of the calendar: a term on trial with its suspensions, and a file of acts on days off."""

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import islice, zip_longest
from typing import Any, Final

from django import forms
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from cases.domain.calendars import CalendarName, DayOffAct
from cases.domain.errors import BarredError, TermError
from cases.domain.rulesets import NoRuleSetError, rules_on
from cases.domain.term_trial import MOST_SUSPENSIONS, ruled_days, tried_days
from cases.domain.terms import Suspension, TermFacts, TermKind
from cases.domain.wording import told
from cases.formats.day_off_csv import MOST_BYTES, TOO_LARGE
from cases.forms.fields import DayField, DaysField, choices_of, fault
from cases.wording import CALENDAR_WORDS, ruled_term_words
from kernel.domain.text import Text

FROM, TERM = "from", "term"  # what the address calls the first two fields
WITH_DOUBTFUL: Final = Text(
    "{name}, con los días dudosos de {act} por inhábiles", "{name}, with the doubtful days of {act} off"
)


class TermForm(forms.Form):
    """A term on trial: from when, how many business days or which term of the law, and under which calendar."""

    from_on = DayField(
        _("Desde el día"), _("De la presentación o de la notificación; el día hábil siguiente es el uno.")
    )
    kind = forms.ChoiceField(label=_("Plazo"), required=False)
    days = DaysField(required=False)
    calendar = forms.ChoiceField(label=_("Calendario"), required=False)

    def __init__(self, data: QueryDict | None, *, acts: tuple[DayOffAct, ...], written: QueryDict | None) -> None:
        super().__init__(data, initial=self._written(written))
        self.fields["days"].help_text = _("Déjelo en blanco si la ley los fija para el plazo elegido.")
        self.fields["kind"].choices = [("", _("Cualquiera, de tantos días")), *_choices(_kinds())]  # type: ignore[attr-defined]  # a ChoiceField
        self.fields["calendar"].choices = [("", _("Los tres")), *_choices(_calendars(acts))]  # type: ignore[attr-defined]  # a ChoiceField

    def add_prefix(self, field_name: str) -> str:
        """Return what the address calls a field."""
        return {"from_on": FROM, "kind": TERM}.get(field_name, field_name)

    def _written(self, asked: QueryDict | None) -> dict[str, str]:
        """Return what is written in an address, by the names of the fields."""
        called = {name: self.add_prefix(name) for name in self.base_fields}
        return {name: str(asked[word]) for name, word in called.items() if asked and word in asked}

    def clean(self) -> dict[str, Any]:
        """Return the fields, the days being those that the law gives where it does; what it refuses is told."""
        fields = super().clean() or self.cleaned_data
        from_on = fields.get("from_on")
        if isinstance(from_on, date):
            self._check_start(from_on)
            self._set_days(from_on, fields)
        return fields

    def _check_start(self, from_on: date) -> None:
        try:
            TermFacts(from_on, 1)
        except TermError as error:
            self.add_error("from_on", fault(error))

    def _set_days(self, from_on: date, fields: dict[str, Any]) -> None:
        if {"from_on", "days", "kind"} & set(self.errors):
            return
        kind = TermKind(fields["kind"]) if fields["kind"] else None
        try:
            fields["days"] = tried_days(kind, fields["days"], from_on=from_on)
        except (TermError, BarredError) as error:
            self.add_error("days", fault(error))
        except NoRuleSetError as error:
            self.add_error("from_on", error.message.in_language(get_language()))


class SuspensionForm(forms.Form):
    """One suspension of a term on trial; a blank one is none."""

    suspend_from = DayField(_("Suspendido desde"), _("El último día que cuenta."), required=False)
    suspend_to = DayField(_("Hasta"), _("Se reanuda el día hábil siguiente."), required=False)

    def clean(self) -> dict[str, Any]:
        """Return the fields; half a suspension is a fault."""
        fields = super().clean() or self.cleaned_data
        for name, other in (("suspend_from", "suspend_to"), ("suspend_to", "suspend_from")):
            if not fields.get(name) and fields.get(other) and name not in self.errors:
                self.add_error(name, _("Escriba las dos fechas de la suspensión, o ninguna."))
        return fields

    def suspension(self) -> Suspension | None:
        """Return the suspension, None when it is blank or wrong."""
        first, last = self.cleaned_data.get("suspend_from"), self.cleaned_data.get("suspend_to")
        return Suspension(first, last) if first and last else None

    def check_within(self, from_on: date) -> None:
        """Tell what keeps the suspension from lying in a term that starts on a day."""
        suspension = self.suspension()
        try:
            TermFacts(from_on, 1, (suspension,) if suspension else ())
        except TermError as error:
            self.add_error("suspend_from", fault(error))


class TrialForm:
    """Everything that a term on trial is asked with, as it stands in an address."""

    def __init__(self, asked: QueryDict, *, acts: tuple[DayOffAct, ...]) -> None:
        more = "more" in asked  # the form comes back as it is filled in, without a word about what is missing
        self.is_asked = FROM in asked and not more
        self.term = TermForm(asked if self.is_asked else None, acts=acts, written=asked if more else None)
        found = list(islice(_suspensions(asked, more=more), MOST_SUSPENSIONS + 1))
        self.suspensions, self.too_many = found[:MOST_SUSPENSIONS], len(found) > MOST_SUSPENSIONS

    def forms(self) -> list[forms.Form]:
        """Return every form, for the summary of what is wrong."""
        return [self.term, *self.suspensions]

    def is_faulty(self) -> bool:
        """Return whether something is wrong with what was asked."""
        return any(form.errors for form in self.forms() if form.is_bound)

    def chosen(self) -> str:
        """Return the calendar that was chosen, as it is written."""
        return str(self.term.cleaned_data["calendar"])

    def facts(self) -> TermFacts | None:
        """Return the facts of the term, None when something is wrong or nothing was asked."""
        sound = [form.is_valid() for form in self.forms() if form.is_bound]  # all, so that all faults are shown at once
        from_on = self.term.cleaned_data.get("from_on") if self.is_asked else None
        if from_on is None or "from_on" in self.term.errors:
            return None
        for form in self.suspensions:
            if form.is_bound:
                form.check_within(from_on)
        self._check_suspensions()
        if not all(sound) or any(form.errors for form in self.suspensions):
            return None
        found = (form.suspension() for form in self.suspensions if form.is_bound)
        return TermFacts(from_on, self.term.cleaned_data["days"], tuple(one for one in found if one))

    def may_add(self) -> bool:
        """Return whether one more suspension may be written."""
        return len(self.suspensions) < MOST_SUSPENSIONS

    def _check_suspensions(self) -> None:
        if self.too_many:
            self.suspensions[-1].add_error(
                "suspend_to", _("Son demasiadas suspensiones; a lo más %(most)s.") % {"most": MOST_SUSPENSIONS}
            )

    def refuse(self, error: TermError) -> None:
        """Tell what could not be computed, at the days: they are what reaches too far."""
        self.term.add_error("days", fault(error))


class ActsFileForm(forms.Form):
    """A file of acts on days off."""

    file = forms.FileField(
        label=_("Archivo de acuerdos (CSV)"),
        help_text=_(
            "Una fila por periodo de días. Columnas: acto, instrumento, publicado, unidades, desde y, si acaso, hasta, "
            "conocido_desde, conocido_hasta, sobre, fuente y duda. Fechas: AAAA-MM-DD o DD/MM/AAAA."
        ),
        max_length=255,
        error_messages={
            "required": _("Elija un archivo."),
            "empty": _("El archivo está vacío."),
            "max_length": _("El nombre del archivo es demasiado largo; acórtelo."),
        },
    )

    def clean_file(self) -> Any:
        """Return the file.

        Raises:
            ValidationError: it is larger than any act.

        """
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES:
            raise forms.ValidationError(TOO_LARGE.in_language(get_language()))
        return file


def _suspensions(asked: QueryDict, *, more: bool) -> Iterator[SuspensionForm]:
    """Yield a form for each suspension that is written, and a blank one where there is none or one more is wanted."""
    pairs = zip_longest(asked.getlist("suspend_from"), asked.getlist("suspend_to"), fillvalue="")
    written = [pair for pair in pairs if any(pair)]
    for number, (start, end) in enumerate(written, 1):
        said = {"suspend_from": start, "suspend_to": end}
        yield SuspensionForm(None if more else said, initial=said, auto_id=f"id_%s_{number}")
    if more or not written:
        yield SuspensionForm(auto_id=f"id_%s_{len(written) + 1}")


def _choices(words: Mapping[str, Text]) -> list[tuple[str, Any]]:
    return choices_of(words, words)


def _kinds() -> Mapping[str, Text]:
    rules = ruled_days(rules_on(timezone.localdate()))
    return {kind: ruled_term_words(kind, rule) for kind, rule in rules.items()}


def _calendars(acts: tuple[DayOffAct, ...]) -> Mapping[str, Text]:
    """Return what may be chosen: each calendar, and the union with the doubtful days of an act taken as off."""
    union = CALENDAR_WORDS[CalendarName.UNION]
    return {name.value: words for name, words in CALENDAR_WORDS.items()} | {
        f"{CalendarName.UNION}+{act.code}": told(WITH_DOUBTFUL, name=union, act=Text(act.code, act.code))
        for act in acts
        if any(span.doubt for span in act.spans)
    }
