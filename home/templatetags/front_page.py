"""``{% front_page as front %}``: what the front page shows."""

from django import template

from home.front_page import FrontPage
from home.front_page import front_page as read

register = template.Library()


@register.simple_tag(takes_context=True)
def front_page(context) -> FrontPage:
    """Projects, needs, people, decisions and the city's coverage."""
    page = context.get("page")
    return read(visible=getattr(page, "visible", None))
