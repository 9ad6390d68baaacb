import pytest

from kernel.domain.actors import Role
from kernel.models import Account, Job
from tests.pages import signed_in
from tests.screening.finished import AT, finished_run

pytestmark = pytest.mark.django_db

ADDRESS = "/aduana/tamizados/"


def test_runs_are_shown_the_newest_first_with_their_counts() -> None:
    finished_run(file_name="abril.zip")
    finished_run(file_name="mayo.zip")
    page = signed_in(Role.ANALYST).get(ADDRESS).content.decode()
    assert page.index("mayo.zip") < page.index("abril.zip")
    assert "No tamizado" in page
    assert "18/05/2026" in page
    assert "(DEMO)" in page


def test_without_runs_the_page_says_what_to_do() -> None:
    assert "Tamizar un archivo" in signed_in(Role.CUSTOMS).get(ADDRESS).content.decode()
    page = signed_in(Role.AUDITOR).get(ADDRESS).content.decode()
    assert "Aparecerán aquí cuando Aduanas envíe un archivo." in page
    assert "/aduana/archivo/" not in page


def test_ones_own_uploads_without_a_result_can_be_found_again() -> None:
    client = signed_in(Role.CUSTOMS)
    me = Account.objects.get().as_actor("web").name
    for owner, name in ((me, "mio.zip"), ("account:other", "ajeno.zip")):
        Job.objects.create(kind="screen_upload", key=name, owner=owner, created_at=AT, payload={"file_name": name})
    page = client.get(ADDRESS).content.decode()
    assert "mio.zip" in page
    assert "ajeno.zip" not in page


def test_many_runs_are_shown_a_page_at_a_time() -> None:
    for number in range(52):
        finished_run(file_name=f"{number}.zip")
    client = signed_in(Role.CUSTOMS)
    first = client.get(ADDRESS)
    second = client.get(ADDRESS, {"after": first.context["page"].next})
    assert [run.ingestion.file_name for run in second.context["page"].rows] == ["1.zip", "0.zip"]
