"""Templates hold no inline style or script, and every component says what it takes."""

import re
from pathlib import Path

import pytest
from django.template.loader import get_template
from django.views.defaults import server_error

ROOT = Path(__file__).parents[3]
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
COMPONENTS = sorted((ROOT / "templates" / "components").glob("*.html"))


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_no_inline_style_or_script_and_nothing_from_elsewhere(path):
    text = path.read_text()
    assert not re.search(r"\sstyle=|<style|\son[a-z]+=\"", text)
    assert not re.search(r"<script(?![^>]*\b(src|type=\"application/ld\+json\"))", text)
    loaded = r"(src=|<link[^>]*href=)\"(https?:)?//"  # what a reader follows is a link
    assert not re.search(loaded, text)


@pytest.mark.parametrize("path", COMPONENTS, ids=lambda path: path.name)
def test_a_component_begins_with_what_it_is(path):
    assert path.read_text().startswith("{% comment %}")


def test_the_style_sheets_load_nothing_from_elsewhere():
    for path in (ROOT / "site" / "static" / "css").glob("*.css"):
        assert not re.search(r"url\(\s*[\"']?(https?:)?//|@import", path.read_text())


@pytest.mark.parametrize(
    "name",
    [str(path.relative_to(ROOT / "templates")) for path in TEMPLATES],
)
def test_every_template_compiles(name):
    assert get_template(name)


def test_when_all_fails_a_page_still_comes_without_a_database(rf):
    # No database mark: pytest-django fails this test on any query.
    response = server_error(rf.get("/"))
    assert response.status_code == 500
    assert b'role="search"' in response.content
