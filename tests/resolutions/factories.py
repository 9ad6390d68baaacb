"""National lists and acts named for their situation; every number, producer and good here is invented."""

import csv
import io
from datetime import date

from resolutions.domain.in_force import AnnulmentAct, Good, Outcome, ResolutionAct

SHIRTS = {
    "number": "PRUEBA-01/2026",
    "outcome": "PROVEN",
    "issued_on": "2026-01-10",
    "notified_on": "2026-01-14",
    "published_on": "2026-01-20",
    "effective_on": "2026-02-01",
    "source": "Gaceta inventada 7",
    "position": "1",
    "tariff_codes": "6109.10.03",
    "tariff_version": "2022",
    "description": "Playeras de algodón",
    "description_en": "Cotton T-shirts",
    "origins": "China",
    "producer": "Tejidos Inventados del Valle Co., Ltd.",
    "producer_aliases": "TIV|Valle Tejidos",
    "producer_country": "CHN",
    "producer_city": "Ciudad Inventada",
}
ANNULMENT = {
    "annulment_number": "PRUEBA-AN-01/2026",
    "annulment_issued_on": "2026-05-01",
    "annulment_effective_on": "2026-06-01",
    "annulment_reason": "La práctica cesó",
}


def national_csv(*rows: dict[str, str]) -> bytes:
    """Return the bytes of a CSV with the rows; its columns are those that any row fills."""
    columns = list(dict.fromkeys(name for row in rows for name in row))
    out = io.StringIO()
    writer = csv.DictWriter(out, columns)
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()


def shirts(**changes: str) -> dict[str, str]:
    """Return the row of a resolution on shirts."""
    return SHIRTS | changes


def annulled_shirts(**changes: str) -> dict[str, str]:
    """Return the row of the same resolution with the act that ends it."""
    return SHIRTS | ANNULMENT | changes


def act(number: str, *, effective_on: date, outcome: Outcome = Outcome.PROVEN) -> ResolutionAct:
    """Return a resolution on one good, issued on the day it takes effect."""
    good = Good(1, "Playeras", ("61091003",), "2022")
    return ResolutionAct(number, outcome, issued_on=effective_on, effective_on=effective_on, goods=(good,))


def end(resolution: str, *, effective_on: date, number: str = "AN-1") -> AnnulmentAct:
    """Return an act that ends a resolution."""
    return AnnulmentAct(number, resolution, issued_on=effective_on, effective_on=effective_on, reason="cesó")
