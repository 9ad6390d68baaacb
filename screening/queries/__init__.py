"""Reads of the screening app that join or count: lists, runs."""
