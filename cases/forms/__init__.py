"""Forms of the procedure: one for each act and step, and those that open a case."""

from cases.forms.base import ActForm, Refusable
from cases.forms.filing import FilingForm, OwnFilingForm, OwnMotionForm
from cases.forms.table import FORMS, Performance

__all__ = ["FORMS", "ActForm", "FilingForm", "OwnFilingForm", "OwnMotionForm", "Performance", "Refusable"]
