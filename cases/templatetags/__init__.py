"""Tags of the pages of the case file."""
