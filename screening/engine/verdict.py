"""From the answers to a listed good's criteria to a verdict: one table, the first row that fits decides.

``tests/screening/data/verdicts.csv`` says the same in an officer's words and is compared over the whole space.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from screening.engine.types import Answer, Authority, Criterion, Verdict

Answers = Mapping[Criterion, Answer]  # of the criteria that the listed good has, and no others
Test = Callable[[Answers], bool]

GRAVITY: Final = {verdict: rank for rank, verdict in enumerate(Verdict)}  # 0 is the worst


def _any(answer: Answer) -> Test:
    return lambda answers: answer in answers.values()


def _all(*allowed: Answer) -> Test:
    return lambda answers: all(answer in allowed for answer in answers.values())


def _producer(*allowed: Answer) -> Test:
    return lambda answers: answers.get(Criterion.PRODUCER) in allowed


def _producer_open_but_goods_and_origin_met(answers: Answers) -> bool:
    """Tell whether only the maker is not known: a seller's other name clears nobody."""
    return (
        answers.get(Criterion.PRODUCER) is Answer.NOT_DECLARED
        and answers.get(Criterion.GOODS) is Answer.MET
        and answers.get(Criterion.ORIGIN, Answer.MET) is Answer.MET
    )


NATIONAL: Final[tuple[tuple[Test, Verdict], ...]] = (
    (_any(Answer.NOT_MET), Verdict.CLEAR),
    (_all(Answer.MET), Verdict.STOP),
    (_any(Answer.NEAR), Verdict.REVIEW),
    (_producer_open_but_goods_and_origin_met, Verdict.REVIEW),
    (_producer(Answer.MET), Verdict.REVIEW),  # the maker is named; what is missing must be asked for
    (lambda answers: True, Verdict.UNKNOWN),
)
FOREIGN: Final[tuple[tuple[Test, Verdict], ...]] = (
    (_any(Answer.NOT_MET), Verdict.CLEAR),
    (_producer(Answer.MET, Answer.NEAR), Verdict.WATCH),
    (lambda a: Criterion.PRODUCER not in a and _all(Answer.MET, Answer.NEAR)(a), Verdict.WATCH),  # ADR 3
    (lambda answers: True, Verdict.UNKNOWN),
)


def decide(authority: Authority, answers: Answers) -> Verdict:
    """Return the verdict for one listed good from the answers to its criteria (design, section 5).

    Raises:
        ValueError: if the good has no criteria at all; such an entry must not be on a list.

    """
    if not answers:
        raise ValueError("a listed good without criteria excludes nothing and finds nothing")
    table = NATIONAL if authority is Authority.NATIONAL else FOREIGN
    return next(verdict for fits, verdict in table if fits(answers))


def worst(verdicts: Iterable[Verdict]) -> Verdict:
    """Return the gravest of the verdicts; CLEAR when there is none."""
    return min(verdicts, key=GRAVITY.__getitem__, default=Verdict.CLEAR)
