"""Files of a tip: known by their content, pictures written anew without what a camera adds, programs refused."""

import io
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import ClassVar, Final

from PIL import Image, ImageOps

from kernel.domain.errors import InputError
from kernel.domain.text import Text
from kernel.formats.media_type import HEAD, media_type

# What Pillow may open here, and as what each is written: nothing else is tried, so that nothing else is parsed.
PICTURES: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        "JPEG": ("JPEG", "jpg"),
        "MPO": ("JPEG", "jpg"),  # a telephone's JPEG with a second picture behind the first
        "PNG": ("PNG", "png"),
        "GIF": ("PNG", "png"),
        "WEBP": ("PNG", "png"),
        "TIFF": ("PNG", "png"),
        "BMP": ("PNG", "png"),
    }
)
OPENED: Final = tuple(name for name in PICTURES if name != "MPO")  # which Pillow opens as a JPEG
MOST_PIXELS: Final = 50_000_000  # the largest telephone pictures; a few kilobytes can claim billions
QUALITY: Final = 92  # small text in a photographed paper stays legible
EXTENSIONS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "application/pdf": "pdf",
        "application/rtf": "rtf",
        "application/msword": "doc",
        "application/zip": "zip",
        "application/ogg": "ogg",
        "text/plain": "txt",
        "audio/mpeg": "mp3",
        "audio/mp4": "m4a",
        "audio/wave": "wav",
        "audio/x-wav": "wav",
        "video/quicktime": "mov",
        "video/3gpp": "3gp",
    }
)
# The inside of a zip is not looked at: an office document keeps the ending it came with, all else is called a zip.
OFFICE: Final = frozenset({"docx", "xlsx", "pptx", "odt", "ods", "odp", "epub"})
RECORDINGS: Final = ("audio/", "video/")
# Beginnings that two bytes tell, too short for the general table; each is what telephones and computers write.
SHORT: Final[tuple[tuple[bytes, str], ...]] = (
    (b"\xff\xfb", "audio/mpeg"),
    (b"\xff\xf3", "audio/mpeg"),
    (b"\xff\xf1", "audio/aac"),
    (b"#!AMR", "audio/amr"),
    (b"\xff\xfe", "text/plain"),  # UTF-16, as an old editor saves it
    (b"\xfe\xff", "text/plain"),
)
SCRIPT: Final = b"#!"
PROGRAMS: Final = frozenset(
    "apk app bat cmd com cpl dll dmg exe hta iso jar js jse lnk msi msix ps1 py reg scr sh vbe vbs wsf".split()
)

REFUSED: Final = Text(
    "«{name}» no es un documento, una imagen ni una grabación. Mande una foto, una captura, un PDF o un texto.",
    "“{name}” is no document, picture or recording. Send a photo, a screenshot, a PDF or a text.",
)
UNREADABLE: Final = Text(
    "No pudimos quitarle a «{name}» los datos ocultos, como el lugar de la foto. Guárdela como JPEG o PNG.",
    "We could not take the hidden data, such as where it was taken, out of “{name}”. Save it as JPEG or PNG.",
)


class RefusedFileError(InputError):
    """The file is of no kind that is taken."""

    code: ClassVar[str] = "refused_file"


class UnreadablePictureError(InputError):
    """It is a picture that cannot be written anew, so that what it hides would stay in it."""

    code: ClassVar[str] = "unreadable_picture"


@dataclass(frozen=True, slots=True)
class PlainFile:
    """A file as it is kept: its bytes, the ending that fits them, and whether it was written anew."""

    content: bytes
    extension: str
    rewritten: bool


def plain_file(content: bytes, name: str) -> PlainFile:
    """Return a file as it may be kept, by what it holds and not by what it is called.

    Raises:
        RefusedFileError: it is a program, or nothing that is known.
        UnreadablePictureError: it is a picture that cannot be written anew.

    """
    ending = name.rpartition(".")[2].lower()
    if ending in PROGRAMS:
        raise RefusedFileError(REFUSED.filled(name=name))
    picture = _picture(content, name)
    if picture is not None:
        return picture
    kind = _kind(content)
    if kind.startswith("image/"):
        raise UnreadablePictureError(UNREADABLE.filled(name=name))
    if kind == "application/zip":
        return PlainFile(content, ending if ending in OFFICE else "zip", rewritten=False)
    extension = EXTENSIONS.get(kind) or (_ending(kind) if kind.startswith(RECORDINGS) else "")
    if not extension:
        raise RefusedFileError(REFUSED.filled(name=name))
    return PlainFile(content, extension, rewritten=False)


def _ending(kind: str) -> str:
    return "".join(sign for sign in kind.partition("/")[2].removeprefix("x-") if sign.isalnum())


def _kind(content: bytes) -> str:
    short = next((kind for start, kind in SHORT if content.startswith(start)), "")
    if short:
        return short
    return "" if content.startswith(SCRIPT) else media_type(content[:HEAD])


def _picture(content: bytes, name: str) -> PlainFile | None:
    """Return a picture written anew: its first frame, upright, without place, camera, author, comment or thumbnail."""
    try:
        opened = Image.open(io.BytesIO(content), formats=OPENED)
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError, Image.DecompressionBombWarning):
        return None  # no picture of these kinds, or one that claims to be larger than any
    with opened:
        if opened.width * opened.height > MOST_PIXELS:
            raise UnreadablePictureError(UNREADABLE.filled(name=name))
        written, extension = PICTURES[str(opened.format)]
        try:
            return PlainFile(_bare(opened, written), extension, rewritten=True)
        except (OSError, SyntaxError, ValueError, EOFError) as error:
            raise UnreadablePictureError(UNREADABLE.filled(name=name)) from error


def _bare(opened: Image.Image, written: str) -> bytes:
    upright = ImageOps.exif_transpose(opened)
    has_depth = upright.has_transparency_data and written == "PNG"
    pixels = upright.convert("RGBA" if has_depth else "RGB")
    bare = Image.new(pixels.mode, pixels.size)  # pixels alone go over: whatever else was attached stays behind
    bare.paste(pixels)
    target = io.BytesIO()
    bare.save(target, written, quality=QUALITY)
    return target.getvalue()
