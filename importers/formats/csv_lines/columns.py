"""The columns of a CSV of declarations, one goods line a row; ``docs/reference/csv.md`` describes them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from importers.domain.records import CONSIGNEE, ORIGIN_SUPPLIER, PRODUCER, SUPPLIER
from kernel.domain.text import Text
from kernel.formats.csv_table import normal_header


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name in Spanish, the other headers it is known by, and what it holds."""

    name: str
    aliases: tuple[str, ...]
    holds: Text


def _column(name: str, aliases: str, es: str, en: str) -> Column:
    return Column(name, tuple(aliases.split()), Text(es, en))


COLUMNS: Final[tuple[Column, ...]] = (
    _column(
        "pedimento",
        "numero_pedimento num_pedimento no_pedimento declaration declaration_number entry_number",
        "número de 15 o 16 dígitos, con o sin espacios o guiones; o los 7 últimos, con aduana y patente aparte",
        "number of 15 or 16 digits, spaces or hyphens allowed; or its last 7, with office and patent apart",
    ),
    _column("referencia", "reference ref folio", "referencia propia", "your own reference"),
    _column(
        "secuencia",
        "partida sec secuencia_fraccion numero_partida line sequence line_number item",
        "número de la partida",
        "number of the line",
    ),
    _column(
        "fraccion",
        "fraccion_arancelaria tariff_code hs_code hs tariff hts fracc",
        "fracción de 8 dígitos, con NICO 10, o subpartida de 6; puntos admitidos",
        "tariff code of 8 digits, 10 with NICO, or subheading of 6; dots allowed",
    ),
    _column("nico", "subdivision subdivision_fraccion", "NICO, dos dígitos", "NICO, two digits"),
    _column(
        "descripcion",
        "descripcion_mercancia mercancia description goods goods_description merchandise",
        "mercancía",
        "goods",
    ),
    _column(
        "origen",
        "pais_origen pais_origen_destino origin origin_country country_of_origin",
        "país de origen: clave del apéndice 4, código ISO o nombre",
        "country of origin: code of apéndice 4, ISO code or name",
    ),
    _column(
        "pais_vendedor",
        "pais_comprador_vendedor seller_country vendor_country country_of_sale",
        "país vendedor",
        "country of the seller",
    ),
    _column(
        "aduana", "aduana_seccion seccion_aduanera office customs_office", "aduana, 2 o 3 dígitos", "customs office"
    ),
    _column("patente", "patent broker", "patente del agente, 4 dígitos", "patent of the broker, 4 digits"),
    _column(
        "clave", "clave_pedimento clave_documento cve_pedimento key regime_key", "clave de pedimento", "key: A1, V1"
    ),
    _column(
        "operacion",
        "tipo_operacion operation operation_type",
        "1 o IMP, 2 o EXP; en blanco, importación",
        "1 or IMP, 2 or EXP; blank for an import",
    ),
    _column("regimen", "regime", "régimen", "customs regime"),
    _column("fecha_pago", "fecha_pago_real fecha paid_on payment_date date", "AAAA-MM-DD o DD/MM/AAAA", "payment date"),
    _column("rfc", "rfc_importador importer_rfc importer_tax_id", "RFC del importador", "RFC of the importer"),
    _column("importador", "nombre_importador nombre_contribuyente importer importer_name", "su nombre", "its name"),
    _column("cantidad", "cantidad_umc quantity", "cantidad en unidad comercial", "quantity in commercial unit"),
    _column("unidad", "umc unidad_medida unit", "clave del apéndice 7", "unit, code of apéndice 7"),
    _column("valor_aduana", "customs_value", "pesos", "customs value in pesos"),
    _column("valor_usd", "valor_dolares value_usd usd", "dólares", "value in US dollars"),
    _column("marca", "brand", "marca", "brand"),
    _column("modelo", "model", "modelo", "model"),
    _column("codigo_producto", "codigo_mercancia product_code sku", "código del producto", "product code"),
    _column("factura", "numero_factura cove acuse_valor invoice invoice_number", "factura o COVE", "invoice or COVE"),
    _column("observaciones", "remarks notes", "observaciones", "remarks"),
)
PARTIES: Final[Mapping[str, tuple[str, Text]]] = MappingProxyType(
    {
        "proveedor": (SUPPLIER, Text("quien vende", "who sells")),
        "productor": (PRODUCER, Text("quien fabrica", "who makes")),
        "proveedor_origen": (
            ORIGIN_SUPPLIER,
            Text("proveedor en origen (identificador PO)", "supplier in the origin (PO)"),
        ),
        "consignatario": (CONSIGNEE, Text("a quien se entrega", "who receives")),
    }
)
# how a party is called in headers, in the form normal_header gives
_CALLED: Final[Mapping[str, Sequence[str]]] = MappingProxyType(
    {
        "proveedor": "proveedor supplier seller vendor vendedor exporter exportador proveedor_mercancia".split(),
        "productor": "productor producer manufacturer maker fabricante factory fabrica".split(),
        "proveedor_origen": "proveedor_origen proveedor_en_origen origin_supplier po".split(),
        "consignatario": "consignatario destinatario consignee".split(),
    }
)
# the facts of a party, each with its column for {0} and the forms it is known by
ATTRIBUTES: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "name": ("{0}", "nombre_{0}", "{0}_nombre", "{0}_name", "name_{0}", "razon_social_{0}"),
        "tax_id": ("id_fiscal_{0}", "tax_id_{0}", "{0}_tax_id", "{0}_id_fiscal", "id_{0}", "{0}_id", "{0}_identifier"),
        "country": ("pais_{0}", "{0}_pais", "{0}_country", "country_{0}"),
        "address": ("domicilio_{0}", "direccion_{0}", "{0}_address", "{0}_domicilio", "{0}_direccion", "calle_{0}"),
        "city": ("ciudad_{0}", "municipio_{0}", "{0}_city", "{0}_ciudad"),
        "postal_code": ("cp_{0}", "codigo_postal_{0}", "{0}_postal_code", "{0}_cp", "{0}_zip"),
    }
)
_NUMBERED: Final = re.compile(r"(.+?)_?([1-9])")
_LINKS: Final = frozenset("de del la las el los en of the".split())  # "País de origen" is pais_origen


@dataclass(frozen=True, slots=True)
class PartyColumns:
    """The places in a row of one party's facts, by name of the fact."""

    role: str
    places: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Header:
    """Where each column stands; ``unread`` are headers that no column answers to."""

    width: int
    places: Mapping[str, int]
    parties: tuple[PartyColumns, ...]
    unread: tuple[str, ...]


def _plain(header: str) -> str:
    """Return a header in normal form and without the words that only link others."""
    words = normal_header(header).split("_")
    return "_".join(word for word in words if word not in _LINKS) or "_".join(words)


def _aliases() -> Mapping[str, str]:
    return {alias: column.name for column in COLUMNS for alias in (column.name, *column.aliases)}


def _party_aliases() -> Mapping[str, tuple[str, str]]:
    return {
        form.format(called): (party, attribute)
        for party, names in _CALLED.items()
        for called in names
        for attribute, forms in ATTRIBUTES.items()
        for form in forms
    }


def _party_header(name: str, known: Mapping[str, tuple[str, str]]) -> tuple[str, str, str] | None:
    """Return party, its number and the fact a header speaks of: ``proveedor_2``, ``pais_proveedor2``, ``supplier``."""
    if name in known:
        party, attribute = known[name]
        return party, "1", attribute
    numbered = _NUMBERED.fullmatch(name)
    if numbered and numbered[1] in known:
        party, attribute = known[numbered[1]]
        return party, numbered[2], attribute
    return None


def read_header(cells: Sequence[str]) -> Header:
    """Return where each column stands; of two headers that mean the same, the first counts."""
    aliases = {_plain(alias): name for alias, name in _aliases().items()}
    party_aliases = {_plain(alias): meant for alias, meant in _party_aliases().items()}
    places: dict[str, int] = {}
    parties: dict[tuple[str, str], dict[str, int]] = {}
    unread = []
    for place, cell in enumerate(cells):
        name = _plain(cell)
        column, party = aliases.get(name), _party_header(name, party_aliases)
        if column:
            places.setdefault(column, place)
        elif party:
            parties.setdefault(party[:2], {}).setdefault(party[2], place)
        elif name:
            unread.append(cell.strip()[:60])
    found = tuple(PartyColumns(PARTIES[party][0], facts) for (party, _), facts in parties.items())
    return Header(len(cells), places, found, tuple(unread))


_FACTS: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "name": Text("nombre", "name"),
        "tax_id": Text("identificador fiscal", "tax identifier"),
        "country": Text("país", "country"),
        "address": Text("domicilio", "address"),
        "city": Text("ciudad", "city"),
        "postal_code": Text("código postal", "postal code"),
    }
)


def _other_names(party: str, forms: Sequence[str]) -> tuple[str, ...]:
    """Return some of the other headers for a fact of a party, the English ones among them."""
    names = [form.format(called) for form in forms for called in _CALLED[party][:3]]
    taken = {forms[0].format(party), *_aliases()}
    return tuple(name for name in names if name not in taken)


def party_columns() -> tuple[Column, ...]:
    """Return the columns of the parties, for documentation; further ones of a kind end in ``_2`` to ``_9``."""
    return tuple(
        Column(
            forms[0].format(party),
            _other_names(party, forms),
            Text(f"{_FACTS[fact].es} de {holds.es}", f"{_FACTS[fact].en} of {holds.en}"),
        )
        for party, (_, holds) in PARTIES.items()
        for fact, forms in ATTRIBUTES.items()
    )
