"""Forms of the parties and of the notices to them."""

from collections.abc import Mapping
from typing import Any, ClassVar, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from cases.domain.case import NoReasonError
from cases.domain.errors import TermError
from cases.domain.notices import NoProofError, NoSuchNoticeError, NoticeChannel, NoticeSubject, Served
from cases.domain.parties import NAME_LENGTH, NoSuchPartyError, PartyData, PartyError, PartyRole
from cases.domain.party_words import NOTICE_CHANNEL_WORDS, PARTY_WORDS, SUBJECT_WORDS
from cases.forms.base import ActForm
from cases.forms.fields import DayField, DaysField, ReasonField, choices_of
from cases.forms.inquiry_fields import (
    AccountField,
    CountryField,
    LineField,
    NumberField,
    documents_of,
    notices_of,
    parties_of,
)
from cases.services import NewNotice
from kernel.domain.errors import DomainError

ACCEPTED = _("Acepta expresamente que se le notifique por medios electrónicos (LFPA art. 35)")


class AddPartyForm(ActForm):
    """Who somebody is in the case, where it is found, and with which account it acts."""

    PLACES: ClassVar[Mapping[type[DomainError], str]] = {PartyError: "account"}

    role = forms.ChoiceField(label=_("Qué es en el expediente"), choices=lambda: choices_of(PartyRole, PARTY_WORDS))
    name = LineField(_("Nombre o razón social"), _("Tal como se escribe, en cualquier alfabeto."), most=NAME_LENGTH)
    tax_id = LineField(_("RFC o su equivalente"), required=False, most=50)
    domicile = LineField(_("Domicilio"), _("Donde se le puede notificar."), required=False, most=1000)
    country = CountryField()
    account = AccountField()
    electronic = forms.BooleanField(label=ACCEPTED, required=False)

    def arguments(self) -> dict[str, Any]:
        """Return what the service takes."""
        said = self.cleaned_data
        return {"said": PartyData(**{**said, "role": PartyRole(said["role"])})}


class ChangePartyForm(ActForm):
    """What changes of a party; what is left blank stays as it is."""

    PLACES: ClassVar[Mapping[type[DomainError], str]] = {
        NoReasonError: "reason",
        PartyError: "account",
        NoSuchPartyError: "number",
    }

    number = NumberField(_("Parte"), help_text=_("Lo que deje en blanco queda como está."))
    role = forms.ChoiceField(
        label=_("Qué es en el expediente"),
        choices=lambda: [("", _("Como está")), *choices_of(PartyRole, PARTY_WORDS)],
        required=False,
    )
    name = LineField(_("Nombre o razón social"), required=False, most=NAME_LENGTH)
    tax_id = LineField(_("RFC o su equivalente"), required=False, most=50)
    domicile = LineField(_("Domicilio"), required=False, most=1000)
    country = CountryField()
    account = AccountField()
    electronic = forms.ChoiceField(
        label=_("Notificación electrónica"),
        choices=[("", _("Como está")), ("yes", _("La acepta expresamente")), ("no", _("No la acepta"))],
        required=False,
    )
    reason = ReasonField(help_text=_("Qué lo acredita: poder, acta, escrito o identificación (LFPA art. 19)."))

    def offer(self) -> None:
        """Offer the parties of the case."""
        cast(NumberField, self.fields["number"]).fill(parties_of(self.case))

    def arguments(self) -> dict[str, Any]:
        """Return what the service takes."""
        said = self.cleaned_data
        row = next(one for one in self.case.parties.all() if one.number == said["number"])
        electronic = said["electronic"] == "yes" if said["electronic"] else row.electronic
        kept = {name: said[name] or getattr(row, name) for name in ("name", "tax_id", "domicile", "country", "account")}
        changed = PartyData(role=PartyRole(said["role"] or row.role), electronic=electronic, **kept)
        return {"number": row.number, "said": changed, "reason": said["reason"]}


class IssueNoticeForm(ActForm):
    """Whom a notice is for, of what it is and how it is served."""

    PLACES: ClassVar[Mapping[type[DomainError], str]] = {NoSuchPartyError: "party", TermError: "days"}

    party = NumberField(_("A quién"))
    subject = forms.ChoiceField(label=_("De qué"), choices=lambda: choices_of(NoticeSubject, SUBJECT_WORDS))
    channel = forms.ChoiceField(
        label=_("Por qué medio"), choices=lambda: choices_of(NoticeChannel, NOTICE_CHANNEL_WORDS)
    )
    days = DaysField(required=False)
    document = NumberField(_("Documento que se notifica"), required=False)

    def offer(self) -> None:
        """Offer the parties and documents of the case, and say which terms the law fixes."""
        cast(NumberField, self.fields["party"]).fill(parties_of(self.case))
        cast(NumberField, self.fields["document"]).fill(documents_of(self.case))
        bounds = self.rules.evidence_days.value
        self.fields["days"].help_text = _("Solo para la apertura de pruebas: de %(least)s a %(most)s.") % {
            "least": bounds.least,
            "most": bounds.most,
        }

    def arguments(self) -> dict[str, Any]:
        """Return what the service takes."""
        said = self.cleaned_data
        subject, channel = NoticeSubject(said["subject"]), NoticeChannel(said["channel"])
        return {"new": NewNotice(said["party"], subject, channel, said["days"], said["document"])}


class _OfNotice(ActForm):
    """A form on one of the notices of the case."""

    PLACES: ClassVar[Mapping[type[DomainError], str]] = {NoSuchNoticeError: "number"}

    number = NumberField(_("Qué notificación"))

    def offer(self) -> None:
        """Offer the notices with which this can be done."""
        cast(NumberField, self.fields["number"]).fill(notices_of(self.notices()))

    def notices(self) -> list[Any]:
        """Return the notices with which this can be done: those that are not served."""
        return [one for one in self.case.notices.all() if one.void_on is None and one.served_on is None]


class RecordAttemptForm(_OfNotice):
    """An attempt in vain, and why."""

    PLACES: ClassVar[Mapping[type[DomainError], str]] = {
        **_OfNotice.PLACES,
        NoReasonError: "reason",
        TermError: "tried_on",
    }

    tried_on = DayField(_("Día del intento"))
    reason = ReasonField(_("Por qué no se pudo"))


class ServeNoticeForm(_OfNotice):
    """When a notice was served, and what proves it."""

    PLACES: ClassVar[Mapping[type[DomainError], str]] = {
        **_OfNotice.PLACES,
        TermError: "completed_on",
        NoProofError: "proof",
    }

    served_on = DayField(_("Día en que se practicó"), _("Entrega, envío, o primera publicación del edicto."))
    completed_on = DayField(
        _("Día del acuse, o de la última publicación"),
        _("Por correo certificado y por edictos; por correo electrónico cuando lo haya."),
        required=False,
    )
    proof = NumberField(_("Constancia que la prueba"), required=False)

    def offer(self) -> None:
        """Offer the notices that are not served, and the documents of the case."""
        super().offer()
        cast(NumberField, self.fields["proof"]).fill(documents_of(self.case))

    def arguments(self) -> dict[str, Any]:
        """Return what the service takes."""
        said = self.cleaned_data
        served = Served(said["served_on"], said["completed_on"])
        return {"number": said["number"], "served": served, "proof": said["proof"]}


class AcknowledgeForm(_OfNotice):
    """The notice that its party acknowledges."""

    def notices(self) -> list[Any]:
        """Return the notices to the reader that it has not acknowledged."""
        rows = [one for one in self.case.notices.all() if one.awaits_acknowledgement()]
        return [one for one in rows if self.actor and one.party.account == self.actor.name]


class VoidNoticeForm(_OfNotice):
    """The notice that is annulled, and why."""

    PLACES: ClassVar[Mapping[type[DomainError], str]] = {**_OfNotice.PLACES, NoReasonError: "reason"}

    reason = ReasonField()

    def notices(self) -> list[Any]:
        """Return the notices that stand."""
        return [one for one in self.case.notices.all() if one.void_on is None]
