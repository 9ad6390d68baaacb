"""The form that checks one shipment: goods, origin and the parties it names."""

from collections.abc import Sequence
from typing import Any, Final

from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from screening.forms.fields import CountryField, DayField, ListsField
from screening.queries.lists import ListStatus
from screening.wording import PARTY_ROLES

MOST_PARTIES: Final = 20
FIRST_PARTIES: Final = 2


class ShipmentForm(forms.Form):
    """One goods line as it would stand in a declaration."""

    tariff_code = forms.CharField(
        label=_("Fracción arancelaria"),
        help_text=_("Ocho dígitos, por ejemplo 52010003."),
        max_length=10,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        error_messages={"required": _("Escriba la fracción arancelaria.")},
    )
    nico = forms.CharField(
        label=_("NICO"),
        required=False,
        max_length=2,
        validators=[RegexValidator(r"^[0-9]{1,2}\Z", _("El NICO son dos dígitos."))],
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
    description = forms.CharField(
        label=_("Descripción de la mercancía"), required=False, max_length=250, widget=forms.Textarea(attrs={"rows": 2})
    )
    origin = CountryField(label=_("País de origen"), help_text=_("Nombre o clave: China o CHN."))
    seller_country = CountryField(label=_("País vendedor"), help_text=_("Nombre o clave."))
    key = forms.CharField(
        label=_("Clave de pedimento"),
        help_text=_("Por ejemplo A1; V1 y otras claves son operaciones virtuales."),
        required=False,
        max_length=2,
        validators=[RegexValidator(r"^[A-Za-z0-9]{2}\Z", _("La clave de pedimento son dos letras o dígitos."))],
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    number = forms.CharField(
        label=_("Referencia propia"),
        help_text=_("Número de pedimento, factura o lo que le sirva para encontrarlo después."),
        required=False,
        max_length=40,
    )
    lists = ListsField()
    as_of = DayField()

    def __init__(self, *args: Any, statuses: Sequence[ListStatus], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["lists"]
        if isinstance(field, ListsField):
            field.offer(statuses)

    def clean_tariff_code(self) -> str:
        """Return the digits of the code; dots and spaces are how people write it.

        Raises:
            ValidationError: if there are not eight.

        """
        digits = str(self.cleaned_data["tariff_code"]).replace(".", "").replace(" ", "")
        if not (digits.isascii() and digits.isdigit() and len(digits) == 8):
            raise forms.ValidationError(_("La fracción arancelaria son ocho dígitos."))
        return digits

    def clean_key(self) -> str:
        """Return the key in capitals, as the catalogue has it."""
        return str(self.cleaned_data["key"]).upper()

    def clean_nico(self) -> str:
        """Return the NICO with the zero that people leave out."""
        nico = str(self.cleaned_data["nico"])
        return nico.zfill(2) if nico else ""


class PartyForm(forms.Form):
    """A party the shipment names; one without name and identifier is left out."""

    role = forms.ChoiceField(label=_("Papel"), choices=list(PARTY_ROLES.items()), initial="SUPPLIER")
    name = forms.CharField(label=_("Nombre o razón social"), required=False, max_length=255)
    tax_id = forms.CharField(label=_("Identificador fiscal"), required=False, max_length=40)
    country = CountryField(label=_("País"))
    city = forms.CharField(label=_("Ciudad o región"), required=False, max_length=120)
    postal_code = forms.CharField(label=_("Código postal"), required=False, max_length=20)

    def clean(self) -> dict[str, Any]:
        """Return the fields; a party with a place must say who it is.

        Raises:
            ValidationError: if it does not.

        """
        fields = super().clean() or self.cleaned_data
        named = fields.get("name") or fields.get("tax_id")
        if not named and any(fields.get(key) for key in ("country", "city", "postal_code")):
            self.add_error("name", _("Escriba el nombre o el identificador de esta parte."))
        return fields

    def is_named(self) -> bool:
        """Return whether there is a party in the form."""
        return bool(self.cleaned_data.get("name") or self.cleaned_data.get("tax_id"))


PartyFormSet = forms.formset_factory(
    PartyForm, extra=FIRST_PARTIES, max_num=MOST_PARTIES, absolute_max=MOST_PARTIES, validate_max=True
)
