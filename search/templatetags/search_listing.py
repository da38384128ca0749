"""``{% listing "projects" %}``: a list that is a search, on any page."""

from django import template

from search.listings import PRESETS, listing
from search.query import Preset

register = template.Library()


@register.inclusion_tag("search/listing.html", takes_context=True, name="listing")
def listing_tag(context, preset: str, organisation=None, concept=None) -> dict:
    """A list with a preset of :data:`search.listings.PRESETS`, narrowed to an
    organisation or a concept; the address narrows it further."""
    start = PRESETS[preset]
    filters = dict(start.filters)
    if organisation is not None:
        filters["organisation"] = (str(organisation.pk),)
    if concept is not None:
        filters["concept"] = (concept.identifier,)
    return listing(context["request"], Preset(filters, start.sort))
