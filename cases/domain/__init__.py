"""The law's clock and the order of the procedure: pure decisions, no database, no clock."""
