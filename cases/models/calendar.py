"""The acts on days off that the calendars are computed with."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from cases.domain.calendars import CalendarName, DayOffAct, OffSpan
from kernel.domain.text import Text


class CalendarAct(models.Model):
    """An act of the ministry that names days off (LFPA art. 28), as it was loaded last."""

    code = models.CharField(max_length=60, unique=True)
    instrument = models.CharField(max_length=255)
    published_on = models.DateField(help_text="day of the DOF")
    units = models.CharField(max_length=500, help_text="units of the ministry that it covers, in its words")
    known_from = models.DateField(
        null=True, blank=True, help_text="first day it settles for the unit of this procedure"
    )
    known_until = models.DateField(null=True, blank=True, help_text="last such day; both blank for other units' acts")
    over_lfpa = models.BooleanField(default=True)
    over_official = models.BooleanField(default=True)
    source = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(known_from__isnull=True, known_until__isnull=True)
                | Q(known_from__isnull=False, known_until__isnull=False, known_until__gte=F("known_from")),
                name="calendar_act_known_from_and_until",
            ),
            models.CheckConstraint(
                condition=Q(over_lfpa=True) | Q(over_official=True), name="calendar_act_lies_over_a_calendar"
            ),
        ]

    def __str__(self) -> str:
        return self.code

    def as_act(self) -> DayOffAct:
        """Return the act with its days as the domain knows it."""
        over = ((self.over_lfpa, CalendarName.LFPA), (self.over_official, CalendarName.OFFICIAL))
        return DayOffAct(
            code=self.code,
            instrument=self.instrument,
            published_on=self.published_on,
            units=self.units,
            spans=tuple(day.as_span() for day in self.days_off.all()),
            known_from=self.known_from,
            known_until=self.known_until,
            lies_over=frozenset(name for lies, name in over if lies),
            source=self.source,
        )


class DayOff(models.Model):
    """Days off that an act names, both ends included; with a doubt they count as business days."""

    act = models.ForeignKey("cases.CalendarAct", on_delete=models.CASCADE, related_name="days_off")
    first_on = models.DateField()
    last_on = models.DateField()
    doubt_es = models.CharField(max_length=255, blank=True)
    doubt_en = models.CharField(max_length=255, blank=True)

    class Meta:
        ordering: ClassVar = ["first_on"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["act", "first_on"], name="day_off_once_in_an_act"),
            models.CheckConstraint(condition=Q(last_on__gte=F("first_on")), name="day_off_ends_after_it_starts"),
        ]

    def __str__(self) -> str:
        return f"{self.first_on}..{self.last_on}"

    def as_span(self) -> OffSpan:
        """Return the days as the domain knows them."""
        doubt = Text(self.doubt_es, self.doubt_en) if self.doubt_es else None
        return OffSpan(self.first_on, self.last_on, doubt)
