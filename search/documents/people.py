"""Documents of people: only what each shows of themselves."""

import uuid
from collections import defaultdict
from collections.abc import Iterable

from people.models import HiddenCompetence, PersonCompetence, PersonPage, PersonRecord
from search.documents import parts
from search.documents.document import DocumentText, SearchDocument
from search.documents.keys import person_key
from search.documents.visibility import Visibility
from search.documents.vocabulary import Vocabulary


def build(keys: list[uuid.UUID], visibility: Visibility) -> list[SearchDocument]:
    """The documents of the records that may be seen; a constant number of queries."""
    records, shown = _shown(keys, visibility)
    sources = {key: next(iter(pages.values())) for key, pages in shown.items()}
    ids = [page.pk for page in sources.values()]
    hidden = defaultdict(set)
    for record, concept in HiddenCompetence.objects.filter(
        record__in=sources
    ).values_list("record_id", "concept_id"):
        hidden[record].add(concept)
    rows = parts.by_page(
        PersonCompetence.objects.filter(page__in=ids).order_by("sort_order", "pk")
    )
    competences = {
        key: [row for row in rows[page.pk] if row.concept_id not in hidden[key]]
        for key, page in sources.items()
    }
    tags = parts.concepts_by_page(PersonPage.tags, ids)
    subjects = parts.concepts_by_page(PersonPage.subjects, ids)
    districts = parts.concepts_by_page(PersonPage.districts, ids)
    concepts = {}
    for key, page in sources.items():
        shows_districts = "districts" not in records[key].hidden_fields
        concepts[key] = [
            *(row.concept_id for row in competences[key]),
            *tags[page.pk],
            *subjects[page.pk],
            *(districts[page.pk] if shows_districts else ()),
        ]
    vocabulary = Vocabulary()
    return [
        _document(
            records[key],
            pages,
            competences[key],
            concepts[key],
            [*tags[sources[key].pk], *(row.concept_id for row in competences[key])],
            vocabulary,
        )
        for key, pages in shown.items()
    ]


def publicly_known(keys: Iterable[uuid.UUID]) -> dict[uuid.UUID, str]:
    """The names of those among the records whose profiles anybody may see."""
    keys = list(keys)
    _records, shown = _shown(keys, Visibility())
    return {key: next(iter(pages.values())).title for key, pages in shown.items()}


def _shown(
    keys: list[uuid.UUID], visibility: Visibility
) -> tuple[dict[uuid.UUID, PersonRecord], dict[uuid.UUID, dict[str, PersonPage]]]:
    """The records with a legal basis, and their public pages by language."""
    records = {
        record.pk: record
        for record in PersonRecord.objects.filter(pk__in=keys)
        if record.has_basis
    }
    pages = defaultdict(list)
    for page in (
        PersonPage.objects.filter(translation_key__in=list(records))
        .select_related("locale", "organisation")
        .order_by("pk")
    ):
        pages[page.translation_key].append(page)
    shown = {
        key: public
        for key, own in pages.items()
        if (public := visibility.of_record(own, records[key].source_locale_id))
    }
    return records, shown


def _document(
    record: PersonRecord,
    pages: dict[str, PersonPage],
    competences: list[PersonCompetence],
    concepts: list[int],
    covering: list[int],
    vocabulary: Vocabulary,
) -> SearchDocument:
    page = next(iter(pages.values()))
    hidden = set(record.hidden_fields)
    organisation = None if "organisation" in hidden else page.organisation
    texts = {lang: _text(own, lang, competences, hidden) for lang, own in pages.items()}
    return SearchDocument(
        key=person_key(record.pk),
        type="person",
        identifier=str(record.pk),
        texts=texts,
        keywords=parts.merged_words(
            vocabulary.words(concepts), parts.organisation_names(organisation)
        ),
        facets={
            "type": ("person",),
            "aspect": vocabulary.aspects(covering),
            **vocabulary.narrowings(concepts),
            "sector": (organisation.sector,) if organisation else (),
            "organisation": (str(organisation.pk),) if organisation else (),
        },
        sort_titles=parts.sort_titles(texts, page.sort_name),
        updated=parts.latest_change(pages.values()),
        visible_until=page.expire_at,
        extra={
            "role": {}
            if "role" in hidden
            else {lang: own.role for lang, own in pages.items() if own.role},
            "organisation": parts.pair(organisation, "name") if organisation else {},
            "competences": [
                {"names": vocabulary.names(row.concept_id), "level": row.level}
                for row in sorted(competences, key=lambda row: -row.level)[:5]
            ],
            "aspects": list(vocabulary.aspects(covering)),
        },
    )


def _text(
    own: PersonPage, lang: str, competences: list[PersonCompetence], hidden: set[str]
) -> DocumentText:
    body = [
        "" if "role" in hidden else own.role,
        parts.plain(own.body),
        *(getattr(row, f"evidence_{lang}") for row in competences),
    ]
    return parts.text_of(own, parts.joined(body))
