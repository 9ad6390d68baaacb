"""Tax identifiers for invented firms, with the check digit that the official rule gives them."""

from stdnum.cn import uscc as chinese
from stdnum.mx import rfc as mexican


def rfc(base: str) -> str:
    """Return an RFC from its first 11 characters (a firm: 3 letters, date, 2 of the homoclave)."""
    return base + mexican.calc_check_digit(base.rjust(12))


def uscc(base: str) -> str:
    """Return a Chinese unified social credit code from its first 17 characters; digits 3 to 8 say the region."""
    return base + chinese.calc_check_digit(base)
