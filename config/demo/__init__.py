"""The demonstration: invented importers, declarations and resolutions, and the verdict each planted line must get."""
