import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kernel.formats.media_type import media_type


def zip_of(name: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(name, "x")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        pytest.param(zip_of("a.asc"), "application/zip", id="a zip is a zip"),
        pytest.param(zip_of("[Content_Types].xml"), "application/zip", id="an office document is a zip"),
        pytest.param(b"%PDF-1.7\n%\xe2\xe3", "application/pdf", id="a PDF is known by its signature"),
        pytest.param(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "image/png", id="a picture is known by its signature"),
        pytest.param(b"<html><body>", "text/html", id="a page is known by its first tag"),
        pytest.param("línea|año\r\n".encode(), "text/plain", id="UTF-8 text is text"),
        pytest.param("línea|año\r\n".encode("cp1252"), "text/plain", id="text of Windows is text"),
        pytest.param(b"BMW,1\n", "text/plain", id="text that starts like a bitmap is text"),
        pytest.param(b"MZ\x90\x00\x03\x00", "application/vnd.microsoft.portable-executable", id="a program is one"),
        pytest.param(b"\x00\x01\x02", "application/octet-stream", id="unknown bytes are bytes"),
        pytest.param(b"", "application/octet-stream", id="nothing is bytes"),
    ],
)
def test_the_first_bytes_tell_the_type(head: bytes, expected: str) -> None:
    assert media_type(head) == expected


@given(st.binary(max_size=600))
def test_whatever_the_bytes_a_type_that_fits_the_table_comes(head: bytes) -> None:
    assert "/" in media_type(head)
    assert len(media_type(head)) <= 100
