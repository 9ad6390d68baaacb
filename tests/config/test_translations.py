from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from config import translations
from config.translations import APPS, BASE_DIR, CATALOGUE, BrokenCatalogueError


def catalogue_of(app: str) -> Catalog:
    path = BASE_DIR / app / CATALOGUE
    return translations.read(path) if path.exists() else Catalog(locale="en")


@pytest.mark.parametrize("app", APPS)
def test_every_message_of_an_app_has_an_english_translation(app: str) -> None:
    catalogue = catalogue_of(app)
    untranslated = [
        f"{found.place}: {found.ids[0]!r}"
        for found in translations.messages(app)
        if (message := catalogue.get(found.ids[0], context=found.context)) is None
        or not message.string
        or (not isinstance(message.string, str) and not all(message.string))
        or isinstance(message.string, str) != (len(found.ids) == 1)
    ]
    assert untranslated == []


@pytest.mark.parametrize("app", APPS)
def test_every_translation_keeps_the_placeholders_and_is_used(app: str) -> None:
    used = {found.ids[0] for found in translations.messages(app)}
    for message in catalogue_of(app):
        if not message.id:
            continue
        first = message.id if isinstance(message.id, str) else message.id[0]
        assert first in used, f"no longer used: {first!r}"
        ids = [message.id] if isinstance(message.id, str) else list(message.id)
        words = [message.string] if isinstance(message.string, str) else list(message.string or ())
        assert translations.placeholders(words[-1] or "") == translations.placeholders(ids[-1])


def test_two_apps_never_translate_the_same_words_differently() -> None:
    said: dict[tuple[object, object], set[object]] = {}
    for app in APPS:
        for message in catalogue_of(app):
            if message.id:
                ids = message.id if isinstance(message.id, str) else tuple(message.id)
                words = message.string if isinstance(message.string, str) else tuple(message.string or ())
                said.setdefault((ids, message.context), set()).add(words)
    assert {ids: words for ids, words in said.items() if len(words) > 1} == {}


def test_messages_are_found_in_python_and_in_every_kind_of_template_tag() -> None:
    found = {one.ids: one.place for one in translations.messages("kernel")}
    assert found[("Oficialía de partes",)] == "kernel/wording.py"
    assert ("falta %(days)s día", "faltan %(days)s días") in found
    assert ("Saltar al contenido",) in found


def test_compiling_again_does_nothing_until_the_catalogue_changes() -> None:
    translations.compile_all()
    assert translations.compile_all() == []
    assert len(translations.compile_all(force=True)) == len(translations.catalogues())


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('msgid "a\nmsgstr "b"\n', id="not a catalogue"),
        pytest.param('msgid "%(n)s renglones"\nmsgstr "lines"\n', id="a placeholder is lost"),
        pytest.param('msgid "renglones"\nmsgstr "%(n)s lines"\n', id="a placeholder is invented"),
        pytest.param('#, fuzzy\nmsgid "a"\nmsgstr "b"\n', id="the translation is uncertain"),
    ],
)
def test_a_broken_catalogue_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "django.po"
    path.write_text(translations.HEADER + text)
    with pytest.raises(BrokenCatalogueError):
        translations.read(path)
