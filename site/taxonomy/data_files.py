"""Reading the vocabularies that the project ships (``taxonomy/data/*.json``).

One file per scheme; ``_source`` says where its facts come from and on which
terms. A concept is ``{"id", "sv": [preferred, other, …], "en": […]}`` and, where
they apply, ``level``, ``aspect`` (else the broader concept's), ``definition_sv``,
``definition_en``, ``uri``, ``details``, ``related`` (``"scheme:id"``) and
``narrower``: the tree of the file is the tree of the vocabulary, its order the
order that people see.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

DATA = Path(__file__).parent / "data"

KNOWN_KEYS = {
    "id", "level", "aspect", "sv", "en", "definition_sv", "definition_en",
    "uri", "details", "related", "narrower",
}  # fmt: skip


class VocabularyError(ValueError):
    """A data file says something that cannot be loaded."""


@dataclass(frozen=True)
class ConceptFacts:
    notation: str
    broader: str | None
    order: int
    #: Language code → texts, the preferred one first.
    labels: dict[str, list[str]]
    level: str = ""
    aspect: str = ""
    uri: str = ""
    definition_sv: str = ""
    definition_en: str = ""
    details: dict = field(default_factory=dict)
    #: (scheme slug, notation) of what it is related to.
    related: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class SchemeFacts:
    slug: str
    title: dict[str, str]
    uri: str
    source: str
    #: A broader concept stands before its narrower ones.
    concepts: tuple[ConceptFacts, ...]


def read_scheme(path: Path) -> SchemeFacts:
    data = json.loads(path.read_text(encoding="utf-8"))
    concepts = tuple(_walk(data["concepts"], broader=None))
    notations = [concept.notation for concept in concepts]
    if twice := {n for n in notations if notations.count(n) > 1}:
        raise VocabularyError(f"{path.name}: {', '.join(sorted(twice))} stands twice")
    return SchemeFacts(
        slug=data["slug"],
        title=data["title"],
        uri=data["uri"],
        source=data["_source"],
        concepts=concepts,
    )


def read_schemes(folder: Path = DATA) -> dict[str, SchemeFacts]:
    """Every shipped scheme by slug, in the order of the files' names."""
    schemes = (read_scheme(path) for path in sorted(folder.glob("*.json")))
    return {scheme.slug: scheme for scheme in schemes}


def _walk(nodes: list[dict], broader: ConceptFacts | None) -> Iterator[ConceptFacts]:
    for order, node in enumerate(nodes):
        if unknown := node.keys() - KNOWN_KEYS:
            raise VocabularyError(f"{node.get('id')}: unknown {sorted(unknown)}")
        concept = ConceptFacts(
            notation=node["id"],
            broader=broader.notation if broader else None,
            order=order,
            labels={"sv": node["sv"], "en": node["en"]},
            level=node.get("level", ""),
            aspect=node.get("aspect", broader.aspect if broader else ""),
            uri=node.get("uri", ""),
            definition_sv=node.get("definition_sv", ""),
            definition_en=node.get("definition_en", ""),
            details=node.get("details", {}),
            related=tuple(
                tuple(reference.split(":", 1)) for reference in node.get("related", ())
            ),
        )
        yield concept
        yield from _walk(node.get("narrower", []), concept)
