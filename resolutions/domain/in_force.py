"""The prohibited-goods list on a day: a pure function of the authority's acts."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final


class Outcome(StrEnum):
    """What the authority found: proven by its own inquiry, not proven, or a foreign determination adopted."""

    PROVEN = "PROVEN"
    NOT_PROVEN = "NOT_PROVEN"
    ADOPTED = "ADOPTED"


PROHIBITING: Final = frozenset({Outcome.PROVEN, Outcome.ADOPTED})  # NOT_PROVEN archives the case and lists nothing


@dataclass(frozen=True, slots=True)
class NamedProducer:
    """A producer as a resolution names it; ``country`` is ISO 3166 alpha-3."""

    name: str
    aliases: tuple[str, ...] = ()
    identifiers: tuple[str, ...] = ()
    country: str = ""
    region: str = ""
    city: str = ""
    postal_code: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Good:
    """A good as a resolution describes it: what, from where, made by whom; ``position`` counts within the act."""

    position: int
    description: str
    tariff_codes: tuple[str, ...]
    tariff_version: str
    origins: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    producers: tuple[NamedProducer, ...] = ()
    description_en: str = ""
    traits: str = ""
    provenance: tuple[str, ...] = ()
    inputs: tuple[str, ...] = ()
    exclusions: str = ""


@dataclass(frozen=True, slots=True)
class ResolutionAct:
    """A concluding act, with the day from which it has effect."""

    number: str
    outcome: Outcome
    issued_on: date
    effective_on: date
    goods: tuple[Good, ...] = ()
    notified_on: date | None = None
    published_on: date | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class AnnulmentAct:
    """A later act that ends a resolution from ``effective_on`` on."""

    number: str
    resolution: str
    issued_on: date
    effective_on: date
    reason: str = ""


Act = ResolutionAct | AnnulmentAct


@dataclass(frozen=True, slots=True)
class GoodInForce:
    """A prohibited good on the day asked for, with the act it rests on."""

    resolution: ResolutionAct
    good: Good

    @property
    def key(self) -> str:
        """Return what identifies the good on the list: the act's number and the position in it."""
        return f"{self.resolution.number}/{self.good.position}"


def goods_in_force(acts: Iterable[Act], on: date) -> tuple[GoodInForce, ...]:
    """Return the goods prohibited on a day, ordered by act and position, whatever the order of the acts.

    An act has effect from its effective day, that day included; an annulment ends it from its own
    effective day, that day included.
    """
    acts = tuple(acts)
    ended = {act.resolution for act in acts if isinstance(act, AnnulmentAct) and act.effective_on <= on}
    standing = (
        act
        for act in acts
        if isinstance(act, ResolutionAct)
        and act.outcome in PROHIBITING
        and act.effective_on <= on
        and act.number not in ended
    )
    return tuple(
        GoodInForce(act, good)
        for act in sorted(standing, key=lambda act: act.number)
        for good in sorted(act.goods, key=lambda good: good.position)
    )
