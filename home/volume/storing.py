"""Many pages and rows at once: what ``add_child`` does, for hundreds together.

``bulk_create`` takes no model with a parent of its own, so a page's two rows are
written apart. No signal is sent: the search, Wagtail's reference index and the
revisions know nothing of what is stored here.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from random import Random

from django.contrib.contenttypes.models import ContentType
from django.db.models import AutoField, Model
from wagtail.models import Page

#: Everything was published in the years before this moment.
NEWEST = datetime(2026, 6, 1, 12, tzinfo=UTC)
_OLDEST = 3650  # days


class Shelf:
    """The end of a page's children, where new ones are put in order.

    ``last_step`` is the place of the last child, ``count`` how many there are.
    """

    def __init__(self, parent: Page):
        self.parent = parent
        last = parent.get_last_child()
        begin = len(parent.path)
        self._step = Page._str2int(last.path[begin:]) if last else 0
        self.count = parent.numchild

    def put(self, page: Page) -> None:
        """Give the page, not yet saved, its place in the tree."""
        self._step += 1
        self.count += 1
        page.depth = self.parent.depth + 1
        page.path = Page._get_path(self.parent.path, page.depth, self._step)
        page.numchild = 0
        page.url_path = f"{self.parent.url_path}{page.slug}/"

    def note(self) -> Page:
        """The parent, with the number of children that it has now."""
        self.parent.numchild = self.count
        return self.parent


def publish(page: Page, rng: Random, *, live: bool = True) -> None:
    """What publishing would have left on a page that is not yet saved."""
    moment = NEWEST - timedelta(minutes=rng.randrange(_OLDEST * 24 * 60))
    page.draft_title = page.title
    page.live = live
    page.has_unpublished_changes = not live
    if live:
        page.last_published_at = moment
        page.first_published_at = moment - timedelta(days=rng.randrange(400))
    page.latest_revision_created_at = moment


def store_pages(pages: list[Page], shelves: Iterable[Shelf]) -> None:
    """Insert pages of one class, which then have their keys, and count them above.

    The number of statements depends on the number of rows alone.
    """
    if not pages:
        return
    model = type(pages[0])
    kind = ContentType.objects.get_for_model(model)
    for page in pages:
        page.content_type = kind
    common = [
        field
        for field in Page._meta.local_concrete_fields
        if not isinstance(field, AutoField)
    ]
    rows = Page.objects.all()._batched_insert(pages, common, None)
    for page, (key, *_rest) in zip(pages, rows, strict=True):
        page.pk = page.page_ptr_id = key
        page._state.adding = False
    own = model._meta.local_concrete_fields
    model.objects.all()._batched_insert(pages, own, None)
    Page.objects.bulk_update([shelf.note() for shelf in shelves], ["numchild"])


class Rows:
    """Rows of many models, written model by model."""

    def __init__(self):
        self._rows: dict[type[Model], list[Model]] = defaultdict(list)

    def add(self, *rows: Model) -> None:
        for row in rows:
            self._rows[type(row)].append(row)

    def inline(self, page: Page, rows: Iterable[Model]) -> None:
        """Rows that belong to a page that is stored."""
        for place, row in enumerate(rows):
            row.page_id, row.sort_order = page.pk, place
            self.add(row)

    def many(self, field, page: Page, concepts: Iterable) -> None:
        """A page's concepts in a many-to-many field, such as ``ProjectPage.tags``."""
        names = (field.field.m2m_field_name(), field.field.m2m_reverse_field_name())
        for concept in concepts:
            ids = (page.pk, concept.pk)
            self.add(
                field.through(
                    **{f"{name}_id": pk for name, pk in zip(names, ids, strict=True)}
                )
            )

    def store(self) -> None:
        for model, rows in self._rows.items():
            model.objects.bulk_create(rows)
        self._rows.clear()
