"""``{% load navigation %}{% navigation %}``: the menu and footer for ``base.html``."""

from django import template

from core.languages import current_language
from core.public import visible_to_all
from home.models.navigation import shown_links

register = template.Library()


@register.simple_tag(takes_context=True)
def navigation(context) -> str:
    """Put ``site_navigation`` and ``site_footer`` into the context; prints nothing.

    ``site_navigation``: list of ``{title, url, current}``; ``site_footer``:
    ``{columns: [{heading, links: [{title, url}]}], text, note}``. One query on a page
    of ours, two elsewhere.
    """
    request = context.get("request")
    here = request.path if request else ""
    menu, columns = [], {}
    page = context.get("page")
    visible = page.visible if hasattr(page, "visible") else visible_to_all()
    links = shown_links(current_language(), visible)
    for link in links:
        url = link.address
        if not url:
            continue
        if link.column:
            columns.setdefault(link.column, []).append({"title": link.text, "url": url})
        else:
            menu.append(
                {"title": link.text, "url": url, "current": _is_within(here, link, url)}
            )
    context["site_navigation"] = menu
    context["site_footer"] = {
        "columns": [
            {"heading": heading, "links": links} for heading, links in columns.items()
        ],
        "text": links[0].navigation.footer_text if links else "",
        "note": links[0].navigation.footer_note if links else "",
    }
    return ""


def _is_within(here: str, link, url: str) -> bool:
    """Whether the reader is at the linked page or below it (not: below home)."""
    is_home = link.page is not None and link.page.depth <= 2
    return here == url or (not is_home and here.startswith(url))
