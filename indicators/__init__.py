"""The catalogue of the eleven ILO indicators, assessments, the two tests."""
