"""What a tip says, where it stands, and what the unit does with it; a tip makes nobody a party and starts no clock."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import ClassVar, Final

from cases.domain.classification import MOST_YEARS, Classified, years_later
from kernel.domain.actors import Role
from kernel.domain.documents import Classification
from kernel.domain.errors import ConflictError, ForbiddenError, InputError, NotFoundError
from kernel.domain.permissions import DENIED
from kernel.domain.text import Text

MOST_TEXT: Final = 25_000  # signs, whatever their script
MOST_LINE: Final = 2_000
MOST_FILES: Final = 3
MOST_BYTES: Final = 25 * 1024 * 1024  # of one file
SIGNS: Final = tuple(f"ILO-{number:02}" for number in range(1, 12))

TRIAGE: Final = frozenset({Role.INTAKE, Role.INVESTIGATOR, Role.SUPERVISOR})
NOTHING_TOLD: Final = Text("Cuente qué pasa; basta con una frase.", "Say what happens; one sentence is enough.")
TOO_LONG: Final = Text(
    "Tiene {length} signos y caben {most}. Envíe el resto después, como mensaje, con su comprobante.",
    "It has {length} signs and {most} fit. Send the rest later as a message, with your receipt.",
)
UNKNOWN_SIGN: Final = Text("Una de las señales marcadas no existe.", "One of the signs ticked does not exist.")
TOO_MANY_FILES: Final = Text(
    "Caben {most} archivos en cada envío. Mande los demás después, con su comprobante.",
    "{most} files fit in one message. Send the others later, with your receipt.",
)
NO_SUCH_TIP: Final = Text("No hay ningún aviso «{reference}».", "There is no tip “{reference}”.")
CHANGED: Final = Text(
    "Otra persona atendió el aviso {reference} mientras lo veía. Véalo de nuevo y repita lo que aún proceda.",
    "Somebody else dealt with tip {reference} while you were looking at it. Look again and repeat what is still due.",
)
NOT_NOW: Final = Text(
    "El aviso ya no está en un estado que lo permita.", "The tip is no longer where that is possible."
)


class TipState(StrEnum):
    """Where a tip stands for the unit."""

    RECEIVED = "RECEIVED"
    IN_TRIAGE = "IN_TRIAGE"
    LINKED = "LINKED"
    CLOSED = "CLOSED"


class TipAct(StrEnum):
    """What the unit does with a tip; each is a service of its own."""

    TAKE = "TAKE"
    ANSWER = "ANSWER"
    LINK = "LINK"
    START_CASE = "START_CASE"
    CLOSE = "CLOSE"
    REOPEN = "REOPEN"


class ClosingGround(StrEnum):
    """Why a tip leads nowhere."""

    TOO_LITTLE = "TOO_LITTLE"
    NOT_FORCED_LABOUR = "NOT_FORCED_LABOUR"
    NO_IMPORT = "NO_IMPORT"
    KNOWN = "KNOWN"
    UNUSABLE = "UNUSABLE"


@dataclass(frozen=True, slots=True)
class TipMove:
    """The states in which an act is possible, the state it leads to (None leaves it where it is), and who does it."""

    origins: frozenset[TipState]
    target: TipState | None
    roles: frozenset[Role] = TRIAGE


UNSETTLED: Final = frozenset({TipState.RECEIVED, TipState.IN_TRIAGE})
SUPERVISED: Final = frozenset({Role.SUPERVISOR})  # who may start a case on own motion (LFPA art. 14)
TIP_MOVES: Final[Mapping[TipAct, TipMove]] = MappingProxyType(
    {
        TipAct.TAKE: TipMove(frozenset({TipState.RECEIVED}), TipState.IN_TRIAGE),
        TipAct.ANSWER: TipMove(frozenset(TipState), None),  # a closed tip may still be answered: the person is there
        TipAct.LINK: TipMove(UNSETTLED, TipState.LINKED),
        TipAct.START_CASE: TipMove(UNSETTLED, TipState.LINKED, SUPERVISED),
        TipAct.CLOSE: TipMove(UNSETTLED, TipState.CLOSED),
        TipAct.REOPEN: TipMove(frozenset({TipState.CLOSED, TipState.LINKED}), TipState.IN_TRIAGE),
    }
)
TIP_VERBS: Final[Mapping[TipAct, str]] = MappingProxyType(
    {
        TipAct.TAKE: "take_tip",
        TipAct.ANSWER: "answer_tip",
        TipAct.LINK: "link_tip",
        TipAct.START_CASE: "start_case_from_tip",
        TipAct.CLOSE: "close_tip",
        TipAct.REOPEN: "reopen_tip",
    }
)


class TipError(InputError):
    """A tip, or a message to one, cannot be taken as it is; ``field`` is the part that has the fault."""

    code: ClassVar[str] = "invalid_tip"

    def __init__(self, message: Text, field: str) -> None:
        super().__init__(message)
        self.field = field


class NoSuchTipError(NotFoundError):
    """No tip has the reference."""

    code: ClassVar[str] = "unknown_tip"

    def __init__(self, reference: str) -> None:
        super().__init__(NO_SUCH_TIP.filled(reference=reference))


class TipChangedError(ConflictError):
    """The tip is no longer as the actor saw it; nothing was done."""

    code: ClassVar[str] = "tip_changed"

    def __init__(self, reference: str) -> None:
        super().__init__(CHANGED.filled(reference=reference))


class TipBarredError(ConflictError):
    """The act is not possible where the tip stands."""

    code: ClassVar[str] = "tip_barred"

    def __init__(self) -> None:
        super().__init__(NOT_NOW)


@dataclass(frozen=True, slots=True)
class TipSaid:
    """What somebody tells; only what happens must be said."""

    account: str
    language: str = "es"
    place: str = ""
    goods: str = ""
    producer: str = ""
    signs: tuple[str, ...] = ()
    happened: str = ""
    known_how: str = ""
    told_others: str = ""
    contact: str = ""


LINES: Final = ("place", "goods", "producer", "happened", "known_how", "told_others", "contact")


def check_tip(said: TipSaid) -> None:
    """Return quietly when a tip can be received.

    Raises:
        TipError: it tells nothing, something is too long, or a sign is none.

    """
    check_body(said.account, "account")
    for name in LINES:
        check_length(getattr(said, name), MOST_LINE, name)
    if not set(said.signs) <= set(SIGNS):
        raise TipError(UNKNOWN_SIGN, "signs")


def check_body(text: str, field: str) -> str:
    """Return a text without blanks around it.

    Raises:
        TipError: it is empty or too long.

    """
    if not text.strip():
        raise TipError(NOTHING_TOLD, field)
    check_length(text, MOST_TEXT, field)
    return text.strip()


def check_length(text: str, most: int, field: str) -> None:
    """Return quietly when a text fits.

    Raises:
        TipError: it is too long.

    """
    if len(text) > most:
        raise TipError(TOO_LONG.filled(length=len(text), most=most), field)


def check_files(number: int) -> None:
    """Return quietly when so many files may come at once.

    Raises:
        TipError: they are too many.

    """
    if number > MOST_FILES:
        raise TipError(TOO_MANY_FILES.filled(most=MOST_FILES), "attachments")


def check_tip_act(act: TipAct, state: TipState, roles: frozenset[Role]) -> TipState:
    """Return the state that an act leads to.

    Raises:
        TipBarredError: it is not possible where the tip stands.
        ForbiddenError: none of the roles does it.

    """
    move = TIP_MOVES[act]
    if not roles & move.roles:
        raise ForbiddenError(DENIED)
    if state not in move.origins:
        raise TipBarredError
    return move.target or state


def possible_tip_acts(state: TipState, roles: frozenset[Role]) -> list[TipAct]:
    """Return what may be done with a tip now, in the order of the table."""
    return [act for act, move in TIP_MOVES.items() if state in move.origins and roles & move.roles]


def classified_file(received_on: date) -> Classified:
    """Return how every file of a tip is classified: it may put whoever sent it at risk (LGTAIP art. 112)."""
    return Classified(
        Classification.RESERVED,
        "LGTAIP art. 112, fr. V, VII",
        "Puede revelar a quien dio el aviso y poner en riesgo su vida o su seguridad",
        years_later(received_on, MOST_YEARS),
    )
