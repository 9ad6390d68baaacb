"""The filter of the lines of a run."""

from django import forms
from django.utils.translation import gettext_lazy as _

from screening.wording import NOT_SCREENED, VERDICTS

CHOICES = [("", _("Todos")), *((code, label.word) for code, label in VERDICTS.items() if code != NOT_SCREENED)]


class LinesFilter(forms.Form):
    """A verdict and words to look for."""

    verdict = forms.ChoiceField(label=_("Veredicto"), choices=CHOICES, required=False)
    text = forms.CharField(
        label=_("Contiene"),
        required=False,
        max_length=120,
        help_text=_("Parte, número de pedimento o fracción."),
        widget=forms.TextInput(attrs={"type": "search"}),
    )
