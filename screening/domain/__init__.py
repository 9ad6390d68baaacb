"""Decisions of the screening app outside the engine: pure, free of Django."""
