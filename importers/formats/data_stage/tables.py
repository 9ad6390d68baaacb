"""The tables of a Data Stage delivery that are read, and their columns in order.

Taken from the headers of 154 real monthly deliveries (payments 2005-2024); each column has a name of ours, or a blank
when nothing is read from it.
"""

from dataclasses import dataclass
from types import MappingProxyType
from typing import Final


@dataclass(frozen=True, slots=True)
class Table:
    """A table: the labels of the delivery's header and, at the same places, our names."""

    number: str
    labels: tuple[str, ...]
    columns: tuple[str, ...]
    title: str


def _table(number: str, title: str, pairs: str) -> Table:
    """Return the table written as ``Label=our_name`` words; a label alone is not read."""
    parts = [pair.partition("=") for pair in pairs.split()]
    return Table(number, tuple(label for label, _, _ in parts), tuple(name for _, _, name in parts), title)


_OF_DECLARATION: Final = "Patente=patent Pedimento=number SeccionAduanera=section "
_OF_LINE: Final = _OF_DECLARATION + "Fraccion=tariff_code SecuenciaFraccion=sequence "

TABLES: Final = MappingProxyType(
    {
        table.number: table
        for table in (
            _table(
                "501",
                "datos generales del pedimento",
                _OF_DECLARATION + "TipoOperacion=operation ClaveDocumento=key SeccionAduaneraEntrada CurpContribuyente "
                "Rfc=rfc CurpAgenteA TipoCambio TotalFletes TotalSeguros TotalEmbalajes TotalIncrementables "
                "TotalDeducibles PesoBrutoMercancia MedioTransporteSalida MedioTransporteArribo "
                "MedioTransporteEntrada_Salida DestinoMercancia NombreContribuyente=name CalleContribuyente=street "
                "NumInteriorContribuyente=interior NumExteriorContribuyente=exterior CPContribuyente=postal_code "
                "MunicipioContribuyente=city EntidadFedContribuyente=state PaisContribuyente=country "
                "TipoPedimento=kind FechaRecepcionPedimento=received_at FechaPagoReal=paid_at",
            ),
            _table("503", "guías", _OF_DECLARATION + "NumeroGuia=bill TipoGuia=kind FechaPagoReal=paid_at"),
            _table(
                "504",
                "contenedores",
                _OF_DECLARATION + "NumContenedor=container TipoContenedor=kind FechaPagoReal=paid_at",
            ),
            _table(
                "505",
                "facturas y proveedores",
                _OF_DECLARATION
                + "FechaFacturacion=invoiced_on NumeroFactura=invoice TerminoFacturacion MonedaFacturacion "
                "ValorDolares ValorMonedaExtranjera PaisFacturacion=country EntidadFedFacturacion "
                "IndentFiscalProveedor=tax_id ProveedorMercancia=name CalleProveedor=street "
                "NumInteriorProveedor=interior NumExteriorProveedor=exterior CpProveedor=postal_code "
                "MunicipioProveedor=city FechaPagoReal=paid_at",
            ),
            _table(
                "551",
                "partidas",
                _OF_LINE + "SubdivisionFraccion=nico DescripcionMercancia=description PrecioUnitario "
                "ValorAduana=customs_value ValorComercial ValorDolares=value_usd CantidadUMComercial=quantity "
                "UnidadMedidaComercial=unit CantidadUMTarifa UnidadMedidaTarifa ValorAgregado ClaveVinculacion "
                "MetodoValorizacion CodigoMercanciaProducto=product_code MarcaMercanciaProducto=brand "
                "ModeloMercanciaProducto=model PaisOrigenDestino=origin PaisCompradorVendedor=seller_country "
                "EntidadFedOrigen EntidadFedDestino EntidadFedComprador EntidadFedVendedor TipoOperacion=operation "
                "ClaveDocumento FechaPagoReal=paid_at",
            ),
            _table(
                "553",
                "permisos de la partida",
                _OF_LINE + "ClavePermiso=key FirmaDescargo=signature NumeroPermiso=permit "
                "ValorComercialDolares CantidadMUMTarifa FechaPagoReal=paid_at",
            ),
            _table(
                "554",
                "identificadores de la partida",
                _OF_LINE
                + "ClaveCaso=key IdentificadorCaso=complement1 ComplementoCaso=complement2 FechaPagoReal=paid_at",
            ),
            _table(
                "558",
                "observaciones de la partida",
                _OF_LINE + "SecuenciaObservacion Observaciones=remark FechaPagoReal=paid_at",
            ),
        )
    }
)
REQUIRED: Final = ("501", "551")  # without declarations or lines there is nothing to screen
