"""Decisions about declarations: keys, codes, identifiers; pure, free of Django."""
