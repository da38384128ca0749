"""Which pages every installation starts with: names, addresses, texts."""

import uuid
from dataclasses import dataclass, field
from pathlib import Path

from wagtail.models import Page
from wagtail.rich_text import RichText

from home.contact.plan import contact_texts
from home.models import (
    AccessibilityStatementPage,
    ContactPage,
    HomePage,
    NewsIndexPage,
    StandardPage,
)
from home.statement_plan import statement_texts
from people.models import OrganisationIndexPage, PersonIndexPage
from projects.models import ProjectIndexPage

#: The namespace of every key that comes from a name (RFC 9562, version 5).
NAMESPACE = uuid.UUID("a6f3c5b6-0c2f-5d1f-9a53-2f6f6d0a1374")
TEXTS = Path(__file__).parent / "data" / "pages"


def stable_key(kind: str, name: str) -> uuid.UUID:
    """The same key for the same thing on every machine."""
    return uuid.uuid5(NAMESPACE, f"{kind}:{name}")


@dataclass(frozen=True)
class Plan:
    """A page to make: its fields per language, and those below it.

    ``links``: field → the name of the page, made earlier, that it points to.
    """

    name: str
    model: type[Page]
    sv: dict
    en: dict
    below: tuple["Plan", ...] = field(default=())
    links: dict[str, str] = field(default_factory=dict)

    @property
    def key(self) -> uuid.UUID:
        return stable_key("site", self.name)


def _text(name: str, lang: str) -> str:
    return (TEXTS / f"{name}.{lang}.html").read_text(encoding="utf-8")


def _standard(name: str, sv: dict, en: dict) -> Plan:
    return Plan(
        name,
        StandardPage,
        sv | {"body": [("text", RichText(_text(name, "sv")))]},
        en | {"body": [("text", RichText(_text(name, "en")))]},
    )


def site_plan() -> Plan:
    """The tree, from the front page down."""
    return Plan(
        "home",
        HomePage,
        {
            "title": "På gränsen",
            "slug": "hem",
            "seo_title": "Projekt och kompetens i Stockholm",
            "summary": (
                "Stadens projekt, kunskapen de behöver och människorna som har den: "
                "på ett ställe, öppet för alla."
            ),
        },
        {
            "title": "På gränsen",
            "slug": "home-en",
            "seo_title": "Projects and expertise in Stockholm",
            "summary": (
                "The city's projects, the knowledge they need and the people who have "
                "it: in one place, open to all."
            ),
        },
        (
            Plan(
                "projects",
                ProjectIndexPage,
                {
                    "title": "Projekt",
                    "slug": "projekt",
                    "summary": (
                        "Projekt i stadsutveckling, hållbarhet och kulturarv: vad de "
                        "gör, vad de visar och vad de saknar."
                    ),
                },
                {
                    "title": "Projects",
                    "slug": "projects",
                    "summary": (
                        "Projects in urban development, sustainability and cultural "
                        "heritage: what they do, what they show and what they lack."
                    ),
                },
            ),
            Plan(
                "people",
                PersonIndexPage,
                {
                    "title": "Experter",
                    "slug": "experter",
                    "summary": "Vem kan vad, och vad det bygger på.",
                },
                {
                    "title": "Experts",
                    "slug": "experts",
                    "summary": "Who knows what, and what shows it.",
                },
            ),
            Plan(
                "organisations",
                OrganisationIndexPage,
                {
                    "title": "Organisationer",
                    "slug": "organisationer",
                    "summary": "De som driver projekten och som experterna hör till.",
                },
                {
                    "title": "Organisations",
                    "slug": "organisations",
                    "summary": "Who runs the projects, and whom the experts belong to.",
                },
            ),
            Plan(
                "news",
                NewsIndexPage,
                {"title": "Nyheter", "slug": "nyheter"},
                {"title": "News", "slug": "news"},
            ),
            _standard(
                "about",
                {
                    "title": "Om På gränsen",
                    "slug": "om",
                    "summary": (
                        "Varför plattformen finns, hur du läser den och var idén "
                        "kommer ifrån."
                    ),
                },
                {
                    "title": "About På gränsen",
                    "slug": "about",
                    "summary": (
                        "Why the platform exists, how to read it and where the idea "
                        "comes from."
                    ),
                },
            ),
            _standard(
                "privacy",
                {
                    "title": "Personuppgifter och kakor",
                    "slug": "personuppgifter",
                    "summary": (
                        "Vilka uppgifter om människor som finns här, varför, och vilka "
                        "rättigheter du har."
                    ),
                },
                {
                    "title": "Personal data and cookies",
                    "slug": "privacy",
                    "summary": (
                        "Which data about people is kept here, why, and what rights "
                        "you have."
                    ),
                },
            ),
            Plan(
                "contact",
                ContactPage,
                contact_texts("sv"),
                contact_texts("en"),
                links={"privacy_page": "privacy"},
            ),
            Plan(
                "accessibility",
                AccessibilityStatementPage,
                statement_texts("sv"),
                statement_texts("en"),
                links={"contact_page": "contact"},
            ),
        ),
    )
