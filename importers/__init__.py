"""Importers, their declarations (pedimentos), line items, the parties they name, and the file formats they come in."""
