"""Every kind of page has a picture beside its link."""

import re
from datetime import date

import pytest
from django.core.cache import caches

from home.models import NewsIndexPage, NewsPage, StandardPage
from tests.factories.pictures import make_picture, photograph
from tests.factories.tree import build_tree

pytestmark = pytest.mark.django_db


@pytest.fixture
def tree(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    caches["renditions"].clear()
    return build_tree()


def shared(client, page) -> dict:
    html = client.get(page.get_url()).content.decode()
    found = re.findall(r'property="og:image(:\w+)?" content="([^"]*)"', html)
    return dict(found)


def test_a_page_without_a_picture_shares_its_title(client, tree):
    for page in (tree.person("Prova Testsson"), tree.section, tree.home):
        facts = shared(client, page)
        assert facts[""].startswith("http://testserver/cards/page/")
        assert facts[":alt"] == page.title
        card = client.get(facts[""])
        assert card["Content-Type"] == "image/png"
        assert facts[":width"] == "1200"


def test_a_project_shares_its_triad(client, tree):
    facts = shared(client, tree.project("Provprojektet"))
    assert "/cards/page/" not in facts[""]
    assert facts[":alt"].startswith("Provprojektet. ")


def test_news_shares_its_picture(client, tree):
    image = make_picture(content=photograph(size=(1400, 900)))
    index = tree.home.add_child(instance=NewsIndexPage(title="Nytt"))
    news = index.add_child(
        instance=NewsPage(title="En nyhet", image=image, date=date(2024, 5, 1))
    )
    facts = shared(client, news)
    assert facts[""].endswith(".jpg")
    assert (facts[":width"], facts[":height"]) == ("1200", "630")
    assert facts[":alt"] == "En röd och en blå halva"
    html = client.get(news.get_url()).content.decode()
    assert 'fetchpriority="high"' in html


def test_nothing_is_drawn_of_what_is_not_public(client, tree):
    page = tree.home.add_child(instance=StandardPage(title="Utkast", live=False))
    assert client.get(f"/cards/page/{page.pk}.png").status_code == 404
    assert client.get("/cards/page/999999.png").status_code == 404
