"""The table of what a petition must have: code, fields, what it means, words, requisite or article, and the check.

Its parts follow the form: who files, the case that is made, the goods and their makers.
"""

from typing import Final

from cases.domain.petition.requisites import FaultRule
from cases.domain.petition.rules.case_made import CASE_MADE
from cases.domain.petition.rules.filer import FILER
from cases.domain.petition.rules.goods import GOODS, MAKERS

RULES: Final[tuple[FaultRule, ...]] = (*FILER, *CASE_MADE, *GOODS, *MAKERS)
