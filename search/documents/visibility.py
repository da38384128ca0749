"""Which pages anybody may see now."""

from collections.abc import Iterable

from django.utils import timezone
from wagtail.models import Page, PageViewRestriction


class Visibility:
    """The restrictions of the whole site, read once for many pages (one query)."""

    def __init__(self):
        self._restricted = tuple(
            PageViewRestriction.objects.values_list("page__path", flat=True)
        )
        self._now = timezone.now()

    def is_public(self, page: Page | None) -> bool:
        """Live, not expired, and with no restriction on it or above it."""
        return (
            page is not None
            and page.live
            and not page.expired
            and (page.expire_at is None or page.expire_at > self._now)
            and not page.path.startswith(self._restricted)
        )

    def public(self, pages: Iterable[Page]) -> dict[str, Page]:
        """The public ones, by language; in the order given."""
        return {
            page.locale.language_code: page for page in pages if self.is_public(page)
        }

    def of_record(self, pages: list[Page], source_locale_id: int) -> dict[str, Page]:
        """A record's public pages by language, the source first; none at all when
        the source is not public."""
        source = next((p for p in pages if p.locale_id == source_locale_id), None)
        if not self.is_public(source):
            return {}
        return self.public([source, *(page for page in pages if page is not source)])
