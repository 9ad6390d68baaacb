"""Reads of the authority's acts."""

from datetime import date

from resolutions.domain.in_force import Act, GoodInForce, goods_in_force
from resolutions.models import Annulment, Resolution


def acts(*, demo: bool = False) -> tuple[Act, ...]:
    """Return every act of the authority, or every invented one of the demonstration."""
    resolutions = Resolution.objects.filter(demo=demo).prefetch_related("goods__producers")
    annulments = Annulment.objects.filter(resolution__demo=demo).select_related("resolution")
    return (*(row.as_act() for row in resolutions), *(row.as_act() for row in annulments))


def prohibited_goods(on: date, *, demo: bool = False) -> tuple[GoodInForce, ...]:
    """Return the goods whose import is prohibited on a day; with ``demo`` the invented ones and only those."""
    return goods_in_force(acts(demo=demo), on)
