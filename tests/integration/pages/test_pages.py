"""Every kind of page answers in both languages, and says only what is public."""

import json
import re

import pytest
from django.core.files.base import ContentFile
from wagtail.documents import get_document_model
from wagtail.models import Collection, CollectionViewRestriction

from people.models import PersonRecord
from projects.models import ProjectDocument, TeamMember

pytestmark = pytest.mark.django_db


def html(client, url: str) -> str:
    response = client.get(url)
    assert response.status_code == 200, url
    return response.content.decode()


def nodes(text: str) -> list[dict]:
    """The page's JSON-LD."""
    [script] = re.findall(
        r'<script type="application/ld\+json">(.*?)</script>', text, re.DOTALL
    )
    graph = json.loads(script)
    assert graph["@context"] == "https://schema.org"
    return graph["@graph"]


def node(text: str, kind: str) -> dict:
    [found] = [row for row in nodes(text) if row["@type"] == kind]
    return found


def test_every_kind_of_page_answers_in_both_languages(client, city):
    tree = city.tree
    person = city.person()
    project = city.project(team=[person])
    pages = [tree.home, tree.organisations, tree.section, person, project]
    pages += [page.specific for page in tree.home.get_children()]
    tree.translate(person, "Prova Testsson")
    tree.translate(project, "The test project")
    for page in pages:
        for other in (page, *page.get_translations()):
            text = html(client, other.url)
            assert f'<link rel="canonical" href="{other.full_url}">' in text
            for each in (other, *other.get_translations()):
                lang = each.locale.language_code
                assert f'hreflang="{lang}" href="{each.full_url}"' in text
            assert node(text, "BreadcrumbList")["itemListElement"]


def test_a_project_says_what_it_is(client, city):
    person = city.person()
    text = html(client, city.project(team=[person]).url)

    for said in ("Provning", "Gröna prov", "Provdal", "Provlära", "Vi provar 0",
                 "Mätningen", "Beslut 0", "Källa 0", "Prova Testsson"):  # fmt: skip
        assert said in text
    data = node(text, "ResearchProject")
    assert data["keywords"] == ["Gröna prov", "Provlära"]
    assert data["areaServed"] == [{"@type": "Place", "name": "Provdal"}]
    assert data["funding"][0]["amount"]["value"] == 1000
    assert 'property="og:image" content="http' in text


def test_the_translation_reads_the_facts_and_says_their_language(client, city):
    translated = city.tree.translate(city.project(), "The test project")
    text = html(client, translated.url)

    assert "Provning (en)" in text
    assert '<p lang="sv">Vi provar 0</p>' in text
    assert f'hreflang="sv" href="{translated.facts.full_url}"' in text


def test_what_a_person_hides_is_nowhere(client, city):
    page = city.person()
    assert "Provare" in html(client, page.url)
    PersonRecord.objects.filter(pk=page.translation_key).update(
        hidden_fields=["role", "organisation", "districts"]
    )
    text = html(client, page.url)

    for hidden in ("Hemlig kunskap", "Provare", "Provdal"):
        assert hidden not in text
    assert node(text, "ProfilePage")["mainEntity"]["knowsAbout"] == ["Provning"]


def test_a_draft_member_is_not_on_the_team(client, city):
    shown, draft = city.person("Synlig Provsson"), city.person("Dold Provsson")
    draft.unpublish()
    text = html(client, city.project(team=[shown, draft]).url)

    assert "Synlig Provsson" in text
    assert "Dold Provsson" not in text


def test_a_persons_projects_are_only_the_public_ones(client, city):
    person = city.person()
    city.project("Öppna projektet", team=[person])
    draft = city.project("Utkastet", team=[person], live=False)
    TeamMember.objects.create(page=draft, person_id=person.translation_key)
    text = html(client, person.url)

    assert "Öppna projektet" in text
    assert "Utkastet" not in text


def test_related_projects_share_something_and_are_public(client, city):
    project = city.project()
    city.project("Syskonet")
    city.project("Det dolda syskonet").unpublish()
    city.tree.project("Främlingen")
    text = html(client, project.url)

    assert "Syskonet" in text
    assert "Det dolda syskonet" not in text
    assert "Främlingen" not in text


def test_a_document_that_not_all_may_fetch_is_not_named(
    client, city, settings, tmp_path
):
    settings.MEDIA_ROOT = tmp_path
    root = Collection.get_first_root_node()
    closed = root.add_child(name="Slutna")
    CollectionViewRestriction.objects.create(
        collection=closed, restriction_type=CollectionViewRestriction.LOGIN
    )
    project = city.project(live=False)
    for title, collection in (("Öppna planen", root), ("Slutna planen", closed)):
        document = get_document_model().objects.create(
            title=title, collection=collection, file=ContentFile(b"x", f"{title}.pdf")
        )
        project.documents.add(ProjectDocument(document=document))
    project.save_revision().publish()
    text = html(client, project.url)

    assert "Öppna planen" in text
    assert "PDF" in text
    assert "Slutna planen" not in text


def test_the_share_card_is_a_picture_of_public_projects_only(client, city):
    project = city.project()
    address = f"/cards/{project.translation_key}.png"
    assert client.get(address).content.startswith(b"\x89PNG")
    project.unpublish()
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("address", ["/finns-inte/", "/en/is-not-here/"])
def test_what_is_missing_offers_a_search(client, city, address):
    response = client.get(address)
    assert response.status_code == 404
    assert 'role="search"' in response.content.decode()


def test_the_site_says_how_to_search_it(client, city):
    data = node(html(client, city.tree.home.url), "WebSite")
    assert data["potentialAction"]["target"]["urlTemplate"].endswith("/sok/?q={query}")
