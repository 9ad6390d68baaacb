import io
import zipfile

import pytest
from PIL import Image

from cases.formats.tip_files import PROGRAMS, RefusedFileError, UnreadablePictureError, plain_file

WHERE = b"SECRETPLACE"
MZ = b"MZ\x90\x00\x03\x00\x00\x00\x04\x00\x00\x00\xff\xff" + bytes(200)
ELF = b"\x7fELF\x02\x01\x01" + bytes(200)


def photo(form: str = "JPEG", *, size: tuple[int, int] = (40, 20), mode: str = "RGB") -> bytes:
    """Return a picture that says where, when and with what it was taken, wherever its form can say so."""
    picture = Image.new(mode, size, "red" if mode != "P" else 1)
    exif = Image.Exif()
    exif[0x010F], exif[0x013B], exif[0x0112] = WHERE.decode(), WHERE.decode(), 6  # maker, author, turned
    exif.get_ifd(0x8825)[29] = WHERE.decode()  # day of the position
    target = io.BytesIO()
    said = {"exif": exif} if form in {"JPEG", "PNG", "WEBP", "TIFF"} else {}
    picture.save(target, form, comment=WHERE, icc_profile=WHERE if form != "TIFF" else None, **said)
    return target.getvalue()


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "TIFF", "GIF", "BMP"])
def test_a_picture_is_written_anew_without_what_it_hides(form: str) -> None:
    content = photo(form) + (WHERE if form in {"JPEG", "PNG"} else b"")  # something glued on behind
    plain = plain_file(content, "foto.dat")
    with Image.open(io.BytesIO(plain.content)) as opened:
        assert (opened.format, opened.getexif().get(0x0112)) == ("JPEG" if form == "JPEG" else "PNG", None)
        assert not dict(opened.getexif())
        assert not {"exif", "icc_profile", "comment", "xmp"} & set(opened.info)
    assert WHERE not in plain.content
    assert plain.rewritten
    assert plain.extension == ("jpg" if form == "JPEG" else "png")


def test_a_telephone_picture_with_another_behind_it_keeps_the_first() -> None:
    target = io.BytesIO()
    second = Image.new("RGB", (40, 20), "blue")
    Image.new("RGB", (40, 20), "red").save(target, "MPO", save_all=True, append_images=[second])
    with Image.open(io.BytesIO(plain_file(target.getvalue(), "a.jpg").content)) as opened:
        assert (opened.format, getattr(opened, "n_frames", 1)) == ("JPEG", 1)


def test_a_picture_stays_upright_and_transparent() -> None:
    with Image.open(io.BytesIO(plain_file(photo(), "a.jpg").content)) as upright:
        assert upright.size == (20, 40)
    with Image.open(io.BytesIO(plain_file(photo("PNG", mode="RGBA"), "a.png").content)) as clear:
        assert clear.mode == "RGBA"


@pytest.mark.parametrize(
    ("content", "name", "extension"),
    [
        pytest.param(b"%PDF-1.7\n", "papel.pdf", "pdf", id="PDF"),
        pytest.param("hola 中文 ñandú".encode(), "nota.txt", "txt", id="text in mixed scripts"),
        pytest.param("hola".encode("utf-16"), "nota.txt", "txt", id="text of an old editor"),
        pytest.param(b"{\\rtf1\\ansi hola}", "nota.rtf", "rtf", id="RTF"),
        pytest.param(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), "nota.doc", "doc", id="old Word"),
        pytest.param(b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00mp42isom", "video.mp4", "mp4", id="film"),
        pytest.param(b"ID3\x03\x00\x00\x00\x00" + bytes(30), "voz.mp3", "mp3", id="sound"),
        pytest.param(b"\xff\xfb\x90\x00" + bytes(40), "voz.mp3", "mp3", id="sound without a head"),
        pytest.param(b"#!AMR\n" + bytes(20), "voz.amr", "amr", id="telephone recording"),
        pytest.param(b"OggS\x00\x02" + bytes(30), "voz.ogg", "ogg", id="voice message"),
    ],
)
def test_other_files_are_kept_as_they_are(content: bytes, name: str, extension: str) -> None:
    plain = plain_file(content, name)
    assert (plain.content, plain.extension, plain.rewritten) == (content, extension, False)


@pytest.mark.parametrize(
    ("content", "name"),
    [
        pytest.param(MZ, "factura.pdf", id="Windows program called PDF"),
        pytest.param(ELF, "foto.jpg", id="Linux program called a picture"),
        pytest.param(b"\xcf\xfa\xed\xfe" + bytes(60), "nota.txt", id="Mac program called a text"),
        pytest.param(b"#!/bin/sh\nrm -r", "nota.txt", id="script called a text"),
        pytest.param(b"hola", "factura.pdf.exe", id="two endings"),
        pytest.param(b"<html><script>1</script>", "pagina.html", id="page"),
        pytest.param(b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>", "a.svg", id="drawing with a script"),
        pytest.param(b"\xff\xd8\xff\xe0" + bytes(30), "foto.jpg", id="broken picture"),
        pytest.param(bytes(range(256)), "datos.bin", id="nothing known"),
        *(pytest.param(b"hola", f"x.{ending.upper()}", id=ending) for ending in sorted(PROGRAMS)),
    ],
)
def test_programs_and_the_unknown_are_refused_by_content_and_by_name(content: bytes, name: str) -> None:
    with pytest.raises((RefusedFileError, UnreadablePictureError)) as caught:
        plain_file(content, name)
    assert name in str(caught.value)


def test_a_picture_that_cannot_be_written_anew_is_refused() -> None:
    heic = b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic" + bytes(60)
    with pytest.raises(UnreadablePictureError):
        plain_file(heic, "IMG_1.HEIC")
    with pytest.raises(UnreadablePictureError):
        plain_file(photo("PNG", size=(900, 900))[:200], "cortada.png")


def test_a_few_kilobytes_that_claim_to_be_a_huge_picture_are_not_opened() -> None:
    target = io.BytesIO()
    Image.new("1", (9_000, 9_000)).save(target, "PNG")
    assert len(target.getvalue()) < 50_000
    with pytest.raises(UnreadablePictureError):
        plain_file(target.getvalue(), "bomba.png")


def test_the_inside_of_a_zip_is_not_looked_at() -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("ceros", bytes(50_000_000))
    for name, extension in (("bomba.zip", "zip"), ("nota.DOCX", "docx"), ("nota.pdf", "zip")):
        plain = plain_file(target.getvalue(), name)
        assert (len(plain.content), plain.extension) == (len(target.getvalue()), extension)
