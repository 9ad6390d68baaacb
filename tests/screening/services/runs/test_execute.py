from datetime import timedelta

import pytest

from importers.models import LineItem
from kernel.models import LedgerEntry
from screening.models import Hit, LineVerdict, ScreeningRun
from screening.services.runs import RunBusyError, execute, execute_run
from screening.services.runs.leases import LEASE, claim, renew
from tests.screening.factories import (
    AT,
    CLEAR,
    EXPORTED,
    MAKER,
    REVIEWED,
    STOPPED,
    UNKNOWN,
    VIRTUAL,
    WATCHED_LINE,
    both_lists,
    finished_run,
    foreign_list,
    ingested,
    opened_run,
)

pytestmark = pytest.mark.django_db
MIXED = (CLEAR, STOPPED, REVIEWED, WATCHED_LINE, UNKNOWN, VIRTUAL, CLEAR, EXPORTED)


class StoppedError(Exception):
    """The process ends in the middle."""


def test_every_import_line_gets_one_verdict_and_the_counts_say_so() -> None:
    run = finished_run(*MIXED, rejected=2)
    assert run.state == ScreeningRun.State.DONE
    assert run.counts == {
        "NOT_SCREENED": 2,
        "STOP": 2,
        "REVIEW": 1,
        "WATCH": 1,
        "UNKNOWN": 1,
        "CLEAR": 2,
        "NO_BORDER": {"STOP": 1, "REVIEW": 0, "WATCH": 0, "UNKNOWN": 0, "CLEAR": 0},
        "LINES": 7,
        "EXPORTS": 1,
    }
    imports = LineItem.objects.exclude(declaration__operation="2")
    assert sorted(run.verdicts.values_list("line", flat=True)) == sorted(imports.values_list("pk", flat=True))


def test_a_hit_keeps_what_it_takes_to_explain_it() -> None:
    hit = finished_run(STOPPED).hits.get()
    assert (hit.verdict, hit.list_name, hit.good_key, hit.party_name, hit.alias) == (
        "STOP",
        "nacional",
        "RES-1/1",
        MAKER,
        MAKER,
    )
    assert hit.score == 1.0
    assert hit.detail["act"] == "Resolución 1/2026"
    assert {said["criterion"]: said["answer"] for said in hit.detail["criteria"]} == {
        "PRODUCER": "MET",
        "GOODS": "MET",
        "ORIGIN": "MET",
    }


def test_the_end_stands_in_the_ledger_with_the_counts() -> None:
    run = finished_run(*MIXED)
    entry = LedgerEntry.objects.get(verb="finish_run")
    assert entry.subject == f"run:{run.reference}"
    assert entry.detail["counts"] == run.counts
    assert entry.detail["requested_by"] == run.created_by


def test_a_done_run_is_left_as_it_is() -> None:
    run = finished_run(*MIXED)
    before = list(run.verdicts.order_by("pk").values())
    again = execute_run(run, both_lists(), clock=lambda: AT + timedelta(days=1))
    assert again.finished_at == AT
    assert list(again.verdicts.order_by("pk").values()) == before


def test_progress_is_told_from_the_first_to_the_last_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(execute, "CHUNK", 3)
    run, told = opened_run(ingested(*MIXED)), list[tuple[int, int]]()
    execute_run(run, both_lists(), clock=lambda: AT, progress=lambda done, total: told.append((done, total)))
    assert told == [(0, 7), (3, 7), (6, 7), (7, 7)]


@pytest.fixture
def cut_off(monkeypatch: pytest.MonkeyPatch) -> ScreeningRun:
    """A run that an error ended after its first three lines."""
    monkeypatch.setattr(execute, "CHUNK", 3)
    run = opened_run(ingested(*MIXED))

    def stop(done: int, total: int) -> None:
        if done:
            raise StoppedError

    with pytest.raises(StoppedError):
        execute_run(run, both_lists(), clock=lambda: AT, progress=stop)
    run.refresh_from_db()
    return run


def test_what_was_cut_off_keeps_whole_chunks_and_shows_no_counts(cut_off: ScreeningRun) -> None:
    assert (cut_off.state, cut_off.counts, cut_off.verdicts.count()) == (ScreeningRun.State.RUNNING, {}, 3)


def test_the_next_try_goes_on_after_the_last_line_at_once(cut_off: ScreeningRun) -> None:
    kept = set(cut_off.verdicts.values_list("pk", flat=True))
    told = list[tuple[int, int]]()
    run = execute_run(cut_off, both_lists(), clock=lambda: AT, progress=lambda *said: told.append(said))
    whole = finished_run(*MIXED)
    assert told[0] == (3, 7)
    assert kept <= set(run.verdicts.values_list("pk", flat=True))
    assert (run.counts, run.hits.count()) == (whole.counts, whole.hits.count())


def test_a_second_execution_is_refused_while_the_first_holds_the_lease() -> None:
    run = opened_run(ingested(*MIXED))
    claim(run, at=AT)
    with pytest.raises(RunBusyError):
        execute_run(run, both_lists(), clock=lambda: AT + LEASE - timedelta(seconds=1))
    assert not LineVerdict.objects.exists()


def test_a_second_execution_takes_over_when_the_lease_has_run_out() -> None:
    run = opened_run(ingested(*MIXED))
    claim(run, at=AT)
    assert execute_run(run, both_lists(), clock=lambda: AT + LEASE).counts["LINES"] == 7


def test_who_lost_the_lease_writes_nothing_more() -> None:
    run = opened_run(ingested(*MIXED))
    moments = iter([AT, AT + 3 * LEASE])

    def taken_meanwhile(done: int, total: int) -> None:
        claim(run, at=AT + 2 * LEASE)

    with pytest.raises(RunBusyError):
        execute_run(run, both_lists(), clock=lambda: next(moments), progress=taken_meanwhile)
    run.refresh_from_db()
    assert not LineVerdict.objects.exists()
    assert not Hit.objects.exists()
    assert run.lease_until == AT + 3 * LEASE  # that of the other one, which nobody gave back


def test_a_lease_is_renewed_by_who_holds_it_alone() -> None:
    run = opened_run(ingested(CLEAR))
    lease = claim(run, at=AT)
    assert lease is not None
    assert renew(run, lease, at=AT + timedelta(seconds=1)) == AT + timedelta(seconds=1) + LEASE
    with pytest.raises(RunBusyError):
        renew(run, lease, at=AT + timedelta(seconds=2))


def test_other_lists_than_the_run_was_opened_with_are_a_mistake_of_the_caller() -> None:
    run = opened_run(ingested(STOPPED))
    with pytest.raises(ValueError, match="opened with other lists"):
        execute_run(run, [foreign_list()], clock=lambda: AT)
    assert not LineVerdict.objects.exists()


def test_chunks_of_any_size_give_the_same_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    fields = ("line__declaration__number", "verdict", "score", "order", "reasons_es")
    answers = []
    for size in (1, 2, 5_000):
        monkeypatch.setattr(execute, "CHUNK", size)
        answers.append(list(finished_run(*MIXED).verdicts.order_by("line").values_list(*fields)))
    assert answers[0] == answers[1] == answers[2]
