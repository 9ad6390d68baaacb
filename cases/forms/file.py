"""Forms of the case file: who works on it, with which other it goes on, its documents."""

from collections.abc import Mapping
from typing import Any, ClassVar, Final
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from cases.domain.case import NoReasonError, NoSuchCaseError, Seen
from cases.domain.classification import BASIS_LENGTH, ClassificationError, Classified
from cases.domain.decision_clock import Milestone
from cases.domain.errors import NotCompetentError
from cases.domain.file_words import CLASSIFICATION_WORDS
from cases.domain.wording import ROLE_WORDS, listed
from cases.forms.base import ActForm
from cases.forms.fields import NONE_YET, DayField, ReasonField, choices_of
from cases.queries.case import case_by_reference
from cases.queries.people import staff
from cases.services.documents import InFileError, NoSuchDocumentError
from cases.services.order import NoAssigneeError
from kernel.domain.documents import Classification
from kernel.domain.errors import DomainError
from kernel.domain.text import Text
from kernel.queries import person_name
from kernel.templatetags.components import in_language

JOINS: Final = Text(
    "Este expediente conserva su vencimiento, el {target}. Lo demás se hará en el principal, y queda a cargo de quien "
    "tenga ese.",
    "This case keeps its deadline, {target}. The rest is done in the leading case, and it goes to who has that.",
)


class AssignForm(ActForm):
    """In whose hands a case is put."""

    PLACES: ClassVar[Mapping[type[DomainError], str]] = {
        NoReasonError: "reason",
        NoAssigneeError: "assignee",
        NotCompetentError: "assignee",
    }

    assignee = forms.TypedChoiceField(
        label=_("Persona"), coerce=UUID, error_messages={"required": _("Elija a la persona.")}
    )
    reason = ReasonField()

    def offer(self) -> None:
        """Offer the accounts that work on cases, but for the petitioner of this one (LFPA art. 21)."""
        field = self.fields["assignee"]
        if isinstance(field, forms.TypedChoiceField):
            field.choices = [
                NONE_YET,
                *(
                    (str(account.reference), f"{person_name(account)} · {in_language(listed(roles, ROLE_WORDS))}")
                    for account, roles in staff()
                    if f"account:{account.reference}" != self.case.petitioner
                ),
            ]


class JoinForm(ActForm):
    """The case that another is joined to, and why."""

    PLACES: ClassVar[Mapping[type[DomainError], str]] = {NoReasonError: "reason", NoSuchCaseError: "lead"}

    lead = forms.CharField(
        label=_("Expediente principal"),
        help_text=_("Su referencia, con guiones o sin ellos, por ejemplo 7K3M-9QXR-04TZ."),
        max_length=20,
        error_messages={"required": _("Escriba la referencia del expediente principal.")},
    )
    reason = ReasonField()

    def arguments(self) -> dict[str, Any]:
        """Return what the service takes; the leading case as it is now.

        Raises:
            NoSuchCaseError: no case has the reference.

        """
        lead = case_by_reference(self.cleaned_data["lead"])
        return {"lead": Seen(lead.reference, lead.version), "reason": self.cleaned_data["reason"]}

    def notice(self) -> Text | None:
        """Return what becomes of the case: its own deadline stays, the rest is done in the leading one."""
        rows = [row for row in self.case.deadlines.all() if row.kind == Milestone.DECISION.value and row.target_on]
        return JOINS.filled(target=rows[0].target_on) if rows else None


class AddDocumentForm(ActForm):
    """A document for the case file; one that was received already need not be sent again."""

    TAKES_FILE: ClassVar[bool] = True
    PLACES: ClassVar[Mapping[type[DomainError], str]] = {InFileError: "file"}

    file = forms.FileField(
        label=_("Documento"),
        help_text=_("Un archivo. Su nombre se ve en el expediente y no pasa a la bitácora."),
        max_length=255,
        error_messages={
            "required": _("Elija un archivo."),
            "empty": _("El archivo está vacío."),
            "max_length": _("El nombre del archivo es demasiado largo; acórtelo."),
        },
    )

    def offer(self) -> None:
        """Ask for no file that was received already."""
        self.fields["file"].required = self.kept is None

    def arguments(self) -> dict[str, Any]:
        """Return what the service takes."""
        return {"document": self.kept.document, "name": self.kept.name} if self.kept else {}


class ClassifyForm(ActForm):
    """How a document is classified, and what the law asks to be said of it."""

    PLACES: ClassVar[Mapping[type[DomainError], str]] = {NoSuchDocumentError: "number", ClassificationError: "until"}

    number = forms.TypedChoiceField(
        label=_("Documento"), coerce=int, error_messages={"required": _("Elija el documento.")}
    )
    level = forms.ChoiceField(
        label=_("Clasificación"),
        choices=lambda: choices_of(Classification, CLASSIFICATION_WORDS),
        initial=Classification.CONFIDENTIAL.value,
        widget=forms.RadioSelect,
    )
    basis = forms.CharField(
        label=_("Fundamento"),
        help_text=_("El artículo, por ejemplo LGTAIP art. 112, fracción VIII."),
        max_length=BASIS_LENGTH,
        error_messages={"required": _("Escriba el artículo (LGTAIP art. 113).")},
    )
    reason = ReasonField(_("Razón"), missing=_("Escriba la razón (LGTAIP art. 113)."))
    for_parties = forms.BooleanField(
        label=_("A la vista de las partes al abrirse los alegatos (LFPA art. 56)"), required=False
    )
    until = DayField(
        _("Reservado hasta"), _("Solo lo reservado, a lo más cinco años (LGTAIP art. 104)."), required=False
    )

    def offer(self) -> None:
        """Offer the documents of the case."""
        field = self.fields["number"]
        if isinstance(field, forms.TypedChoiceField):
            rows = self.case.documents.all()
            field.choices = [NONE_YET, *((row.number, f"{row.number} · {row.name}") for row in rows)]

    def arguments(self) -> dict[str, Any]:
        """Return what the service takes."""
        said = self.cleaned_data
        level = Classification(said["level"])
        return {
            "number": said["number"],
            "said": Classified(level, said["basis"], said["reason"], said["until"], said["for_parties"]),
        }
