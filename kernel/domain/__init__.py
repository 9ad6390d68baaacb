"""Decisions of the kernel: pure, free of Django."""
