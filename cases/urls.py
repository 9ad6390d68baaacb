"""Addresses of the procedure: the case file, and the calendar that its terms are counted with."""

from typing import Final

from django.urls import path
from django.urls.resolvers import URLPattern

from cases.views import calendar, day_off_acts

urlpatterns: Final[list[URLPattern]] = [
    path("calendario/", calendar.calendar, name="calendar"),
    path("calendario/<int:year>/", calendar.calendar_year, name="calendar_year"),
    path("calendario/plazo/", calendar.term_trial, name="term_trial"),
    path("calendario/acuerdos/", day_off_acts.acts, name="day_off_acts"),
]
