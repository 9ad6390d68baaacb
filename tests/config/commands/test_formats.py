import json

from tests.command_line import tamiz


def test_the_formats_are_listed_with_their_columns() -> None:
    facts = json.loads(tamiz("formats", "--json").out)
    assert {table["number"] for table in facts["data_stage"]["tables"] if table["required"]} == {"501", "551"}
    names = {column["name"] for column in facts["csv"]["columns"]}
    assert {"pedimento", "fraccion", "origen", "proveedor", "pais_proveedor", "productor"} <= names
    assert "tariff_code" in tamiz("formats").out
