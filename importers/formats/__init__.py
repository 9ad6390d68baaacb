"""One module per file format: bytes in, dataclasses and rejects out."""
