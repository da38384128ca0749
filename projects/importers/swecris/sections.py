"""Where pages go: organisations, and their sections in the page tree."""

from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from wagtail.models import Locale, Page

from people.models import OrganisationIndexPage, OrganisationPage

#: Addresses stay readable, and within Wagtail's 255 characters.
SLUG_LENGTH = 80


class NoTree(Exception):
    """The site lacks the page below which organisations' sections lie."""


class Sections:
    """An organisation's section page per language, made when it is first needed.

    A new section is live in every language whose list of organisations exists; its
    pages are translations of each other.
    """

    def __init__(self):
        self.locales = {locale.language_code: locale for locale in Locale.objects.all()}
        self._indexes = self._find_indexes()
        if not self._indexes:
            raise NoTree(
                _("The site has no page for organisations. Create one below the start.")
            )
        self.forget()

    def forget(self):
        """Read anew from the database at the next question."""
        self._pages: dict[tuple[int, str], OrganisationPage] = {}
        self._slugs: dict[int, set[str]] = {}

    def _find_indexes(self) -> dict[str, OrganisationIndexPage]:
        """The first list of organisations, by language code; Swedish comes first."""
        pages = OrganisationIndexPage.objects.select_related("locale").order_by("path")
        codes = ["sv", "en"]
        first = next(
            (p for c in codes for p in pages if p.locale.language_code == c), None
        )
        family = [
            p for p in pages if first and p.translation_key == first.translation_key
        ]
        return {page.locale.language_code: page for page in family}

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that pages can be written in here."""
        return tuple(self._indexes)

    def page(self, organisation, lang: str) -> OrganisationPage:
        """The organisation's section in a language that :attr:`languages` has."""
        key = (organisation.pk, lang)
        if key not in self._pages:
            self._load(organisation)
        if key not in self._pages:
            self._create(organisation)
        return self._pages[key]

    def _load(self, organisation):
        pages = OrganisationPage.objects.filter(organisation=organisation)
        for page in pages.select_related("locale").order_by("-path"):
            self._pages[organisation.pk, page.locale.language_code] = page

    def _create(self, organisation):
        translation_key = next(
            (
                page.translation_key
                for (pk, _lang), page in self._pages.items()
                if pk == organisation.pk
            ),
            None,
        )
        for lang, index in self._indexes.items():
            if (organisation.pk, lang) in self._pages:
                continue
            title = getattr(organisation, f"name_{lang}") or organisation.name_sv
            page = OrganisationPage(
                title=title,
                slug=self.free_slug(index, title),
                organisation=organisation,
                locale=self.locales[lang],
            )
            if translation_key:
                page.translation_key = translation_key
            stamp_published(page)
            index.add_child(instance=page)
            translation_key = page.translation_key
            self._pages[organisation.pk, lang] = page

    def free_slug(self, parent: Page, text: str) -> str:
        """A slug from ``text`` that no other child of the parent has, now taken."""
        taken = self._slugs.get(parent.pk)
        if taken is None:
            children = parent.get_children().values_list("slug", flat=True)
            taken = self._slugs[parent.pk] = set(children)
        base = slugify(text.replace("/", "-"))[:SLUG_LENGTH].strip("-") or "x"
        slug, count = base, 1
        while slug in taken:
            count += 1
            slug = f"{base}-{count}"
        taken.add(slug)
        return slug


def stamp_published(page: Page, now=None) -> None:
    """Mark a page, not yet saved, as published now without a revision of its own."""
    now = now or timezone.now()
    page.live = True
    page.has_unpublished_changes = False
    page.first_published_at = page.first_published_at or now
    page.last_published_at = now
