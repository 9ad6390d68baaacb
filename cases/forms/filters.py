"""What the queue is narrowed down with."""

from typing import Final

from django import forms
from django.utils.translation import gettext_lazy as _

from cases.domain.case import read_sought
from cases.domain.procedure import Stage
from cases.domain.wording import STAGE_WORDS
from cases.forms.fields import choices_of
from cases.queries.desks import Wanted
from kernel.models import Account

MINE, NOBODYS = "mine", "nobody"
IN_HANDS: Final = (("", _("De cualquiera")), (MINE, _("Míos")), (NOBODYS, _("Sin asignar")))


STAGES: Final = (("", _("Abiertas")), *choices_of(STAGE_WORDS, STAGE_WORDS))


class QueueFilter(forms.Form):
    """A stage, whose hands a case is in, and a reference or series to look for."""

    stage = forms.ChoiceField(label=_("Etapa"), choices=STAGES, required=False)
    assignee = forms.ChoiceField(label=_("A cargo"), choices=IN_HANDS, required=False)
    text = forms.CharField(
        label=_("Referencia o serie"),
        required=False,
        max_length=40,
        help_text=_("Completa o una parte; busca también entre lo terminado y lo acumulado."),
        widget=forms.TextInput(attrs={"type": "search"}),
    )

    def wanted(self, reader: Account | None) -> Wanted:
        """Return what is looked for; what cannot be understood is left out."""
        said = self.cleaned_data if self.is_valid() else {}
        text = said.get("text", "").strip()
        return Wanted(
            stage=Stage(said["stage"]).value if said.get("stage") else "",
            assignee=reader if said.get("assignee") == MINE else None,
            unassigned=said.get("assignee") == NOBODYS,
            sought=read_sought(text) if text else None,
        )
