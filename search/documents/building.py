"""From keys to documents, in batches; from the database to all keys."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from wagtail.models import Page

from people.models import Organisation, PersonRecord
from projects.models import ProjectRecord
from search.documents import concepts, organisations, pages, people, projects
from search.documents.document import SearchDocument
from search.documents.keys import numbers, uuids
from search.documents.visibility import Visibility
from taxonomy.models import Concept

#: How many things are read from the database at a time.
BATCH = 500

_BUILDERS: dict[str, tuple[Callable, Callable]] = {
    "project": (uuids, projects.build),
    "person": (uuids, people.build),
    "organisation": (numbers, organisations.build),
    "concept": (numbers, concepts.build),
    "page": (uuids, pages.build),
}


def build_documents(keys: Iterable[str]) -> dict[str, SearchDocument | None]:
    """Each key's document as of now; ``None`` for what may not be seen or is gone.

    The number of queries depends on the types among the keys, never on how many
    keys there are.
    """
    documents: dict[str, SearchDocument | None] = dict.fromkeys(keys)
    names = defaultdict(list)
    for key in documents:
        kind, _, name = key.partition(":")
        names[kind].append(name)
    visibility = Visibility()
    for kind, own in names.items():
        if kind in _BUILDERS:
            read, build = _BUILDERS[kind]
            for document in build(read(own), visibility):
                documents[document.key] = document
    return documents


def all_keys(batch: int = BATCH) -> Iterator[list[str]]:
    """Every key that may have a document, in batches; some may turn out to be
    hidden. Reads by key, so that rows that come and go meanwhile do no harm."""
    for kind, queryset, field in (
        ("project", ProjectRecord.objects.all(), "pk"),
        ("person", PersonRecord.objects.all(), "pk"),
        ("organisation", Organisation.objects.all(), "pk"),
        ("concept", Concept.objects.all(), "pk"),
        ("page", _other_pages(), "translation_key"),
    ):
        yield from _batches(kind, queryset, field, batch)


def _batches(kind, queryset, field, batch) -> Iterator[list[str]]:
    queryset = queryset.order_by(field).values_list(field, flat=True).distinct()
    names = list(queryset[:batch])
    while names:
        yield [f"{kind}:{name}" for name in names]
        names = list(queryset.filter(**{f"{field}__gt": names[-1]})[:batch])


def _other_pages():
    return Page.objects.type(*pages.page_models())
