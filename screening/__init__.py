"""Watch lists, screening runs, hits and dispositions; the matching engine lives in ``screening.engine``."""
