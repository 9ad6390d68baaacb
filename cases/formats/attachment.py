"""What a received file must not be: a program under another name, or an archive that swells when it is opened.

Nothing here opens an archive: its own table says how much it holds, and what lies about that is refused too.
"""

import zipfile
from typing import BinaryIO, ClassVar, Final

from kernel.domain.errors import InputError
from kernel.domain.text import Text

HEAD: Final = 4
# How programs begin, whatever their name: Windows, Linux, macOS, Java, scripts.
PROGRAMS: Final = (
    b"MZ",
    b"\x7fELF",
    b"\xfe\xed\xfa\xce",
    b"\xfe\xed\xfa\xcf",
    b"\xce\xfa\xed\xfe",
    b"\xcf\xfa\xed\xfe",
    b"\xca\xfe\xba\xbe",
    b"#!",
)
ARCHIVE: Final = b"PK\x03\x04"
NESTED: Final = (".zip", ".7z", ".rar", ".gz", ".bz2", ".xz", ".tar", ".tgz", ".jar", ".zst")
MOST_MEMBERS: Final = 10_000
MOST_BYTES: Final = 2 << 30  # what an archive of evidence may hold once opened
MOST_SWELLING: Final = 200  # times; ordinary text shrinks to a tenth, nothing honest to a two-hundredth

PROGRAM: Final = Text(
    "«{name}» es un programa, aunque su nombre diga otra cosa; no se recibe. Envíe el documento.",
    "“{name}” is a program, whatever its name says, and is not taken. Send the document.",
)
BOMB: Final = Text(
    "«{name}» es un archivo comprimido que crece demasiado al abrirlo; no se recibe. Envíe los documentos sueltos.",
    "“{name}” is an archive that swells too much when opened, and is not taken. Send the documents one by one.",
)
NEST: Final = Text(
    "«{name}» lleva dentro otro archivo comprimido; no se recibe. Envíe los documentos sueltos.",
    "“{name}” has another archive inside and is not taken. Send the documents one by one.",
)
BROKEN: Final = Text(
    "«{name}» es un archivo comprimido dañado; no se recibe. Vuelva a hacerlo.",
    "“{name}” is a damaged archive and is not taken. Make it again.",
)
EMPTY: Final = Text("«{name}» está vacío.", "“{name}” is empty.")


class UnsafeFileError(InputError):
    """A file is no document that can be received."""

    code: ClassVar[str] = "unsafe_file"


def check_attachment(file: BinaryIO, name: str) -> None:
    """Return quietly, with the file at its start, when it is none of what must not be received.

    Raises:
        UnsafeFileError: it is empty, a program, or an archive that is damaged, nested or swells when opened.

    """
    file.seek(0)
    head = file.read(HEAD)
    if not head:
        raise UnsafeFileError(EMPTY.filled(name=name))
    if head.startswith(PROGRAMS):
        raise UnsafeFileError(PROGRAM.filled(name=name))
    if head == ARCHIVE:
        _check_archive(file, name)
    file.seek(0)


def _check_archive(file: BinaryIO, name: str) -> None:
    try:
        with zipfile.ZipFile(file) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise UnsafeFileError(BROKEN.filled(name=name)) from error
    held, packed = sum(one.file_size for one in members), sum(one.compress_size for one in members)
    if len(members) > MOST_MEMBERS or held > MOST_BYTES or held > MOST_SWELLING * max(packed, 1):
        raise UnsafeFileError(BOMB.filled(name=name))
    if any(one.filename.lower().endswith(NESTED) for one in members):
        raise UnsafeFileError(NEST.filled(name=name))
