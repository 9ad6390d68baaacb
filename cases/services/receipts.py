"""Receipts of tips: made from the form that was sent, kept as a slow keyed hash alone."""

import hashlib
import hmac
import secrets
from typing import Final

from django.conf import settings
from django.core import signing

from cases.domain.receipts import RECEIPTS, receipt_of

FORM_SALT: Final = "tip-form"
TOKEN_BYTES: Final = 16
# scrypt: 32 MiB and about a tenth of a second for each try, which no list of 10^15 receipts survives.
BLOCK, LANES, MEMORY = 8, 1, 96 * 1024 * 1024


def new_form() -> str:
    """Return the token of a form about to be shown: whatever is sent with it, however often, is one tip."""
    return signing.dumps(secrets.token_urlsafe(TOKEN_BYTES), salt=FORM_SALT)


def is_form(token: str) -> bool:
    """Return whether a form with this token was shown by this house."""
    try:
        signing.loads(token, salt=FORM_SALT)
    except signing.BadSignature:
        return False
    return True


def mark_of(token: str) -> str:
    """Return what is kept of a token, from which neither it nor the receipt follows."""
    return _keyed("tip-form-mark", token).hex()


def receipt_from(token: str) -> str:
    """Return the receipt of the tip that comes with a form; the same for each time that it is sent."""
    return receipt_of(int.from_bytes(_keyed("tip-receipt", token)) % RECEIPTS)


def receipt_hash(receipt: str) -> str:
    """Return what is kept of a receipt: slow, and keyed with what does not stand in the database."""
    key = _keyed("tip-receipt-hash", "")
    found = hashlib.scrypt(
        receipt.encode(), salt=key, n=settings.TAMIZ_RECEIPT_COST, r=BLOCK, p=LANES, maxmem=MEMORY, dklen=32
    )
    return found.hex()


def _keyed(purpose: str, text: str) -> bytes:
    return hmac.digest(settings.TAMIZ_RECEIPT_KEY.encode(), f"{purpose}\0{text}".encode(), hashlib.sha256)
