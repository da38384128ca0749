"""Putting a loaded page into the tree, unless it is an editor's by now."""

import uuid
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field

from django.utils import timezone
from wagtail.models import Locale, Page, ReferenceIndex

from home.models import LoadedContent


@dataclass
class Report:
    """What a run did: names of things by what happened to them."""

    done: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def add(self, outcome: str, name: str) -> None:
        self.done[outcome].append(name)

    def count(self, outcome: str) -> int:
        return len(self.done.get(outcome, ()))

    @property
    def wrote(self) -> bool:
        return bool(self.count("created") or self.count("updated"))


def publish_directly(page: Page, parent: Page) -> None:
    """Save a page as published, with its revision.

    The page-by-page publish of the editor's interface writes and logs several
    times as much; nobody edited here.
    """
    page.live = True
    page.has_unpublished_changes = False
    page.last_published_at = timezone.now()
    page.first_published_at = page.first_published_at or page.last_published_at
    if page.pk is None:
        parent.add_child(instance=page)
    else:
        page.save()
    revision = page.save_revision(clean=False)
    page.live_revision = revision
    page.has_unpublished_changes = False
    Page.objects.filter(pk=page.pk).update(
        live_revision=revision, has_unpublished_changes=False
    )


class Places:
    """Knows what earlier runs made, and tells their work from an editor's."""

    def __init__(self, report: Report):
        self.report = report
        self.locales = {
            locale.language_code: locale
            for locale in Locale.objects.filter(language_code__in=["sv", "en"])
        }
        self.entries = {
            (entry.key, entry.language): entry for entry in LoadedContent.objects.all()
        }
        self.pages: dict[tuple[uuid.UUID, int], Page] = {}
        self.written: list[Page] = []

    def prefetch(self, model: type[Page], keys) -> None:
        """Look up the pages of these keys, in one query."""
        for page in model.objects.filter(translation_key__in=list(keys)):
            self.pages[page.translation_key, page.locale_id] = page

    def find(self, key: uuid.UUID, lang: str) -> Page | None:
        return self.pages.get((key, self.locales[lang].pk))

    def place(
        self,
        *,
        model: type[Page],
        key: uuid.UUID,
        lang: str,
        name: str,
        parent: Page | None,
        digest: str,
        fill: Callable[[Page], None],
    ) -> Page | None:
        """Make or renew one page; the page, or ``None`` where an editor removed it.

        ``fill`` sets the page's fields; it is called only when there is something
        to write.
        """
        entry = self.entries.get((key, lang))
        page = self.find(key, lang)
        label = f"{name} ({lang})"
        if page is None and (entry is not None or parent is None):
            self.report.add("kept", label)
            return None
        if page is not None and not self._is_ours(page, entry):
            self.report.add("kept", label)
            return page
        if page is not None and entry.digest == digest:
            self.report.add("unchanged", label)
            return page
        self.report.add("updated" if page else "created", label)
        page = page or model(locale=self.locales[lang], translation_key=key)
        fill(page)
        publish_directly(page, parent)
        self.pages[key, page.locale_id] = page
        self.written.append(page)
        self.note(key, lang, page, digest, str(page.latest_revision_id))
        return page

    def _is_ours(self, page: Page, entry: LoadedContent | None) -> bool:
        return (
            entry is not None
            and page.live
            and entry.mark == str(page.latest_revision_id)
        )

    def note(self, key, lang, made, digest: str, mark: str) -> None:
        """Remember what was made, and how it looked then."""
        entry, _created = LoadedContent.objects.update_or_create(
            key=key,
            language=lang,
            defaults={"object_id": made.pk, "digest": digest, "mark": mark},
        )
        self.entries[key, lang] = entry

    def index_references(self) -> None:
        """Bring Wagtail's usage counts up to date with what was written."""
        for page in self.written:
            ReferenceIndex.create_or_update_for_object(page)
        self.written.clear()
