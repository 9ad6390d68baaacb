"""Forms of the customs workspace."""

from screening.forms.filters import LinesFilter
from screening.forms.shipment import PartyForm, PartyFormSet, ShipmentForm
from screening.forms.upload import UploadForm

__all__ = ["LinesFilter", "PartyForm", "PartyFormSet", "ShipmentForm", "UploadForm"]
