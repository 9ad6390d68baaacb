"""Pages of the procedure."""
