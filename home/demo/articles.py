"""The demonstration's news, and its introductions to the three aspects."""

from datetime import date

from django.core.files.base import ContentFile
from wagtail.rich_text import RichText

from home.models import HomePage, NewsIndexPage, NewsPage, ThemePage
from home.site_plan import stable_key
from pictures.licences import Licence
from pictures.models import Picture
from projects.models import ProjectPage

from .drawings import drawing
from .facts import LANGUAGES, digest, read, text
from .placing import Places
from .projects import project_key

PROJECTS_HEADING = {"sv": "Projektet", "en": "The project"}


def load_articles(places: Places) -> None:
    """Make or renew them, in both languages."""
    news, themes = read("articles")["news"], read("articles")["themes"]
    above = {
        NewsPage: (NewsIndexPage, stable_key("site", "news")),
        ThemePage: (HomePage, stable_key("site", "home")),
    }
    for model, key in above.values():
        places.prefetch(model, [key])
    for model, items, fill in (
        (NewsPage, news, _fill_news),
        (ThemePage, themes, _fill_theme),
    ):
        kind = model._meta.model_name
        keys = {item["id"]: stable_key(kind, item["id"]) for item in items}
        places.prefetch(model, keys.values())
        for item in items:
            for lang in LANGUAGES:
                places.place(
                    model=model,
                    key=keys[item["id"]],
                    lang=lang,
                    name=text(item, "title", lang),
                    parent=places.find(above[model][1], lang),
                    digest=digest(item, lang),
                    fill=lambda page, i=item, code=lang, f=fill: f(
                        page, i, code, places
                    ),
                )


def _fill_texts(page, item: dict, lang: str) -> None:
    page.title = text(item, "title", lang)
    page.summary = text(item, "summary", lang)
    page.body = [("text", RichText(text(item, "body", lang)))]


def _fill_news(page: NewsPage, item: dict, lang: str, places: Places) -> None:
    _fill_texts(page, item, lang)
    page.date = date.fromisoformat(item["date"])
    pages = ProjectPage.objects.filter(
        locale=places.locales[lang],
        translation_key__in=[project_key(name) for name in item["projects"]],
    )
    if pages:
        page.body.append(
            ("projects", {"heading": PROJECTS_HEADING[lang], "pages": list(pages)})
        )


def _fill_theme(page: ThemePage, item: dict, lang: str, places: Places) -> None:
    _fill_texts(page, item, lang)
    page.aspect = item["aspect"]
    page.image = _picture(item)


def _picture(item: dict) -> Picture:
    """Our own drawing for a theme; made once, and then an editor's like any other."""
    title = text(item, "title", LANGUAGES[0])
    found = Picture.objects.filter(title=title, licence=Licence.CC0).first()
    return found or Picture.objects.create(
        title=title,
        file=ContentFile(drawing(item["aspect"]), f"{item['id']}.jpg"),
        credit="På gränsen",
        licence=Licence.CC0,
        **{f"description_{lang}": item["picture"][lang] for lang in LANGUAGES},
    )
