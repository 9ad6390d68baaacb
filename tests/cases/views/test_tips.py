import re
from collections.abc import Iterator
from http import HTTPStatus
from typing import Any

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from cases.domain.receipts import grouped
from cases.domain.tips import MOST_BYTES, MOST_LINE, MOST_TEXT
from cases.models import Tip, TipFile, TipMessage
from cases.services.receipts import new_form, receipt_from
from cases.services.triage import answer_tip
from cases.views import tips as views
from kernel.domain.actors import Role
from tests.cases.factories import FILED, INTAKE, noon
from tests.cases.tips import picture, received, seen_tip
from tests.pages import signed_in

pytestmark = pytest.mark.django_db
GIVE, RETURN, THREAD = reverse("tip"), reverse("tip_return"), reverse("tip_thread")
SAID = {"language": "es", "account": "No los dejan salir.", "place": "Valle Inventado"}


@pytest.fixture(autouse=True)
def forgotten() -> Iterator[None]:
    cache.clear()
    yield
    cache.clear()


def hidden(page: Any, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]*)"', page.content.decode())
    assert found
    return found[1]


def sent(client: Client, **more: object) -> Any:
    return client.post(GIVE, {**SAID, "token": new_form(), **more})


def shown_receipt(page: Any) -> str:
    found = re.search(r"<code[^>]*>([\d ]{19})</code>", page.content.decode())
    assert found
    return found[1]


def test_the_page_says_what_it_must_before_anything_is_typed() -> None:
    page = Client().get(GIVE).content.decode()
    form = page.index('name="account"')
    for words in ("no inicia ningún plazo", "No use el equipo", "Qué no guardamos", "una sola cookie", "comprobante"):
        assert page.index(words) < form
    english = Client().get(GIVE, headers={"Accept-Language": "en"}).content.decode()
    for words in ("starts no term", "Do not use the computer", "What we do not keep", "a single cookie"):
        assert english.index(words) < english.index('name="account"')


def test_a_tip_is_given_and_its_receipt_leads_back_to_it() -> None:
    client = Client()
    page = sent(client, token=hidden(client.get(GIVE), "token"), signs=["ILO-01", "ILO-11"])
    assert page.status_code == HTTPStatus.OK
    tip = Tip.objects.get()
    assert (tip.account, tip.place, tip.signs) == (SAID["account"], SAID["place"], ["ILO-01", "ILO-11"])
    back = Client().post(RETURN, {"receipt": shown_receipt(page)})
    assert SAID["account"] in back.content.decode()
    assert shown_receipt(page) not in back.content.decode()


def test_the_answers_are_kept_by_no_browser_and_nothing_stands_in_an_address() -> None:
    page = sent(Client())
    for answer in (page, Client().post(RETURN, {"receipt": shown_receipt(page)}), sent(Client(), account="")):
        assert "no-store" in answer.headers["Cache-Control"]
        assert "Location" not in answer.headers


def test_the_same_form_sent_twice_shows_the_same_receipt() -> None:
    client, token = Client(), new_form()
    first, second = sent(client, token=token), sent(client, token=token)
    assert shown_receipt(first) == shown_receipt(second)
    assert "ya se había recibido" in second.content.decode()
    assert Tip.objects.count() == 1


def test_whoever_goes_back_and_changes_the_text_can_send_it_as_a_message() -> None:
    client, token = Client(), new_form()
    sent(client, token=token)
    page = sent(client, token=token, account="Ahora sé más.")
    assert Tip.objects.get().account == SAID["account"]
    assert hidden(page, "body") == "Ahora sé más."
    thread = client.post(THREAD, {"token": hidden(page, "token"), "body": hidden(page, "body")})
    assert ">\nAhora sé más.</textarea>" in thread.content.decode()
    assert not TipMessage.objects.exists()


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        pytest.param({"account": " "}, "account", id="nothing told"),
        pytest.param({"account": "字" * (MOST_TEXT + 1)}, "account", id="too long"),
        pytest.param({"goods": "x" * (MOST_LINE + 1)}, "goods", id="an answer too long"),
        pytest.param({"language": "klingon"}, "language", id="no language"),
        pytest.param({"signs": ["ILO-99"]}, "signs_0", id="no sign"),
    ],
)
def test_a_fault_is_told_at_its_question_and_nothing_typed_is_lost(wrong: dict[str, Any], field: str) -> None:
    token = new_form()
    page = sent(Client(), **{"producer": "Hilados Inventados", "token": token, **wrong})
    text = page.content.decode()
    assert page.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert f'href="#id_{field}"' in text
    assert "Hilados Inventados" in text
    assert (hidden(page, "token"), Tip.objects.count()) == (token, 0)
    for written in wrong.values():
        assert not isinstance(written, str) or not written.strip() or written in text or field == "language"


def test_the_longest_tip_in_many_scripts_goes_through_with_new_lines_as_browsers_send_them() -> None:
    written = ("劳动 ئىشچى श्रमिक 😀\r\n" * 2_000)[: MOST_TEXT + 1_000].strip()
    plain = written.replace("\r\n", "\n")[:MOST_TEXT]
    assert sent(Client(), account=plain.replace("\n", "\r\n"), language="zh").status_code == HTTPStatus.OK
    assert Tip.objects.get().account == plain.strip()


def test_a_form_that_is_none_of_this_house_comes_back_as_it_was_filled_in() -> None:
    page = sent(Client(), token="forged")
    assert page.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert SAID["account"] in page.content.decode()
    assert sent(Client(), token=hidden(page, "token")).status_code == HTTPStatus.OK


def file(content: bytes, name: str) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def test_files_that_came_with_a_faulty_form_need_not_be_sent_again() -> None:
    client = Client()
    page = sent(client, account="", attachments=[file(picture(), "foto.jpg"), file(b"hola", "nota.txt")])
    kept = re.findall(r'name="kept" value="([^"]+)"', page.content.decode())
    assert len(kept) == 2
    sent(client, kept=kept[:1], attachments=[file(b"%PDF-1.7", "papel.pdf")])
    assert list(TipFile.objects.values_list("name", flat=True)) == ["foto.jpg", "papel.pdf"]


@pytest.mark.parametrize(
    ("files", "told"),
    [
        pytest.param([(b"MZ\x90\x00" + bytes(99), "factura.pdf")], "factura.pdf", id="a program renamed"),
        pytest.param([(b"hola", "factura.pdf.exe")], "factura.pdf.exe", id="two endings"),
        pytest.param([(b"hola", f"{number}.txt") for number in range(4)], "3 archivos", id="four files"),
        pytest.param([(b"x" * (MOST_BYTES + 1), "grande.txt")], "25 MB", id="too large"),
    ],
)
def test_a_file_that_may_not_come_is_told_and_the_rest_is_kept(files: list[tuple[bytes, str]], told: str) -> None:
    page = sent(Client(), attachments=[file(*one) for one in files])
    text = page.content.decode()
    assert page.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert 'href="#id_attachments"' in text
    assert told in text
    assert SAID["account"] in text
    assert not Tip.objects.exists()


def test_a_wrong_receipt_is_told_alike_whoever_asks_and_a_mistyped_one_apart() -> None:
    received()
    wrong = grouped(receipt_from(new_form()))
    page = Client().post(RETURN, {"receipt": wrong})
    assert (page.status_code, "Ningún aviso tiene" in page.content.decode()) == (422, True)
    page = Client().post(RETURN, {"receipt": "1234"})
    assert (page.status_code, "mal escrito" in page.content.decode()) == (422, True)
    assert Client().post(RETURN, {"receipt": ""}).status_code == 422


def test_wrong_receipts_are_limited_and_then_even_a_right_one_gets_no_answer() -> None:
    right = grouped(received().digits)
    for _ in range(views.GUESSING.most):
        assert Client().post(RETURN, {"receipt": receipt_from(new_form())}).status_code == 422
    page = Client().post(RETURN, {"receipt": right})
    assert page.status_code == HTTPStatus.TOO_MANY_REQUESTS
    assert "demasiados intentos" in page.content.decode()
    assert Client(REMOTE_ADDR="192.0.2.7").post(RETURN, {"receipt": right}).status_code == HTTPStatus.OK


def test_mistyped_receipts_cost_nobody_an_attempt() -> None:
    right = grouped(received().digits)
    for _ in range(views.GUESSING.most + 1):
        Client().post(RETURN, {"receipt": "1234 5678"})
    assert Client().post(RETURN, {"receipt": right}).status_code == HTTPStatus.OK


def test_too_many_tips_from_one_place_wait_with_everything_typed() -> None:
    for _ in range(views.SENDING.most):
        sent(Client())
    page = sent(Client(), kept=["x"])
    assert page.status_code == HTTPStatus.TOO_MANY_REQUESTS
    assert SAID["account"] in page.content.decode()
    assert Tip.objects.count() == views.SENDING.most


def opened(client: Client) -> tuple[Tip, Any]:
    receipt = received()
    return receipt.tip, client.post(RETURN, {"receipt": receipt.digits})


def test_a_conversation_goes_both_ways() -> None:
    client = Client()
    receipt = received()
    answer_tip(seen=seen_tip(receipt.tip), body="¿Desde cuándo?", actor=INTAKE, at=noon(FILED))
    page = client.post(RETURN, {"receipt": receipt.digits})
    assert "¿Desde cuándo?" in page.content.decode()
    assert INTAKE.name not in page.content.decode()
    form = {"token": hidden(page, "token"), "send": "1", "body": "Desde mayo."}
    page = client.post(THREAD, {**form, "attachments": [file(b"hola", "nota.txt")]})
    assert "Recibimos su mensaje" in page.content.decode()
    assert "Desde mayo." in page.content.decode()
    assert list(receipt.tip.files.values_list("name", "message__number")) == [("nota.txt", 2)]
    client.post(THREAD, form)
    assert receipt.tip.messages.count() == 2


def test_an_empty_message_is_told_and_the_conversation_stays() -> None:
    client = Client()
    tip, page = opened(client)
    page = client.post(THREAD, {"token": hidden(page, "token"), "send": "1", "body": " "})
    assert (page.status_code, 'href="#id_body"' in page.content.decode()) == (422, True)
    assert tip.account in page.content.decode()
    assert not TipMessage.objects.exists()


def test_a_message_of_a_page_that_stood_open_too_long_waits_for_the_receipt(monkeypatch: pytest.MonkeyPatch) -> None:
    client = Client()
    receipt = received()
    page = client.post(RETURN, {"receipt": receipt.digits})
    monkeypatch.setattr(views, "THREAD_AGE", -1)
    asked = client.post(THREAD, {"token": hidden(page, "token"), "send": "1", "body": "Desde mayo."})
    assert (asked.status_code, hidden(asked, "body")) == (422, "Desde mayo.")
    assert receipt.tip.account not in asked.content.decode()
    monkeypatch.undo()
    page = client.post(RETURN, {"receipt": receipt.digits, "body": hidden(asked, "body")})
    assert ">\nDesde mayo.</textarea>" in page.content.decode()


def test_the_conversation_has_no_address_of_its_own() -> None:
    answer = Client().get(THREAD)
    assert (answer.status_code, answer.headers["Location"]) == (HTTPStatus.FOUND, RETURN)


def test_a_form_without_its_cookie_is_refused() -> None:
    strict = Client(enforce_csrf_checks=True)
    for place in (GIVE, RETURN, THREAD):
        assert strict.post(place, {**SAID, "token": new_form()}).status_code == HTTPStatus.FORBIDDEN
    assert not Tip.objects.exists()


def test_whoever_is_signed_in_is_told_and_not_kept() -> None:
    client = signed_in(Role.INVESTIGATOR)
    assert "sesión abierta" in client.get(GIVE).content.decode()
    sent(client)
    assert Tip.objects.count() == 1


def test_a_visitor_finds_the_page_from_everywhere() -> None:
    assert f'href="{GIVE}"' in Client().get("/").content.decode()
    assert f'href="{RETURN}"' in Client().get(GIVE).content.decode()


def test_what_is_told_is_never_read_as_part_of_the_page() -> None:
    client = Client()
    page = sent(client, account="<script>alert(1)</script>")
    back = client.post(RETURN, {"receipt": shown_receipt(page)})
    assert "<script>alert" not in back.content.decode()
