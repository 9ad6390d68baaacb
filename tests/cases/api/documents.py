"""Cases with documents; their contents are invented."""

from datetime import date

from cases.models import Case
from cases.services import add_document
from kernel.services.documents import store_document
from tests.cases.factories import INTAKE, heard_case, noon, seen

ON = date(2025, 2, 3)
PDF = b"%PDF-1.7 inventado"


def case_with_document(case: Case | None = None, content: bytes = PDF, name: str = "prueba.pdf") -> Case:
    case = case or heard_case()
    document = store_document([content], name=name, actor=INTAKE, at=noon(ON))
    return add_document(seen=seen(case), document=document, name=name, actor=INTAKE, at=noon(ON))
