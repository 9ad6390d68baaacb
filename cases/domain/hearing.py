"""Whether the importers were heard and the evidence was ruled on, before the file goes on (LFPA arts. 50, 56, 59)."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from cases.domain.calendars import Calendars
from cases.domain.errors import BarredError
from cases.domain.procedure import Act
from cases.domain.stages import MOVES
from cases.domain.submissions import PartyTerm
from cases.domain.terms import TermKind
from kernel.domain.text import Text

NOT_HEARD: Final = Text(
    "Ningún importador ha sido notificado; óigase antes de abrir los alegatos",
    "No importer was notified; one must be heard before the pleadings are opened",
)
NOT_EACH_HEARD: Final = Text(
    "Falta notificar a un importador que es parte",
    "An importer that is a party was not notified",
)
NOT_DECIDED: Final = Text(
    "Falta acordar sobre pruebas que se recibieron",
    "Evidence that was received is not ruled on yet",
)
STILL_HEARD: Final = Text(
    "Un importador no ha contestado y su plazo no ha terminado",
    "An importer has not answered and its term is not over",
)


def check_importers_heard(
    terms: Sequence[PartyTerm], importers: frozenset[str], calendars: Calendars, *, on: date
) -> None:
    """Return quietly when by a day each importer was notified and had answered or let its term pass, and there is one.

    ``importers`` are the keys of those that are parties.

    Raises:
        BarredError: none or not each was notified, or one could still answer (LFPA 56).

    """
    article = MOVES[Act.OPEN_PLEADINGS].article
    answers = [one for one in terms if one.term.kind is TermKind.IMPORTER_ANSWER]
    if not answers:
        raise BarredError(NOT_HEARD, article=article)
    if not importers <= {one.party for one in answers}:
        raise BarredError(NOT_EACH_HEARD, article=article)
    if not all(one.term.is_met(on=on) or one.term.is_over(calendars, on=on) for one in answers):
        raise BarredError(STILL_HEARD, article=article)


def check_evidence_decided(*, pending: bool) -> None:
    """Return quietly when every exhibit was ruled on; ``pending`` if one was not.

    Raises:
        BarredError: one was not (LFPA 50, 59).

    """
    if pending:
        raise BarredError(NOT_DECIDED, article="LFPA art. 50, 59")
