"""A frame of lines judged at once: each distinct combination of what counts is judged once, in words, by the judge.

Which lines an entry may concern is told by numbers: the place of their code among the listed prefixes, the class of
their origin, whether they name their maker, whether a party matches.  The others, nearly all, differ only in what they
leave out.  Of the lines that an entry may concern, those are one to which the judge must give one answer: a party that
matches no entry counts by its role, its naming and its whereabouts alone.  An answer that names a code or an origin is
asked for once a code and origin.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np

from screening.engine.columns import Column, Groups, Ids, Rows
from screening.engine.frames import VERSION, Marks, SaidLines
from screening.engine.goods import Said
from screening.engine.judge import Judge, Opinion
from screening.engine.matching import Match
from screening.engine.types import Answer, Judgement, Party

Matches = Mapping[Party, Sequence[Match]]
HERE: Final = frozenset({Answer.MET, Answer.NEAR})


@dataclass(frozen=True, slots=True)
class Judged:
    """The judgement of each line: ``judgements[ids[line]]``."""

    ids: Ids
    judgements: list[Judgement]


@dataclass(slots=True)
class Batch:
    """The lines of a frame before the judge; ``matches`` holds those of every comparable party."""

    judge: Judge
    said: SaidLines
    matches: Matches
    _judgements: list[Judgement] = field(default_factory=list)

    def judged(self) -> Judged:
        """Return the judgement of every line, in the order of the lines."""
        said = self.said
        matched = np.fromiter((bool(self.matches[p]) for p in said.parties.items), dtype=np.bool_)
        codes, contexts = self._contexts()
        touched, placed = self._touched(contexts)
        concerned = touched[contexts.ids] | (said.groups.counts(matched) > 0)
        answers = np.zeros(len(concerned), dtype=np.int64)
        plain, rest = np.flatnonzero(~concerned), np.flatnonzero(concerned)
        answers[plain] = self._once(plain, self._kinds(plain))[0]
        groups = said.groups.select(rest)
        sequences = groups.sequences(self._stand_ins(groups, matched, placed[contexts.ids[rest]]))
        alike = Rows.of(contexts.ids[rest], sequences)
        answers[rest], opinions = self._once(rest, alike)
        telling = np.flatnonzero(_marks(opinions)[alike.ids])
        named = Rows.of(alike.ids[telling], codes.ids[rest[telling]], said.columns["origin"].ids[rest[telling]])
        answers[rest[telling]] = self._once(rest[telling], named)[0]
        return Judged(answers, self._judgements)

    def _once(self, lines: Ids, rows: Rows) -> tuple[Ids, list[Opinion]]:
        """Return the number of each line's judgement; the first line of each kind of rows is judged for all."""
        opinions = []
        for line in lines[rows.first].tolist():
            declared = self.said.declared(line)
            opinions.append(self.judge.judge(declared, [self.matches[party] for party in declared.parties]))
        start = len(self._judgements)
        self._judgements += [opinion.judgement for opinion in opinions]
        return rows.ids + start, opinions

    def _contexts(self) -> tuple[Rows, Rows]:
        """Return the lines by code, NICO and edition, and by all that tells which entries goods and origin leave."""
        columns = self.said.columns
        codes = Rows.of(columns["tariff_code"].ids, columns["nico"].ids, columns[VERSION].ids)
        full = [self._goods(line).full() for line in codes.first.tolist()]
        places = self.judge.goods.places(full)[codes.ids]
        coded = _marks_of(columns["tariff_code"])
        origins = self._origins(columns["origin"])
        read = np.full(len(coded), self.judge.goods.reads_descriptions) | (places == NO_CODE)
        contexts = Rows.of(
            2 * places + coded,
            columns[VERSION].ids,
            self._descriptions(columns["description"], read),
            2 * origins + columns["virtual"].ids,
            self.said.openness,
        )
        return codes, contexts

    def _goods(self, line: int) -> Said:
        columns = self.said.columns
        values = {name: columns[name].values[columns[name].ids[line]] for name in ("tariff_code", "nico")}
        return Said(str(values["tariff_code"]), str(values["nico"]))

    def _origins(self, origin: Column) -> Ids:
        """Return the origin of each line by number: 0 for none, 1 for any that no entry asks for."""
        listed = sorted(self.judge.origins)
        number = {"": 0} | {name: i for i, name in enumerate(listed, start=2)}
        return np.array([number.get(name, 1) for name in origin.texts()], dtype=np.int64)[origin.ids]

    def _descriptions(self, description: Column, read: Marks) -> Ids:
        """Return, by line, the number of the listed words in its description; 0 where no entry reads it."""
        found = np.zeros(len(read), dtype=np.int64)
        if not (read.any() and self.judge.goods.knows_words):
            return found
        wanted = Rows.of(description.ids[read])
        number: dict[frozenset[str], int] = {}
        texts = [str(text) for text in description.at(np.flatnonzero(read)[wanted.first])]
        of_text = [number.setdefault(self.judge.goods.words_of(text), len(number)) for text in texts]
        found[read] = np.array(of_text, dtype=np.int64)[wanted.ids]
        return found

    def _touched(self, contexts: Rows) -> tuple[Marks, Marks]:
        """Return, by context, whether an entry is left possible, and whether one of those asks for a place."""
        touched, placed = np.zeros(contexts.count, dtype=np.bool_), np.zeros(contexts.count, dtype=np.bool_)
        for context, line in enumerate(contexts.first.tolist()):
            declared = self.said.declared(line)
            possible = self.judge.possible(declared.said(), declared.origin, declared.openness())
            touched[context], placed[context] = bool(possible), self.judge.asks_for_places(possible)
        return touched, placed

    def _kinds(self, lines: Ids) -> Rows:
        """Return the lines by what they leave out: all that is said of a line that no entry concerns."""
        said, columns = self.said, self.said.columns
        marks = (
            np.diff(said.groups.starts) > 0,
            said.groups.counts(said.parties.sellers) > 0,
            _marks_of(columns["tariff_code"]),
            _marks_of(columns["origin"]),
            columns["virtual"].ids > 0,
        )
        kind = said.openness
        for mark in marks:
            kind = 2 * kind + mark
        return Rows.of(kind[lines])

    def _stand_ins(self, groups: Groups, matched: Marks, placed: Marks) -> Ids:
        """Return, by member of the groups, a number that is equal where the judge cannot tell two parties apart.

        A party that matches or is in a listed place is nobody but itself; ``placed`` (by group) tells where places
        are asked for at all.
        """
        who = self.said.parties
        asked = np.repeat(placed, np.diff(groups.starts))
        count = len(who.items)
        number: dict[tuple[object, ...], int] = {}
        plain, place = np.arange(count), np.arange(count)
        for i in np.flatnonzero(~matched).tolist():
            party = who.items[i]
            plain[i] = count + number.setdefault((party.role, party.attributed, bool(who.named[i])), len(number))
        for i in np.unique(groups.members[asked]).tolist():
            where = () if matched[i] else self.judge.whereabouts(who.items[i])
            if where and not HERE.intersection(where):
                place[i] = count + number.setdefault((int(plain[i]), *where), len(number))
        return np.where(asked, place[groups.members], plain[groups.members])


NO_CODE: Final = 1  # the place of a line without any digit of a code


def _marks_of(column: Column) -> Marks:
    """Return, by line, whether a column says anything."""
    return np.fromiter((bool(text) for text in column.texts()), dtype=np.bool_)[column.ids]


def _marks(opinions: Sequence[Opinion]) -> Marks:
    return np.fromiter((opinion.particular for opinion in opinions), dtype=np.bool_)
