"""Uploads are refused by their announced size, before the first byte is kept."""

from typing import Any

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadhandler import TemporaryFileUploadHandler


class LimitedUploadHandler(TemporaryFileUploadHandler):
    """Write uploads to temporary files, and refuse a request above the limit of the house."""

    received = 0

    def handle_raw_input(self, input_data: Any, META: Any, content_length: int, *args: Any, **kwargs: Any) -> None:  # noqa: N803 - Django's names
        """Refuse the request when it announces more than the limit.

        Raises:
            RequestDataTooBig: the request is above ``TAMIZ_UPLOAD_LIMIT``.

        """
        self._check(content_length)

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        """Keep a chunk, counting what has come so far whatever was announced.

        Raises:
            RequestDataTooBig: more came than the limit allows.

        """
        self.received += len(raw_data)
        self._check(self.received)
        return super().receive_data_chunk(raw_data, start)

    def limit_of_request(self) -> int:
        """Return how many bytes the request may have."""
        return int(settings.TAMIZ_UPLOAD_LIMIT)

    def _check(self, size: int) -> None:
        if size > self.limit_of_request():
            raise RequestDataTooBig(f"upload of {size} bytes is above the limit")


class KnownSenderUploadHandler(LimitedUploadHandler):
    """Take files from those the house knows; of anybody else no more is read than a form without files has.

    A page that takes files from anybody says so with a handler of its own.
    """

    def limit_of_request(self) -> int:
        """Return how many bytes the request may have."""
        most = super().limit_of_request()
        return most if self._is_known() else min(most, settings.DATA_UPLOAD_MAX_MEMORY_SIZE)

    def _is_known(self) -> bool:
        user = getattr(self.request, "user", None)
        return bool(getattr(self.request, "auth", None) or (user is not None and user.is_authenticated))
