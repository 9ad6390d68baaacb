from datetime import UTC, date, datetime

import pytest
from django import forms
from django.utils import translation

from kernel.components import all_faults
from kernel.templatetags.components import day, moment, short_day, short_moment


class Person(forms.Form):
    name = forms.CharField(label="Nombre")


Persons = forms.formset_factory(Person, extra=0)


def test_faults_of_several_forms_are_told_together_with_the_number_of_the_form() -> None:
    data = {"p-TOTAL_FORMS": "2", "p-INITIAL_FORMS": "2", "p-0-name": "Ana", "p-1-name": ""}
    told = list(all_faults([Person({"name": ""}), Persons(data, prefix="p", initial=[{}, {}])]))
    assert [(fault.label, fault.target) for fault in told] == [("Nombre", "id_name"), ("Nombre (2)", "id_p-1-name")]


def test_forms_in_a_row_are_numbered_too() -> None:
    told = list(all_faults([[Person({"name": "Ana"}), Person(), Person({"name": ""}, auto_id="id_%s_3")]]))
    assert [(fault.label, fault.target) for fault in told] == [("Nombre (3)", "id_name_3")]


def test_forms_that_were_not_sent_have_no_faults() -> None:
    assert list(all_faults([Person(), Persons(prefix="p")])) == []


@pytest.mark.parametrize(("language", "words"), [("es-mx", "18 de mayo de 2026"), ("en", "18 May 2026")])
def test_a_day_is_written_as_the_language_writes_it(language: str, words: str) -> None:
    with translation.override(language):
        assert day(date(2026, 5, 18)) == words
        assert moment(datetime(2026, 5, 18, 18, 0, tzinfo=UTC)).startswith(words)
        assert day(None) == ""


@pytest.mark.parametrize(("language", "words"), [("es-mx", "03/05/2026 12:00"), ("en", "3 May 2026 12:00")])
def test_a_short_day_cannot_be_read_the_other_way_round(language: str, words: str) -> None:
    with translation.override(language):
        assert short_moment(datetime(2026, 5, 3, 18, 0, tzinfo=UTC)) == words
        assert short_day(date(2026, 5, 3)) == words.rpartition(" ")[0]
        assert short_day(None) == ""
