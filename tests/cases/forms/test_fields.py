import pytest
from django import forms
from django.utils import timezone
from django.utils.translation import override

from cases.domain.file_words import CHANNEL_WORDS
from cases.domain.rules import Channel
from cases.forms.fields import DayField, DaysField, PetitionerField, ReasonField, choices_of
from kernel.domain.actors import Role
from tests.pages import account_with


def test_choices_are_told_in_the_language_of_the_page() -> None:
    choices = choices_of([Channel.EMAIL], CHANNEL_WORDS)
    for language, words in (("es-mx", "Por correo electrónico"), ("en", "By e-mail")):
        with override(language):
            assert [(code, str(label)) for code, label in choices] == [("EMAIL", words)]


def test_a_day_is_today_unless_it_may_be_left_out() -> None:
    assert DayField("x").initial() == timezone.localdate()
    assert DayField("x", required=False).initial is None


@pytest.mark.parametrize("written", ["", "0", "-1", "1.5", "mil", "1000"])
def test_days_that_are_no_term_are_refused(written: str) -> None:
    with pytest.raises(forms.ValidationError):
        DaysField().clean(written)


def test_days_are_a_number() -> None:
    assert DaysField().clean(" 20 ") == 20
    assert DaysField(required=False).clean("") is None


def test_reasons_are_asked_for_with_their_article() -> None:
    with pytest.raises(forms.ValidationError, match=r"LFPA art\. 3"):
        ReasonField().clean("   ")
    assert ReasonField().clean(" porque ") == "porque"


@pytest.mark.django_db
def test_a_petitioner_is_named_by_the_address_of_the_account() -> None:
    account = account_with(Role.PETITIONER)
    field = PetitionerField(required=True, help_text="")
    assert field.clean(account.email.upper()) == f"account:{account.reference}"
    assert PetitionerField(required=False, help_text="").clean("") == ""
    for written in ("", "nadie", "nadie@ejemplo.mx"):
        with pytest.raises(forms.ValidationError):
            field.clean(written)
