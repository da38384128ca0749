"""How texts, dates and amounts are written in the reader's language."""

from urllib.parse import urlsplit

from django import template
from django.utils.formats import number_format
from django.utils.html import format_html
from django.utils.translation import gettext as _

from core.dates import format_partial_date
from core.languages import Text, current_language

register = template.Library()

NO_BREAK_SPACE = "\u00a0"


@register.filter
def partial_date(text: str) -> str:
    """``2013-09`` → "september 2013"."""
    return format_partial_date(text)


@register.simple_tag
def period(start: str, end: str, ongoing: bool = False) -> str:
    """ "september 2013–maj 2014", "sedan 2013", "till 2014", or nothing."""
    if start and end:
        first, last = format_partial_date(start), format_partial_date(end)
        return first if first == last else f"{first}–{last}"
    if start:
        words = _("since %(date)s") if ongoing else _("from %(date)s")
        return words % {"date": format_partial_date(start)}
    return _("until %(date)s") % {"date": format_partial_date(end)} if end else ""


@register.filter
def kronor(amount: int | None) -> str:
    """Whole kronor: "322 380 kr" in Swedish, "SEK 322,380" in English."""
    if amount is None:
        return ""
    number = number_format(amount, use_l10n=True, force_grouping=True)
    number = number.replace(" ", NO_BREAK_SPACE)
    if current_language() == "en":
        return f"SEK{NO_BREAK_SPACE}{number}"
    return f"{number}{NO_BREAK_SPACE}kr"


@register.filter
def other_lang(text: Text) -> str:
    """``lang="…"`` for a text that is not in the reader's language, else nothing."""
    lang = getattr(text, "lang", "")
    if not lang or lang == current_language():
        return ""
    return format_html(' lang="{}"', lang)


@register.filter
def website(address: str) -> str:
    """``https://www.example.org/`` → "example.org"."""
    return urlsplit(address).netloc.removeprefix("www.") or address
