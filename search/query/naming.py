"""The concepts that a query names, and what else they are called."""

from collections.abc import Sequence

from search.documents.keys import concept_key
from search.query.parts import Part
from taxonomy.queries import concept_index
from taxonomy.recognition import recogniser

DISTRICTS = "districts"


def concepts_in(text: str) -> list[Part]:
    """A part for every concept that the text names; several may share their words."""
    index = concept_index()
    parts = []
    for found in recogniser().recognise(text):
        concept = index[found.concept_id]
        parts.append(
            Part(
                kind="district" if concept.scheme == DISTRICTS else "concept",
                value=concept.identifier,
                text=text[found.start : found.end],
                start=found.start,
                end=found.end,
                inside=found.inside,
                key=concept_key(concept.id),
            )
        )
    return parts


def labels_of(identifier: str) -> Sequence[tuple[str, str]]:
    """Every label of a concept, each with its language."""
    scheme, _colon, notation = identifier.partition(":")
    concept = concept_index().find(scheme, notation)
    if concept is None:
        return ()
    return [(label.language, label.text) for label in concept.labels]
