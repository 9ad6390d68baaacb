"""Mexican Spanish."""
