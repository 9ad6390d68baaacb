"""File formats of the procedure: bytes in, dataclasses out."""
