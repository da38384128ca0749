import gettext
import os

import polib
import pytest

from core.translations import bring_up_to_date, compile_catalogues, missing_from
from tests.components import ROOT

CATALOGUES = sorted(ROOT.glob("locale/*/LC_MESSAGES/*.po"))


def catalogue(*entries) -> polib.POFile:
    file = polib.POFile()
    file.metadata = {"Content-Type": "text/plain; charset=UTF-8"}
    file.extend(polib.POEntry(**entry) for entry in entries)
    return file


@pytest.mark.parametrize(
    "path", CATALOGUES, ids=lambda path: str(path.relative_to(ROOT / "locale"))
)
def test_every_text_is_translated(path):
    file = polib.pofile(str(path))
    unfinished = [*file.untranslated_entries(), *file.fuzzy_entries()]
    assert [entry.msgid for entry in unfinished] == []
    assert list(file) != []


@pytest.fixture
def folder(tmp_path):
    path = tmp_path / "sv" / "LC_MESSAGES" / "django.po"
    path.parent.mkdir(parents=True)
    catalogue({"msgid": "Search", "msgstr": "Sök"}).save(str(path))
    return tmp_path


def test_a_compiled_catalogue_is_what_gettext_reads(folder):
    compile_catalogues(folder)
    texts = gettext.translation("django", folder, ["sv"])
    assert texts.gettext("Search") == "Sök"


def test_only_what_changed_is_compiled(folder):
    source = folder / "sv" / "LC_MESSAGES" / "django.po"
    os.utime(source, (1, 1))
    assert compile_catalogues(folder) == [source]
    assert compile_catalogues(folder) == []
    os.utime(source)
    os.utime(source.with_suffix(".mo"), (1, 1))
    assert compile_catalogues(folder) == [source]


def test_a_context_makes_another_text():
    plain = catalogue({"msgid": "Open"})
    verb = catalogue({"msgid": "Open", "msgctxt": "verb"})
    assert [entry.msgctxt for entry in missing_from(plain, verb)] == ["verb"]
    assert missing_from(plain, plain) == []


def test_new_texts_come_old_ones_go_and_translations_stay():
    ours = catalogue(
        {"msgid": "Search", "msgstr": "Sök"}, {"msgid": "Gone", "msgstr": "Borta"}
    )
    extracted = catalogue({"msgid": "Search"}, {"msgid": "Map"}, {"msgid": "New"})
    offers = catalogue(
        {"msgid": "Map", "msgstr": "Karta"}, {"msgid": "Search", "msgstr": "Leta"}
    )
    bring_up_to_date(ours, extracted, also=[offers])
    assert {entry.msgid: entry.msgstr for entry in ours} == {
        "Search": "Sök",
        "Map": "Karta",
        "New": "",
    }


def test_plurals_are_taken_over():
    extracted = catalogue({"msgid": "%(n)s hit", "msgid_plural": "%(n)s hits"})
    offers = catalogue(
        {
            "msgid": "%(n)s hit",
            "msgid_plural": "%(n)s hits",
            "msgstr_plural": {0: "%(n)s träff", 1: "%(n)s träffar"},
        }
    )
    ours = catalogue()
    bring_up_to_date(ours, extracted, also=[offers])
    assert ours[0].msgstr_plural == {0: "%(n)s träff", 1: "%(n)s träffar"}


def test_the_source_language_translates_itself():
    ours = catalogue()
    extracted = catalogue(
        {"msgid": "Map"}, {"msgid": "%(n)s hit", "msgid_plural": "%(n)s hits"}
    )
    bring_up_to_date(ours, extracted, source_language=True)
    assert {e.msgid: e.msgstr or e.msgstr_plural for e in ours} == {
        "Map": "Map",
        "%(n)s hit": {0: "%(n)s hit", 1: "%(n)s hits"},
    }
