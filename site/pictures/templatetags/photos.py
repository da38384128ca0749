"""Pictures in templates."""

from django import template

from pictures.shapes import picture_markup

register = template.Library()


@register.simple_tag
def photo(image, shape="natural", *, eager=False, alt=None):
    """``{% photo image "lead" eager=True %}``; shapes: :mod:`pictures.shapes`."""
    return picture_markup(image, shape, eager=bool(eager), alt=alt) if image else ""
