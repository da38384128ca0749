"""One of every public kind of page, with what layouts find hard.

A new kind of page is one line in :func:`every_page`.
"""

from copy import copy
from dataclasses import dataclass
from datetime import timedelta
from uuid import uuid4

from django.core.cache import cache
from django.utils import timezone

from home.contact.plan import contact_texts
from home.models import (
    AccessibilityStatementPage,
    ContactField,
    ContactPage,
    Navigation,
    NavigationLink,
    NewsIndexPage,
    NewsPage,
    StandardPage,
    ThemePage,
)
from home.statement_plan import statement_texts
from overview.models import CityPicturePage
from projects.models import (
    AspectExemption,
    PhasePeriod,
    Procedure,
    ProjectDocument,
)
from tests.factories.body import LONG_WORD, every_block, make_document
from tests.factories.search_index import index_everything
from tests.factories.tree import build_tree
from tests.integration.pages.conftest import City, concept

#: Wagtail's titles hold 255 letters, not 300.
LONG_TITLE = " ".join(["Samverkan", LONG_WORD, "om kulturmiljön"] * 4)[:255]


@dataclass(frozen=True)
class Place:
    """A page's name in these tests, its address, and the status that is right."""

    name: str
    address: str
    status: int = 200


def every_page() -> list[Place]:
    """Build a small city and say where everything in it is."""
    cache.clear()
    city = make_city()
    home = city.tree.home
    person, long_person = city.person(), city.person(f"Prova {LONG_WORD}")
    plan = make_plan(city)
    project = city.project(rows=3, team=[person, long_person])
    sibling = city.project("Syskonet")
    blocks = every_block(people=[person, long_person], projects=[project, sibling])
    body = [("text", blocks[0][1])]

    def add(parent, page):
        page = parent.add_child(instance=page)
        page.save_revision().publish()
        return page

    news = add(home, NewsIndexPage(title="Nyheter", slug="nyheter"))
    pages = {
        "home": home,
        "standard": add(home, StandardPage(title=LONG_WORD, summary="Om.", body=body)),
        "every block": add(home, StandardPage(title="Alla block", body=blocks)),
        "news": news,
        "news item": add(news, NewsPage(title="En nyhet", summary="Nytt.", body=body)),
        "theme": add(home, ThemePage(title="Miljö", aspect="environmental", body=body)),
        "contact": add(home, contact_page()),
        "statement": add(home, AccessibilityStatementPage(**statement_texts("sv"))),
        "picture": add(home, CityPicturePage(title="Stadens bild", slug="bild")),
        "organisation": city.tree.section,
        "organisations": city.tree.organisations,
        "project": project,
        "plan": plan,
        "project with a long title": city.project(LONG_TITLE),
        "project with a name only": city.tree.project("Bara ett namn"),
        "project with nothing applicable": not_applicable(city),
        "person": person,
        "person with a long name": long_person,
        "english home": home.get_translations().get(),
        "english project": city.tree.translate(project, "The test project"),
    }
    pages["statement"].contact_page = pages["contact"]
    pages["statement"].save_revision().publish()
    make_menu(city, pages["every block"])
    index_everything()
    return [
        *(Place(name, page.url) for name, page in pages.items()),
        Place("picture, narrowed", f"{pages['picture'].url}?district=provdal&phase=x"),
        Place("contact, sent", f"{pages['contact'].url}?sent=1"),
        Place("projects", "/projekt/"),
        Place("people", "/experter/"),
        Place("concept", city.known.get_absolute_url()),
        Place("district", city.district.get_absolute_url()),
        Place("search", "/sok/?q=prov"),
        Place("search without hits", "/sok/?q=qzxqzx"),
        Place("missing", "/finns-inte/", 404),
        Place("closed", "/styleguide/", 403),
    ]


def make_city() -> City:
    return City(
        tree=build_tree(),
        tag=concept("sustainability", "prov", "Gröna prov", aspect="environmental"),
        subject=concept("subjects", "101", LONG_WORD),
        district=concept(
            "districts", "provdal", "Provdal", details={"point": [18.0, 59.3]}
        ),
        known=concept("competences", "k-prov", LONG_WORD, aspect="environmental"),
        secret=concept("competences", "k-hemlig", "Hemlig kunskap"),
    )


def contact_page() -> ContactPage:
    """The form that every site starts with, and a field of each other kind."""
    page = ContactPage(**contact_texts("sv"))
    page.form_fields.add(
        *(
            ContactField(
                label=f"{LONG_WORD} {kind}",
                field_type=kind,
                required=False,
                choices=f"Ja\nNej\n{LONG_WORD}",
                sort_order=10 + order,
            )
            for order, kind in enumerate(("dropdown", "checkboxes", "checkbox"))
        )
    )
    return page


def make_plan(city: City):
    """A detailed plan that may be commented now."""
    page = city.project("Detaljplan för Provdal", live=False)
    today = timezone.localdate()
    names = ["Startpromemoria", "Samråd", "Granskning", "Antagande", "Laga kraft"]
    page.procedure = Procedure.STANDARD
    page.plan_case_number = "2020-12345"
    page.phase_periods = [
        PhasePeriod(
            phase=concept(
                "phases", f"p{n}", name, details={"public_input": n in (1, 2)}, order=n
            ),
            starts=today + timedelta(days=30 * (n - 1) - 5),
            ends=today + timedelta(days=30 * n - 6),
            checked_on=today,
            comment_url="https://example.org/tyck-till",
            source_url="https://example.org/planen",
        )
        for n, name in enumerate(names)
    ]
    page.save_revision().publish()
    return type(page).objects.get(pk=page.pk)


LISTS = (
    "claims", "needs", "decisions", "team", "documents", "partners", "funding",
    "outputs", "sources",
)  # fmt: skip


def one_of_each(city: City, title="En av varje"):
    page = city.project(title, team=[city.person()])
    page.documents = [ProjectDocument(document=make_document(), title_sv="Handling")]
    page.save_revision().publish()
    return type(page).objects.get(pk=page.pk)


def two_hundred_of_each(city: City):
    """A project whose every list is long: the rows of one that has one, repeated."""
    page = one_of_each(city, "Tvåhundra av varje")
    for name in LISTS:
        [row] = getattr(page, name).all()
        rows = [copy(row) for _ in range(199)]
        for order, other in enumerate(rows, start=1):
            other.pk, other.sort_order = None, order
            if hasattr(other, "key"):
                other.key = uuid4()
        type(row).objects.bulk_create(rows)
    return type(page).objects.get(pk=page.pk)


def not_applicable(city: City):
    """Each aspect has a reason why it does not apply."""
    page = city.tree.project("Inget gäller", live=False)
    page.exemptions = [
        AspectExemption(aspect=aspect, reason_sv="Det är ett register.")
        for aspect in ("sociocultural", "environmental", "economic")
    ]
    page.save_revision().publish()
    return type(page).objects.get(pk=page.pk)


def make_menu(city: City, page) -> None:
    """Main menu and footer, as an editor has them."""
    menu = Navigation.objects.create(
        locale=city.tree.sv, footer_text="Om platsen.", footer_note="Sist i foten."
    )
    for column in ("", "", "Hitta", "Webbplatsen"):
        NavigationLink.objects.create(navigation=menu, page=page, column=column)
