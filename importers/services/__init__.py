"""Every write of importers: files and declarations read, catalogues loaded."""

from importers.services.catalogues import load_catalogue, load_shipped_catalogues
from importers.services.ingestion import ingest_declaration, ingest_file

__all__ = ["ingest_declaration", "ingest_file", "load_catalogue", "load_shipped_catalogues"]
