"""What readers would miss on a page, in sentences for its editor."""

from collections.abc import Iterator
from html.parser import HTMLParser

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.blocks import StreamValue
from wagtail.blocks.list_block import ListValue
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page
from wagtail.rich_text import RichText

#: A longer title breaks into three lines in lists, and is cut in search engines.
LONG_TITLE = 90


def advice_for(page) -> list[str]:
    """Of a :class:`core.pages.BasePage` as it stands in memory (at most one query)."""
    found = []
    if not page.summary.strip():
        found.append(_("The summary is missing: lists and searches show it."))
    if len(page.title) > LONG_TITLE:
        found.append(
            _("The title has %(count)d characters; lists are read best below 90.")
            % {"count": len(page.title)}
        )
    outline = Outline()
    for source in rich_texts(page):
        outline.feed(source)
    outline.close()
    if outline.out_of_order:
        found.append(
            _("“%(heading)s” is a subheading with no heading above it.")
            % {"heading": outline.out_of_order[0]}
        )
    if outline.empty_links:
        text = ngettext(
            "%(count)d link has no words to press.",
            "%(count)d links have no words to press.",
            outline.empty_links,
        )
        found.append(text % {"count": outline.empty_links})
    if nowhere := outline.to_nowhere():
        found.append(
            _("“%(words)s” is a link to a page that is no longer here.")
            % {"words": nowhere[0]}
        )
    return found


def rich_texts(page) -> Iterator[str]:
    """The page's rich texts in the order of its fields, as they are stored."""
    for field in page._meta.get_fields():
        if isinstance(field, RichTextField):
            yield getattr(page, field.name)
        elif isinstance(field, StreamField):
            yield from _within(getattr(page, field.name))


def _within(value) -> Iterator[str]:
    if isinstance(value, RichText):
        yield value.source
    elif isinstance(value, StreamValue):
        for child in value:
            yield from _within(child.value)
    elif isinstance(value, ListValue):
        for child in value:
            yield from _within(child)
    elif isinstance(value, dict):
        for child in value.values():
            yield from _within(child)


class Outline(HTMLParser):
    """The headings and links of rich texts that follow each other."""

    def __init__(self):
        super().__init__()
        self.out_of_order: list[str] = []
        self.empty_links = 0
        self._last_level = 1  # the page's title
        self._level = 0
        self._words: list[str] = []
        self._link: dict[str, str | None] | None = None
        self._pages: list[tuple[int, str]] = []

    def handle_starttag(self, tag, attrs):
        if tag in ("h2", "h3", "h4", "h5", "h6"):
            self._level, self._words = int(tag[1]), []
        elif tag == "a":
            self._link, self._words = dict(attrs), []
        elif tag in ("img", "embed") and self._link is not None:
            self._words.append(" picture ")

    def handle_data(self, data):
        self._words.append(data)

    def handle_endtag(self, tag):
        words = " ".join("".join(self._words).split())
        if tag == "a" and self._link is not None:
            self.empty_links += not words
            number = self._link.get("id") or ""
            if self._link.get("linktype") == "page" and number.isdigit():
                self._pages.append((int(number), words))
            self._link = None
        elif self._level and tag == f"h{self._level}":
            if self._level > self._last_level + 1:
                self.out_of_order.append(words)
            self._last_level, self._level = self._level, 0

    def to_nowhere(self) -> list[str]:
        """The words of links to pages that do not exist (one query, if any)."""
        if not self._pages:
            return []
        numbers = {number for number, _words in self._pages}
        here = set(Page.objects.filter(pk__in=numbers).values_list("pk", flat=True))
        return [words for number, words in self._pages if number not in here]
