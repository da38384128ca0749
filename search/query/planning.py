"""From a query and what was understood of it to a plan."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from language import LANGUAGES, analyze
from search import ranking
from search.documents.keys import organisation_key, person_key
from search.query.parts import Part
from search.query.plan import Meaning, Phrase, Plan, Tokens, Word
from search.query.terms import numbers_of
from search.query.words import (
    Synonyms,
    Translate,
    no_synonyms,
    no_translation,
    synonym_clauses,
    words_of,
)

#: From a concept's identifier to its labels, each with its language.
Labels = Callable[[str], Sequence[tuple[str, str]]]

_SILENT = ("excluded", "people")


def no_labels(identifier: str) -> Sequence[tuple[str, str]]:
    return ()


def plan_of(
    text: str,
    lang: str,
    parts: Iterable[Part] = (),
    *,
    pinned: Sequence[str] = (),
    translate: Translate = no_translation,
    synonyms: Synonyms = no_synonyms,
    labels: Labels = no_labels,
) -> Plan:
    """The plan for a cleaned text, of which ``parts`` were understood and hold.

    ``pinned`` are keys of documents that editors put first, in their order.
    """
    parts = tuple(parts)
    silent = [(part.start, part.end) for part in parts if part.kind in _SILENT]
    words = words_of(text, lang, silent, translate, synonyms)
    concepts = [part for part in parts if part.kind in ("concept", "district")]
    return Plan(
        words=_with_labels(words, concepts, labels, lang),
        phrases=tuple(phrase_of(p.value) for p in parts if p.kind == "phrase"),
        excluded=tuple(phrase_of(p.value) for p in parts if p.kind == "excluded"),
        numbers=numbers_of(text),
        meanings=(
            *(
                Meaning(
                    "inside" if part.inside else part.kind,
                    part.text,
                    "concept",
                    part.value,
                )
                for part in concepts
            ),
            *(
                Meaning("organisation", part.text, "organisation", part.value)
                for part in parts
                if part.kind == "organisation"
            ),
        ),
        certain=(*_certain(parts), *_pins(pinned)),
        leanings=(("type", "person", ranking.PEOPLE_LEANING),)
        if any(part.kind == "people" for part in parts)
        else (),
    )


def phrase_of(text: str) -> Phrase:
    """The words of ``text`` in a row, as each language stems them."""
    stems = {code: stems_of(text, code) for code in LANGUAGES}
    return Phrase(text, tuple((code, own) for code, own in stems.items() if own))


def stems_of(text: str, lang: str) -> Tokens:
    return tuple(term.stem for term in analyze(text, lang))


def _with_labels(
    words: tuple[Word, ...], concepts: Sequence[Part], labels: Labels, lang: str
) -> tuple[Word, ...]:
    """A concept's other labels stand beside the first word that named it."""
    result = []
    for word in words:
        named = [
            (code, stems_of(label, code))
            for part in concepts
            if part.start <= word.start < part.end and not part.inside
            for code, label in labels(part.value)
        ]
        if named:
            concepts = [p for p in concepts if not p.start <= word.start < p.end]
            clauses = synonym_clauses(named, lang)
            word = replace(word, clauses=(*word.clauses, *clauses))
        result.append(word)
    return tuple(result)


def _certain(parts: Sequence[Part]) -> Iterable[tuple[str, float]]:
    for part in parts:
        if part.kind == "person":
            yield person_key(part.value), ranking.PERSON_CERTAINTY
        elif part.kind == "organisation":
            yield organisation_key(int(part.value)), ranking.ORGANISATION_CERTAINTY


def _pins(pinned: Sequence[str]) -> Iterable[tuple[str, float]]:
    for place, key in enumerate(pinned):
        yield key, ranking.PIN_CERTAINTY - place
