"""A hit from the answers of an entry: its score, its order, its reasons and what would clear it.

**Score** (0..1): the mean of what each criterion is worth: MET 1, NEAR 0.8, NOT DECLARED 0.5; the producer's is the
best name score of any party. **Order** (nats, no upper end): the rarity of the words that a party shares with the
listed name (an identifier counts ten more), half a nat for each shared digit of the tariff code, and what an agreeing
origin and place add.  Both are sums or maxima of parts that never fall when a line agrees better with the same entry:
one more matching party, a nearer name, a longer shared code, a declared origin or place that agrees.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from screening.engine.clears import what_clears
from screening.engine.matching import Match
from screening.engine.reasons import why_hit
from screening.engine.types import Answer, Criterion, CriterionAnswer, EngineHit, ListedGood, Party, Verdict

VALUES: Final = {Answer.MET: 1.0, Answer.NEAR: 0.8, Answer.NOT_DECLARED: 0.5, Answer.NOT_MET: 0.0}  # open: half
ORDERS: Final = {  # what an agreeing criterion adds to the order, in the units of a rare shared word (nats)
    (Criterion.ORIGIN, Answer.MET): 1.0,
    (Criterion.PLACE, Answer.NEAR): 1.5,
    (Criterion.PLACE, Answer.MET): 3.0,
}


@dataclass(frozen=True, slots=True)
class Best:
    """What the parties of a line say together for one entry.

    ``party`` and ``match`` are those to be shown; ``sure``: the party is the line's own and its name is the same;
    ``score`` and ``order`` are the highest of any party.
    """

    party: Party
    match: Match
    sure: bool
    score: float
    order: float


def best_matches(parties: Sequence[Party], matches: Sequence[Sequence[Match]], *, met: float) -> dict[int, Best]:
    """Return, for each entry matched, what the parties say; sure matches first, then the best score, then rarity.

    ``matches`` are those of each party, in the same order; ``met`` is the score from which a name is the same.
    """
    best: dict[int, Best] = {}
    for party, found in zip(parties, matches, strict=True):
        for match in found:
            sure = party.attributed and match.score >= met and not match.doubted
            one = Best(party, match, sure, match.score, match.order)
            known = best.get(match.good)
            best[match.good] = one if known is None else _together(known, one)
    return best


def _together(known: Best, one: Best) -> Best:
    shown = max(known, one, key=lambda b: (b.sure, b.match.score, b.party.attributed, b.match.order))
    return Best(shown.party, shown.match, shown.sure, max(known.score, one.score), max(known.order, one.order))


def make_hit(
    good: ListedGood, verdict: Verdict, answers: Sequence[CriterionAnswer], best: Best | None, *, goods: str
) -> EngineHit:
    """Return the hit on an entry; ``goods`` are its tariff prefixes or words, for people."""
    party, match = (best.party, best.match) if best else (None, None)
    alias = match.alias if match else ""
    return EngineHit(
        good=good,
        verdict=verdict,
        score=round(_score(answers, best), 4),
        order=round((best.order if best else 0.0) + sum(map(_weight, answers)), 3),
        party=party,
        alias=alias,
        words=match.words if match else (),
        criteria=tuple(answers),
        reason=why_hit(good, answers),
        clears=what_clears(good, answers, goods=goods, party=party, alias=alias),
    )


def _score(answers: Iterable[CriterionAnswer], best: Best | None) -> float:
    values = [best.score if a.criterion is Criterion.PRODUCER and best else VALUES[a.answer] for a in answers]
    return sum(values) / len(values)


def _weight(answer: CriterionAnswer) -> float:
    return answer.weight + ORDERS.get((answer.criterion, answer.answer), 0.0)
