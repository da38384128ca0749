"""How good suggested tags are: against tags that editors chose, and against the
subjects that researchers chose.

*Precision* is the share of what is suggested that is right, *recall* the share of
what is right that is suggested; both over all projects taken together.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256

from projects.importers.swecris.parsing import parse_row
from projects.importers.swecris.rows import ProjectRow, TextRow
from projects.queries import public_sources
from taxonomy.index import ConceptIndex
from taxonomy.queries import concept_index
from taxonomy.recognition import Recogniser, recogniser

from .suggesting import SCHEME, WEIGHTS, Weights, is_tag, suggest_tags
from .texts import plain, texts_of

Texts = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Case:
    """A project's texts in one language, and the tags that are right (ids)."""

    key: str
    texts: Texts
    right: frozenset[int]

    @property
    def is_for_tuning(self) -> bool:
        """Half of the projects; the others are for reporting only."""
        return sha256(self.key.encode()).digest()[0] % 2 == 0


@dataclass(frozen=True, slots=True)
class Figures:
    """``suggested``, ``right`` and ``hits`` count tags, ``cases`` texts."""

    cases: int
    suggested: int
    right: int
    hits: int

    @property
    def precision(self) -> float:
        return self.hits / self.suggested if self.suggested else 0.0

    @property
    def recall(self) -> float:
        return self.hits / self.right if self.right else 0.0

    @property
    def f1(self) -> float:
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def measure(
    cases: Iterable[Case],
    *,
    weights: Weights = WEIGHTS,
    suggest: Callable = suggest_tags,
) -> Figures:
    concepts, knows = concept_index(), recogniser()
    count = suggested = right = hits = 0
    for case in cases:
        found = suggest(
            case.texts, recogniser=knows, concepts=concepts, weights=weights
        )
        own = {suggestion.concept.id for suggestion in found}
        count += 1
        suggested += len(own)
        right += len(case.right)
        hits += len(own & case.right)
    return Figures(count, suggested, right, hits)


def tagged_projects(languages: Iterable[str] = ("sv", "en")) -> Iterator[Case]:
    """The site's public projects that have tags, one case for each language page."""
    concepts = concept_index()
    for source in public_sources():
        right = frozenset(
            tag.pk for tag in source.tags.all() if is_tag(concepts[tag.pk])
        )
        if not right:
            continue
        for page in (source, *source.siblings):
            if page.locale.language_code in languages:
                yield Case(str(source.slug), texts_of(page), right)


def subject_projects(rows: Iterable[object]) -> Iterator[Case]:
    """Swecris' projects with a subject whose name says a tag.

    The name of a research subject is read as a text is: what tags it names, itself
    or by a related competence, is right. That is a stand-in for tags, not the same:
    a subject says which science a project belongs to, not all that it is about.
    """
    concepts, knows = concept_index(), recogniser()
    named: dict[str, frozenset[int]] = {}
    for raw in rows:
        row = parse_row(raw).row
        if row is None:
            continue
        right = frozenset().union(
            *(
                _tags_named(name, named, knows, concepts)
                for path in row.subjects
                for name in (path[-1].name_sv, path[-1].name_en)
            )
        )
        texts = _texts_of_row(row)
        if right and texts:
            yield Case(row.key, texts, right)


def _tags_named(
    name: str, named: dict, knows: Recogniser, concepts: ConceptIndex
) -> frozenset[int]:
    if name not in named:
        found = {
            tag.id
            for one in knows.recognise(name)
            if not one.inside and not one.hidden
            for tag in (
                concepts[one.concept_id],
                *concepts.related(one.concept_id, SCHEME),
            )
            if is_tag(tag)
        }
        named[name] = frozenset(found)
    return named[name]


def _texts_of_row(row: ProjectRow) -> Texts:
    """Of the source language's texts; none if there is only a title."""
    text: TextRow = row.texts[0]
    rich = (text.purpose, text.results, text.approach, text.body)
    body = [("body", plain(html)) for html in rich if html]
    if not body and not text.summary:
        return []
    return [("title", text.title), ("summary", text.summary), *body]
