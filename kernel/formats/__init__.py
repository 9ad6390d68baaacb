"""Readers of plain formats that several apps share: bytes in, dataclasses out."""
