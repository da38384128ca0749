"""The least page tree that projects and people can live in."""

from dataclasses import dataclass

from wagtail.models import Locale, Page, Site

from home.models import HomePage
from people.models import (
    Organisation,
    OrganisationIndexPage,
    OrganisationPage,
    PersonIndexPage,
    PersonPage,
    PersonRecord,
)
from projects.models import ProjectIndexPage, ProjectPage


@dataclass
class Tree:
    """Home, indexes and one organisation's section, in Swedish and English."""

    sv: Locale
    en: Locale
    home: HomePage
    organisations: OrganisationIndexPage
    organisation: Organisation
    section: OrganisationPage

    def project(self, title="Provprojektet", *, live=True, **facts) -> ProjectPage:
        page = self.section.add_child(
            instance=ProjectPage(title=title, live=False, **facts)
        )
        if live:
            page.save_revision().publish()
        return ProjectPage.objects.get(pk=page.pk)

    def person(
        self, title="Prova Testsson", *, live=True, basis="public_task", **facts
    ) -> PersonPage:
        page = self.section.add_child(
            instance=PersonPage(title=title, live=False, **facts)
        )
        if basis:
            record = PersonRecord.objects.get(pk=page.translation_key)
            record.legal_basis = basis
            record.save()
        page = PersonPage.objects.get(pk=page.pk)
        if live:
            page.save_revision().publish()
        return PersonPage.objects.get(pk=page.pk)

    def translate(self, page, title="In English", *, live=True):
        copy = page.copy_for_translation(self.en)
        copy.title = copy.draft_title = title
        revision = copy.save_revision()
        if live:
            revision.publish()
        return type(page).objects.get(pk=copy.pk)


def build_tree(*, organisation="Provmuseet", sector="museum") -> Tree:
    sv = Locale.objects.get_or_create(language_code="sv")[0]
    en = Locale.objects.get_or_create(language_code="en")[0]
    root = Page.get_first_root_node()
    home = root.add_child(instance=HomePage(title="Start", slug="hem", locale=sv))
    Site.objects.update_or_create(
        is_default_site=True,
        defaults={"root_page": home, "hostname": "localhost", "port": 80},
    )
    home.add_child(instance=ProjectIndexPage(title="Projekt", slug="projekt"))
    home.add_child(instance=PersonIndexPage(title="Experter", slug="experter"))
    organisations = home.add_child(
        instance=OrganisationIndexPage(title="Organisationer", slug="organisationer")
    )
    owner = Organisation.objects.create(name_sv=organisation, sector=sector)
    section = organisations.add_child(
        instance=OrganisationPage(
            title=organisation, slug="provmuseet", organisation=owner
        )
    )
    for page in Page.objects.descendant_of(home, inclusive=True).order_by("path"):
        page.specific.copy_for_translation(en).save_revision().publish()
    return Tree(sv, en, home, organisations, owner, section)
