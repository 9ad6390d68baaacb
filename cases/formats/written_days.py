"""Reads days and suspensions as people write them to the command line and to the API."""

from datetime import date
from typing import Final

from cases.domain.terms import Suspension
from kernel.domain.errors import InputError
from kernel.domain.text import Text
from kernel.formats.cells import CellError, day

NO_DAY: Final = Text("Escriba una fecha: AAAA-MM-DD.", "Write a date: YYYY-MM-DD.")
NOT_A_DAY: Final = Text("La fecha no vale: {es}.", "The date is wrong: {en}.")
NOT_A_SPAN: Final = Text(
    "«{value}» no es DESDE:HASTA, dos fechas AAAA-MM-DD separadas por dos puntos.",
    "“{value}” is not FROM:TO, two dates YYYY-MM-DD with a colon between.",
)


def read_day(written: str) -> date:
    """Return a day.

    Raises:
        InputError: it is none.

    """
    try:
        found = day(written.strip())
    except CellError as error:
        raise InputError(NOT_A_DAY.filled(es=error.reason.es, en=error.reason.en)) from error
    if found is None:
        raise InputError(NO_DAY)
    return found


def read_suspension(written: str) -> Suspension:
    """Return the suspension of ``FROM:TO``.

    Raises:
        InputError: it is none.

    """
    first, colon, last = written.partition(":")
    if not (first.strip() and colon and last.strip()):
        raise InputError(NOT_A_SPAN.filled(value=written))
    return Suspension(read_day(first), read_day(last))
