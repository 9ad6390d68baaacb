"""The national list in the engine's form, computed from the acts of the authority."""

from collections.abc import Iterable

from kernel.domain.text import Text
from resolutions.domain.in_force import GoodInForce, NamedProducer
from screening.engine import Authority, ListedGood, ListedProducer


def national_goods(goods: Iterable[GoodInForce], *, list_name: str) -> tuple[ListedGood, ...]:
    """Return each prohibited good as an entry whose criteria are producers, tariff codes, origins and places."""
    return tuple(_entry(item, list_name) for item in goods)


def _entry(item: GoodInForce, list_name: str) -> ListedGood:
    good, resolution = item.good, item.resolution
    return ListedGood(
        key=item.key,
        list_name=list_name,
        authority=Authority.NATIONAL,
        producers=tuple(_producer(named) for named in good.producers),
        tariff_codes=good.tariff_codes,
        tariff_version=good.tariff_version,
        origins=good.origins,
        places=good.regions,
        description=Text(good.description, good.description_en or good.description),
        act=f"Resolución {resolution.number}",
        in_force_on=resolution.effective_on,
        status=resolution.outcome.value,
    )


def _producer(named: NamedProducer) -> ListedProducer:
    return ListedProducer(
        name=named.name,
        aliases=named.aliases,
        identifiers=named.identifiers,
        country=named.country,
        places=tuple(dict.fromkeys(place for place in (named.city, named.region) if place)),
    )
