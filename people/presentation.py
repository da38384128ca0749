"""What a profile's page shows, read with a constant number of queries."""

from dataclasses import dataclass

from core.children import load_children
from taxonomy.index import IndexedConcept
from taxonomy.models import Aspect
from taxonomy.queries import concept_index

from .models.records import LegalBasis
from .shown_organisations import shown_organisations

ROWS = ("competences", "sources")
LINKS = ("tags", "subjects", "districts")


@dataclass(frozen=True, slots=True)
class ShownCompetence:
    """A competence that the person shows: the row, and what it is."""

    row: object
    concept: IndexedConcept


def carried_aspects(concepts: list[IndexedConcept]) -> list[tuple[str, str]]:
    """(aspect, its name) for what the person's shown knowledge bears on."""
    carried = {concept.aspect for concept in concepts}
    return [
        (aspect.value, aspect.label)
        for aspect in Aspect
        if aspect in carried and aspect != Aspect.CROSSCUTTING
    ]


def person_context(page) -> dict:
    """Everything ``pages/person.html`` needs beside the page itself.

    A hidden field is not in the context at all: no template can show it by
    mistake.
    """
    facts, concepts = page.facts, concept_index()
    ids = load_children(facts, ROWS, LINKS)
    linked = {
        name: [concept for concept in concepts if concept.id in set(ids[name])]
        for name in LINKS
    }
    competences = [
        ShownCompetence(row, concept)
        for row in page.shown_competences()
        if (concept := concepts.get(row.concept_id)) is not None
    ]
    organisation = None
    if page.shows("organisation"):
        found = shown_organisations(
            [facts.organisation_id], visible=page.visible, locale_id=page.locale_id
        )
        organisation = found.get(facts.organisation_id)
    return {
        "competences": competences,
        "aspects": carried_aspects(
            [*(shown.concept for shown in competences), *linked["tags"]]
        ),
        "subjects": [*linked["tags"], *linked["subjects"]],
        "sources": list(facts.sources.all()),
        "born": facts.born,
        "died": facts.died,
        "organisation": organisation,
        "role": page.role if page.shows("role") else "",
        "photo": facts.photo if page.shows("photo") else None,
        "orcid": facts.orcid if page.shows("orcid") else "",
        "districts": linked["districts"] if page.shows("districts") else [],
        "languages": facts.language_names if page.shows("languages") else [],
        "offers": facts.offer_names if page.shows("offers") else [],
        "is_historical": page.record is not None
        and page.record.legal_basis == LegalBasis.DECEASED,
    }
