from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.utils import timezone

from config.jobs import HANDLERS
from importers.domain.records import DeclarationRecord, LineRecord, PartyRecord
from importers.models import Ingestion
from kernel.domain.actors import Actor
from kernel.models import Document, Job
from kernel.services.documents import store_document
from kernel.services.jobs import run_next
from screening.models import ScreeningRun, WatchList
from screening.services.lists import ListUnavailableError, lists_for_run, load_list
from screening.services.runs import (
    FutureDayError,
    RunBusyError,
    execute_run,
    request_run,
    run_upload,
    screen_file,
    screen_shipment,
    start_run,
)
from screening.services.runs.leases import claim
from tests.screening.factories import OFFICER
from tests.screening.files import WATCHED, declarations, name_list, row

pytestmark = pytest.mark.django_db
HONEST = "Componentes Honestos, S.A. de C.V."


def today() -> date:
    return timezone.localdate()


@pytest.fixture
def loaded(tmp_path: Path) -> str:
    """The name of a loaded list of one firm."""
    data = name_list(tmp_path, WATCHED).read_bytes()
    load_list("propia", data, file_name="lista.csv", source="prueba", actor=OFFICER, at=timezone.now())
    return "propia"


@pytest.fixture
def document(tmp_path: Path, settings: object) -> Document:
    """A stored CSV of three lines, the last of the watched firm."""
    settings.MEDIA_ROOT = tmp_path / "documents"  # type: ignore[attr-defined]  # settings of the test
    file = declarations(tmp_path, row(1, HONEST), row(2, HONEST), row(3, WATCHED))
    return store_document([file.read_bytes()], name=file.name, actor=OFFICER, at=timezone.now())


def shipment(*suppliers: str) -> DeclarationRecord:
    lines = tuple(
        LineRecord(
            sequence=i,
            tariff_code="28046101",
            nico="00",
            origin="CHN",
            parties=(PartyRecord(name=name, country="CHN"),),
        )
        for i, name in enumerate(suppliers, 1)
    )
    return DeclarationRecord(number="REF-1", lines=lines)


def requested(document: Document, names: Sequence[str], actor: Actor = OFFICER, days: int = 0) -> Job:
    on = today() + timedelta(days=days)
    return request_run(document, file_name="pedimentos.csv", list_names=names, as_of=on, actor=actor, at=timezone.now())


def test_a_file_is_screened_once_however_often_it_is_sent(tmp_path: Path, loaded: str) -> None:
    file = declarations(tmp_path, row(1, HONEST), row(2, WATCHED))
    lists = lists_for_run([loaded], on=today(), at=timezone.now())

    def sent(name: str) -> tuple[ScreeningRun, bool]:
        outcome = screen_file(file, file_name=name, lists=lists, as_of=today(), actor=OFFICER, clock=timezone.now)
        return outcome.run, outcome.reused

    first, again = sent("pedimentos.csv"), sent("otra copia.csv")
    assert first[0] == again[0]
    assert (first[1], again[1]) == (False, True)
    assert (first[0].counts["WATCH"], first[0].counts["CLEAR"]) == (1, 1)


def test_both_halves_of_the_work_tell_how_far_they_are(tmp_path: Path, loaded: str) -> None:
    file = declarations(tmp_path, *(row(number, HONEST) for number in range(50)))
    lists = lists_for_run([loaded], on=today(), at=timezone.now())
    read, done = list[tuple[int, int]](), list[tuple[int, int]]()
    screen_file(
        file,
        file_name=file.name,
        lists=lists,
        as_of=today(),
        actor=OFFICER,
        clock=timezone.now,
        progress=lambda *said: done.append(said),
        reading=lambda *said: read.append(said),
    )
    assert read
    assert (done[0], done[-1]) == ((0, 50), (50, 50))


def test_a_run_that_was_cut_off_is_finished_and_not_called_reused(tmp_path: Path, loaded: str) -> None:
    file = declarations(tmp_path, row(1, HONEST))
    lists = lists_for_run([loaded], on=today(), at=timezone.now())
    first = screen_file(file, file_name=file.name, lists=lists, as_of=today(), actor=OFFICER, clock=timezone.now)
    ScreeningRun.objects.update(state=ScreeningRun.State.RUNNING)
    first.run.verdicts.all().delete()
    again = screen_file(file, file_name=file.name, lists=lists, as_of=today(), actor=OFFICER, clock=timezone.now)
    assert (again.reused, again.run.state, again.run.verdicts.count()) == (False, "DONE", 1)


def test_a_shipment_is_answered_at_once(loaded: str) -> None:
    run = screen_shipment(
        shipment(WATCHED, HONEST), list_names=[loaded], as_of=today(), actor=OFFICER, clock=timezone.now
    )
    assert (run.state, run.counts["WATCH"], run.counts["CLEAR"]) == ("DONE", 1, 1)
    assert run.created_by == OFFICER.name


def test_the_same_shipment_gets_the_same_run(loaded: str) -> None:
    runs = {
        screen_shipment(
            shipment(WATCHED), list_names=[loaded], as_of=today(), actor=OFFICER, clock=timezone.now
        ).reference
        for _ in range(2)
    }
    assert len(runs) == 1


@pytest.mark.parametrize("name", ["unknown", "./lista.csv", "/etc/passwd"])
def test_a_shipment_against_a_list_that_is_not_loaded_is_refused(loaded: str, name: str) -> None:
    with pytest.raises(ListUnavailableError):
        screen_shipment(shipment(WATCHED), list_names=[loaded, name], as_of=today(), actor=OFFICER, clock=timezone.now)
    assert not Ingestion.objects.exists()


def test_an_upload_becomes_a_job_and_the_job_a_run(document: Document, loaded: str) -> None:
    job = requested(document, [loaded])
    assert (job.kind, job.state, job.owner) == ("screen_upload", Job.State.QUEUED, OFFICER.name)
    assert run_next(HANDLERS, clock=timezone.now)
    job.refresh_from_db()
    run = ScreeningRun.objects.get()
    assert (job.state, job.result) == (Job.State.DONE, {"run": str(run.reference)})
    assert (run.state, run.counts["WATCH"], run.ingestion.file_name) == ("DONE", 1, "pedimentos.csv")
    assert (job.done, job.total) == (100, 100)


def test_an_upload_tells_how_far_it_is_in_hundredths_that_never_fall(document: Document, loaded: str) -> None:
    told = list[tuple[int, int]]()
    run_upload(requested(document, [loaded]), lambda *said: told.append(said), clock=timezone.now)
    done = [part for part, _ in told]
    assert done == sorted(done)
    assert done[-1] == 100
    assert {total for _, total in told} == {100}


def test_the_same_request_is_the_same_job(document: Document, loaded: str) -> None:
    assert requested(document, [loaded]) == requested(document, [loaded, loaded])
    assert Job.objects.count() == 1


def test_another_asker_or_another_edition_is_another_job_and_the_run_is_shared(
    document: Document, loaded: str, tmp_path: Path
) -> None:
    other = replace(OFFICER, name="account:other")
    jobs = [requested(document, [loaded]), requested(document, [loaded], actor=other)]
    while run_next(HANDLERS, clock=timezone.now):
        pass
    results = [Job.objects.get(pk=job.pk).result for job in jobs]
    assert jobs[0] != jobs[1]
    assert results[0] == results[1] == {"run": str(ScreeningRun.objects.get().reference)}
    data = name_list(tmp_path, WATCHED, "Otra Firma Inventada").read_bytes()
    load_list("propia", data, file_name="lista.csv", source="prueba", actor=OFFICER, at=timezone.now())
    assert requested(document, [loaded]) not in jobs


def test_a_stale_list_is_told_when_the_request_is_made(document: Document, loaded: str) -> None:
    WatchList.objects.update(stale_after=timezone.now() - timedelta(days=1))
    with pytest.raises(ListUnavailableError):
        requested(document, [loaded])
    assert not Job.objects.exists()


def test_a_day_to_come_is_told_when_the_request_is_made(document: Document, loaded: str) -> None:
    with pytest.raises(FutureDayError):
        requested(document, [loaded], days=2)
    assert not Job.objects.exists()


def test_a_direct_execution_does_not_wait(loaded: str, tmp_path: Path) -> None:
    lists = lists_for_run([loaded], on=today(), at=timezone.now())
    file = declarations(tmp_path, row(1, HONEST))
    outcome = screen_file(file, file_name=file.name, lists=lists, as_of=today(), actor=OFFICER, clock=timezone.now)
    yesterday = today() - timedelta(days=1)
    run, _ = start_run(outcome.ingestion, lists, as_of=yesterday, actor=OFFICER, at=timezone.now())
    claim(run, at=timezone.now())
    with pytest.raises(RunBusyError):
        execute_run(run, lists, clock=timezone.now)
