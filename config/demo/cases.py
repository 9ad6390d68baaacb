"""The cases of the demonstration: invented, one or more at every stage, made through the services as of today."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from types import MappingProxyType
from typing import Final

from django.db import transaction
from django.utils import timezone

from cases.domain.rules import Channel
from cases.domain.terms import TermKind
from cases.models import Case
from cases.services import load_shipped_day_off_acts
from config.demo import deeds
from config.demo.deeds import DEMO, Deed, Scene
from kernel.domain.actors import Actor, Role
from kernel.models import Account

NOON: Final = time(12)
FRIDAY: Final = 4  # nobody works on the days after it
Story = tuple[tuple[int, Deed], ...]  # what was done, and how many days ago

# Gaps are wide enough for a term to be over whatever holidays lie in it: the demonstration is loaded on any day.
STORIES: Final[Mapping[str, Story]] = MappingProxyType(
    {
        "new": ((2, deeds.filed("camisas de algodón de un taller inventado")),),
        "agreed": (
            (12, deeds.filed("paneles solares de una planta inventada", channel=Channel.WINDOW)),
            (2, deeds.agreed),
        ),
        "late to prevent": ((95, deeds.filed("tomate en conserva de una empacadora inventada")),),
        "to be cured": (
            (25, deeds.filed("guantes de látex de una fábrica inventada", channel=Channel.WINDOW)),
            (4, deeds.prevented(cure_days=10)),
        ),
        "not cured": (
            (90, deeds.filed("ladrillo de un horno inventado")),
            (70, deeds.prevented(cure_days=5)),
        ),
        "importer to answer": (
            (70, deeds.filed("hilo de algodón de una hilandería inventada")),
            (62, deeds.prevented(cure_days=10)),
            (55, deeds.cured),
            (50, deeds.agreed),
            (49, deeds.admitted),
            (48, deeds.assigned),
            (10, deeds.term(TermKind.IMPORTER_ANSWER)),
            (6, deeds.document("Pedimentos del periodo.txt")),
            (5, deeds.document("Declaración de una trabajadora.txt")),
        ),
        "own motion": (
            (80, deeds.started("aviso inventado sobre una mina")),
            (79, deeds.assigned),
            (60, deeds.term(TermKind.OPINION, party="AUT-DEMO-1")),
        ),
        "joined to it": (
            (75, deeds.started("segundo aviso inventado sobre la misma mina")),
            (40, deeds.joined_to("own motion")),
        ),
        "suspended": ((45, deeds.started("publicación inventada sobre un astillero")), (8, deeds.suspended)),
        "silent": (
            (340, deeds.filed("calzado de una maquiladora inventada")),
            (320, deeds.agreed),
            (319, deeds.admitted),
            (318, deeds.assigned),
        ),
        "pleadings, extended": (
            (240, deeds.filed("juguetes de una fábrica inventada")),
            (225, deeds.agreed),
            (224, deeds.admitted),
            (223, deeds.assigned),
            (220, deeds.term(TermKind.IMPORTER_ANSWER)),
            (200, deeds.met(1)),
            (30, deeds.extended),
            (3, deeds.pleadings(days=10)),
        ),
        "to be decided": (
            (210, deeds.filed("carbón vegetal de un productor inventado")),
            (200, deeds.agreed),
            (199, deeds.admitted),
            (190, deeds.term(TermKind.IMPORTER_ANSWER)),
            (170, deeds.met(1)),
            (160, deeds.pleadings(days=5)),
            (120, deeds.pleaded),
            (20, deeds.prioritised),
        ),
        "resolved": (
            (390, deeds.filed("alfombras de un telar inventado")),
            (375, deeds.agreed),
            (374, deeds.admitted),
            (365, deeds.term(TermKind.IMPORTER_ANSWER)),
            (345, deeds.met(1)),
            (340, deeds.pleadings(days=5)),
            (295, deeds.pleaded),
            (270, deeds.resolved),
        ),
        "dismissed": ((150, deeds.filed("servicios, que no son bienes")), (140, deeds.dismissed)),
        "withdrawn": ((130, deeds.filed("vidrio de una planta inventada")), (100, deeds.withdrawn)),
        "lapsed": ((430, deeds.started("indicio inventado sobre un aserradero")), (15, deeds.lapsed)),
    }
)


@transaction.atomic
def load_cases(*, actor: Actor, at: datetime) -> int:
    """Make the cases of the demonstration by its accounts, all or none, and return how many were made; once only."""
    if Case.objects.filter(source_kind=DEMO).exists():
        return 0
    load_shipped_day_off_acts(actor=actor, at=at)
    people = _people()
    cases: dict[str, Case] = {}
    told = ((days, name, deed) for name, story in STORIES.items() for days, deed in story)
    for days, name, deed in sorted(told, key=lambda one: -one[0]):  # as it would have happened, case beside case
        cases[name] = deed(Scene(cases.get(name), cases, people, _noon(timezone.localdate(at) - timedelta(days))))
    return len(cases)


def count_cases() -> int:
    """Return how many cases of the demonstration there are."""
    return Case.objects.filter(source_kind=DEMO).count()


def _people() -> Mapping[Role, Account]:
    """Return the account of the demonstration for each role; each has one."""
    return {role: account for account in Account.objects.filter(demo=True) for role in account.roles()}


def _noon(day: date) -> datetime:
    """Return noon of a day, of the Friday before it on a weekend."""
    working = day - timedelta(max(0, day.weekday() - FRIDAY))
    return timezone.make_aware(datetime.combine(working, NOON))
