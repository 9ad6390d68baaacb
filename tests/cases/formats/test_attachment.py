import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.formats import attachment
from cases.formats.attachment import UnsafeFileError, check_attachment


def archive(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, data in members.items():
            zipped.writestr(name, data)
    return out.getvalue()


@pytest.mark.parametrize("data", [b"%PDF-1.7", b"texto", b"\x89PNG\r\n", archive({"a.txt": b"uno", "b/c.pdf": b"dos"})])
def test_a_document_is_taken_and_left_at_its_start(data: bytes) -> None:
    file = io.BytesIO(data)
    check_attachment(file, "a")
    assert file.read() == data


@pytest.mark.parametrize("head", attachment.PROGRAMS)
def test_a_program_is_known_by_how_it_begins(head: bytes) -> None:
    with pytest.raises(UnsafeFileError) as caught:
        check_attachment(io.BytesIO(head + b"rest"), "informe.pdf")
    assert "informe.pdf" in caught.value.message.en


@pytest.mark.parametrize(
    "members",
    [
        pytest.param({"a.txt": b"\0" * (5 << 20)}, id="it swells"),
        pytest.param({"dentro/A.ZIP": b"x"}, id="it holds an archive"),
        pytest.param({f"{number}.txt": b"x" for number in range(3)}, id="it holds too many"),
    ],
)
def test_an_archive_that_would_overrun_whoever_opens_it_is_refused(
    members: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(attachment, "MOST_MEMBERS", 2)
    with pytest.raises(UnsafeFileError):
        check_attachment(io.BytesIO(archive(members)), "a.zip")


@given(st.binary(max_size=200))
def test_a_damaged_archive_is_refused_and_never_breaks_the_reader(data: bytes) -> None:
    with pytest.raises(UnsafeFileError):
        check_attachment(io.BytesIO(attachment.ARCHIVE + data), "a.zip")
