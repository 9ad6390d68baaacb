"""``tamiz case``: checks an exported case file, without a database."""

from pathlib import Path
from typing import Annotated, Final

import typer

from cases.formats.case_file_check import check_case_file
from config.cli import say
from kernel.domain.errors import InputError
from kernel.domain.text import Text, printable

UNREADABLE: Final = Text("No se puede leer el archivo {path}.", "The file {path} cannot be read.")
WHOLE: Final = Text(
    "Expediente {reference}, exportado el {made_at}: íntegro; {entries} asientos, {documents} documentos.",
    "Case {reference}, exported at {made_at}: whole; {entries} entries, {documents} documents.",
)
COMPARE: Final = Text(
    "SHA-256 del índice, que debe ser el del asiento «export_case_file» de la bitácora:\n{sha256}",
    "SHA-256 of the index, which must be that of the entry “export_case_file” of the ledger:\n{sha256}",
)


def register(app: typer.Typer) -> None:
    """Add the command to the command line."""
    case = typer.Typer(no_args_is_help=True, help="Expedientes / Case files")
    case.command("verify")(verify)
    app.add_typer(case, name="case")


def verify(file: Annotated[Path, typer.Argument(help="Expediente exportado (zip) / exported case file")]) -> None:
    """Comprueba un expediente exportado y dice cada falla (2) / Check an exported case file and tell each fault (2)."""
    try:
        if not file.is_file():  # a device never ends
            raise InputError(UNREADABLE.filled(path=file))
        with file.open("rb") as source:
            checked = check_case_file(source)
    except OSError as error:
        raise InputError(UNREADABLE.filled(path=file)) from error
    counts = {"entries": checked.entries, "documents": checked.documents}
    say(WHOLE.filled(reference=printable(checked.reference), made_at=printable(checked.made_at), **counts))
    say(COMPARE.filled(sha256=checked.index_sha256))
