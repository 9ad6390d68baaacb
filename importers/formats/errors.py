"""Why a file is refused whole: each says what to do, in both languages."""

from kernel.domain.errors import InputError
from kernel.domain.text import Text


class UnreadableFileError(InputError):
    """The file cannot be read as any known format; nothing of it was kept."""

    code = "unreadable_file"


class EmptyFileError(UnreadableFileError):
    """There is nothing in the file."""

    code = "empty_file"


class BinaryFileError(UnreadableFileError):
    """The file holds bytes that are no text."""

    code = "binary_file"


class UnknownColumnsError(UnreadableFileError):
    """The table has no column that can be read."""

    code = "unknown_columns"


class DamagedZipError(UnreadableFileError):
    """The zip is cut off or does not agree with its checksums."""

    code = "damaged_zip"


class UnsafeZipError(UnreadableFileError):
    """The zip has entries with names that lead outside, or encrypted ones."""

    code = "unsafe_zip"


class ZipBombError(UnreadableFileError):
    """The zip holds more than a delivery ever does."""

    code = "zip_bomb"


class MissingTableError(UnreadableFileError):
    """A table that a Data Stage delivery always has is missing, or is there twice."""

    code = "missing_table"


NOTHING = Text(
    "El archivo está vacío: no trae ninguna fila. Envíe un zip de Data Stage o un CSV con partidas.",
    "The file is empty: it has no row. Send a Data Stage zip or a CSV with goods lines.",
)
OLD_BREAKS = Text(
    "Los renglones del archivo {name} terminan en retorno de carro, como en computadoras antiguas; no se leyó ninguno. "
    "Guárdelo de nuevo como CSV UTF-8.",
    "The lines of the file {name} end in carriage returns, as on old computers; none was read. "
    "Save it again as CSV UTF-8.",
)
NOT_TEXT = Text(
    "El archivo {name} no es de texto. Envíe un zip de Data Stage o un CSV.",
    "The file {name} is not text. Send a Data Stage zip or a CSV.",
)
