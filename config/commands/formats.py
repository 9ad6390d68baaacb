"""``tamiz formats``: the files that can be read, with their columns."""

import json
from typing import Annotated, Any

import typer

from config.cli import console, say
from importers.formats.csv_lines.columns import COLUMNS, party_columns
from importers.formats.data_stage.tables import REQUIRED, TABLES
from kernel.domain.text import Text


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("formats", help="Los archivos que se pueden leer / The files that can be read")(formats)


def formats(as_json: Annotated[bool, typer.Option("--json", help="imprime JSON / prints JSON")] = False) -> None:
    """Print each format with its tables or columns."""
    facts = readable()
    if as_json:
        console.print_json(json.dumps(facts, ensure_ascii=False))
        return
    say(Text("data_stage: zip del SAT con las tablas", "data_stage: zip of SAT with the tables"))
    for table in facts["data_stage"]["tables"]:
        line = f"  {table['number']}: {' | '.join(table['columns'])}"
        say(Text(line, line))
    say(
        Text(
            "csv: una partida por fila; con coma, punto y coma, tabulador o barra; UTF-8, UTF-16 o Windows-1252",
            "csv: one goods line a row; comma, semicolon, tab or bar; UTF-8, UTF-16 or Windows-1252",
        )
    )
    for column in facts["csv"]["columns"]:
        others = ", ".join(column["aliases"])
        say(
            Text(
                f"  {column['name']}: {column['es']} (también: {others})",
                f"  {column['name']}: {column['en']} (also: {others})",
            )
        )


def readable() -> dict[str, Any]:
    """Return every format as JSON types."""
    return {
        "data_stage": {
            "tables": [
                {
                    "number": table.number,
                    "title": table.title,
                    "required": table.number in REQUIRED,
                    "columns": list(table.labels),
                }
                for table in TABLES.values()
            ]
        },
        "csv": {
            "columns": [
                {
                    "name": column.name,
                    "required": column.name == "fraccion",
                    "aliases": list(column.aliases),
                    "es": column.holds.es,
                    "en": column.holds.en,
                }
                for column in (*COLUMNS, *party_columns())
            ]
        },
    }
