from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.domain.state import ReplayError, change, changed, replayed

LEAVES = st.one_of(st.booleans(), st.integers(), st.text(max_size=5), st.lists(st.integers(), max_size=3))
NAMES = st.text("abcde", min_size=1, max_size=2)
STATES = st.recursive(
    st.dictionaries(NAMES, LEAVES, max_size=4),
    lambda inner: st.dictionaries(NAMES, st.one_of(LEAVES, inner), max_size=4),
    max_leaves=12,
)


@given(STATES, STATES)
def test_a_change_leads_from_one_state_to_the_other(before: dict[str, Any], after: dict[str, Any]) -> None:
    assert changed(before, change(before, after)) == after


@given(STATES)
def test_no_change_is_empty(state: dict[str, Any]) -> None:
    assert change(state, state) == {}


def test_a_change_holds_what_differs_alone() -> None:
    before = {"case": {"stage": "RECEIVED", "kind": "UPDATE"}, "deadlines": {"CURE 1": {"target_on": "2025-01-02"}}}
    after = {"case": {"stage": "PREVENTED", "kind": "UPDATE"}, "deadlines": {}}
    assert change(before, after) == {"case": {"stage": "PREVENTED"}, "deadlines": {"CURE 1": None}}


FILED = (1, "file_petition", {"case": {"stage": "RECEIVED"}})


def test_entries_lead_to_a_state() -> None:
    assigned = (2, "assign_case", {"case": {"assignee": "1"}})
    assert replayed([FILED, assigned]) == {"case": {"stage": "RECEIVED", "assignee": "1"}}


@pytest.mark.parametrize(
    "entries",
    [
        pytest.param([(1, "assign_case", {})], id="a step before there is a case"),
        pytest.param([FILED, FILED], id="a case opened twice"),
        pytest.param([FILED, (2, "close_case", {})], id="a resolution of what was never admitted"),
        pytest.param([FILED, (2, "burn_case", {})], id="a deed nobody knows"),
        pytest.param([FILED, (2, "assign_case", {"case": {"stage": "DECISION"}})], id="a step that moves the case"),
        pytest.param([FILED, (2, "admit_petition", {"case": {"stage": "DECISION"}})], id="an act that leads elsewhere"),
        pytest.param([FILED, (2, "admit_petition", {})], id="an act that leads nowhere"),
        pytest.param([(1, "file_petition", {"case": {"stage": "RESOLVED"}})], id="a case that begins at its end"),
    ],
)
def test_entries_that_do_not_follow_from_one_another_are_refused(entries: list[tuple[int, str, Any]]) -> None:
    with pytest.raises(ReplayError, match=f"Entry {entries[-1][0]} "):
        replayed(entries)


@pytest.mark.parametrize(("continued", "stage"), [({}, "WITHDRAWN"), ({"continued_on": "2025-01-14"}, "INVESTIGATION")])
def test_a_petition_that_is_withdrawn_ends_the_case_unless_it_goes_on(continued: dict[str, str], stage: str) -> None:
    withdrawn = (2, "withdraw_petition", {"case": {"stage": stage, **continued}})
    assert replayed([FILED, withdrawn])["case"]["stage"] == stage
