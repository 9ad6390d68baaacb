import io
import json

import pytest
from PIL import Image

from cases.domain.receipts import MistypedReceiptError, UnknownReceiptError, grouped
from cases.domain.tips import LINES, MOST_TEXT, SIGNS, TipError, TipSaid
from cases.formats.tip_files import RefusedFileError
from cases.models import Tip, TipFile
from cases.services.receipts import new_form, receipt_from
from cases.services.tips import keep_file, receive_tip, send_tip_message, tip_of_receipt
from kernel.models import Document, LedgerEntry
from kernel.queries import document_path
from kernel.services.ledger import verify
from tests.cases.factories import FILED, noon
from tests.cases.tips import TOLD, picture, received, received_tip, refused_tip, tip_verbs

pytestmark = pytest.mark.django_db
AT = noon(FILED)
MIXED = ("劳动 ئىشچى работник עובד श्रमिक ñandú 😀 e\u0301 " * 800)[:MOST_TEXT]


def test_a_tip_is_kept_as_it_was_told_and_found_by_its_receipt() -> None:
    said = TipSaid("  algo  ", "ug", "a", "b", "c", ("ILO-02", "ILO-01"), "d", "e", "f", "g")
    receipt = received(said)
    tip = tip_of_receipt(grouped(receipt.digits))
    assert (tip.pk, receipt.is_new, tip.state, tip.received_at) == (receipt.tip.pk, True, "RECEIVED", AT)
    assert (tip.account, tip.language, tip.signs) == ("algo", "ug", ["ILO-01", "ILO-02"])
    assert (tip.place, tip.goods, tip.producer, tip.happened) == ("a", "b", "c", "d")
    assert (tip.known_how, tip.told_others, tip.contact) == ("e", "f", "g")
    assert tip_verbs() == ["receive_tip"]


def test_twenty_five_thousand_signs_of_mixed_scripts_come_back_as_they_went() -> None:
    assert len(MIXED.strip()) > MOST_TEXT - 20
    tip = received(TipSaid(MIXED, signs=SIGNS)).tip
    tip.refresh_from_db()
    assert tip.account == MIXED.strip()
    refused_tip(lambda: received(TipSaid("x" * (MOST_TEXT + 1))), TipError)


def test_the_same_form_sent_twice_is_one_tip_with_one_receipt() -> None:
    token = new_form()
    first, second = received(token=token), received(TipSaid("otra cosa"), token=token)
    assert (first.digits, first.tip.pk, first.is_new) == (second.digits, second.tip.pk, not second.is_new)
    assert Tip.objects.get().account == TOLD.account
    assert tip_verbs() == ["receive_tip"]


def test_nothing_of_a_receipt_is_in_the_database_but_its_hash() -> None:
    receipt = received()
    row = json.dumps(list(Tip.objects.values()), default=str)
    assert receipt.digits not in row
    assert receipt.tip.receipt_hash in row


def test_a_wrong_receipt_and_a_mistyped_one_are_two_things() -> None:
    received()
    refused_tip(lambda: tip_of_receipt(receipt_from(new_form())), UnknownReceiptError)
    refused_tip(lambda: tip_of_receipt("1234 5678"), MistypedReceiptError)


def test_the_ledger_says_that_something_came_and_nothing_of_it() -> None:
    file = keep_file(picture(), name="Juana Inventada.jpg", at=AT)
    said = TipSaid("SECRETO", signs=("ILO-01",), **dict.fromkeys(LINES, "SECRETO"))
    tip = receive_tip(said=said, files=[file], token=new_form(), at=AT).tip
    send_tip_message(tip=tip, body="SECRETO", files=[], mark="1", at=AT)
    entries = list(LedgerEntry.objects.values("verb", "actor", "channel", "subject", "detail"))
    assert "SECRETO" not in json.dumps(entries)
    assert "Juana" not in json.dumps(entries)
    of_tip = [(entry["actor"], entry["detail"]) for entry in entries if entry["subject"] == f"tip:{tip.reference}"]
    assert of_tip == [("anonymous", {}), ("anonymous", {})]
    assert verify().broken is None


def test_a_picture_is_kept_without_what_it_hides_and_its_name_stays_with_the_tip() -> None:
    file = keep_file(picture(said="Juana Inventada"), name="C:\\fotos\\Juana.jpg", at=AT)
    tip = receive_tip(said=TOLD, files=[file], token=new_form(), at=AT).tip
    row, document = TipFile.objects.get(), Document.objects.get()
    assert (row.tip, row.name, row.extension, document.name) == (tip, "Juana.jpg", "jpg", "aviso.jpg")
    assert row.classified().level.value == "RESERVED"
    content = document_path(document).read_bytes()
    assert b"Juana" not in content
    with Image.open(io.BytesIO(content)) as opened:
        assert not dict(opened.getexif())


def test_a_refused_file_is_not_kept() -> None:
    refused_tip(lambda: keep_file(b"MZ\x90\x00" + bytes(99), name="factura.pdf", at=AT), RefusedFileError)
    assert not Document.objects.exists()


def test_files_and_messages_are_numbered_in_their_order() -> None:
    files = [keep_file(f"nota {number}".encode(), name=f"{number}.txt", at=AT) for number in range(4)]
    tip = receive_tip(said=TOLD, files=files[:2], token=new_form(), at=AT).tip
    assert send_tip_message(tip=tip, body="", files=files[2:], mark="1", at=AT)
    assert send_tip_message(tip=tip, body="más", files=[], mark="2", at=AT)
    assert list(tip.files.values_list("number", "name", "message__number")) == [
        (1, "0.txt", None),
        (2, "1.txt", None),
        (3, "2.txt", 1),
        (4, "3.txt", 1),
    ]
    assert list(tip.messages.values_list("number", "body", "author")) == [(1, "", ""), (2, "más", "")]
    refused_tip(lambda: receive_tip(said=TOLD, files=files, token=new_form(), at=AT), TipError)


def test_a_message_sent_twice_is_one() -> None:
    tip = received_tip()
    assert send_tip_message(tip=tip, body="hola", files=[], mark="1", at=AT)
    assert not send_tip_message(tip=tip, body="hola", files=[], mark="1", at=AT)
    assert tip.messages.count() == 1
    assert tip_verbs() == ["receive_tip", "send_tip_message"]


@pytest.mark.parametrize("body", ["", " \n", "x" * (MOST_TEXT + 1)])
def test_an_empty_message_and_one_that_is_too_long_are_refused(body: str) -> None:
    tip = received_tip()
    refused_tip(lambda: send_tip_message(tip=tip, body=body, files=[], mark="1", at=AT), TipError)
