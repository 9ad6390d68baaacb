"""One line against every listed good: the answers to their criteria, the verdict and the reasons."""

from collections.abc import Sequence
from typing import Final

from screening.engine import reasons
from screening.engine.declared import Declared, not_declared
from screening.engine.goods import GoodsCriterion
from screening.engine.matching import Match
from screening.engine.places import place_answer
from screening.engine.reasons import joined, labelled, why_alike, why_excluded, why_hit, why_no_hit
from screening.engine.types import (
    Answer,
    Authority,
    Criterion,
    CriterionAnswer,
    EngineHit,
    Judgement,
    ListedGood,
    Party,
    Thresholds,
    Verdict,
)
from screening.engine.verdict import GRAVITY, decide, worst

MOST_HITS: Final = 5
MOST_EXCLUDED: Final = 2  # namesakes whose exclusion is told in the reasons of a line
MOST_CONTEXTS: Final = 50_000  # tariff codes with their origins that are remembered; a busy year has about 60,000
VALUES: Final = {Answer.MET: 1.0, Answer.NEAR: 0.8, Answer.NOT_DECLARED: 0.5, Answer.NOT_MET: 0.0}  # open: half
ORDERS: Final = {  # what an agreeing criterion adds to the order, in the units of a rare shared word (nats)
    (Criterion.GOODS, Answer.MET): 4.0,
    (Criterion.GOODS, Answer.NEAR): 2.0,
    (Criterion.ORIGIN, Answer.MET): 1.0,
    (Criterion.PLACE, Answer.MET): 3.0,
}

_Excluded = tuple[ListedGood, Sequence[CriterionAnswer]]


class Judge:
    """The listed goods with their criteria, ready to judge lines."""

    def __init__(self, goods: Sequence[ListedGood], thresholds: Thresholds) -> None:
        self.goods = goods
        self._thresholds = thresholds
        self._goods = GoodsCriterion(goods)
        self._contexts: dict[tuple[str, str, str], list[int]] = {}
        self._plain: dict[tuple[tuple[str, ...], bool, bool, bool], Judgement] = {}
        self.reads_descriptions = self._goods.reads_descriptions
        self._by_context = [i for i, g in enumerate(goods) if not self._goods.asked_by(i) and (g.origins or g.places)]
        self.by_name_alone = [
            i for i, g in enumerate(goods) if g.producers and not (self._goods.asked_by(i) or g.origins or g.places)
        ]
        self._asks_for_the_maker = any(goods[i].authority is Authority.NATIONAL for i in self.by_name_alone)

    def _possible(self, line: Declared) -> list[int]:
        """Return the entries that goods and origin alone do not exclude, among those that ask for either."""
        key = (line.code, line.nico, line.origin)
        known = self._contexts.get(key)
        if known is None:
            found = [*self._goods.possible(line.code, line.nico), *self._by_context]
            origins = ((i, self.goods[i].origins) for i in found)
            known = [i for i, wanted in origins if not (line.origin and wanted) or line.origin in wanted]
            if len(self._contexts) >= MOST_CONTEXTS:
                self._contexts.clear()
            self._contexts[key] = known
        return known

    def judge(self, line: Declared, matches: Sequence[Sequence[Match]]) -> Judgement:
        """Return the verdict on one line; ``matches`` are those of each of its parties, in the same order."""
        best = _best_matches(line.parties, matches)
        concerned = sorted({*self._possible(line), *best})
        if not concerned:
            return self._untouched(line)
        hits, verdicts, excluded = [], [], []
        for i in concerned:
            answers = self._answers(i, line, best.get(i))
            verdict = decide(self.goods[i].authority, {a.criterion: a.answer for a in answers})
            verdicts.append(verdict)
            if verdict in (Verdict.STOP, Verdict.REVIEW, Verdict.WATCH):
                hits.append(self._hit(i, verdict, answers, best.get(i)))
            elif i in best and verdict is Verdict.CLEAR:
                excluded.append((self.goods[i], answers))
        if self._leaves_a_name_open(line):
            verdicts.append(Verdict.UNKNOWN)
        hits.sort(key=lambda h: (GRAVITY[h.verdict], -h.order, -h.score, h.good.key))
        return self._judgement(line, worst(verdicts), hits, excluded)

    def _untouched(self, line: Declared) -> Judgement:
        """Return the answer for a line that no entry concerns: most lines, so each kind is put in words once."""
        missing = not_declared(line.code, line.origin, line.parties)
        key = (missing, bool(line.parties), line.names_its_party(), line.virtual)
        if key not in self._plain:
            verdict = Verdict.UNKNOWN if self._leaves_a_name_open(line) else Verdict.CLEAR
            self._plain[key] = self._judgement(line, verdict, (), ())
        return self._plain[key]

    def _leaves_a_name_open(self, line: Declared) -> bool:
        """Tell whether an entry that asks for a name alone is open: a national one while only a seller is named."""
        if self._asks_for_the_maker and not line.names_a_maker():
            return True
        return bool(self.by_name_alone) and not line.names_its_party()

    def _answers(self, i: int, line: Declared, best: tuple[Party, Match] | None) -> list[CriterionAnswer]:
        good = self.goods[i]
        answers = []
        if self._goods.asked_by(i):
            answers.append(self._goods.answer(i, line.code, line.nico, line.description))
        if good.origins:
            answers.append(_origin_answer(good, line.origin))
        if good.places:
            foreign = good.authority is not Authority.NATIONAL
            answers.append(place_answer(good, line.parties, seller_counts=foreign))
        if good.producers:
            answers.append(self._producer_answer(i, line, best))
        return answers

    def _producer_answer(self, i: int, line: Declared, best: tuple[Party, Match] | None) -> CriterionAnswer:
        if best is not None:
            party, match = best
            sure = match.score >= self._thresholds.met and party.attributed
            return CriterionAnswer(Criterion.PRODUCER, Answer.MET if sure else Answer.NEAR, why_alike(party, match))
        if not line.names_its_party():
            reason = reasons.NO_NAME if line.parties else reasons.NO_PARTY
            return CriterionAnswer(Criterion.PRODUCER, Answer.NOT_DECLARED, reason)
        if line.names_a_maker():
            return CriterionAnswer(Criterion.PRODUCER, Answer.NOT_MET, reasons.OTHER_MAKER)
        answer = Answer.NOT_DECLARED if self.goods[i].authority is Authority.NATIONAL else Answer.NOT_MET
        return CriterionAnswer(Criterion.PRODUCER, answer, reasons.OTHER_SELLER)

    def _hit(
        self, i: int, verdict: Verdict, answers: Sequence[CriterionAnswer], best: tuple[Party, Match] | None
    ) -> EngineHit:
        good = self.goods[i]
        party, match = best or (None, None)
        values = [match.score if a.criterion is Criterion.PRODUCER and match else VALUES[a.answer] for a in answers]
        order = (match.order if match else 0.0) + sum(ORDERS.get((a.criterion, a.answer), 0.0) for a in answers)
        return EngineHit(
            good=good,
            verdict=verdict,
            score=round(sum(values) / len(values), 4),
            order=round(order, 3),
            party=party,
            alias=match.alias if match else "",
            words=match.words if match else (),
            criteria=tuple(answers),
            reason=why_hit(good, answers),
        )

    def _judgement(
        self, line: Declared, verdict: Verdict, hits: Sequence[EngineHit], excluded: Sequence[_Excluded]
    ) -> Judgement:
        if hits:
            reason = joined([labelled(h.good, h.reason) for h in hits[:MOST_HITS]], " ")
        else:
            reason = joined(
                [why_no_hit(verdict, line, len(self.goods)), *(why_excluded(*pair) for pair in excluded[:2])], " "
            )
        top = hits[0] if hits else None
        return Judgement(
            verdict=verdict,
            no_border=line.virtual,
            score=top.score if top else 0.0,
            order=top.order if top else 0.0,
            reason=reason,
            not_declared=not_declared(line.code, line.origin, line.parties),
            hits=tuple(hits[:MOST_HITS]),
        )


def _best_matches(parties: Sequence[Party], matches: Sequence[Sequence[Match]]) -> dict[int, tuple[Party, Match]]:
    """Return, for each entry matched, the party that speaks loudest: attributed ones first, then the best score."""
    best: dict[int, tuple[Party, Match]] = {}
    for party, found in zip(parties, matches, strict=True):
        for match in found:
            known = best.get(match.good)
            if known is None or (party.attributed, match.score) > (known[0].attributed, known[1].score):
                best[match.good] = (party, match)
    return best


def _origin_answer(good: ListedGood, origin: str) -> CriterionAnswer:
    answer = Answer.NOT_DECLARED if not origin else Answer.MET if origin in good.origins else Answer.NOT_MET
    reason = reasons.ORIGIN[answer].filled(origin=origin, listed=", ".join(good.origins))
    return CriterionAnswer(Criterion.ORIGIN, answer, reason)
