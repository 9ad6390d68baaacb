"""Readers of the files the authority's acts come in."""
