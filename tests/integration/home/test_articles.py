"""Text, news and theme pages, as they are answered."""

from io import StringIO

from django.core.management import call_command
from django.test import TestCase

from core.blocks import BodyBlock
from home.demo.loading import load_demo
from home.models import NewsIndexPage, NewsPage, StandardPage, ThemePage


class Articles(TestCase):
    @classmethod
    def setUpTestData(cls):
        call_command("load_vocabulary", verbosity=0, stdout=StringIO())
        load_demo()

    def test_every_page_of_text_answers_in_both_languages(self):
        for model, count in ((NewsPage, 6), (ThemePage, 6), (NewsIndexPage, 2)):
            pages = model.objects.live().select_related("locale")
            assert pages.count() == count
            for page in pages:
                response = self.client.get(page.url)
                assert response.status_code == 200, page.url
                self.assertContains(response, page.title)
        for page in StandardPage.objects.live():
            response = self.client.get(page.url)
            self.assertContains(response, "<h2")
            assert "[object" not in response.content.decode()

    def test_news_comes_newest_first_and_links_to_its_project(self):
        body = self.client.get("/nyheter/").content.decode()
        assert body.index("Lövholmen") < body.index("Vårbergstoppen")
        item = NewsPage.objects.get(slug="consultation-on-lovholmen-begins")
        self.assertContains(self.client.get(item.url), "/en/organisations/")

    def test_a_number_of_a_page_that_is_none_shows_the_first(self):
        for number in ("0", "²", "x", "9999"):
            assert self.client.get("/nyheter/", {"page": number}).status_code == 200

    def test_a_theme_is_filled_from_its_tags(self):
        theme = ThemePage.objects.get(aspect="economic", locale__language_code="sv")
        self.client.get(theme.url)
        with self.assertNumQueries(LessThan(41)):
            response = self.client.get(theme.url)
        assert response.context["projects"]
        assert {concept.aspect for concept in response.context["themes"]} == {
            "economic"
        }


class LessThan(int):
    def __eq__(self, other):
        return other < int(self)

    __hash__ = int.__hash__


def test_every_block_has_an_example_and_a_description():
    for name, block in BodyBlock().child_blocks.items():
        assert block.get_description(), name
        assert block.get_preview_value() is not None, name
