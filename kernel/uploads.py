"""Uploads are refused by their announced size, before the first byte is kept."""

from typing import Any

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadhandler import SkipFile, TemporaryFileUploadHandler
from django.http import HttpRequest


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


class SkippingUploadHandler(LimitedUploadHandler):
    """Leave out each file above a limit and read on, so that what was written beside it is not lost."""

    def __init__(self, request: HttpRequest, *, limit: int) -> None:
        super().__init__(request)
        self.limit = limit
        self.skipped: list[str] = []  # names of the files that were left out
        self._of_file = 0

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Begin with a file."""
        super().new_file(*args, **kwargs)
        self._of_file = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        """Keep a chunk, or leave the whole file out.

        Raises:
            SkipFile: the file is above the limit.
            RequestDataTooBig: the request is.

        """
        self._of_file += len(raw_data)
        if self._of_file > self.limit:
            self.skipped.append(str(self.file_name))
            raise SkipFile
        return super().receive_data_chunk(raw_data, start)


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
