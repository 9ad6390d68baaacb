"""Notices to the parties: by which channel, and the day each takes effect (LFPA art. 35-39, LFEA art. 11)."""

from calendar import monthrange
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import ClassVar, Final

from cases.domain.calendars import CalendarName, Calendars
from cases.domain.errors import BarredError, TermError
from cases.domain.rules import Channel, RuleSet
from cases.domain.terms import TermKind
from kernel.domain.errors import InputError, NotFoundError
from kernel.domain.text import Text
from kernel.domain.workdays import DAY

EDICT_DAYS: Final = 3  # three consecutive publications (LFPA art. 37)
BOARD_DAY: Final = 15  # the electronic board is to be looked at on it and on the last day of the month (LFEA art. 11)

NOT_ACCEPTED: Final = Text(
    "La parte no ha aceptado expresamente que se le notifique por medios electrónicos",
    "The party has not expressly accepted electronic notices",
)
NO_EMAIL_YET: Final = Text(
    "Las reglas del expediente no prevén el correo electrónico", "The rules of the case do not provide for e-mail"
)
NOT_COMPLETE: Final = Text(
    "Escriba también el día del acuse de recibo, o el de la última publicación.",
    "Write the day of the acknowledgement too, or that of the last publication.",
)
TOO_SOON: Final = Text(
    "Son {days} publicaciones en días consecutivos: la última no puede ser antes del {first} (LFPA art. 37).",
    "There are {days} publications on consecutive days: the last cannot be before {first} (LFPA art. 37).",
)
BACKWARDS: Final = Text(
    "El acuse ({completed}) no puede ser anterior a la entrega o el envío ({served}).",
    "The acknowledgement ({completed}) cannot be before the delivery or dispatch ({served}).",
)
NO_PROOF: Final = Text(
    "Elija la constancia que prueba la notificación (cédula, acuse o publicaciones).",
    "Choose the document that proves the notice (record of service, acknowledgement or publications).",
)
NO_SUCH_NOTICE: Final = Text("El expediente no tiene una notificación {number}.", "The case has no notice {number}.")
SERVED_BEFORE: Final = Text("La notificación ya se practicó", "The notice was served before")
NOT_SERVED: Final = Text("La notificación aún no se practica", "The notice is not served yet")
IS_VOID: Final = Text("La notificación quedó sin efectos", "The notice was annulled")
COMPLETE_BEFORE: Final = Text(
    "Ya consta el acuse de la notificación, o se practicó sin él",
    "The notice was acknowledged, or is one that takes no acknowledgement",
)
NOT_ADDRESSEE: Final = Text(
    "Solo la parte a quien se dirige acusa recibo de la notificación",
    "Only the party it is addressed to acknowledges a notice",
)
NOT_IMPORTER: Final = Text(
    "La vista para contestar se da a quien es importador en el expediente",
    "The hearing to answer is given to who is an importer in the case",
)
NOT_INVESTIGATED: Final = Text(
    "El plazo que inicia esta notificación corre mientras se investiga",
    "The term that this notice starts runs while the case is investigated",
)


class NoticeChannel(StrEnum):
    """How a notice is served."""

    PERSONAL = "PERSONAL"
    ELECTRONIC = "ELECTRONIC"
    EMAIL = "EMAIL"
    CERTIFIED_MAIL = "CERTIFIED_MAIL"
    EDICT = "EDICT"


class NoticeSubject(StrEnum):
    """What a notice is of, which says which term it starts."""

    HEARING = "HEARING"  # to an importer: it may state its position and bring evidence
    EVIDENCE = "EVIDENCE"
    OTHER = "OTHER"


STARTS: Final[Mapping[NoticeSubject, TermKind]] = MappingProxyType(
    {NoticeSubject.HEARING: TermKind.IMPORTER_ANSWER, NoticeSubject.EVIDENCE: TermKind.EVIDENCE}
)


class NoSuchNoticeError(NotFoundError):
    """A case has no notice of the number."""

    code: ClassVar[str] = "unknown_notice"

    def __init__(self, number: int) -> None:
        super().__init__(NO_SUCH_NOTICE.filled(number=number))


class NoProofError(InputError):
    """Nothing proves that a notice was served."""

    code: ClassVar[str] = "no_proof"

    def __init__(self) -> None:
        super().__init__(NO_PROOF)


@dataclass(frozen=True, slots=True)
class Served:
    """The day a notice was delivered, placed, sent or first published, and the day that completed it.

    What completes it is the acknowledgement or, of an edict, the last publication; None while there is none.
    """

    on: date
    completed_on: date | None = None


Effect = Callable[[Served, Calendars], date | None]


def _same_day(served: Served, _under: Calendars) -> date | None:
    return served.on


def _completed(served: Served, _under: Calendars) -> date | None:
    return served.completed_on


def _looked_at(served: Served, under: Calendars) -> date | None:
    deemed = deemed_on(served.on, under)
    return deemed if served.completed_on is None else min(served.completed_on, deemed)


def deemed_on(placed_on: date, under: Calendars) -> date:
    """Return the day a notice on the electronic board is deemed made if nobody looks: the next day for looking."""
    day = placed_on + DAY  # a day for looking that is the day of the notice itself would leave no time to look
    while day.day not in {BOARD_DAY, monthrange(day.year, day.month)[1]}:
        day += DAY
    workdays = under.workdays[CalendarName.UNION]
    while not workdays.is_workday(day):
        day += DAY
    return day


@dataclass(frozen=True, slots=True)
class EffectRule:
    """When a notice by a channel takes effect, the article that says so, and what it takes to be recorded as served."""

    effect: Effect
    article: str
    needs_completion: bool = False
    acknowledged: bool = False  # by the party itself, here
    needs_proof: bool = True


EFFECTS: Final[Mapping[NoticeChannel, EffectRule]] = MappingProxyType(
    {
        NoticeChannel.PERSONAL: EffectRule(_same_day, "LFPA art. 35-I, 36, 38"),
        NoticeChannel.ELECTRONIC: EffectRule(
            _looked_at, "LFPA art. 35-II, LFEA art. 11", acknowledged=True, needs_proof=False
        ),  # the board itself is the proof
        NoticeChannel.EMAIL: EffectRule(_completed, "LFPA art. 35-II, 38", acknowledged=True),
        NoticeChannel.CERTIFIED_MAIL: EffectRule(_completed, "LFPA art. 35-II, 38", needs_completion=True),
        NoticeChannel.EDICT: EffectRule(_completed, "LFPA art. 35-III, 37, 38", needs_completion=True),
    }
)


def effective_on(channel: NoticeChannel, served: Served, under: Calendars) -> date | None:
    """Return the day a notice takes effect, None while it is sent and nobody has acknowledged it."""
    return EFFECTS[channel].effect(served, under)


def check_channel(channel: NoticeChannel, rules: RuleSet, *, accepted: bool) -> None:
    """Return quietly when a party may be notified by a channel.

    Raises:
        BarredError: it has not accepted electronic notices, or the rules of the case know no e-mail.

    """
    if channel is NoticeChannel.EMAIL and Channel.EMAIL not in rules.channels.value:
        raise BarredError(NO_EMAIL_YET, article=rules.channels.article)
    if channel in {NoticeChannel.ELECTRONIC, NoticeChannel.EMAIL} and not accepted:
        raise BarredError(NOT_ACCEPTED, article="LFPA art. 35-II")


def check_served(channel: NoticeChannel, served: Served) -> None:
    """Return quietly when the days of a notice are possible for its channel.

    Raises:
        TermError: what completes it is missing, or comes too soon.

    """
    if served.completed_on is None:
        if EFFECTS[channel].needs_completion:
            raise TermError(NOT_COMPLETE)
        return
    if served.completed_on < served.on:
        raise TermError(BACKWARDS.filled(completed=served.completed_on, served=served.on))
    earliest = served.on + timedelta(days=EDICT_DAYS - 1)
    if channel is NoticeChannel.EDICT and served.completed_on < earliest:
        raise TermError(TOO_SOON.filled(days=EDICT_DAYS, first=earliest))
