"""Reading the vocabularies that the project ships (``taxonomy/data/*.json``).

One file per scheme; ``_source`` says where its facts come from and on which
terms. A concept is ``{"id", "sv": [preferred, other, …], "en": […]}`` and, where
they apply, ``level``, ``aspect`` (else the broader concept's), ``definition_sv``,
``definition_en``, ``uri``, ``details``, ``related`` (``"scheme:id"``) and
``narrower``: the tree of the file is the tree of the vocabulary, its order the
order that people see.

``everyday/words.json`` has words by ``"scheme:id"`` and language that lead to a
concept without being its name: what those say who do not know the name. They become
hidden labels.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

DATA = Path(__file__).parent / "data"
EVERYDAY = "everyday/words.json"

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
    #: Language code → words that are searched for and never shown.
    hidden: dict[str, list[str]] = field(default_factory=dict)
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


def read_scheme(path: Path, everyday: dict | None = None) -> SchemeFacts:
    data = json.loads(path.read_text(encoding="utf-8"))
    concepts = tuple(
        _with_hidden(
            concept, (everyday or {}).pop(f"{data['slug']}:{concept.notation}", {})
        )
        for concept in _walk(data["concepts"], broader=None)
    )
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
    everyday = _read_everyday(folder / EVERYDAY)
    schemes = [read_scheme(path, everyday) for path in sorted(folder.glob("*.json"))]
    if everyday:
        raise VocabularyError(f"{EVERYDAY}: no concept is called {sorted(everyday)}")
    return {scheme.slug: scheme for scheme in schemes}


def _read_everyday(path: Path) -> dict[str, dict[str, list[str]]]:
    if not path.exists():
        return {}
    data = json.loads(path.read_text(encoding="utf-8"))
    return {name: words for name, words in data.items() if name != "_source"}


def _with_hidden(concept: ConceptFacts, words: dict[str, list[str]]) -> ConceptFacts:
    """Without those that are names of the concept anyway."""
    hidden = {}
    for language, texts in words.items():
        names = {name.casefold() for name in concept.labels[language]}
        hidden[language] = [text for text in texts if text.casefold() not in names]
    return replace(concept, hidden=hidden)


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
