"""Loading the demonstration: all of it, or what has changed since the last time."""

from collections.abc import Callable

from django.db import transaction
from wagtail.signal_handlers import disable_reference_index_auto_update

from home.site_tree import create_site
from people.models import PersonPage
from projects.models import ProjectPage

from .articles import load_articles
from .facts import Concepts
from .organisations import Sections, load_organisations
from .people import load_person, people, person_key
from .placing import Places, Report
from .projects import load_project, project_key, projects

#: Things per transaction: few commits, and no lock that others wait for long.
BATCH = 12


def load_demo() -> Report:
    """Load organisations, people and projects; tell what was done.

    May run at any time: what is unchanged is not written, and what an editor has
    changed, unpublished or removed is left alone. Raises
    :class:`home.demo.facts.DemoError` when a vocabulary is missing.
    """
    create_site()
    report = Report()
    concepts = Concepts()
    places = Places(report)
    with disable_reference_index_auto_update():
        with transaction.atomic():
            organisations = load_organisations(places)
            sections = Sections(places, organisations)
            sections.load()
            places.index_references()
        places.prefetch(PersonPage, (person_key(item["id"]) for item in people()))
        _in_batches(
            people(), lambda item: load_person(item, sections, concepts, places), places
        )
        places.prefetch(ProjectPage, (project_key(item["id"]) for item in projects()))
        _in_batches(
            projects(),
            lambda item: load_project(item, sections, concepts, places),
            places,
        )
        with transaction.atomic():
            load_articles(places)
            places.index_references()
    return report


def _in_batches(items: list[dict], load: Callable[[dict], None], places: Places):
    for start in range(0, len(items), BATCH):
        with transaction.atomic():
            for item in items[start : start + BATCH]:
                load(item)
            places.index_references()
