"""One line against every listed good: the answers to their criteria, the verdict and the reasons."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from screening.engine import reasons
from screening.engine.correlation import Correlation
from screening.engine.declared import Declared, Openness, not_declared
from screening.engine.goods import GoodsCriterion, Said
from screening.engine.hits import Best, best_matches, make_hit
from screening.engine.matching import Match
from screening.engine.places import place_answer
from screening.engine.reasons import joined, labelled, why_alike, why_excluded, why_no_hit
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
MOST_PLACED: Final = 200_000  # parties whose places are remembered: about 50 MB
HITS: Final = frozenset({Verdict.STOP, Verdict.REVIEW, Verdict.WATCH})

_Answers = Sequence[CriterionAnswer]


@dataclass(frozen=True, slots=True)
class Opinion:
    """A judgement; ``particular``: its words name the tariff code or the origin, so that others need their own."""

    judgement: Judgement
    particular: bool


class Judge:
    """The listed goods with their criteria, ready to judge lines."""

    def __init__(self, goods: Sequence[ListedGood], thresholds: Thresholds, correlation: Correlation) -> None:
        self.listed = goods
        self.goods = GoodsCriterion(goods, correlation)
        self._thresholds = thresholds
        self._open_from = [_open_from(good) for good in goods]
        self._by_origin = self._without_goods()
        self._places = tuple({good.places: good for good in goods if good.places}.values())
        self._whereabouts: dict[Party, tuple[Answer, ...]] = {}
        self.origins = frozenset(origin for good in goods for origin in good.origins)
        self._by_name_alone = [
            i for i, g in enumerate(goods) if g.producers and not (self.goods.asked_by(i) or g.origins or g.places)
        ]
        self._asks_for_the_maker = any(goods[i].authority is Authority.NATIONAL for i in self._by_name_alone)

    def _without_goods(self) -> dict[Openness, dict[str, list[int]]]:
        """Return the entries that ask for origin or place and no goods: by origin, under "" all, under "*" for any."""
        found: dict[Openness, dict[str, list[int]]] = {openness: defaultdict(list) for openness in Openness}
        for i, good in enumerate(self.listed):
            if not self.goods.asked_by(i) and (good.origins or good.places):
                for origin in ("", *(good.origins or ("*",))):
                    found[self._open_from[i]][origin].append(i)
        return found

    def possible(self, said: Said, origin: str, openness: Openness) -> list[int]:
        """Return the entries that goods, origin and the naming of a maker alone do not exclude, unless a name matches.

        Only entries that ask for goods, origin or place; one that asks for its producer too is excluded by every other
        producer, and so is possible only as far as ``openness`` leaves it open.
        """
        found = {i for i in self.goods.possible(said) if self._open_from[i] <= openness and self._of_origin(i, origin)}
        for least, by_origin in self._by_origin.items():
            if least <= openness:
                found.update(by_origin.get(origin, ()), by_origin.get("*", ()))
        return sorted(found)

    def _of_origin(self, i: int, origin: str) -> bool:
        return not (origin and self.listed[i].origins) or origin in self.listed[i].origins

    def asks_more(self, entry: int) -> bool:
        """Tell whether an entry asks for goods, origin or place, and not for a producer alone."""
        good = self.listed[entry]
        return self.goods.asked_by(entry) or bool(good.origins or good.places)

    def asks_for_places(self, entries: Iterable[int]) -> bool:
        """Tell whether one of the entries asks for a place."""
        return any(self.listed[i].places for i in entries)

    def whereabouts(self, party: Party) -> tuple[Answer, ...]:
        """Return where a party is to each set of places that entries ask for; all that place answers depend on."""
        known = self._whereabouts.get(party)
        if known is None:
            known = tuple(place_answer(good, (party,), seller_counts=True).answer for good in self._places)
            if len(self._whereabouts) >= MOST_PLACED:
                self._whereabouts.clear()
            self._whereabouts[party] = known
        return known

    def judge(self, line: Declared, matches: Sequence[Sequence[Match]]) -> Opinion:
        """Return the verdict on one line; ``matches`` are those of each of its parties, in the same order."""
        best = best_matches(line.parties, matches, met=self._thresholds.met)
        verdicts: list[Verdict] = []
        hits: list[tuple[EngineHit, int]] = []
        excluded: list[tuple[int, _Answers]] = []
        for i in sorted({*self.possible(line.said(), line.origin, line.openness()), *best}):
            answers = self._answers(i, line, best.get(i))
            verdict = decide(self.listed[i].authority, {a.criterion: a.answer for a in answers})
            verdicts.append(verdict)
            if verdict in HITS:
                hits.append((self._hit(i, verdict, answers, best.get(i)), i))
            elif i in best and verdict is Verdict.CLEAR:
                excluded.append((i, answers))
        if self._leaves_a_name_open(line):
            verdicts.append(Verdict.UNKNOWN)
        hits.sort(key=lambda h: (GRAVITY[h[0].verdict], -h[0].order, -h[0].score, h[0].good.key))
        told = [i for _, i in hits] or [i for i, _ in excluded]
        judgement = self._judgement(line, worst(verdicts), [hit for hit, _ in hits], excluded)
        return Opinion(judgement, any(self.goods.asked_by(i) or self.listed[i].origins for i in told))

    def _leaves_a_name_open(self, line: Declared) -> bool:
        """Tell whether an entry that asks for a name alone is open: a national one while only a seller is named."""
        if self._asks_for_the_maker and not line.names_a_maker():
            return True
        return bool(self._by_name_alone) and not line.names_its_party()

    def _answers(self, i: int, line: Declared, best: Best | None) -> list[CriterionAnswer]:
        good = self.listed[i]
        answers = []
        if self.goods.asked_by(i):
            answers.append(self.goods.answer(i, line.said()))
        if good.origins:
            answers.append(_origin_answer(good, line.origin))
        if good.places:
            foreign = good.authority is not Authority.NATIONAL
            answers.append(place_answer(good, line.parties, seller_counts=foreign))
        if good.producers:
            answers.append(self._producer_answer(i, line, best))
        return answers

    def _producer_answer(self, i: int, line: Declared, best: Best | None) -> CriterionAnswer:
        if best is not None:
            answer = Answer.MET if best.sure else Answer.NEAR
            return CriterionAnswer(Criterion.PRODUCER, answer, why_alike(best.party, best.match))
        if not line.names_its_party():
            reason = reasons.NO_NAME if line.parties else reasons.NO_PARTY
            return CriterionAnswer(Criterion.PRODUCER, Answer.NOT_DECLARED, reason)
        if line.names_a_maker():
            return CriterionAnswer(Criterion.PRODUCER, Answer.NOT_MET, reasons.OTHER_MAKER)
        answer = Answer.NOT_DECLARED if self.listed[i].authority is Authority.NATIONAL else Answer.NOT_MET
        return CriterionAnswer(Criterion.PRODUCER, answer, reasons.OTHER_SELLER)

    def _hit(self, i: int, verdict: Verdict, answers: _Answers, best: Best | None) -> EngineHit:
        goods = self.goods.listed(i) if self.goods.asked_by(i) else ""
        return make_hit(self.listed[i], verdict, answers, best, goods=goods)

    def _judgement(
        self, line: Declared, verdict: Verdict, hits: Sequence[EngineHit], excluded: Sequence[tuple[int, _Answers]]
    ) -> Judgement:
        if hits:
            reason = joined([labelled(h.good, h.reason) for h in hits[:MOST_HITS]], " ")
        else:
            namesakes = [why_excluded(self.listed[i], answers) for i, answers in excluded[:MOST_EXCLUDED]]
            reason = joined([why_no_hit(verdict, line, len(self.listed)), *namesakes], " ")
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


def _open_from(good: ListedGood) -> Openness:
    """Return how open the producer of a line must be left for an entry that no name matches to be possible."""
    if not good.producers:
        return Openness.MAKER_NAMED
    return Openness.SELLER_NAMED if good.authority is Authority.NATIONAL else Openness.NOBODY_NAMED


def _origin_answer(good: ListedGood, origin: str) -> CriterionAnswer:
    answer = Answer.NOT_DECLARED if not origin else Answer.MET if origin in good.origins else Answer.NOT_MET
    reason = reasons.ORIGIN[answer].filled(origin=origin, listed=", ".join(good.origins))
    return CriterionAnswer(Criterion.ORIGIN, answer, reason)
