"""Tips named for their situation, and what refusals left alone; everybody and everything told here is invented."""

import io
from collections.abc import Callable
from datetime import datetime

import pytest
from PIL import Image

from cases.domain.tips import TipSaid
from cases.models import Tip, TipMessage
from cases.services.receipts import new_form
from cases.services.tips import Receipt, receive_tip
from cases.services.triage import TipSeen, take_tip
from kernel.models import LedgerEntry
from tests.cases.factories import FILED, INTAKE, noon

TOLD = TipSaid(account="No los dejan salir de la hilandería inventada.", place="Valle Inventado", signs=("ILO-03",))


def received(said: TipSaid = TOLD, *, token: str = "", at: datetime | None = None) -> Receipt:
    return receive_tip(said=said, files=[], token=token or new_form(), at=at or noon(FILED))


def received_tip() -> Tip:
    return received().tip


def tip_in_triage() -> Tip:
    return take_tip(seen=seen_tip(received_tip()), actor=INTAKE, at=noon(FILED))


def seen_tip(tip: Tip) -> TipSeen:
    return TipSeen(tip.reference, tip.version)


def tip_verbs() -> list[str]:
    rows = LedgerEntry.objects.filter(subject__startswith="tip:").order_by("seq")
    return list(rows.values_list("verb", flat=True))


def refused_tip(act: Callable[[], object], error: type[Exception]) -> Exception:
    """Return the refusal of an act, having seen that it changed nothing."""

    def now() -> object:
        ledger = list(LedgerEntry.objects.values_list("seq", flat=True))
        return list(Tip.objects.order_by("pk").values()), list(TipMessage.objects.values()), ledger

    before = now()
    with pytest.raises(error) as caught:
        act()
    assert now() == before
    return caught.value


def picture(form: str = "JPEG", *, said: str = "") -> bytes:
    """Return a picture that says something about who took it."""
    exif = Image.Exif()
    exif[0x013B] = said
    target = io.BytesIO()
    Image.new("RGB", (30, 20), "green").save(target, form, exif=exif)
    return target.getvalue()
