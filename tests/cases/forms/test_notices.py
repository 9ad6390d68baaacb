from datetime import date

import pytest

from cases.domain.notices import NoticeChannel, Served
from cases.domain.parties import PartyRole
from cases.forms.notices import AcknowledgeForm, AddPartyForm, ChangePartyForm, IssueNoticeForm, ServeNoticeForm
from kernel.domain.actors import Actor, Role
from tests.cases.factories import actor
from tests.cases.inquiry import IMPORTER, notified_case, ordered_notice, serve, with_importer
from tests.pages import account_with

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_acts")]


def choices(form: object, name: str) -> list[object]:
    return [value for value, _ in form.fields[name].choices]  # type: ignore[attr-defined]


def test_a_party_has_a_country_that_is_one_and_an_account_of_a_party() -> None:
    case, who = with_importer(), account_with(Role.IMPORTER)
    data = {"role": "PRODUCER", "name": "新疆棉花公司", "country": "China", "account": who.email}
    form = AddPartyForm(data, case=case)
    assert form.is_valid()
    said = form.arguments()["said"]
    assert (said.role, said.country, said.account) == (PartyRole.PRODUCER, "CHN", who.as_actor("web").name)
    wrong = AddPartyForm({**data, "country": "Ninguno", "account": account_with(Role.ANALYST).email}, case=case)
    assert set(wrong.errors) == {"country", "account"}


def test_what_is_left_blank_of_a_party_stays() -> None:
    form = ChangePartyForm({"number": "1", "domicile": "Centro", "reason": "acta"}, case=with_importer())
    assert form.is_valid()
    said = form.arguments()["said"]
    assert (said.name, said.domicile, said.country, said.account) == (
        "Importadora inventada",
        "Centro",
        "MEX",
        IMPORTER.name,
    )
    assert said.electronic
    form = ChangePartyForm({"number": "1", "electronic": "no", "reason": "acta"}, case=with_importer())
    assert form.is_valid()
    assert not form.arguments()["said"].electronic


def test_only_what_is_there_is_offered() -> None:
    case = ordered_notice()
    assert choices(IssueNoticeForm(case=case), "party") == ["", 1]
    assert choices(ServeNoticeForm(case=case), "number") == ["", 1]
    assert choices(ServeNoticeForm(case=notified_case()), "number") == [""]


@pytest.mark.parametrize(
    ("reader", "offered"), [(IMPORTER, ["", 1]), (actor(Role.IMPORTER, "account:another"), [""])], ids=["own", "other"]
)
def test_a_party_is_offered_its_own_notices_alone(reader: Actor, offered: list[object]) -> None:
    case = serve(ordered_notice(NoticeChannel.ELECTRONIC), Served(date(2025, 1, 21)))
    assert choices(AcknowledgeForm(case=case, actor=reader), "number") == offered
