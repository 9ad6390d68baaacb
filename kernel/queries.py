"""Reads of the kernel's tables."""

from pathlib import Path

from django.conf import settings

from kernel.models import Document


def document_path(document: Document) -> Path:
    """Return where the bytes of a document lie."""
    address = document.sha256
    return Path(settings.MEDIA_ROOT) / address[:2] / address[2:4] / address
