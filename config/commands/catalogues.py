"""``tamiz catalogues``: load the official tables that declarations are read with, and show them."""

from pathlib import Path
from typing import Annotated, Final

import typer
from django.utils import timezone
from rich.table import Table

from config.cli import console, language, say
from importers.queries import catalogue_status
from importers.services import load_catalogue
from kernel.domain.actors import COMMAND_LINE
from kernel.domain.text import Text

FILE_HELP: Final = "tariff, countries, offices, keys, units; CSV o CSV comprimido con gzip / CSV, gzip admitted"

catalogues = typer.Typer(no_args_is_help=True, help="Catálogos oficiales / Official catalogues")


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.add_typer(catalogues, name="catalogues")


@catalogues.command("load", help="[NOMBRE] ARCHIVO: carga un catálogo completo en CSV / [NAME] FILE: loads a whole one")
def load(arguments: Annotated[list[str], typer.Argument(metavar="[NAME] FILE", help=FILE_HELP)]) -> None:
    """Load a catalogue; without a name its columns say which it is."""
    if len(arguments) > 2:
        raise typer.BadParameter("escriba [NOMBRE] ARCHIVO / write [NAME] FILE")
    name, path = arguments[0] if len(arguments) == 2 else "", Path(arguments[-1])
    if not path.is_file():
        raise typer.BadParameter(f"no existe el archivo {path} / there is no file {path}")
    count = load_catalogue(name, path.read_bytes(), actor=COMMAND_LINE, at=timezone.now(), source=path.name)
    say(Text(f"{count} claves cargadas de {path.name}.", f"{count} codes loaded from {path.name}."))


@catalogues.command("show", help="Lo que está cargado / What is loaded")
def show() -> None:
    """Print the catalogues with their versions, sizes and sources."""
    headers = (
        Text("Catálogo", "Catalogue"),
        Text("Versión", "Version"),
        Text("Claves", "Codes"),
        Text("Completo", "Whole"),
        Text("Fuente", "Source"),
    )
    table = Table()
    for header in headers:
        table.add_column(header.in_language(language()))
    for row in catalogue_status():
        whole = Text("sí", "yes") if row.complete else Text("extracto", "extract")
        sources = "; ".join(row.sources)
        table.add_row(row.catalogue, row.version, f"{row.entries:,}", whole.in_language(language()), sources)
    console.print(table)
