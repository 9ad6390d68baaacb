"""What an act asks of the facts of a case, besides its stage and role: see ``stages.Condition``."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from cases.domain.calendars import Calendars
from cases.domain.case import Ground, Origin
from cases.domain.errors import BarredError, NotCompetentError
from cases.domain.pending import CaseTerm
from cases.domain.procedure import Act, Stage, Step
from cases.domain.stages import COMPETENCE, MOVES, STANDING
from cases.domain.steps import JOINDER, ORDER
from cases.domain.terms import TermKind
from kernel.domain.actors import Actor
from kernel.domain.text import Text

# What may be done in a case that was joined to another; the rest is done in the one it was joined to, for both.
OWN_OF_JOINED: Final = frozenset[Act | Step](
    {
        Act.WITHDRAW,
        Act.CONTINUE_ON_OWN_MOTION,
        Act.DECLARE_LAPSED,
        Step.NAME_PETITIONER,
        Step.SEPARATE,
        Step.EXTEND,
        Step.SUSPEND,
        Step.RESUME,
        Step.ADD_DOCUMENT,
        Step.CLASSIFY_DOCUMENT,
        Step.EXPORT,
        # What finishes what was begun in it, and what nobody may refuse to take.
        Step.CHANGE_PARTY,
        Step.RECORD_ATTEMPT,
        Step.SERVE_NOTICE,
        Step.ACKNOWLEDGE_NOTICE,
        Step.VOID_NOTICE,
        Step.ANSWER_REQUEST,
        Step.RECORD_ANNULMENT,
        Step.RECEIVE_SUBMISSION,
        Step.DECIDE_EXHIBIT,
    }
)

# What a petitioner does in its own case; the rest is for officials, and none of them acts in a case of their own.
OF_PETITIONER: Final = frozenset[Act | Step](
    {Act.CURE, Act.WITHDRAW, Step.ADD_DOCUMENT, Step.ACKNOWLEDGE_NOTICE, Step.RECEIVE_SUBMISSION}
)
ABSTENTION: Final = "LFPA art. 21"  # an official with an interest in a case abstains

CURE_RUNS: Final = Text(
    "El plazo para desahogar la prevención no ha terminado; aún no se puede desechar",
    "The term to cure the prevention is not over; the petition cannot be dismissed yet",
)
NOT_PREVENTED: Final = Text(
    "No se previno a tiempo; la solicitud ya no se puede desechar por incompleta, solo por improcedente",
    "No prevention was made in time; the petition cannot be dismissed as incomplete, only as inadmissible",
)
PLEADINGS_RUN: Final = Text("El plazo de alegatos no ha terminado", "The term for pleadings is not over")
DRAFTER: Final = Text(
    "Quien proyectó la resolución no la emite; la firma otra persona",
    "Whoever drafted the resolution does not issue it; another person signs",
)
NO_DRAFTER: Final = Text("No consta quién proyectó la resolución", "Nobody is named as drafter of the resolution")
OUT_OF_ORDER: Final = Text(
    "Antes está por resolver {earlier}; para alterar el orden dé prioridad al expediente con su motivación",
    "{earlier} is to be decided before; to depart from the order give the case priority, with reasons",
)
NO_PETITION: Final = Text(
    "El procedimiento se sigue de oficio; no hay solicitud de la cual desistirse",
    "The procedure is on own motion; there is no petition to withdraw",
)
AGREED: Final = Text("Ya consta el acuerdo para admitir", "The agreement to admit is on file already")
CONTINUED: Final = Text(
    "Ya se decidió continuar de oficio si hay desistimiento",
    "It was decided before to go on on own motion should the petition be withdrawn",
)
NOT_PETITIONER: Final = Text(
    "Solo puede hacerlo quien presentó la solicitud o su representante",
    "Only who filed the petition or its representative may do this",
)
INTERESTED: Final = Text(
    "Usted presentó la solicitud y debe excusarse; actúe otra persona",
    "You filed the petition and must abstain; another person acts",
)
OPENED_NOW: Final = Text(
    "La apertura de los alegatos se asentó hoy; no se cierran el mismo día",
    "The opening of the pleadings was recorded today; they are not closed on the same day",
)
JOINED: Final = Text(
    "El expediente está acumulado a {lead}; actúe en ese", "The case is joined to {lead}; act in that one"
)
ITSELF: Final = Text("Un expediente no se acumula a sí mismo", "A case is not joined to itself")
CHAINED: Final = Text(
    "{reference} tiene o es parte de una acumulación; acumule al expediente principal",
    "{reference} leads or is part of a joinder; join to the leading case",
)
UNLIKE: Final = Text(
    "Solo se acumulan expedientes de la misma clase y en la misma etapa",
    "Only cases of the same kind and in the same stage are joined",
)
PRIORITISED: Final = Text("El orden de despacho ya se alteró", "The case has been put first before")
IN_ORDER: Final = Text("El expediente está en su lugar en el orden", "The case is in its place in the order")
LEAD_ENDED: Final = Text("Terminó el expediente al que estaba acumulado", "The case that it was joined to has ended")
NOT_JOINED: Final = Text("El expediente no está acumulado a otro", "The case is not joined to another")


@dataclass(frozen=True, slots=True)
class Joinable:
    """What a joinder looks at in a case: its reference, kind and stage, and whether it is part of a joinder."""

    reference: str
    kind: str
    stage: str
    in_joinder: bool


def check_dismissal(ground: Ground, stage: Stage, cure: CaseTerm | None, calendars: Calendars, *, on: date) -> None:
    """Return quietly when a petition may be dismissed on a ground.

    Raises:
        BarredError: it was prevented and the cure term is not over, or it is dismissed as incomplete although
            nothing was prevented in time (LFPA 17-A).

    """
    article = MOVES[Act.DISMISS].article
    if stage is Stage.PREVENTED and (cure is None or not cure.is_over(calendars, on=on)):
        raise BarredError(CURE_RUNS, article=article)
    if ground is Ground.INCOMPLETE and cure is None:
        raise BarredError(NOT_PREVENTED, article=article)


def check_new_pleadings(terms: Sequence[CaseTerm], calendars: Calendars, *, on: date) -> None:
    """Return quietly when pleadings may be opened by a notice of a day: earlier ones, if any, were over by then.

    Raises:
        BarredError: the notice is of a time when pleadings were still open (LFPA 56).

    """
    if any(term.kind is TermKind.PLEADINGS and not term.is_over(calendars, on=on) for term in terms):
        raise BarredError(PLEADINGS_RUN, article=MOVES[Act.OPEN_PLEADINGS].article)


def check_pleadings_over(terms: Sequence[CaseTerm], calendars: Calendars, *, on: date) -> None:
    """Return quietly when the term for pleadings is over under every calendar.

    Raises:
        BarredError: it still runs (LFPA 56).

    """
    last = max((term for term in terms if term.kind is TermKind.PLEADINGS), key=lambda term: term.number, default=None)
    if last is None or not last.is_over(calendars, on=on):
        raise BarredError(PLEADINGS_RUN, article=MOVES[Act.CLOSE_PLEADINGS].article)


def check_opened_before(entered: date, *, on: date) -> None:
    """Return quietly when the opening of the pleadings was put on file on a day before their closing.

    Raises:
        BarredError: it was recorded on the same day, with a notice of before: nobody could have pleaded (LFPA 56).

    """
    if on <= entered:
        raise BarredError(OPENED_NOW, article=MOVES[Act.CLOSE_PLEADINGS].article)


def check_drafter(drafter: str, decider: str) -> None:
    """Return quietly when the one who decides is not the one who drafted.

    Raises:
        NotCompetentError: they are the same person, or nobody is named as drafter.

    """
    if not drafter:
        raise NotCompetentError(NO_DRAFTER, article=COMPETENCE)
    if drafter == decider:
        raise NotCompetentError(DRAFTER, article=COMPETENCE)


def check_order(earlier: str | None) -> None:
    """Return quietly when no case of the same kind is to be decided before; ``earlier`` is the one that is.

    Raises:
        BarredError: there is one, and the case has no priority (LFPA 46).

    """
    if earlier is not None:
        raise BarredError(OUT_OF_ORDER.filled(earlier=earlier), article=ORDER)


def check_from_petition(act: Act, origin: Origin, withdrawn_on: date | None) -> None:
    """Return quietly when a case rests on a petition that stands.

    Raises:
        BarredError: it was started on own motion or continues so since the petition was withdrawn.

    """
    if origin is Origin.OWN_MOTION or withdrawn_on is not None:
        raise BarredError(NO_PETITION, article=MOVES[act].article)


def check_not_continued(continued_on: date | None) -> None:
    """Return quietly when it was not decided yet to go on on own motion.

    Raises:
        BarredError: it was.

    """
    if continued_on is not None:
        raise BarredError(CONTINUED, article=MOVES[Act.CONTINUE_ON_OWN_MOTION].article)


def check_not_agreed(agreed_by: Actor | None) -> None:
    """Return quietly when nobody has agreed to admit the petition as it stands.

    Raises:
        BarredError: somebody has.

    """
    if agreed_by is not None:
        raise BarredError(AGREED, article=MOVES[Act.ADMIT].article)


def check_petitioner(petitioner: str, actor_name: str) -> None:
    """Return quietly when the actor is the petitioner of the case.

    Raises:
        NotCompetentError: it is another, or the petitioner of the case is not named yet (LFPA 19).

    """
    if not petitioner or petitioner != actor_name:
        raise NotCompetentError(NOT_PETITIONER, article=STANDING)


def check_no_interest(what: Act | Step, petitioners: Collection[str], actor: Actor) -> None:
    """Return quietly when the actor is none of the petitioners, or does what is for a petitioner to do.

    Raises:
        NotCompetentError: an official would act in its own petition (LFPA 21).

    """
    if what not in OF_PETITIONER and actor.name in petitioners:
        raise NotCompetentError(INTERESTED, article=ABSTENTION)


def check_not_joined(what: Act | Step, lead: str | None) -> None:
    """Return quietly when an act or step is possible in the case itself; ``lead`` is what it was joined to.

    Raises:
        BarredError: it is for the case that it was joined to (LFPA 45).

    """
    if lead is not None and what not in OWN_OF_JOINED:
        raise BarredError(JOINED.filled(lead=lead), article=JOINDER)


def check_place(*, prioritised: bool, wanted: bool) -> None:
    """Return quietly when the place of a case in the order is another than the one it is given.

    Raises:
        BarredError: it is there already (LFPA 46).

    """
    if prioritised is wanted:
        raise BarredError(PRIORITISED if wanted else IN_ORDER, article=ORDER)


def check_joinable(one: Joinable, lead: Joinable, *, leads: bool) -> None:
    """Return quietly when a case may be joined to another, which goes on for both; ``leads`` if it leads a joinder.

    Raises:
        BarredError: they are the same, unlike in kind or stage, or part of a joinder already (LFPA 45).

    """
    if one.reference == lead.reference:
        raise BarredError(ITSELF, article=JOINDER)
    for case, taken in ((one, one.in_joinder or leads), (lead, lead.in_joinder)):
        if taken:
            raise BarredError(CHAINED.filled(reference=case.reference), article=JOINDER)
    if (one.kind, one.stage) != (lead.kind, lead.stage):
        raise BarredError(UNLIKE, article=JOINDER)
