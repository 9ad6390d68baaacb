from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cases.domain.notices import NoticeChannel, Served
from cases.models import Case
from cases.queries import case_by_reference
from kernel.domain.actors import Role
from tests.cases.factories import filed_petition, prevented_petition
from tests.cases.inquiry import make_notified, ordered_notice, serve, with_importer
from tests.cases.pages import body, reader
from tests.cases.views.test_case import place, section, words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_acts")]
OWN = "/mis-notificaciones/"
PLACED = date(2025, 1, 21)


def placed_for(account: str) -> Case:
    return serve(ordered_notice(NoticeChannel.ELECTRONIC, with_importer(account=account)), Served(PLACED))


def sent(case: Case, act: str) -> str:
    return reverse("act", kwargs={"reference": case.reference, "act": act})


def test_a_petitioner_sees_its_cases_with_their_clock() -> None:
    client, _, actor = reader(Role.PETITIONER)
    case = filed_petition(petitioner=actor)
    filed_petition()
    page = words(body(client, OWN))
    assert page.count("Expediente ") == 1
    assert case.reference in page
    assert "Resolución: venció" in page
    assert "Contestar o presentar pruebas" in page


def test_an_importer_sees_what_it_was_notified_of_and_what_it_is_to_acknowledge() -> None:
    client, _, actor = reader(Role.IMPORTER)
    case = placed_for(actor.name)
    page = body(client, OWN)
    assert "Inicio y vista para contestar" in words(page)
    assert "surte efectos el 31 de enero de 2025" in words(page)
    assert f'href="{sent(case, "acknowledge-notice")}"' in page
    client.post(sent(case, "acknowledge-notice"), {"version": case.version, "number": "1"})
    assert "acknowledge-notice" not in body(client, OWN)


def test_nothing_is_shown_to_whom_nothing_was_notified() -> None:
    client, _, actor = reader(Role.IMPORTER)
    ordered_notice(NoticeChannel.ELECTRONIC, with_importer(account=actor.name))
    assert "Nada se le ha notificado" in body(client, OWN)
    assert "Nothing was notified to you" in body(client, OWN, language="en")


@pytest.mark.parametrize("role", [Role.INVESTIGATOR, Role.AUDITOR])
def test_the_page_is_for_parties(role: Role) -> None:
    assert reader(role)[0].get(OWN).status_code == 403


def test_the_page_asks_no_more_questions_when_there_are_more_cases() -> None:
    client, _, actor = reader(Role.IMPORTER)
    counts = []
    for _round in range(2):
        for _case in range(2):
            make_notified(filed_petition(), actor.name)
        body(client, OWN)
        with CaptureQueriesContext(connection) as found:
            body(client, OWN)
        counts.append(len([one for one in found.captured_queries if '"cache"' not in one["sql"]]))
    assert counts[0] == counts[1]


def test_an_importer_sees_its_own_part_of_the_case_and_not_who_petitioned() -> None:
    client, _, actor = reader(Role.IMPORTER)
    petitioner = reader(Role.PETITIONER)[2]
    case = prevented_petition()
    Case.objects.filter(pk=case.pk).update(petitioner=petitioner.name, source_text="denuncia de Juana")
    make_notified(case, actor.name)
    page = words(body(client, place(case)))
    for hidden in ("falta el origen", "Solicitante", "Desahogo de la prevención", "Juana", "Por petitioner"):
        assert hidden not in page
    assert "Importadora inventada" in page
    form = body(client, sent(case, "receive-submission"))
    assert "Juana" not in form
    assert 'name="received_at"' not in form


def test_the_unit_sees_all_of_it() -> None:
    case = placed_for("account:x")
    page = body(reader(Role.INVESTIGATOR)[0], place(case))
    assert "party:1" in section(page, "partes")
    assert "Respuesta del importador · Importadora inventada" in section(page, "relojes")
    assert "LFEA art. 11" in section(page, "notificaciones")
    assert "Aún no hay promociones." in section(page, "promociones")
    assert "Aún no se pide ningún informe." in section(page, "informes")


def test_files_stay_received_when_the_form_is_sent_again() -> None:
    client, _, actor = reader(Role.IMPORTER)
    case = placed_for(actor.name)
    address = sent(case, "receive-submission")
    files = [SimpleUploadedFile(name, name.encode()) for name in ("uno.txt", "dos.txt")]
    data = {"version": case.version, "kind": "SUPERVENING", "text": "lo que escribí", "file": files}
    again = client.post(address, data)
    page = again.content.decode()
    assert again.status_code == 422
    assert "lo que escribí" in page
    assert ("uno.txt" in page, "dos.txt" in page, page.count('name="kept"')) == (True, True, 2)
    tokens = [part.partition('"')[0] for part in page.split('name="kept" value="')[1:]]
    more = SimpleUploadedFile("tres.txt", b"tres")
    done = client.post(address, {**data, "file": more, "why": "apareció hoy", "kept": tokens})
    assert done.status_code == 302, done.content.decode()
    assert case_by_reference(case.reference).submissions.get().exhibits.count() == 3
