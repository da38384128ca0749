"""Lists on other pages: the same search, with something decided beforehand."""

from django.http import HttpRequest

from core.languages import current_language
from search.finding import find
from search.query import Preset, Sort, parse_query
from search.showing import shown

#: What the lists of the site start from.
PRESETS = {
    "projects": Preset({"type": ("project",)}, Sort.NEWEST),
    "people": Preset({"type": ("person",)}, Sort.TITLE),
    "projects and people": Preset({"type": ("project", "person")}, Sort.NEWEST),
    "organisations": Preset({"type": ("organisation",)}, Sort.TITLE),
}


def listing(request: HttpRequest, preset: Preset) -> dict:
    """The context of ``search/listing.html``: what the address narrows it to."""
    query = parse_query(request.GET, current_language(), preset)
    return {**shown(find(query)), "action": request.path}
