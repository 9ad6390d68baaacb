from http import HTTPStatus
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from cases.domain.tips import TIP_MOVES, TIP_VERBS, TipAct, TipSaid
from cases.models import Case, Tip
from cases.services.receipts import new_form
from cases.services.tips import keep_file, receive_tip, send_tip_message
from cases.services.triage import take_tip
from kernel.domain.actors import Role
from kernel.models import LedgerEntry
from tests.cases.factories import FILED, INTAKE, filed_petition, noon
from tests.cases.pages import body
from tests.cases.tips import received_tip, seen_tip, tip_in_triage, tip_verbs
from tests.pages import signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_acts")]
AT, WHY = noon(FILED), "hay indicios suficientes"
WEIGHING = {Role.INTAKE, Role.INVESTIGATOR, Role.SUPERVISOR}
LIST = reverse("tips")
FILLED: dict[TipAct, dict[str, str]] = {
    TipAct.TAKE: {},
    TipAct.ANSWER: {"body": "¿Desde cuándo?"},
    TipAct.LINK: {"case": "CASE", "reason": WHY},
    TipAct.START_CASE: {"kind": "INVESTIGATION", "text": "hilo", "reason": WHY},
    TipAct.CLOSE: {"ground": "NO_IMPORT", "reason": WHY},
}


def page_of(tip: Tip) -> str:
    return reverse("tip_page", kwargs={"reference": tip.reference})


def place(tip: Tip, act: TipAct) -> str:
    return reverse("tip_act", kwargs={"reference": tip.reference, "act": TIP_VERBS[act].replace("_", "-")})


def sent(client: Client, tip: Tip, act: TipAct, **more: str) -> Any:
    said = {"version": str(tip.version), **FILLED.get(act, {}), **more}
    if said.get("case") == "CASE":
        said["case"] = filed_petition().reference
    return client.post(place(tip, act), said)


@pytest.mark.parametrize("role", Role)
def test_tips_are_for_those_who_weigh_them_and_counts_also_for_who_audits(role: Role) -> None:
    tip = receive_tip(
        said=TipSaid("No los dejan salir."), files=[keep_file(b"hola", name="n.txt", at=AT)], token=new_form(), at=AT
    ).tip
    client, reads = signed_in(role), role in WEIGHING
    answer = client.get(LIST)
    assert answer.status_code == (HTTPStatus.OK if reads or role is Role.AUDITOR else HTTPStatus.FORBIDDEN)
    assert (tip.reference in answer.content.decode()) is reads
    for address in (
        page_of(tip),
        f"{page_of(tip)}archivos/1/",
        *(place(tip, act) for act in (TipAct.TAKE, TipAct.CLOSE)),
    ):
        answer = client.get(address)
        streamed = getattr(answer, "streaming_content", None)
        content = answer.content if streamed is None else b"".join(streamed)  # read to its end
        assert (b"hola" in content) is (reads and "archivos" in address)
        assert answer.status_code == (HTTPStatus.OK if reads else HTTPStatus.FORBIDDEN)
    if not reads:
        before = LedgerEntry.objects.count()
        assert sent(client, tip, TipAct.TAKE).status_code == HTTPStatus.FORBIDDEN
        assert LedgerEntry.objects.count() == before


def test_a_visitor_is_asked_to_sign_in() -> None:
    tip = received_tip()
    for address in (LIST, page_of(tip), place(tip, TipAct.TAKE), f"{page_of(tip)}archivos/1/"):
        assert Client().get(address).status_code == HTTPStatus.FOUND


def test_the_page_of_a_tip_shows_what_was_told_and_never_as_part_of_the_page() -> None:
    said = TipSaid("<b>No</b> los dejan salir.", "zh", place="新疆", signs=("ILO-03",), contact="x@ejemplo.mx")
    tip = receive_tip(said=said, files=[keep_file(b"hola", name="<i>.txt", at=AT)], token=new_form(), at=AT).tip
    send_tip_message(tip=tip, body="más", files=[], mark="1", at=AT)
    page = body(signed_in(Role.INVESTIGATOR), page_of(tip))
    for words in (
        "&lt;b&gt;No&lt;/b&gt; los dejan",
        "新疆",
        "las vigilan",
        "x@ejemplo.mx",
        "&lt;i&gt;.txt",
        'lang="zh"',
    ):
        assert words in page
    assert "they are watched" in body(signed_in(Role.INTAKE), page_of(tip), language="en")


def test_a_file_is_taken_away_under_a_name_of_ours_and_never_shown() -> None:
    file = keep_file(b"%PDF-1.7", name="Juana Inventada.pdf", at=AT)
    tip = receive_tip(said=TipSaid("algo"), files=[file], token=new_form(), at=AT).tip
    client = signed_in(Role.INTAKE)
    answer = client.get(f"{page_of(tip)}archivos/1/")
    assert answer.headers["Content-Disposition"] == f'attachment; filename="aviso-{tip.reference}-1.pdf"'
    assert (answer.headers["Content-Type"], answer.headers["X-Content-Type-Options"]) == (
        "application/octet-stream",
        "nosniff",
    )
    assert b"".join(answer.streaming_content) == b"%PDF-1.7"  # type: ignore[attr-defined]
    assert client.get(f"{page_of(tip)}archivos/2/").status_code == HTTPStatus.NOT_FOUND


@pytest.mark.parametrize("act", FILLED)
def test_each_act_has_its_form_and_goes_back_to_the_tip(act: TipAct) -> None:
    tip, client = received_tip(), signed_in(Role.SUPERVISOR)
    assert client.get(place(tip, act)).status_code == HTTPStatus.OK
    answer = sent(client, tip, act)
    assert answer.status_code == HTTPStatus.FOUND
    assert tip_verbs()[-1] == TIP_VERBS[act]
    tip.refresh_from_db()
    assert tip.state == (TIP_MOVES[act].target or "RECEIVED")
    case = Case.objects.last()
    to_case = act is TipAct.START_CASE and case is not None
    assert answer.headers["Location"] == (f"/expedientes/{case.reference}/" if to_case and case else page_of(tip))


def test_a_closed_tip_is_looked_into_again() -> None:
    tip = tip_in_triage()
    sent(signed_in(Role.INTAKE), tip, TipAct.CLOSE)
    tip.refresh_from_db()
    assert sent(signed_in(Role.INVESTIGATOR), tip, TipAct.REOPEN).status_code == HTTPStatus.FOUND
    tip.refresh_from_db()
    assert tip.state == "IN_TRIAGE"


def test_a_case_shows_its_tips_to_those_who_weigh_them_and_to_nobody_else() -> None:
    tip = tip_in_triage()
    sent(signed_in(Role.INTAKE), tip, TipAct.LINK)
    address = f"/expedientes/{Case.objects.get().reference}/"
    assert f'href="{page_of(tip)}"' in body(signed_in(Role.INVESTIGATOR), address)
    for role in (Role.AUDITOR, Role.DECIDER, Role.NOTIFIER):
        assert tip.reference not in body(signed_in(role), address)


def test_a_case_started_from_a_tip_shows_where_it_came_from() -> None:
    tip, client = tip_in_triage(), signed_in(Role.SUPERVISOR)
    answer = sent(client, tip, TipAct.START_CASE)
    page = body(client, answer.headers["Location"])
    assert tip.reference in page
    assert "un aviso" in page


@pytest.mark.parametrize(
    ("act", "wrong", "field"),
    [
        (TipAct.ANSWER, {"body": " "}, "body"),
        (TipAct.ANSWER, {"body": "x" * 25_001}, "body"),
        (TipAct.LINK, {"case": "NADA"}, "case"),
        (TipAct.LINK, {"reason": ""}, "reason"),
        (TipAct.CLOSE, {"ground": ""}, "ground"),
        (TipAct.START_CASE, {"text": ""}, "text"),
        (TipAct.START_CASE, {"reason": " "}, "reason"),
    ],
)
def test_a_fault_is_told_at_its_field_and_changes_nothing(act: TipAct, wrong: dict[str, str], field: str) -> None:
    tip, client = received_tip(), signed_in(Role.SUPERVISOR)
    filed_petition()
    before = list(Tip.objects.values()), list(LedgerEntry.objects.filter(subject__startswith="tip:").values())
    case = {"case": Case.objects.get().reference} if act is TipAct.LINK else {}
    answer = sent(client, tip, act, **{**case, **wrong})
    assert (answer.status_code, f'href="#id_{field}"' in answer.content.decode()) == (422, True)
    assert (list(Tip.objects.values()), list(LedgerEntry.objects.filter(subject__startswith="tip:").values())) == before


def test_what_a_colleague_did_meanwhile_is_told_and_what_was_typed_stays() -> None:
    tip, client = received_tip(), signed_in(Role.INTAKE)
    take_tip(seen=seen_tip(tip), actor=INTAKE, at=AT)
    answer = sent(client, tip, TipAct.ANSWER)
    assert (answer.status_code, "¿Desde cuándo?" in answer.content.decode()) == (HTTPStatus.CONFLICT, True)
    answer = client.post(place(tip, TipAct.ANSWER), {"body": "hola", "version": "x" * 20})
    assert answer.status_code == HTTPStatus.CONFLICT


def test_an_act_that_is_not_possible_is_no_form() -> None:
    tip, client = tip_in_triage(), signed_in(Role.INTAKE)
    assert client.get(place(tip, TipAct.TAKE)).status_code == HTTPStatus.CONFLICT
    assert client.get(place(tip, TipAct.START_CASE)).status_code == HTTPStatus.FORBIDDEN
    assert client.get(f"{page_of(tip)}actos/nada/").status_code == HTTPStatus.NOT_FOUND
    assert client.get("/avisos/0000-0000-0000/").status_code == HTTPStatus.NOT_FOUND


def test_the_list_is_narrowed_by_state_and_says_who_waits() -> None:
    tip, client = received_tip(), signed_in(Role.INTAKE)
    other = tip_in_triage()
    send_tip_message(tip=other, body="más", files=[], mark="1", at=AT)
    page = body(client, LIST)
    assert page.index(tip.reference) < page.index(other.reference)
    assert "Mensaje sin contestar" in page
    page = body(client, f"{LIST}?state=IN_TRIAGE")
    assert (tip.reference in page, other.reference in page) == (False, True)
    assert "No hay avisos así" in body(client, f"{LIST}?state=CLOSED")
    assert tip.reference in body(client, f"{LIST}?state=NADA")
    assert client.get(f"{LIST}?after=x").status_code == HTTPStatus.BAD_REQUEST


def test_whoever_gave_a_tip_is_told_nothing_of_a_case() -> None:
    token = new_form()
    tip = receive_tip(said=TipSaid("algo"), files=[], token=token, at=AT)
    sent(signed_in(Role.SUPERVISOR), tip.tip, TipAct.START_CASE)
    page = Client().post(reverse("tip_return"), {"receipt": tip.digits}).content.decode()
    assert Case.objects.get().reference not in page
    assert "expediente" not in page.partition("<main")[2].partition("</main>")[0]
