import pytest

from importers.models import RowIssue
from kernel.domain.actors import Role
from screening.models import ScreeningRun
from tests.pages import signed_in
from tests.screening.finished import finished_run

pytestmark = pytest.mark.django_db


def address(run: ScreeningRun) -> str:
    return f"/aduana/tamizados/{run.reference}/observados/"


def test_rejected_rows_are_shown_with_their_place_their_reason_and_as_received() -> None:
    page = signed_in(Role.CUSTOMS).get(address(finished_run())).content.decode()
    assert "9999999_551.asc" in page
    assert 'data-label="Línea">7<' in page
    assert "La línea tiene 3 campos y se esperaban 9." in page
    assert "3044|6000123|470" in page
    assert "99999999" not in page


def test_warned_rows_are_shown_apart() -> None:
    page = signed_in(Role.CUSTOMS).get(address(finished_run()), {"severity": "WARNING"}).content.decode()
    assert "No conocemos la fracción 99999999." in page
    assert "3 campos" not in page


def test_reasons_stand_in_the_language_of_the_page() -> None:
    page = signed_in(Role.CUSTOMS).get(address(finished_run()), headers={"Accept-Language": "en"}).content.decode()
    assert "The row has 3 fields, 9 were expected." in page


def test_many_rows_are_shown_a_page_at_a_time() -> None:
    run = finished_run()
    row = RowIssue.objects.get(severity="REJECTED")
    for number in range(100, 160):
        row.pk, row.line_number = None, number
        row.save()
    client = signed_in(Role.AUDITOR)
    first = client.get(address(run))
    assert len(first.context["page"].rows) == 50
    second = client.get(address(run), {"after": first.context["page"].next})
    assert [row.line_number for row in second.context["page"].rows][-1] == 159


def test_what_a_row_holds_is_never_taken_for_markup() -> None:
    run = finished_run()
    RowIssue.objects.update(raw="<script>alert(1)</script>")
    page = signed_in(Role.CUSTOMS).get(address(run)).content.decode()
    assert "<script>alert(1)" not in page
    assert "&lt;script&gt;alert(1)" in page
