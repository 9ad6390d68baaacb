from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.domain.calendars import CalendarName, calendars
from cases.domain.errors import BarredError, TermError
from cases.domain.notices import (
    EFFECTS,
    STARTS,
    NoticeChannel,
    NoticeSubject,
    Served,
    check_channel,
    check_served,
    deemed_on,
    effective_on,
)
from cases.domain.party_words import NOTICE_CHANNEL_WORDS, SUBJECT_WORDS
from cases.domain.rulesets import RS_2023, RS_2025
from tests.cases.acts import SHIPPED

UNDER = calendars(SHIPPED, frozenset())
TUESDAY = date(2025, 1, 21)
DAYS = st.dates(date(2023, 6, 1), date(2027, 12, 1))


@pytest.mark.parametrize(
    ("channel", "completed_on", "effect"),
    [
        pytest.param(NoticeChannel.PERSONAL, None, TUESDAY, id="in person the same day"),
        pytest.param(NoticeChannel.ELECTRONIC, None, date(2025, 1, 31), id="on the board when it is to be looked at"),
        pytest.param(NoticeChannel.ELECTRONIC, date(2025, 1, 23), date(2025, 1, 23), id="or when it is opened before"),
        pytest.param(NoticeChannel.ELECTRONIC, date(2025, 2, 9), date(2025, 1, 31), id="but not when it is later"),
        pytest.param(NoticeChannel.EMAIL, None, None, id="an e-mail has none while nobody acknowledges it"),
        pytest.param(NoticeChannel.EMAIL, date(2025, 1, 24), date(2025, 1, 24), id="and has when somebody does"),
        pytest.param(NoticeChannel.CERTIFIED_MAIL, date(2025, 1, 28), date(2025, 1, 28), id="mail as acknowledged"),
        pytest.param(NoticeChannel.EDICT, date(2025, 1, 23), date(2025, 1, 23), id="an edict with its last day"),
    ],
)
def test_a_notice_takes_effect_as_its_channel_says(
    channel: NoticeChannel, completed_on: date | None, effect: date | None
) -> None:
    assert effective_on(channel, Served(TUESDAY, completed_on), UNDER) == effect


@pytest.mark.parametrize(
    ("placed", "deemed"),
    [
        pytest.param(date(2025, 2, 3), date(2025, 2, 17), id="the fifteenth is a Saturday"),
        pytest.param(date(2025, 1, 15), date(2025, 1, 31), id="placed on a day for looking"),
        pytest.param(date(2025, 5, 31), date(2025, 6, 16), id="a Saturday, and the fifteenth a Sunday"),
    ],
)
def test_whoever_does_not_look_is_deemed_notified_on_the_next_day_for_looking(placed: date, deemed: date) -> None:
    assert deemed_on(placed, UNDER) == deemed


@given(DAYS)
def test_a_notice_is_deemed_made_on_a_business_day_after_it_was_placed(placed: date) -> None:
    deemed = deemed_on(placed, UNDER)
    assert placed < deemed
    assert UNDER.workdays[CalendarName.UNION].is_workday(deemed)


@given(DAYS, st.sampled_from(NoticeChannel), st.integers(0, 90))
def test_no_notice_takes_effect_before_it_was_served(on: date, channel: NoticeChannel, later: int) -> None:
    completed = date.fromordinal(on.toordinal() + later)
    effect = effective_on(channel, Served(on, completed), UNDER)
    assert effect is not None
    assert effect >= on


@pytest.mark.parametrize(
    ("channel", "served"),
    [
        pytest.param(NoticeChannel.CERTIFIED_MAIL, Served(TUESDAY), id="mail without its acknowledgement"),
        pytest.param(NoticeChannel.EDICT, Served(TUESDAY), id="an edict without its last publication"),
        pytest.param(NoticeChannel.EDICT, Served(TUESDAY, date(2025, 1, 22)), id="an edict of two days"),
        pytest.param(NoticeChannel.EMAIL, Served(TUESDAY, date(2025, 1, 20)), id="acknowledged before it was sent"),
    ],
)
def test_days_that_cannot_be_are_refused(channel: NoticeChannel, served: Served) -> None:
    with pytest.raises(TermError):
        check_served(channel, served)


def test_an_electronic_notice_is_accepted_before_and_e_mail_came_with_the_amendment() -> None:
    check_channel(NoticeChannel.ELECTRONIC, RS_2023, accepted=True)
    check_channel(NoticeChannel.EMAIL, RS_2025, accepted=True)
    check_channel(NoticeChannel.PERSONAL, RS_2023, accepted=False)
    for channel, rules, accepted in (
        (NoticeChannel.ELECTRONIC, RS_2023, False),
        (NoticeChannel.EMAIL, RS_2023, True),
        (NoticeChannel.EMAIL, RS_2025, False),
    ):
        with pytest.raises(BarredError):
            check_channel(channel, rules, accepted=accepted)


def test_every_channel_has_its_rule_and_words() -> None:
    assert set(EFFECTS) == set(NoticeChannel) == set(NOTICE_CHANNEL_WORDS)
    assert set(STARTS) < set(NoticeSubject) == set(SUBJECT_WORDS)
    assert all(rule.article.startswith("LFPA art. 35-") for rule in EFFECTS.values())
