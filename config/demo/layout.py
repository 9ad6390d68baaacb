"""The 26 tables of a Data Stage delivery and their columns, in their order."""

from typing import Final

KEY: Final = "Patente|Pedimento|SeccionAduanera"
ITEM: Final = f"{KEY}|Fraccion|SecuenciaFraccion"

_COLUMNS: Final = {
    "501": f"{KEY}|TipoOperacion|ClaveDocumento|SeccionAduaneraEntrada|CurpContribuyente|Rfc|CurpAgenteA|TipoCambio|"
    "TotalFletes|TotalSeguros|TotalEmbalajes|TotalIncrementables|TotalDeducibles|PesoBrutoMercancia|"
    "MedioTransporteSalida|MedioTransporteArribo|MedioTransporteEntrada_Salida|DestinoMercancia|NombreContribuyente|"
    "CalleContribuyente|NumInteriorContribuyente|NumExteriorContribuyente|CPContribuyente|MunicipioContribuyente|"
    "EntidadFedContribuyente|PaisContribuyente|TipoPedimento|FechaRecepcionPedimento|FechaPagoReal",
    "502": f"{KEY}|RfcTransportista|CurpTransportista|NombreTransportista|PaisTransporte|IdentificadorTransporte|"
    "FechaPagoReal",
    "503": f"{KEY}|NumeroGuia|TipoGuia|FechaPagoReal",
    "504": f"{KEY}|NumContenedor|TipoContenedor|FechaPagoReal",
    # another tool's words for the supplier table: position and table number decide, not the header
    "505": f"{KEY}|FechaFactura|Factura|Incoterm|Moneda|ValorDolares|ValorMonedaExtranjera|PaisFactura|"
    "EntidadFactura|TaxId|NombreProveedor|Calle|NumInterior|NumExterior|CodigoPostal|Municipio|FechaPagoReal",
    "506": f"{KEY}|TipoFecha|FechaOperacion|FechaValidacionPagoR",
    "507": f"{KEY}|ClaveCaso|IdentificadorCaso|TipoPedimento|ComplementoCaso|FechaValidacionPagoR",
    "508": f"{KEY}|InstitucionEmisora|NumeroCuenta|FolioConstancia|FechaConstancia|TipoCuenta|ClaveGarantia|"
    "ValorUnitarioTitulo|TotalGarantia|CantidadUnidades|TitulosAsignados|FechaPagoReal",
    "509": f"{KEY}|ClaveContribucion|TasaContribucion|TipoTasa|TipoPedimento|FechaPagoReal",
    "510": f"{KEY}|ClaveContribucion|FormaPago|ImportePago|TipoPedimento|FechaPagoReal",
    "511": f"{KEY}|SecuenciaObservacion|Observaciones|TipoPedimento|FechaValidacionPagoR",
    "512": f"{KEY}|PatenteAduanalOrig|PedimentoOriginal|SeccionAduaneraDespOrig|DocumentoOriginal|FechaOperacionOrig|"
    "FraccionOriginal|UnidadMedida|MercanciaDescargada|TipoPedimento|FechaPagoReal",
    "520": f"{KEY}|IndentFiscalDestinatario|NombreDestinatarioMercancia|CalleDestinatario|NumInteriorDestinatario|"
    "NumExteriorDestinatario|CpDestinatario|MunicpioDestinatario|PaisDestinatario|FechaPagoReal",
    "551": f"{ITEM}|SubdivisionFraccion|DescripcionMercancia|PrecioUnitario|ValorAduana|ValorComercial|ValorDolares|"
    "CantidadUMComercial|UnidadMedidaComercial|CantidadUMTarifa|UnidadMedidaTarifa|ValorAgregado|ClaveVinculacion|"
    "MetodoValorizacion|CodigoMercanciaProducto|MarcaMercanciaProducto|ModeloMercanciaProducto|PaisOrigenDestino|"
    "PaisCompradorVendedor|EntidadFedOrigen|EntidadFedDestino|EntidadFedComprador|EntidadFedVendedor|TipoOperacion|"
    "ClaveDocumento|FechaPagoReal",
    "552": f"{ITEM}|VinNumeroSerie|KilometrajeVehiculo|FechaPagoReal",
    "553": f"{ITEM}|ClavePermiso|FirmaDescargo|NumeroPermiso|ValorComercialDolares|CantidadMUMTarifa|FechaPagoReal",
    "554": f"{ITEM}|ClaveCaso|IdentificadorCaso|ComplementoCaso|FechaPagoReal",
    "555": f"{ITEM}|InstitucionEmisora|NumeroCuenta|FolioConstancia|FechaConstancia|ClaveGarantia|"
    "ValorUnitarioTitulo|TotalGarantia|CantidadUnidadesMedida|TitulosAsignados|FechaPagoReal",
    "556": f"{ITEM}|ClaveContribucion|TasaContribucion|TipoTasa|FechaPagoReal",
    "557": f"{ITEM}|ClaveContribucion|FormaPago|ImportePago|FechaPagoReal",
    "558": f"{ITEM}|SecuenciaObservacion|Observaciones|FechaPagoReal",
    "701": f"{KEY}|ClaveDocumento|FechaPago|PedimentoAnterior|PatenteAnterior|SeccionAduaneraAnterior|"
    "DocumentoAnterior|FechaOperacionAnterior|PedimentoOriginal|PatenteAduanalOrig|SeccionAduaneraDespOrig|"
    "FechaPagoReal",
    "702": f"{KEY}|ClaveContribucion|FormaPago|ImportePago|TipoPedimento|FechaPagoReal",
    "Inci": f"{KEY}|ConsecutivoRemesa|NumeroSeleccion|FechaInicioReconocimiento|HoraInicioReconocimiento|"
    "FechaFinReconocimiento|HoraFinReconocimiento|Fraccion|SecuenciaFraccion|ClaveDocumento|TipoOperacion|"
    "GradoIncidencia|FechaSeleccion",
    "Resumen": "Folio|RFCoPatenteAduanal|Fecha_Inicial|Fecha_Final|Fecha_Ejecucion|Total_Fracciones|"
    "Total_Contribuciones",
    "Sel": f"{KEY}|ConsecutivoRemesa|NumeroSeleccion|FechaSeleccion|HoraSeleccion|SemaforoFiscal|ClaveDocumento|"
    "TipoOperacion",
}
TABLES: Final = {name: tuple(columns.split("|")) for name, columns in _COLUMNS.items()}
NAME_CUT: Final = 60  # characters of a supplier's name in 505
ID_CUT: Final = 17  # characters of a supplier's tax id in 505
COMPLEMENT_CUT: Final = 30  # characters of an identifier's complement 2 in 554
