"""Generating: what is refused, and then batch after batch."""

from collections.abc import Callable

from django.db import transaction

from home.models import LoadedContent
from people.models import PersonRecord
from projects.models import ProjectRecord
from taxonomy.queries import concept_index

from .chances import Zipf
from .keys import FIRST, LAST, MAX_SEED, volume_key
from .organisations import Sections, make_organisations
from .people import PeopleBatch
from .projects import ProjectsBatch
from .stock import Size, Stock

#: Records in a transaction.
BATCH = 250

Progress = Callable[[int, int], None]


class VolumeRefused(Exception):
    """Nothing was generated; the message says why."""


def generate(size: Size, progress: Progress = lambda records, pages: None) -> int:
    """Make everything; how many pages that was.

    ``progress`` hears the records and the pages of each batch. Raises
    :class:`VolumeRefused`. Broken off, it leaves whole batches.
    """
    _refuse_where_it_does_not_belong(size)
    try:
        stock = Stock(concept_index(), size)
        with transaction.atomic():
            made = make_organisations(stock)
            sections = Sections(stock, made)
    except ValueError as error:
        raise VolumeRefused(
            f"The site is not set up ({error}). Run `manage.py set_up` first."
        ) from error
    organisations, total = Zipf(made), 2 * len(made)
    for kind, count in ((PeopleBatch, size.people), (ProjectsBatch, size.projects)):
        for first in range(0, count, BATCH):
            batch = kind(stock, sections, organisations)
            numbers = range(first, min(first + BATCH, count))
            for number in numbers:
                batch.add(number)
            with transaction.atomic():
                pages = batch.store()
            total += pages
            progress(len(numbers), pages)
    return total


def _refuse_where_it_does_not_belong(size: Size) -> None:
    if not 0 <= size.seed <= MAX_SEED:
        raise VolumeRefused(f"A seed is a number from 0 to {MAX_SEED}.")
    if size.projects < 0 or size.people < 0:
        raise VolumeRefused("There is no negative number of projects or people.")
    loaded = LoadedContent.objects.values("key")
    for model in (ProjectRecord, PersonRecord):
        written = model.objects.exclude(key__range=(FIRST, LAST))
        found = written.exclude(key__in=loaded).first()
        if found is not None:
            raise VolumeRefused(
                f"This database has content that somebody wrote (“{found}”). Volume "
                "is generated only beside the demonstration: set DATABASE_URL to a "
                "database of its own."
            )
    for model, kind in ((ProjectRecord, "project"), (PersonRecord, "person")):
        if model.objects.filter(key=volume_key(kind, size.seed, 0)).exists():
            raise VolumeRefused(
                f"Seed {size.seed} has been generated here. Choose another --seed."
            )
