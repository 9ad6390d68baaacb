"""The procedure up to the decision: petitions, tips, the case file, terms, calendars, notices."""
