"""Files of tips, to be taken away by the unit."""

from typing import BinaryIO, ClassVar, Final

from cases.formats.case_file import DocumentLostError
from cases.models import Tip, TipFile
from kernel.domain.errors import NotFoundError
from kernel.domain.text import Text
from kernel.queries import document_path

NO_SUCH_FILE: Final = Text("El aviso no tiene un archivo {number}.", "The tip has no file {number}.")


class NoSuchTipFileError(NotFoundError):
    """A tip has no file of the number."""

    code: ClassVar[str] = "unknown_tip_file"


def tip_file_of(tip: Tip, number: int) -> TipFile:
    """Return a file of a tip.

    Raises:
        NoSuchTipFileError: the tip has no file of that number.

    """
    row = next((one for one in tip.files.all() if one.number == number), None)
    if row is None:
        raise NoSuchTipFileError(NO_SUCH_FILE.filled(number=number))
    return row


def open_tip_file(row: TipFile) -> BinaryIO:
    """Return the bytes of a file, which the caller closes.

    Raises:
        DocumentLostError: they are gone.

    """
    try:
        return document_path(row.document).open("rb")
    except FileNotFoundError as error:
        raise DocumentLostError(row.number) from error
