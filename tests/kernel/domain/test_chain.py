import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kernel.domain.actors import Role
from kernel.domain.chain import Check, Entry, Head, Link, canonical, entry_hash, moment, plain

AT = datetime(2026, 11, 25, 12, 30, 1, 5, tzinfo=UTC)


def chain_of(length: int) -> list[Link]:
    links: list[Link] = []
    for seq in range(1, length + 1):
        previous = links[-1].hash if links else Head().hash
        entry = Entry(
            seq, AT + timedelta(seconds=seq), "account:7", "web", f"verb{seq}", f"s:{seq}", {"n": seq}, previous
        )
        links.append(Link(entry, entry_hash(entry)))
    return links


def head_of(links: list[Link]) -> Head:
    return Head(links[-1].entry.seq, links[-1].hash)


def broken_seq(links: list[Link], head: Head) -> int | None:
    check = Check()
    broken = check.first_break(links) or check.against(head)
    return None if broken is None else broken.seq


CHANGES: dict[str, dict[str, Any]] = {
    "the moment": {"at": AT},
    "the author": {"actor": "account:8"},
    "the channel": {"channel": "api"},
    "the verb": {"verb": "other"},
    "the subject": {"subject": "s:9"},
    "the detail": {"detail": {"n": 9}},
    "the type of a detail": {"detail": {"n": "3"}},
    "the hash of the one before": {"previous_hash": "f" * 64},
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=[f"{name} was altered" for name in CHANGES])
def test_an_altered_field_is_found_at_its_entry(change: dict[str, Any]) -> None:
    links = chain_of(5)
    head = head_of(links)
    assert broken_seq(links, head) is None
    links[2] = replace(links[2], entry=replace(links[2].entry, **change))
    assert broken_seq(links, head) == 3


def test_an_entry_altered_with_its_hash_made_anew_breaks_the_next() -> None:
    links = chain_of(5)
    forged = replace(links[2].entry, actor="account:8")
    links[2] = Link(forged, entry_hash(forged))
    assert broken_seq(links, head_of(links)) == 4


def test_a_missing_entry_is_named() -> None:
    links = chain_of(5)
    assert broken_seq([*links[:2], *links[3:]], head_of(links)) == 3


def test_two_exchanged_entries_are_found_at_the_first() -> None:
    links = chain_of(5)
    head = head_of(links)
    one, two = links[1], links[2]
    links[1] = Link(replace(two.entry, seq=2), two.hash)
    links[2] = Link(replace(one.entry, seq=3), one.hash)
    assert broken_seq(links, head) == 2


def test_a_cut_tail_is_found_by_the_remembered_end() -> None:
    links = chain_of(5)
    assert broken_seq(links[:3], head_of(links)) == 4


def test_entries_beyond_the_remembered_end_are_found() -> None:
    links = chain_of(5)
    assert broken_seq(links, head_of(links[:3])) == 4


def test_a_whole_chain_written_anew_is_betrayed_by_the_remembered_end() -> None:
    links = chain_of(3)
    assert broken_seq(links, Head(3, "a" * 64)) == 3


def test_no_entries_and_no_end_are_a_whole_chain() -> None:
    assert broken_seq([], Head()) is None


def test_the_form_of_an_entry_does_not_change_from_version_to_version() -> None:
    entry = Entry(1, AT, "system", "system", "enqueue_job", "job:1", {"b": "ñ", "a": [1, None, True]}, "0" * 64)
    assert canonical(entry) == (
        b'{"actor":"system","at":"2026-11-25T12:30:01.000005+00:00","channel":"system",'
        b'"detail":{"a":[1,null,true],"b":"\\u00f1"},"previous_hash":"' + b"0" * 64 + b'",'
        b'"seq":1,"subject":"job:1","verb":"enqueue_job"}'
    )


def test_the_same_moment_in_another_time_zone_is_written_alike() -> None:
    mexico = AT.astimezone(timezone(timedelta(hours=-6)))
    assert moment(mexico) == moment(AT)


def test_a_moment_without_time_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        moment(AT.replace(tzinfo=None))


def test_details_take_the_form_every_database_gives_back() -> None:
    detail = {
        "score": 0.1,
        "amount": Decimal("1.50"),
        "on": date(2026, 1, 2),
        "at": AT,
        "reference": UUID(int=7),
        "role": Role.ADMIN,
        "name": "cut\0 \ud800",
        "many": (1, 2),
        "flag": False,
    }
    assert plain(detail) == {
        "score": "0.1",
        "amount": "1.50",
        "on": "2026-01-02",
        "at": "2026-11-25T12:30:01.000005+00:00",
        "reference": "00000000-0000-0000-0000-000000000007",
        "role": "ADMIN",
        "name": "cut\ufffd ?",
        "many": [1, 2],
        "flag": False,
    }


def test_what_is_no_plain_value_is_refused() -> None:
    with pytest.raises(TypeError, match="bytes"):
        plain({"content": b"x"})


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=10,
)


@given(JSON)
def test_a_plain_detail_survives_json_and_plainness(detail: Any) -> None:
    assert plain(plain(detail)) == plain(detail)
    assert json.loads(json.dumps(plain(detail))) == plain(detail)
