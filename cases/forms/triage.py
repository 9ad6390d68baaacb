"""Forms of what the unit does with a tip, and which tips it lists."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, ClassVar, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from cases.domain.case import CaseKind, NoReasonError, NoSuchCaseError
from cases.domain.file_words import KIND_WORDS
from cases.domain.tip_words import GROUND_WORDS, STATE_WORDS
from cases.domain.tips import TIP_VERBS, ClosingGround, TipAct, TipError, TipState
from cases.forms.base import Refusable
from cases.forms.fields import NONE_YET, ReasonField, choices_of
from cases.services.triage import answer_tip, close_tip, link_tip, reopen_tip, start_case_from_tip, take_tip
from kernel.domain.errors import DomainError


class TipActForm(Refusable):
    """What an act on a tip takes besides the tip, the actor and the moment."""

    PLACES: ClassVar[Mapping[type[DomainError], str]] = {
        NoReasonError: "reason",
        NoSuchCaseError: "case",
        TipError: "body",
    }

    def arguments(self) -> dict[str, Any]:
        """Return what the service takes."""
        return dict(self.cleaned_data)


class AnswerForm(TipActForm):
    """A message to whoever gave the tip."""

    body = forms.CharField(
        label=_("Mensaje"),
        widget=forms.Textarea(attrs={"rows": 6, "dir": "auto"}),
        error_messages={"required": _("Escriba el mensaje.")},
    )


class LinkForm(TipActForm):
    """The case that a tip becomes background of, and why."""

    case = forms.CharField(
        label=_("Expediente"),
        help_text=_("Su referencia, con guiones o sin ellos, por ejemplo 7K3M-9QXR-04TZ."),
        max_length=20,
        error_messages={"required": _("Escriba la referencia del expediente.")},
    )
    reason = ReasonField(help_text=_("Queda con el aviso, no en la bitácora."))


class CloseForm(TipActForm):
    """On which ground and why a tip is closed."""

    ground = forms.ChoiceField(
        label=_("Causa"),
        choices=lambda: [NONE_YET, *choices_of(ClosingGround, GROUND_WORDS)],
        error_messages={"required": _("Elija la causa.")},
    )
    reason = ReasonField(help_text=_("Queda con el aviso, no en la bitácora."))

    def arguments(self) -> dict[str, Any]:
        """Return what the service takes."""
        return {**self.cleaned_data, "ground": ClosingGround(self.cleaned_data["ground"])}


class StartCaseForm(TipActForm):
    """What a case that is started from a tip is about, and why the tip is enough."""

    kind = forms.ChoiceField(
        label=_("Qué se decide"),
        choices=lambda: choices_of(CaseKind, KIND_WORDS),
        initial=CaseKind.INVESTIGATION.value,
    )
    text = forms.CharField(
        label=_("Asunto"),
        help_text=_("En una línea: qué bienes y de quién. Nada que revele quién dio el aviso: queda en el expediente."),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3, "maxlength": 500}),
        error_messages={"required": _("Escriba de qué se trata.")},
    )
    reason = ReasonField(_("Indicios"), _("Por qué bastan para iniciar (LFPA art. 14)."))

    def arguments(self) -> dict[str, Any]:
        """Return what the service takes."""
        return {**self.cleaned_data, "kind": CaseKind(self.cleaned_data["kind"])}


@dataclass(frozen=True, slots=True)
class TipPerformance:
    """The form of an act on a tip and the service that does it."""

    form: type[TipActForm]
    service: Callable[..., object]


TIP_FORMS: Final[Mapping[TipAct, TipPerformance]] = MappingProxyType(
    {
        TipAct.TAKE: TipPerformance(TipActForm, take_tip),
        TipAct.ANSWER: TipPerformance(AnswerForm, answer_tip),
        TipAct.LINK: TipPerformance(LinkForm, link_tip),
        TipAct.START_CASE: TipPerformance(StartCaseForm, start_case_from_tip),
        TipAct.CLOSE: TipPerformance(CloseForm, close_tip),
        TipAct.REOPEN: TipPerformance(TipActForm, reopen_tip),
    }
)
TIP_SLUGS: Final[Mapping[str, TipAct]] = MappingProxyType(
    {verb.replace("_", "-"): act for act, verb in TIP_VERBS.items()}
)


class StateFilter(forms.Form):
    """The state that the list is narrowed down to."""

    state = forms.ChoiceField(
        label=_("Estado"),
        choices=lambda: [("", _("Por atender")), *choices_of(TipState, STATE_WORDS)],
        required=False,
    )

    def wanted(self) -> TipState | None:
        """Return the state; None for those that nobody has settled."""
        said = self.cleaned_data.get("state") if self.is_valid() else ""
        return TipState(said) if said else None
