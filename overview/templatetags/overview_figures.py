"""``{% figures_table tables "needs" %}``: a table of figures, and its files."""

from django import template

from overview.tables import Table

register = template.Library()


@register.inclusion_tag("overview/table.html", takes_context=True)
def figures_table(context, tables: dict[str, Table], key: str, open: bool = False):
    """The table of that key; it stands open, or behind a line that opens it."""
    return {
        "table": tables[key],
        "open": open,
        "files": [
            {
                "name": name.upper(),
                "url": f"{context['download']}table={key}&format={name}",
            }
            for name in context["formats"]
        ],
    }
