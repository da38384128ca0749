"""From a query and what was understood of it to a plan."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Protocol

from language import LANGUAGES, analyze
from search import ranking
from search.query.parts import Part
from search.query.plan import Meaning, Phrase, Plan, Tokens, Word
from search.query.understanding import Understanding, understand
from search.query.words import Translate, no_translation, synonym_clauses, words_of


class Thesaurus(Protocol):
    """What is known of a concept, by its identifier (``scheme:notation``)."""

    def labels(self, identifier: str) -> Sequence[tuple[str, str]]:
        """Every name, each with its language first."""

    def related(self, identifier: str) -> Sequence[str]:
        """The identifiers of what is tied to it without being broader or narrower."""


def plan_of(
    text: str,
    lang: str,
    understood: Understanding | None = None,
    *,
    pinned: Sequence[str] = (),
    translate: Translate = no_translation,
    thesaurus: Thesaurus | None = None,
) -> Plan:
    """The plan for a cleaned text and what was understood of it.

    ``pinned`` are keys of documents that editors put first, in their order.
    """
    understood = understood or understand(text, lang)
    parts = understood.parts
    words = words_of(text, lang, understood.silent, translate)
    concepts = [part for part in parts if part.kind in ("concept", "district")]
    if thesaurus:
        words = _with_labels(words, concepts, thesaurus, lang)
    asks_for_people = any(part.kind == "people" for part in parts)
    return Plan(
        words=words,
        phrases=tuple(phrase_of(p.value) for p in parts if p.kind == "phrase"),
        excluded=tuple(phrase_of(p.value) for p in parts if p.kind == "excluded"),
        numbers=tuple(dict.fromkeys(part.value for part in understood.numbers)),
        names=_names(understood.names, words),
        meanings=tuple(_meanings(concepts, thesaurus)),
        certain=tuple(_pins(pinned)),
        leanings=(("type", "person", ranking.PEOPLE_LEANING),)
        if asks_for_people
        else (),
    )


def _meanings(
    concepts: Sequence[Part], thesaurus: Thesaurus | None
) -> Iterator[Meaning]:
    """Each concept once, though several words may name it; then what is related."""
    named = {part.value: part for part in reversed(concepts)}
    for part in named.values():
        yield Meaning(
            _strength(part), part.text, "concept", part.value, part.key, part.misspelt
        )
    if thesaurus:
        related = {
            identifier: part
            for part in named.values()
            if _is_named(part)
            for identifier in thesaurus.related(part.value)
        }
        for identifier, part in related.items():
            if identifier not in named:
                yield Meaning("related", part.text, "concept", identifier)


def _strength(part: Part) -> str:
    """The name among ``ranking.MEANING_WEIGHTS`` of how surely the part is meant."""
    if part.misspelt:
        return "misspelt"
    if part.inside:
        return "inside"
    if part.loose:
        return "place" if part.kind == "district" else "loose"
    return part.kind


def _is_named(part: Part) -> bool:
    return _strength(part) == part.kind


def _names(
    parts: Sequence[Part], words: Sequence[Word]
) -> tuple[tuple[str, float], ...]:
    """Each name, and the share of the words that it is made of."""
    shares: dict[str, float] = {}
    for part in parts:
        inside = sum(part.start <= word.start < part.end for word in words)
        share = inside / len(words) if words else 1.0
        shares[part.value] = max(share, shares.get(part.value, 0.0))
    return tuple(shares.items())


def phrase_of(text: str) -> Phrase:
    """The words of ``text`` in a row, as each language stems them."""
    stems = {code: stems_of(text, code) for code in LANGUAGES}
    return Phrase(text, tuple((code, own) for code, own in stems.items() if own))


def stems_of(text: str, lang: str) -> Tokens:
    return tuple(term.stem for term in analyze(text, lang) if term.stem)


def _with_labels(
    words: tuple[Word, ...], concepts: Sequence[Part], thesaurus: Thesaurus, lang: str
) -> tuple[Word, ...]:
    """A concept's other labels stand beside the first word that named it."""
    concepts = [part for part in concepts if _is_named(part)]
    result = []
    for word in words:
        named = [
            (code, stems_of(label, code))
            for part in concepts
            if part.start <= word.start < part.end
            for code, label in thesaurus.labels(part.value)
        ]
        if named:
            concepts = [p for p in concepts if not p.start <= word.start < p.end]
            clauses = synonym_clauses(named, lang)
            word = replace(word, clauses=(*word.clauses, *clauses))
        result.append(word)
    return tuple(result)


def _pins(pinned: Sequence[str]) -> Iterable[tuple[str, float]]:
    for place, key in enumerate(pinned):
        yield key, ranking.PIN_CERTAINTY - place
