from datetime import UTC, date, datetime

import pytest

from kernel.domain.actors import COMMAND_LINE
from kernel.models import LedgerEntry
from resolutions.formats.national_csv import NationalListError
from resolutions.models import Annulment, Producer, ProhibitedGood, Resolution
from resolutions.queries import prohibited_goods
from resolutions.services import ActAlreadyLoadedError, NationalLoad, load_national_list
from tests.resolutions.factories import annulled_shirts, national_csv, shirts

pytestmark = pytest.mark.django_db
AT = datetime(2026, 7, 1, 12, tzinfo=UTC)
ON = date(2026, 3, 1)


def load(*rows: dict[str, str], demo: bool = False) -> NationalLoad:
    return load_national_list(national_csv(*rows), file_name="lista.csv", actor=COMMAND_LINE, at=AT, demo=demo)


def state() -> tuple[object, ...]:
    models = (Resolution, ProhibitedGood, Producer, Annulment, LedgerEntry)
    return tuple(tuple(model._default_manager.order_by("pk").values_list()) for model in models)


def test_loading_puts_the_goods_on_the_list_of_a_day() -> None:
    assert load(shirts(), shirts(number="PRUEBA-02/2026")) == NationalLoad(new=2, unchanged=0, annulments=0)
    assert [item.key for item in prohibited_goods(ON)] == ["PRUEBA-01/2026/1", "PRUEBA-02/2026/1"]
    (good, _) = prohibited_goods(ON)
    assert good.good.producers[0].aliases == ("TIV", "Valle Tejidos")


def test_the_days_of_an_act_are_kept_apart() -> None:
    load(shirts())
    act = prohibited_goods(ON)[0].resolution
    days = (act.issued_on, act.notified_on, act.published_on, act.effective_on)
    assert days == (date(2026, 1, 10), date(2026, 1, 14), date(2026, 1, 20), date(2026, 2, 1))


def test_loading_the_same_file_again_changes_nothing() -> None:
    load(annulled_shirts())
    before = state()
    assert load(annulled_shirts()) == NationalLoad(new=0, unchanged=1, annulments=0)
    assert state() == before


def test_other_order_of_rows_and_columns_is_the_same_content() -> None:
    one, two = shirts(), shirts(producer="Otra Inventada")
    load(one, two)
    before = state()
    assert load(dict(reversed(two.items())), one) == NationalLoad(new=0, unchanged=1, annulments=0)
    assert state() == before


def test_a_later_file_may_annul_what_is_loaded() -> None:
    load(shirts())
    assert load(annulled_shirts()) == NationalLoad(new=0, unchanged=1, annulments=1)
    assert [len(prohibited_goods(day)) for day in (date(2026, 5, 31), date(2026, 6, 1))] == [1, 0]


def test_a_file_without_the_annulment_does_not_undo_it() -> None:
    load(annulled_shirts())
    assert load(shirts()) == NationalLoad(new=0, unchanged=1, annulments=0)
    assert prohibited_goods(date(2026, 6, 1)) == ()


@pytest.mark.parametrize(
    ("row", "field"),
    [
        pytest.param(shirts(effective_on="2026-02-02"), "effective_on", id="another day of effect"),
        pytest.param(shirts(source=""), "source", id="a field left out"),
        pytest.param(shirts(tariff_codes="6109.10.03|6109.90.91"), "goods", id="one more tariff code"),
        pytest.param(shirts(producer="Otra Inventada"), "goods", id="another producer"),
    ],
)
def test_other_content_under_a_loaded_number_is_refused_whole(row: dict[str, str], field: str) -> None:
    load(shirts())
    before = state()
    with pytest.raises(ActAlreadyLoadedError) as refused:
        load(shirts(number="PRUEBA-09/2026"), row)
    assert state() == before
    assert f"PRUEBA-01/2026 is already loaded with other content ({field})" in refused.value.message.en
    assert "a correction needs a new act" in refused.value.message.en
    assert "para corregirla cargue un acto nuevo" in refused.value.message.es


@pytest.mark.parametrize(
    ("row", "field"),
    [
        pytest.param(annulled_shirts(annulment_effective_on="2026-07-01"), "effective_on", id="another day"),
        pytest.param(annulled_shirts(number="PRUEBA-02/2026"), "resolution", id="another resolution"),
    ],
)
def test_a_loaded_annulment_is_not_rewritten_either(row: dict[str, str], field: str) -> None:
    load(annulled_shirts())
    before = state()
    with pytest.raises(ActAlreadyLoadedError, match=rf"PRUEBA-AN-01/2026 is already loaded .*\({field}\)"):
        load(row)
    assert state() == before


def test_all_conflicts_are_told_at_once() -> None:
    load(shirts(), shirts(number="PRUEBA-02/2026"))
    with pytest.raises(ActAlreadyLoadedError) as refused:
        load(shirts(source="otra"), shirts(number="PRUEBA-02/2026", source="otra"))
    assert len(refused.value.conflicts) == 2


def test_invented_resolutions_stand_on_a_list_of_their_own() -> None:
    load(shirts(number="DEMO-1"), demo=True)
    load(shirts())
    assert [item.key for item in prohibited_goods(ON)] == ["PRUEBA-01/2026/1"]
    assert [item.key for item in prohibited_goods(ON, demo=True)] == ["DEMO-1/1"]


@pytest.mark.parametrize("demo", [True, False])
def test_a_number_belongs_to_one_of_the_two_lists(demo: bool) -> None:
    load(shirts(), demo=demo)
    before = state()
    with pytest.raises(ActAlreadyLoadedError, match="share no number"):
        load(shirts(), demo=not demo)
    assert state() == before


def test_a_faulty_file_changes_nothing() -> None:
    before = state()
    with pytest.raises(NationalListError):
        load(shirts(number="PRUEBA-09/2026"), shirts(outcome="MAYBE"))
    assert state() == before


def test_each_act_has_its_entry_in_the_ledger() -> None:
    load(annulled_shirts(), shirts(number="PRUEBA-02/2026"))
    entries = LedgerEntry.objects.order_by("seq")
    assert [(entry.verb, entry.subject) for entry in entries] == [
        ("load_resolution", "resolution:PRUEBA-01/2026"),
        ("load_resolution", "resolution:PRUEBA-02/2026"),
        ("load_annulment", "resolution:PRUEBA-01/2026"),
    ]
    assert {entry.detail["file"] for entry in entries} == {"lista.csv"}
    assert entries[2].detail["annulment"] == "PRUEBA-AN-01/2026"
