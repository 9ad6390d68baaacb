"""Every write of the screening app: lists, runs."""
