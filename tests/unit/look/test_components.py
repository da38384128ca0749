"""The component sheet holds every component, and each bears awkward contents."""

import re
from pathlib import Path

import pytest
from django.core.exceptions import PermissionDenied
from django.template.loader import render_to_string
from django.test import RequestFactory

from core.styleguide import sheet, styleguide

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def html():
    return render_to_string("components/facets.html", {**sheet(), "chosen": 2})


def test_filters_are_checkboxes_in_a_form_that_answers_at_the_results(html):
    assert 'action="#results" method="get"' in html
    assert html.count('type="checkbox"') == 5
    assert html.count(" checked") == 1
    assert '<input type="hidden" name="q" value="regn">' in html


def test_filters_are_reached_and_left_by_plain_links(html):
    assert 'href="#filters"' in html
    assert 'id="filters"' in html
    assert 'href="#results"' in html


def test_marked_words_are_escaped():
    drawn = render_to_string(
        "components/segments.html",
        {"segments": [{"text": "<i>", "marked": True}, {"text": "&", "marked": False}]},
    )
    assert drawn.strip().endswith("<mark>&lt;i&gt;</mark>&amp;")


def test_a_title_in_another_language_says_so():
    project = {"title": "Rain", "url": "/x/", "lang": "en", "coverage": None}
    drawn = render_to_string("components/row_project.html", {"project": project})
    assert '<a href="/x/" lang="en">Rain</a>' in drawn
    assert "<svg" not in drawn


def test_an_undated_event_has_no_time_element():
    drawn = render_to_string("components/timeline.html", {"events": [{"title": "A"}]})
    assert "<time " not in drawn
    assert "<h3>A</h3>" in drawn


def test_the_sheet_is_closed_to_strangers(settings):
    settings.DEBUG = False
    request = RequestFactory().get("/styleguide/")
    request.user = type("Stranger", (), {"has_perm": lambda self, name: False})()
    with pytest.raises(PermissionDenied):
        styleguide(request)


def test_every_class_in_a_component_has_a_rule():
    styles = "".join(
        path.read_text() for path in (ROOT / "site" / "static" / "css").glob("*.css")
    )
    unknown = set()
    for path in (ROOT / "templates" / "components").glob("*.html"):
        for names in re.findall(r'class="([a-z0-9 -]+)"', path.read_text()):
            unknown |= {n for n in names.split() if f".{n}" not in styles}
    assert not unknown
