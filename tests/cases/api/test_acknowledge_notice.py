import pytest

from cases.domain.notices import NoticeChannel, Served
from cases.models import Case
from kernel.domain.actors import Role
from tests.cases.api.people import Person, days_ago, refused
from tests.cases.inquiry import notified_case, ordered_notice, serve, with_importer

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_acts")]
VERB = "acknowledge-notice"


def placed_for(who: Person) -> Case:
    case = with_importer(account=who.actor.name)
    on = days_ago(0)
    return serve(ordered_notice(NoticeChannel.ELECTRONIC, case), Served(on), on=on)


def test_a_party_acknowledges_its_notice_and_its_term_runs_from_then() -> None:
    who = Person(Role.IMPORTER)
    told = who.acts(VERB, placed_for(who), number=1)
    assert told["records"]["notices"][0]["effective_on"] == str(days_ago(0))
    assert [one["party"] for one in told["terms"]] == ["party:1"]
    assert told["unit"] is None


def test_the_notice_of_another_is_not_found_and_one_in_person_is_not_acknowledged() -> None:
    who = Person(Role.IMPORTER)
    refused(who, VERB, notified_case(), 404, "unknown_case", number=1)
    case = placed_for(who)
    who.acts(VERB, case, number=1)
    case.refresh_from_db()
    refused(who, VERB, case, 409, "barred", number=1)
    refused(who, VERB, case, 404, "unknown_notice", number=2)
