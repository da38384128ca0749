"""The system checks notice a page model that breaks the rules of records."""

import pytest

from core.checks import check_record_page, check_record_pages, record_page_models
from people.models import PersonPage, PersonRecord
from projects.models import ProjectPage


def ids(model):
    return [error.id for error in check_record_page(model)]


def test_every_record_page_keeps_the_rules():
    assert {PersonPage, ProjectPage} <= set(record_page_models())
    assert check_record_pages(None) == []


@pytest.mark.parametrize(
    ("name", "value", "found"),
    [
        ("record_model", None, "core.E001"),
        ("record_model", PersonRecord, "core.E002"),
        ("text_fields", (*ProjectPage.text_fields, "nothing"), "core.E003"),
        ("translatable_fields", ProjectPage.translatable_fields[:-1], "core.E004"),
        ("text_fields", ProjectPage.text_fields[:-1], "core.E005"),
    ],
)
def test_what_breaks_a_rule_is_found(monkeypatch, name, value, found):
    monkeypatch.setattr(ProjectPage, name, value)
    assert found in ids(ProjectPage)


def test_facts_hold_fields_relations_and_no_text():
    facts = set(ProjectPage.fact_names())
    assert {"needs", "case_numbers", "tags", "status", "procedure"} <= facts
    assert not facts & {*ProjectPage.text_fields, "hidden_with_source", "path"}
