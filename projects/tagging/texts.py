"""A project's texts as suggestions read them."""

from wagtail.rich_text import get_text_for_indexing

RICH = ("purpose", "results", "approach", "body")


def plain(rich_text: str) -> str:
    """Rich text without its tags."""
    return " ".join(get_text_for_indexing(rich_text).split()) if rich_text else ""


def texts_of(page) -> list[tuple[str, str]]:
    """(place, plain text) of a project's page, as it stands in memory."""
    return [
        ("title", page.title),
        ("summary", page.summary),
        *(("body", plain(getattr(page, name))) for name in RICH),
    ]
