import re
from datetime import date, timedelta
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from cases.domain.case import Ground, Seen
from cases.domain.party_terms import NewTerm
from cases.domain.terms import TermKind
from cases.models import Case
from cases.services import (
    add_document,
    admit_petition,
    agree_to_admission,
    assign_case,
    continue_on_own_motion,
    dismiss_petition,
    extend_term,
    join_case,
    name_petitioner,
    open_pleadings,
    prioritise_case,
    resume_terms,
    start_term,
    suspend_terms,
    withdraw_petition,
)
from kernel.domain.actors import Role
from kernel.models import LedgerEntry
from tests.cases.attempts import a_document
from tests.cases.factories import (
    INTAKE,
    INVESTIGATOR,
    SUPERVISOR,
    actor,
    admitted_case,
    filed_petition,
    heard_case,
    noon,
    own_motion_case,
    person,
    prevented_petition,
    registered,
    seen,
)
from tests.cases.pages import body, reader
from tests.kernel.triggers import triggers_lifted

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_acts")]
ON = date(2025, 2, 17)
CODES = re.compile(r"\b(?:[A-Z]+_[A-Z_]+|[a-z]+_(?:petition|case|term|terms|document|pleadings))\b")


def place(case: Case) -> str:
    return f"/expedientes/{case.reference}/"


def words(page: str) -> str:
    """Return what is read of a page: no tags, no attributes."""
    main = page.partition("<main")[2].partition("</main>")[0]
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", main))


def section(page: str, name: str) -> str:
    """Return what is read of one section of a page."""
    return words(f"<main>{page.partition(f'id={chr(34)}{name}{chr(34)}')[2].partition('</section>')[0]}</main>")


def test_the_heading_says_what_case_it_is_and_where_it_stands() -> None:
    case = admitted_case()
    page = words(body(reader(Role.INVESTIGATOR)[0], place(case)))
    assert f"Expediente {case.reference}" in page
    assert "Serie interna 2025/0001" in page
    assert "A petición de parte, por VUCEM" in page
    assert "RS-2023, de presentaciones desde el 18 de mayo de 2023" in page


def test_the_way_marks_the_present_stage_and_what_is_past() -> None:
    page = body(reader(Role.INVESTIGATOR)[0], place(admitted_case()))
    way = page.partition('<ol class="way"')[2].partition("</ol>")[0]
    assert re.findall(r'<li class="way-(\w+)"', way) == ["past", "here", "ahead", "ahead", "ahead"]
    assert way.count('aria-current="step"') == 1


def test_a_reference_may_be_written_as_one_hears_it() -> None:
    case = filed_petition()
    written = case.reference.lower().replace("-", "")
    assert case.reference in body(reader(Role.INTAKE)[0], f"/expedientes/{written}/")


@pytest.mark.parametrize(
    ("role", "offered", "withheld"),
    [
        (Role.INTAKE, {"Prevenir", "Admitir", "Agregar un documento"}, {"Desechar", "Exportar el expediente"}),
        (Role.SUPERVISOR, {"Desechar", "Asignar el expediente", "Exportar el expediente"}, {"Prevenir", "Reanudar"}),
        (Role.AUDITOR, {"Exportar el expediente"}, {"Prevenir", "Desechar", "Agregar"}),
    ],
)
def test_the_reader_is_offered_what_may_be_done_now(role: Role, offered: set[str], withheld: set[str]) -> None:
    page = body(reader(role)[0], place(filed_petition()))
    acts = section(page, "actuar")
    assert {one for one in offered if one in acts} == offered
    assert {one for one in withheld if one in acts} == set()


def test_where_nothing_is_for_the_reader_the_page_says_so() -> None:
    case = filed_petition()
    client, _, _ = reader(Role.TRANSPARENCY)
    assert "En esta etapa no le corresponde ningún acto." in body(client, place(case))
    dismiss_petition(seen=seen(case), ground=Ground.INADMISSIBLE, reason="no procede", actor=SUPERVISOR, at=noon(ON))
    page = words(body(client, place(case)))
    assert "El procedimiento terminó." in page
    assert "Resultado Improcedente" in page
    assert "No corre ningún plazo." in page


def test_clocks_tell_what_is_left_and_every_calendar_where_they_differ() -> None:
    today = timezone.localdate()
    page = words(body(reader(Role.INVESTIGATOR)[0], place(filed_petition(today))))
    assert re.search(r"Resolución quedan 1[78]\d días hábiles; vence el ", page)
    assert re.search(r"Último día para prevenir quedan \d+ días hábiles, hasta el ", page)
    assert re.search(rf"provisional: acuerdos? de [\d, ]*{today.year + 1} no cargado", page)
    assert "El objetivo de la autoridad es el primero de los días" in page


def test_an_overdue_clock_says_since_when_and_how_sure_it_is() -> None:
    page = body(reader(Role.INVESTIGATOR)[0], place(filed_petition()))
    assert "clock-over" in page
    told = words(page)
    assert re.search(r"venció hace \d+ días hábiles, el 30 de septiembre de 2025", told)
    assert "LFPA art. 28: 30 de septiembre de 2025" in told
    assert "termina con certeza el 6 de octubre de 2025" in told
    assert "pasó el" in told


def test_a_suspended_case_says_so_and_tells_why() -> None:
    case = suspend_terms(
        seen=seen(filed_petition()),
        from_on=ON,
        instrument="declaratoria",
        reason="sismo",
        actor=SUPERVISOR,
        at=noon(ON),
    )
    client, _, _ = reader(Role.INVESTIGATOR)
    page = words(body(client, place(case)))
    assert "suspendido: no corre" in page
    assert "Los plazos no corren después del 17 de febrero de 2025" in page
    assert "Plazo suspendido: resolución" in page
    resume_terms(
        seen=seen(case), until_on=ON + timedelta(3), reason="cesó", actor=SUPERVISOR, at=noon(ON + timedelta(3))
    )
    assert "Los plazos corren de nuevo después del 20 de febrero de 2025" in words(body(client, place(case)))


def test_the_lapse_of_a_case_on_own_motion_and_the_half_of_its_extension_are_told() -> None:
    case = extend_term(seen=seen(own_motion_case()), reason="complejidad", actor=SUPERVISOR, at=noon(ON))
    page = words(body(reader(Role.SUPERVISOR)[0], place(case)))
    assert "el procedimiento de oficio caduca ese día (LFPA art. 60)" in page
    assert "Con certeza se produce al terminar el" in page
    assert "expuesto a impugnación (LFPA art. 31)" in page
    assert "nadie: se inició de oficio" in page
    assert "aviso anónimo inventado" in page


def test_the_history_tells_who_did_what_and_why_the_newest_first() -> None:
    client, account, actor = reader(Role.SUPERVISOR)
    ana = person("ana", Role.INVESTIGATOR)
    case = prevented_petition()
    assign_case(seen=seen(case), assignee=ana.reference, reason="le toca por turno", actor=actor, at=noon(ON))
    page = words(body(client, place(case)))
    told = page.partition("Qué ha pasado")[2]
    assert told.index("Se asignó el expediente") < told.index("Se previno") < told.index("Se presentó la solicitud")
    assert f"Por {account.email}" in told
    assert "Motivo: le toca por turno" in told
    assert "A cargo de: ana" in told
    assert "Motivo: falta el origen" in told
    assert "Plazo 1: desahogo de la prevención, 5 días hábiles desde el 10 de febrero de 2025" in told


def test_nothing_on_the_page_is_a_code() -> None:
    case = heard_case()
    case = add_document(seen=seen(case), document=a_document(ON), name="acta.pdf", actor=INVESTIGATOR, at=noon(ON))
    page = words(body(reader(Role.SUPERVISOR)[0], place(case)))
    assert CODES.findall(page) == []


def test_importers_and_what_they_have_to_answer_are_told() -> None:
    case = heard_case()
    new = NewTerm(TermKind.IMPORTER_ANSWER, date(2025, 1, 21), "新疆和田浩林发饰品有限公司")
    case = start_term(seen=seen(case), new=new, actor=INVESTIGATOR, at=noon(date(2025, 1, 22)))
    page = words(
        body(reader(Role.INVESTIGATOR)[0], place(case)).partition('id="partes"')[2].join(["<main>", "</main>"])
    )
    assert "1. Respuesta del importador importer:1 21/01/2025 20" in page
    assert "2. Respuesta del importador 新疆和田浩林发饰品有限公司 21/01/2025 20" in page


def test_joined_cases_lead_to_each_other() -> None:
    lead, joined = admitted_case(), admitted_case()
    join_case(seen=seen(joined), lead=seen(lead), reason="misma mercancía", actor=SUPERVISOR, at=noon(ON))
    client, _, _ = reader(Role.SUPERVISOR)
    leading = body(client, place(lead))
    assert f'href="{place(joined)}"' in leading
    assert f"El expediente acumulado es {joined.reference}" in leading
    page = body(client, place(joined))
    assert f'href="{place(lead)}"' in page
    assert "misma mercancía" in page
    assert "Separar lo acumulado" in page
    assert "Abrir los alegatos" not in page


def test_the_ledger_shows_each_entry_and_whether_it_is_as_it_was_written() -> None:
    case = admitted_case()
    entry = LedgerEntry.objects.filter(subject=f"case:{case.reference}").order_by("-seq")[0]
    client, _, _ = reader(Role.AUDITOR)
    page = body(client, place(case))
    assert entry.hash in page
    assert (page.count("Íntegro"), page.count("Alterado")) == (3, 0)
    assert "3 asientos comprobados" in words(body(client, f"{place(case)}?comprobar=1"))
    with triggers_lifted(connection):
        LedgerEntry.objects.filter(seq=entry.seq).update(actor="account:otro")
    page = body(client, place(case))
    assert (page.count("Íntegro"), page.count("Alterado")) == (2, 1)
    assert f"El asiento {entry.seq} no es como se escribió" in body(client, f"{place(case)}?comprobar=1")


def test_a_case_that_its_entries_do_not_lead_to_is_told() -> None:
    case = admitted_case()
    Case.objects.update(priority_reason="otro", prioritised=True)
    assert "no llevan al estado" in body(reader(Role.AUDITOR)[0], f"{place(case)}?comprobar=1")


def test_a_long_history_is_shown_a_page_at_a_time() -> None:
    case = filed_petition()
    for number in range(60):
        case = name_petitioner(
            seen=Seen(case.reference, case.version),
            petitioner=registered(actor(Role.PETITIONER, f"account:{UUID(int=900 + number)}")).name,
            reason="x",
            actor=INTAKE,
            at=noon(ON),
        )
    client, _, _ = reader(Role.AUDITOR)
    first = client.get(place(case))
    assert len(first.context["timeline_steps"]) == len(first.context["entries"]) == 50
    second = client.get(place(case), {"after": first.context["page"].next})
    assert len(second.context["timeline_steps"]) == 11
    assert "Se presentó la solicitud" in second.content.decode()
    assert client.get(place(case), {"after": "x"}).status_code == 400


def test_the_page_asks_no_more_questions_when_more_is_in_the_case() -> None:
    client, _, _ = reader(Role.SUPERVISOR)
    case = heard_case()
    case = add_document(seen=seen(case), document=a_document(ON), name="acta.pdf", actor=INVESTIGATOR, at=noon(ON))
    asked = []
    for _ in range(2):
        with CaptureQueriesContext(connection) as queries:
            body(client, place(case))
        asked.append(len(queries))
        for number in range(12):
            case = heard_case(case)
            case = add_document(
                seen=seen(case), document=a_document(ON), name=f"{number}.pdf", actor=INVESTIGATOR, at=noon(ON)
            )
    assert asked[0] == asked[1] <= 30


def test_a_petitioner_is_told_of_the_procedure_and_of_nothing_else() -> None:
    client, account, actor = reader(Role.PETITIONER)
    ana = person("ana", Role.INVESTIGATOR)
    case, lead = admitted_case(), admitted_case()
    case = name_petitioner(seen=seen(case), petitioner=actor.name, reason="poder", actor=INTAKE, at=noon(ON))
    case = assign_case(seen=seen(case), assignee=ana.reference, reason="turno", actor=SUPERVISOR, at=noon(ON))
    case = prioritise_case(seen=seen(case), reason="riesgo", actor=SUPERVISOR, at=noon(ON))
    case = heard_case(case, ON)
    case = add_document(seen=seen(case), document=a_document(ON), name="acta.pdf", actor=INVESTIGATOR, at=noon(ON))
    case = extend_term(seen=seen(case), reason="complejidad", actor=SUPERVISOR, at=noon(ON))
    case = join_case(seen=seen(case), lead=seen(lead), reason="misma mercancía", actor=SUPERVISOR, at=noon(ON))
    page = words(body(client, place(case)))
    for told in ("Se admitió la solicitud", "Motivo: complejidad", "Resolución", account.email, "Desistirse"):
        assert told in page
    for withheld in (case.series, "importer:1", "acta.pdf", "turno", "riesgo", "Bitácora", lead.reference, "ana "):
        assert withheld not in page


def test_no_official_is_named_to_a_petitioner() -> None:
    client, account, actor = reader(Role.PETITIONER)
    officials = {role: reader(role) for role in (Role.INTAKE, Role.SUPERVISOR, Role.INVESTIGATOR)}
    case = filed_petition(petitioner=actor)
    case = agree_to_admission(seen=seen(case), actor=officials[Role.SUPERVISOR][2], at=noon(ON))
    case = admit_petition(seen=seen(case), actor=officials[Role.INTAKE][2], at=noon(ON))
    case = extend_term(seen=seen(case), reason="complejidad", actor=officials[Role.SUPERVISOR][2], at=noon(ON))
    case = heard_case(case, ON)
    open_pleadings(seen=seen(case), notified_on=ON, days=5, actor=officials[Role.INVESTIGATOR][2], at=noon(ON))
    page = words(body(client, place(case)))
    assert "Se abrieron los alegatos" in page
    assert f"Por {account.email}" in page
    for _, official, one in officials.values():
        assert official.email not in page
        assert one.name not in page


def test_a_petitioner_is_not_told_that_the_case_was_joined() -> None:
    client, _, actor = reader(Role.PETITIONER)
    lead = admitted_case()
    case = admitted_case()
    case = name_petitioner(seen=seen(case), petitioner=actor.name, reason="poder", actor=INTAKE, at=noon(ON))
    join_case(seen=seen(case), lead=seen(lead), reason="misma mercancía", actor=SUPERVISOR, at=noon(ON))
    assert "Acumulado" not in words(body(client, place(case)))
    assert "Acumulado" in words(body(reader(Role.SUPERVISOR)[0], place(case)))


def test_a_petitioner_may_not_see_the_case_of_another() -> None:
    client, _, _ = reader(Role.PETITIONER)
    assert client.get(place(filed_petition())).status_code == 404


def test_a_withdrawal_and_the_decision_to_go_on_are_told() -> None:
    client, _, actor = reader(Role.PETITIONER)
    case = filed_petition(petitioner=actor)
    case = continue_on_own_motion(seen=seen(case), reason="interés público", actor=SUPERVISOR, at=noon(ON))
    staff, _, _ = reader(Role.SUPERVISOR)
    assert "si hay desistimiento; acordado el 17 de febrero de 2025" in words(body(staff, place(case)))
    withdraw_petition(seen=seen(case), actor=actor, at=noon(ON))
    assert "de oficio desde el desistimiento" in words(body(staff, place(case)))
    told = words(body(client, place(case)))
    assert "Hubo desistimiento" in told
    assert "interés público" not in told


def test_a_long_reason_is_shown_whole_and_escaped() -> None:
    reason = "<script>alert(1)</script> " + "motivo largo " * 400
    case = extend_term(seen=seen(filed_petition()), reason=reason, actor=SUPERVISOR, at=noon(ON))
    page = body(reader(Role.AUDITOR)[0], place(case))
    assert "<script>alert" not in page
    assert page.count("motivo largo") >= 800


def test_the_page_speaks_english() -> None:
    page = words(body(reader(Role.SUPERVISOR)[0], place(heard_case()), language="en"))
    assert "business days ago, on 30 Sep 2025" in page
    assert "Petition admitted" in page
    assert "union of both" in page
    assert "Term 1: answer of the importer, 20 business days from 21 Jan 2025" in page
    assert CODES.findall(page) == []
