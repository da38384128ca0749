"""Looking things up while rendering."""

from django import template

register = template.Library()


@register.simple_tag
def get_item(mapping, key):
    """``mapping[key]``, or nothing: templates cannot look up by a variable."""
    return mapping.get(key) if mapping else None
