"""Every fault a row may have: its code, whether the row is lost for it, and the reason in both languages."""

from types import MappingProxyType
from typing import Final

from importers.domain.records import Fault
from kernel.domain.text import Text

REJECTS: Final = MappingProxyType(
    {
        "wrong_field_count": Text(
            "la fila tiene {found} campos y se esperan {expected}",
            "the row has {found} fields; {expected} are expected",
        ),
        "impossible_date": Text("«{value}» no es una fecha posible ({column})", "“{value}” is no date ({column})"),
        "no_tariff_code": Text("la partida no dice su fracción arancelaria", "the line has no tariff code"),
        "bad_tariff_code": Text(
            "«{value}» no es una fracción de 8 dígitos; escriba también los ceros a la izquierda",
            "“{value}” is no tariff code of 8 digits; write the leading zeros too",
        ),
        "bad_sequence": Text("«{value}» no es un número de partida", "“{value}” is no number of a line"),
        "bad_declaration_key": Text(
            "patente, pedimento y sección no son números de 4, 7 y 3 dígitos: {value}",
            "patent, declaration and section are not numbers of 4, 7 and 3 digits: {value}",
        ),
        "unknown_declaration": Text(
            "la partida es de un pedimento que la tabla 501 no trae: {value}",
            "the line is of a declaration that table 501 does not have: {value}",
        ),
        "declaration_rejected": Text(
            "no se tamiza: la fila 501 de su pedimento {value} fue rechazada",
            "not screened: the 501 row of its declaration {value} was rejected",
        ),
        "ambiguous_declaration": Text(
            "el pedimento {value} viene con varias fechas de pago y ninguna es la de esta fila",
            "declaration {value} comes with several payment dates, none of them this row's",
        ),
        "duplicate_line": Text(
            "la partida {sequence} de {value} ya vino en este archivo",
            "line {sequence} of {value} has come before in this file",
        ),
        "duplicate_declaration": Text(
            "el pedimento {value} ya vino en este archivo con la misma fecha de pago",
            "declaration {value} has come before in this file with the same payment date",
        ),
        "line_too_long": Text(
            "la línea pasa de {limit} caracteres: ¿le falta el salto de línea?",
            "the line has more than {limit} characters: is a line break missing?",
        ),
        "open_quote": Text("unas comillas quedan sin cerrar", "a quotation mark is left open"),
    }
)
WARNINGS: Final = MappingProxyType(
    {
        "unknown_country": Text(
            "«{value}» no es un país conocido ({column})", "“{value}” is no known country ({column})"
        ),
        "unknown_tariff_code": Text(
            "la fracción {value} no está en la tarifa cargada para esa fecha",
            "tariff code {value} is not in the tariff loaded for that date",
        ),
        "tariff_code_not_in_extract": Text(
            "la fracción {value} no está en el extracto de la tarifa; cargue la tarifa completa para comprobarla "
            "(tamiz catalogues load)",
            "tariff code {value} is not in the extract of the tariff; load the whole tariff to check it "
            "(tamiz catalogues load)",
        ),
        "tariff_code_padded": Text(
            "la fracción «{value}» perdió su cero a la izquierda y se leyó {read}",
            "tariff code “{value}” had lost its leading zero and was read as {read}",
        ),
        "tariff_code_short": Text(
            "«{value}» es una subpartida de 6 dígitos: se compara sin fracción",
            "“{value}” is a subheading of 6 digits: compared without the last two",
        ),
        "bad_nico": Text(
            "«{value}» no es un NICO de dos dígitos y se dejó en blanco", "“{value}” is no NICO; left blank"
        ),
        "rfc_check_digit": Text(
            "el dígito verificador del RFC {value} no corresponde", "the check digit of RFC {value} is not right"
        ),
        "rfc_malformed": Text("«{value}» no tiene la forma de un RFC", "“{value}” does not have the form of an RFC"),
        "year_digit": Text(
            "el pedimento {value} no empieza con el último dígito del año {year}",
            "declaration {value} does not begin with the last digit of the year {year}",
        ),
        "unknown_key": Text("la clave de pedimento «{value}» no es conocida", "declaration key “{value}” is not known"),
        "unknown_office": Text("la aduana-sección «{value}» no es conocida", "customs office “{value}” is not known"),
        "unknown_unit": Text("la unidad «{value}» no es conocida", "unit “{value}” is not known"),
        "unknown_operation": Text(
            "el tipo de operación «{value}» no es 1 ni 2; se tamiza como importación",
            "operation “{value}” is neither 1 nor 2; screened as an import",
        ),
        "pedimento_unreadable": Text(
            "«{value}» no es un número de pedimento de 15 o 16 dígitos; se toma como referencia",
            "“{value}” is no pedimento number of 15 or 16 digits; taken as a reference",
        ),
        "bad_number": Text(
            "«{value}» no es un número y se dejó en blanco ({column})", "“{value}” is no number ({column})"
        ),
        "bad_date": Text("«{value}» no es una fecha y se dejó en blanco ({column})", "“{value}” is no date ({column})"),
        "value_cut": Text(
            "el valor de {column} se cortó a {limit} caracteres", "{column} was cut to {limit} characters"
        ),
        "encoding_repaired": Text(
            "se reparó la codificación de la línea; revise los acentos", "the encoding of the line was repaired"
        ),
        "header_other_words": Text(
            "el encabezado usa otras palabras; valen la posición y el número de tabla",
            "the header is in other words; position and table number decide",
        ),
        "header_missing": Text("la tabla no trae encabezado", "the table has no header"),
        "header_repeated": Text("el encabezado se repite", "the header is repeated"),
        "unknown_columns": Text("columnas que no se leen: {value}", "columns that are not read: {value}"),
        "supplier_unread": Text(
            "las partidas del pedimento {value} se tamizan sin el proveedor de esta fila",
            "the lines of declaration {value} are screened without the supplier of this row",
        ),
        "orphan_row": Text(
            "la fila nombra un pedimento o una partida que no se leyó: {value}",
            "the row names a declaration or a line that was not read: {value}",
        ),
    }
)


# what people call the column a reason names
COLUMNS: Final = MappingProxyType(
    {
        "received_at": Text("fecha de recepción", "date received"),
        "paid_at": Text("fecha de pago", "date paid"),
        "origin": Text("país de origen", "country of origin"),
        "seller_country": Text("país del vendedor", "seller's country"),
        "supplier_country": Text("país del proveedor", "supplier's country"),
        "producer_country": Text("país del productor", "producer's country"),
        "origin_supplier_country": Text("país del proveedor en origen", "country of the origin supplier"),
        "consignee_country": Text("país del consignatario", "consignee's country"),
        "quantity": Text("cantidad", "quantity"),
        "customs_value": Text("valor en aduana", "customs value"),
        "value_usd": Text("valor en dólares", "value in dollars"),
        "name": Text("nombre", "name"),
        "tax_id": Text("identificador fiscal", "tax id"),
        "address": Text("domicilio", "address"),
        "city": Text("ciudad", "city"),
        "postal_code": Text("código postal", "postal code"),
        "invoice": Text("factura", "invoice"),
        "description": Text("descripción", "description"),
        "brand": Text("marca", "brand"),
        "model": Text("modelo", "model"),
        "product_code": Text("código de producto", "product code"),
        "remarks": Text("observaciones", "remarks"),
    }
)


def fault(code: str, **values: object) -> Fault:
    """Return the fault of that code with its reason filled in; a ``column`` is called as its reader calls it."""
    rejected = code in REJECTS
    reason = (REJECTS if rejected else WARNINGS)[code]
    called = COLUMNS.get(str(values.get("column")))
    in_spanish, in_english = (
        (values | {"column": called.es}, values | {"column": called.en}) if called else (values,) * 2
    )
    return Fault(code, Text(reason.es.format(**in_spanish), reason.en.format(**in_english)), rejected)
