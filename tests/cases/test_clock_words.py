"""What is left of a term, told by the day on which it is read."""

from datetime import date

import pytest
from django.utils import translation

from cases.clock_words import Tone, said, tone
from cases.models import Deadline
from cases.queries import Clock


def clock(
    left: int | None, *, past: bool = False, kind: str = "DECISION", on: date | None = date(2026, 10, 14)
) -> Clock:
    return Clock(Deadline(kind=kind, target_on=on), left, past)


ON = date(2026, 9, 1)
SAID = [
    (clock(12), "quedan 12 días hábiles; vence el 14 de octubre de 2026", "12 business days left; ends on", Tone.AMPLE),
    (clock(1), "queda 1 día hábil; vence el 14 de octubre de 2026", "1 business day left; ends on", Tone.SOON),
    (clock(0), "vence el 14 de octubre de 2026, sin días hábiles de por medio", "ends on 14 Oct 2026", Tone.SOON),
    (clock(0, on=ON), "vence hoy, 1 de septiembre de 2026", "ends today", Tone.SOON),
    (clock(None, on=None), "suspendido: no corre", "suspended: not running", Tone.SUSPENDED),
    (clock(-1, past=True), "venció hace 1 día hábil, el 14 de octubre", "ended 1 business day ago", Tone.OVER),
    (clock(-3, past=True), "venció hace 3 días hábiles, el 14 de octubre", "ended 3 business days ago", Tone.OVER),
    (clock(0, past=True), "venció el 14 de octubre de 2026", "ended on", Tone.OVER),
    (clock(-3, past=True, kind="CURE"), "venció hace 3 días hábiles", "ended 3 business days ago", Tone.PAST),
    (clock(-3, past=True, kind="OPINION"), "venció hace 3 días hábiles", "ended 3 business days ago", Tone.OVER),
    (clock(-3, past=True, kind="LAST_TO_PREVENT"), "pasó el 14 de octubre de 2026", "passed on", Tone.PAST),
    (clock(9, kind="HALF_EXTENSION"), "quedan 9 días hábiles, hasta el 14", "9 business days left, until", Tone.AMPLE),
]


@pytest.mark.parametrize(("one", "spanish", "english", "how"), SAID, ids=[row[1] for row in SAID])
def test_a_clock_is_told_in_words(one: Clock, spanish: str, english: str, how: Tone) -> None:
    with translation.override("es-mx"):
        assert said(one, on=ON).startswith(spanish)
    with translation.override("en"):
        assert said(one, on=ON).startswith(english)
    assert tone(one) is how
