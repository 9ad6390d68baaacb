from collections.abc import Callable
from uuid import uuid4

import pytest

from kernel.paging import BadCursorError
from screening.engine import ListedGood, ListedProducer
from screening.engine.types import Authority
from screening.models import ScreeningRun
from screening.queries.runs import (
    VerdictRow,
    hits_of,
    run_by_reference,
    runs_page,
    unknown_reasons,
    verdict_counts,
    verdict_rows,
)
from tests.screening.factories import (
    CHINESE,
    CLEAR,
    EXPORTED,
    MAKER,
    REVIEWED,
    STOPPED,
    UNKNOWN,
    VIRTUAL,
    WATCHED_LINE,
    Said,
    both_lists,
    finished_run,
    ingested,
    opened_run,
    run_list,
)

pytestmark = pytest.mark.django_db
MIXED = (CLEAR, STOPPED, REVIEWED, WATCHED_LINE, UNKNOWN, VIRTUAL, CLEAR, EXPORTED)


def all_pages(run: ScreeningRun, limit: int, **wanted: str) -> list[VerdictRow]:
    """Return the rows of every page."""
    page = verdict_rows(run, limit=limit, **wanted)
    rows = list(page.rows)
    assert page.first
    while page.next:
        page = verdict_rows(run, after=page.next, limit=limit, **wanted)
        assert 0 < len(page.rows) <= limit
        assert not page.first
        rows += page.rows
    return rows


def test_lines_come_the_gravest_first_and_in_the_order_of_the_file_among_equals() -> None:
    rows = verdict_rows(finished_run(*MIXED)).rows
    assert [row.verdict for row in rows] == ["STOP", "STOP", "REVIEW", "WATCH", "UNKNOWN", "CLEAR", "CLEAR"]
    assert [row.line.number for row in rows[-2:]] == ["6000001", "6000007"]


@pytest.mark.parametrize("limit", [1, 2, 3, 7, 50])
def test_pages_of_any_length_show_every_line_once(limit: int) -> None:
    run = finished_run(*MIXED * 3)
    rows = all_pages(run, limit)
    assert [row.id for row in rows] == [row.id for row in verdict_rows(run, limit=1000).rows]
    assert len({row.id for row in rows}) == 21


def test_one_verdict_alone_can_be_paged_through() -> None:
    rows = all_pages(finished_run(*MIXED * 3), 2, verdict="STOP")
    assert [row.verdict for row in rows] == ["STOP"] * 6


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        pytest.param("silicio imaginado", ["6000004"], id="part of a supplier's name in small letters"),
        pytest.param("Valle", ["6000002", "6000006"], id="part of a producer's name"),
        pytest.param("2804", ["6000004"], id="the beginning of a tariff code"),
        pytest.param("6109.10.03", ["6000002", "6000006", "6000003"], id="a tariff code with its points"),
        pytest.param("6000006", ["6000006"], id="the seven digits of a declaration"),
        pytest.param("26 16 3001 6000006", ["6000006"], id="the whole number with spaces"),
        pytest.param("26-160-3001-6000006", ["6000006"], id="the whole number with section and hyphens"),
        pytest.param("nobody of that name", [], id="a name nobody has"),
        pytest.param("100%", [], id="a sign that a database takes for any text"),
    ],
)
def test_lines_are_found_by(text: str, numbers: list[str]) -> None:
    assert [row.line.number for row in verdict_rows(finished_run(*MIXED), text=text).rows] == numbers


def test_a_chinese_name_is_found_as_it_is_written() -> None:
    run = finished_run(CLEAR, Said("61091003", "CHN", producer=CHINESE))
    assert [row.verdict for row in verdict_rows(run, text="山谷").rows] == ["STOP"]


def test_verdict_and_text_are_both_kept_through_the_pages() -> None:
    run = finished_run(*MIXED * 3)
    rows = all_pages(run, 2, verdict="STOP", text="Valle")
    assert [row.verdict for row in rows] == ["STOP"] * 6


@pytest.mark.parametrize("mark", ["x", "STOP", "STOP:1", "STOP:x:1", "STOP:nan:1", "NONE:1.0:1", "STOP:1.0:-1"])
def test_a_mark_that_was_never_given_out_is_refused(mark: str) -> None:
    with pytest.raises(BadCursorError):
        verdict_rows(finished_run(CLEAR), after=mark)


def test_nothing_is_shown_of_a_run_that_has_not_ended() -> None:
    run = opened_run(ingested(*MIXED))
    assert verdict_rows(run).rows == ()
    assert verdict_counts(run) == []


def test_counts_begin_with_what_was_not_screened_and_go_by_gravity() -> None:
    counts = verdict_counts(finished_run(*MIXED, rejected=4))
    assert [(count.code, count.number, count.no_border) for count in counts] == [
        ("NOT_SCREENED", 4, 0),
        ("STOP", 2, 1),
        ("REVIEW", 1, 0),
        ("WATCH", 1, 0),
        ("UNKNOWN", 1, 0),
        ("CLEAR", 2, 0),
    ]


def test_a_row_tells_what_its_line_says() -> None:
    (row,) = verdict_rows(finished_run(STOPPED)).rows
    assert row.line.declaration() == "26 16 3001 6000001"
    assert (row.line.producers(), row.line.suppliers()) == ((MAKER,), ("Componentes Honestos, S.A. de C.V.",))
    assert row.not_declared == ()
    assert "Resolución 1/2026" in row.reason.es


@pytest.mark.parametrize("size", [1, 10])
def test_a_page_takes_nine_questions_however_long_it_is(
    size: int, django_assert_max_num_queries: Callable[[int], object]
) -> None:
    run = finished_run(*MIXED * size)
    with django_assert_max_num_queries(9):  # type: ignore[attr-defined]  # one a verdict, lines, parties
        page = verdict_rows(run, limit=100)
        hits = hits_of(run, [row.line.id for row in page.rows])
    assert sum(map(len, hits.values())) == 4 * size


def test_the_hits_of_a_line_come_worst_first() -> None:
    twin = ListedGood("B", "propia", Authority.CUSTOM, producers=(ListedProducer(MAKER),))
    run = finished_run(STOPPED, lists=(*both_lists(), run_list("propia", twin)))
    (row,) = verdict_rows(run).rows
    assert [hit.verdict for hit in hits_of(run, [row.line.id])[row.line.id]] == ["STOP", "WATCH"]


def test_runs_come_the_newest_first() -> None:
    runs = [opened_run(ingested(CLEAR)) for _ in range(3)]
    first = runs_page(limit=2)
    rest = runs_page(after=first.next, limit=2)
    assert [*first.rows, *rest.rows] == runs[::-1]
    assert (first.first, rest.first, rest.next) == (True, False, "")


def test_a_run_is_found_by_its_reference_alone() -> None:
    run = opened_run(ingested(CLEAR))
    assert run_by_reference(str(run.reference)) == run
    assert run_by_reference(uuid4()) is None
    assert run_by_reference("no reference") is None


def test_the_reasons_of_unknown_lines_are_counted() -> None:
    ((reason, number),) = unknown_reasons(finished_run(UNKNOWN, UNKNOWN, CLEAR))
    assert number == 2
    assert reason.es.startswith("No se declaró ninguna parte")
