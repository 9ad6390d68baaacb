import pytest

from cases.domain.procedure import VERBS, Stage
from cases.domain.reading import (
    MOVE_DEADLINES,
    REASONS_FOR_PARTIES,
    REASONS_FOR_PETITIONERS,
    TOLD_TO_PARTIES,
    Reader,
    change_for_parties,
)


def test_reasons_are_told_of_nothing_that_is_not_told_itself() -> None:
    assert REASONS_FOR_PARTIES < TOLD_TO_PARTIES < {*VERBS.values(), MOVE_DEADLINES}


def test_a_party_is_told_of_its_own_matters_alone() -> None:
    change = {
        "case": {"stage": "INVESTIGATION", "assignee": "x", "series": "2025/0001"},
        "terms": {"1": {"party": "importer:1"}},
        "deadlines": {
            "DECISION 0": {"target_on": "2025-09-30"},
            "CURE 1": None,
            "IMPORTER_ANSWER 1": {},
            "LAPSE 0": {},
        },
        "documents": {"1": {}},
    }
    assert change_for_parties(change) == {
        "case": {"stage": "INVESTIGATION"},
        "deadlines": {"DECISION 0": {"target_on": "2025-09-30"}, "CURE 1": None},
    }


UNIT, PETITIONER, PARTY = Reader(of_unit=True), Reader(petitioner=True), Reader(party="party:1")


@pytest.mark.parametrize(
    ("kind", "party", "readers"),
    [
        ("DECISION", "", {UNIT, PETITIONER, PARTY}),
        ("PLEADINGS", "", {UNIT, PETITIONER, PARTY}),
        ("CURE", "", {UNIT, PETITIONER}),
        ("IMPORTER_ANSWER", "party:1", {UNIT, PARTY}),
        ("IMPORTER_ANSWER", "party:2", {UNIT}),
        ("OPINION", "request:1", {UNIT}),
    ],
)
def test_a_term_is_for_whom_it_concerns(kind: str, party: str, readers: set[Reader]) -> None:
    assert {one for one in (UNIT, PETITIONER, PARTY) if one.sees_term(kind, party)} == readers


def test_what_is_addressed_to_the_petitioner_is_not_told_to_the_others() -> None:
    assert REASONS_FOR_PETITIONERS < REASONS_FOR_PARTIES
    for verb in REASONS_FOR_PARTIES:
        assert PETITIONER.is_told_reason(verb)
        assert PARTY.is_told_reason(verb) is (verb not in REASONS_FOR_PETITIONERS)
    assert UNIT.is_told_reason("assign_case")


def test_the_file_is_at_the_parties_disposal_with_the_pleadings() -> None:
    assert [stage for stage in Stage if PARTY.sees_document(stage, for_parties=True)] == ["PLEADINGS", "DECISION"]
    assert not any(PARTY.sees_document(stage, for_parties=False) for stage in Stage)
