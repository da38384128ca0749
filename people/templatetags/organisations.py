"""What stands around an organisation."""

from django import template

from people.shown_organisations import organisation_context

register = template.Library()


@register.simple_tag
def organisation_around(page) -> dict:
    """``{organisation, parent, parts}`` of an organisation's page."""
    return organisation_context(page)
