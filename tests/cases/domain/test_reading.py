from cases.domain.procedure import VERBS
from cases.domain.reading import MOVE_DEADLINES, REASONS_FOR_PARTIES, TOLD_TO_PARTIES, change_for_parties


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
