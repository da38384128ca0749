"""What earlier imports left: digests, and whether somebody has edited since."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict

from django.utils import timezone
from django.utils.translation import gettext as _

from projects.models import ImportedItem


def digest_of(row, **more) -> str:
    """A fingerprint of everything that is imported of a row (a dataclass)."""
    content = json.dumps([asdict(row), more], sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(content.encode()).hexdigest()


class Memory:
    """The items of one source, in memory; written one by one."""

    def __init__(self, source: str):
        self.source = source
        self.forget()

    def forget(self):
        """Read anew from the database."""
        items = ImportedItem.objects.filter(source=self.source)
        self._items = {item.key: item for item in items}

    def get(self, key: str) -> ImportedItem | None:
        return self._items.get(key)

    def remember(self, key: str, record, digest: str) -> None:
        item = self._items.get(key) or ImportedItem(source=self.source, key=key)
        item.record, item.digest, item.imported_at = record, digest, timezone.now()
        item.save()
        self._items[key] = item


def edited_by_hand(pages: Iterable, *, live: bool) -> str:
    """Why the pages of a record are no longer the import's to change, or nothing.

    The import writes pages without revisions, and whatever is saved in the admin
    makes one: so a page with a revision was edited. ``live`` is what the source page
    was when the import left it.
    """
    pages = list(pages)
    source = next((page for page in pages if page.is_source), None)
    if source is None:
        return _("It was deleted here, and is not brought back.")
    if any(page.latest_revision_id for page in pages):
        return _("It was edited by hand since the import.")
    if live and not source.live:
        return _("It was unpublished here.")
    return ""
