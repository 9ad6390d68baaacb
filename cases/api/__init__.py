"""The case file through the API: lists, one case, how a case begins, its acts and steps."""

from typing import Final

from ninja import Router

from cases.api import acts, case, inquiries, lists, steps

router: Final = Router(tags=["cases"])
for part in (lists, case, acts, steps, inquiries):  # the lists first: a reference is whatever no list is called
    router.add_router("", part.router)
