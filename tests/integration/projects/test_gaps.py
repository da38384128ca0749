"""Why an aspect is missing: on the page, in both languages, in search, for editors."""

from datetime import timedelta

import pytest
from django.utils import timezone, translation

from projects.models import AspectClaim, PhasePeriod, ProjectPage
from search.documents.projects import build
from search.documents.visibility import Visibility
from tests.factories.taxonomy import make_concept

pytestmark = pytest.mark.django_db
WHY = "Kostnaderna räknas ut efter samrådet."
NOT_EXPLAINED = "Inte förklarat"


def read(client, page):
    return client.get(page.url).content.decode()


def plan(tree, phase, starts):
    page = tree.project("Detaljplanen", live=False, procedure="standard")
    page.phase_periods = [PhasePeriod(phase=phase, starts=starts)]
    page.save_revision().publish()
    return ProjectPage.objects.get(pk=page.pk)


@pytest.fixture
def phases():
    return [
        make_concept("phases", name, order=n, details={"public_input": n == 1})
        for n, name in enumerate(("start", "samrad", "antagande"))
    ]


@pytest.mark.parametrize(
    ("phase", "days", "said"), [(0, -9, 0), (1, 9, 0), (1, 0, 3), (2, -9, 3)]
)
def test_a_plan_is_not_explained_from_consultation_on(
    client, tree, phases, phase, days, said
):
    starts = timezone.localdate() + timedelta(days=days)
    page = plan(tree, phases[phase], starts)
    assert read(client, page).count(NOT_EXPLAINED) == said
    assert page.live  # Never stopped.


def test_an_explanation_is_read_in_both_languages(client, tree):
    page = tree.project(status="ongoing", gap_economic_sv=WHY)
    page = tree.translate(page)
    source = page.facts
    assert WHY in read(client, source)
    assert read(client, source).count(NOT_EXPLAINED) == 2
    english = read(client, page)
    assert f'<span lang="sv">{WHY}</span>' in english
    assert english.count("Not explained") == 2
    source.gap_economic_en = "Counted later."
    source.save_revision().publish()
    assert "Counted later." in read(client, page)
    assert WHY not in read(client, page)


def test_what_is_claimed_by_now_needs_no_explanation(client, tree):
    tag = make_concept("sustainability", "prov", aspect="economic")
    page = tree.project(status="ongoing", gap_economic_sv=WHY, live=False)
    page.claims = [AspectClaim(tag=tag, claim_sv="Räknat")]
    page.save_revision().publish()
    assert WHY not in read(client, page)


def test_search_finds_an_explanation_while_the_aspect_is_missing(tree):
    tag = make_concept("sustainability", "prov", aspect="economic")
    page = tree.project(gap_economic_sv=WHY, gap_economic_en="Counted later.")
    tree.translate(page)

    def texts():
        [document] = build([page.translation_key], Visibility())
        return {lang: text.body for lang, text in document.texts.items()}

    assert WHY in texts()["sv"] and WHY not in texts()["en"]
    assert "Counted later." in texts()["en"]
    page.claims = [AspectClaim(tag=tag)]
    page.save_revision().publish()
    assert WHY not in texts()["sv"]


def test_an_editor_is_told_what_the_page_will_say(tree):
    planned = tree.project("Planerat", summary="Kort.", status="planned")
    begun = tree.project(
        "Pågående", summary="Kort.", status="ongoing", gap_economic_sv=WHY
    )
    with translation.override("en"):
        [early], [late] = planned.warnings(), begun.warnings()
    assert early.startswith("Nothing is said of: Sociocultural")
    assert "not explained" in late
    assert "Economic" in early and "Economic" not in late
