"""A frame of lines judged at once: each distinct combination of what counts is judged once, in words, by the judge.

Which lines an entry may concern is told by numbers: the place of their code among the listed prefixes, the class of
their origin, whether they name their maker, whether a party matches.  The others, nearly all, differ only in what they
leave out.  Of the lines that an entry may concern, those are one to which the judge must give one answer: a party that
matches no entry counts by its role, its naming and its whereabouts alone.  An answer that names a code or an origin is
asked for once a code and origin.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np

from screening.engine.columns import Column, Groups, Ids, Rows
from screening.engine.frames import VERSION, Marks, SaidLines
from screening.engine.goods import digits
from screening.engine.judge import Judge, Opinion
from screening.engine.matching import Match
from screening.engine.types import Answer, Judgement, Party

Matches = Mapping[Party, Sequence[Match]]
KINDS: Final = 3 * 2**5  # what a line may leave out: the maker or everybody, and five marks
NO_CODE: Final = 1  # the place of a line without any digit of a code
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
        said, groups = self.said, self.said.groups
        matched = _marks(bool(self.matches[party]) for party in said.parties.items)
        codes, contexts, kinds = self._codes(), self._contexts(), self._kinds()
        touched, placed = self._touched(contexts)
        close = touched[contexts.ids] | (groups.counts(self._particular()) > 0)
        concerned = close | (groups.counts(matched) > 0)
        answers = np.zeros(len(concerned), dtype=np.int64)
        plain, rest = np.flatnonzero(~concerned), np.flatnonzero(concerned)
        answers[plain] = self._once(plain, Rows.of(kinds[plain]))[0]
        members = groups.select(rest)
        sequences = members.sequences(self._stand_ins(members, matched, placed[contexts.ids[rest]]))
        alike = Rows.of(np.where(close, contexts.ids + KINDS, kinds)[rest], sequences)
        answers[rest], opinions = self._once(rest, alike)
        telling = np.flatnonzero(_marks(opinion.particular for opinion in opinions)[alike.ids])
        named = Rows.of(alike.ids[telling], codes[rest[telling]], said.columns["origin"].ids[rest[telling]])
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

    def _particular(self) -> Marks:
        """Return, by party, whether it matches an entry that asks for goods, origin or place as well."""
        items = self.said.parties.items
        return _marks(any(self.judge.asks_more(match.good) for match in self.matches[party]) for party in items)

    def _codes(self) -> Ids:
        """Return the lines by code and NICO as they were written, and edition."""
        columns = self.said.columns
        size, sizes = len(columns["nico"].values), len(columns[VERSION].values)
        return (columns["tariff_code"].ids * size + columns["nico"].ids) * sizes + columns[VERSION].ids

    def _contexts(self) -> Rows:
        """Return the lines by all that tells which entries their goods, origin and naming of a maker leave possible."""
        columns = self.said.columns
        places = self._places(columns["tariff_code"], columns["nico"])
        read = np.full(len(places), self.judge.goods.reads_descriptions) | (places == NO_CODE)
        return Rows.of(
            2 * places + columns["tariff_code"].says(),
            columns[VERSION].ids,
            self._descriptions(columns["description"], read),
            2 * self._origins(columns["origin"]) + columns["virtual"].ids,
            self.said.openness,
        )

    def _places(self, code: Column, nico: Column) -> Ids:
        """Return, by line, the place of its code among the listed prefixes; the NICO counts behind a code alone."""
        pairs = Rows.of(code.ids, nico.ids)
        codes, nicos = [digits(text) for text in code.texts()], [digits(text) for text in nico.texts()]
        numbers = zip(code.ids[pairs.first].tolist(), nico.ids[pairs.first].tolist(), strict=True)
        full = [codes[c] and codes[c] + nicos[n] for c, n in numbers]
        return self.judge.goods.places(full)[pairs.ids]

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

    def _kinds(self) -> Ids:
        """Return the lines by what they leave out: all that is said of one that no entry concerns; below KINDS."""
        said, columns = self.said, self.said.columns
        marks = (
            np.diff(said.groups.starts) > 0,
            said.groups.counts(said.parties.sellers) > 0,
            columns["tariff_code"].says(),
            columns["origin"].says(),
            columns["virtual"].ids > 0,
        )
        kind = said.openness
        for mark in marks:
            kind = 2 * kind + mark
        return kind

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


def _marks(values: Iterable[bool]) -> Marks:
    return np.fromiter(values, dtype=np.bool_)
