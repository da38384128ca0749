"""The living component sheet: every component in every state, on one page.

It is made from the same templates as the pages, so what is seen here is what stands
there. The contents are examples, in Swedish, chosen to be awkward: long compounds,
long names, empty lists.
"""

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.shortcuts import render

from core import styleguide_examples as examples
from core.triad import STATES


def styleguide(request):
    """Show the sheet: to anyone while developing, otherwise to who may edit."""
    if not settings.DEBUG and not request.user.has_perm("wagtailadmin.access_admin"):
        raise PermissionDenied
    return render(request, "styleguide.html", sheet())


def sheet() -> dict:
    """All that the component sheet shows."""
    return {
        "even": [examples.EVEN[state] for state in STATES],
        "some": examples.SOME,
        "city": examples.SOME * 5,
        "mixed": examples.MIXED,
        "colours": examples.COLOURS,
        "projects": examples.PROJECTS,
        "people": examples.PEOPLE,
        "hits": examples.HITS,
        "needs": examples.NEEDS,
        "competences": examples.COMPETENCES,
        "phases": examples.PHASES,
        "may": examples.MAY,
        "facts": examples.FACTS,
        "events": examples.EVENTS,
        "claims": examples.CLAIMS,
        "tags": examples.TAGS,
        "facets": examples.FACETS,
        "chips": examples.CHIPS,
        "orders": examples.ORDERS,
        "tabs": examples.TABS,
        "pager": examples.PAGER,
        "links": examples.LINKS,
        "breadcrumbs": [
            {"title": "Start", "url": examples.HERE},
            {"title": "Projekt", "url": examples.HERE},
        ],
        "kept": [{"name": "q", "value": "regn"}],
    }
