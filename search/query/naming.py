"""The concepts that a query names, and what is known of them."""

from collections.abc import Iterator, Sequence

from language import get_lexicon, tokenize
from search.documents.keys import concept_key
from search.query.parts import Part
from taxonomy.models import Label
from taxonomy.queries import concept_index
from taxonomy.recognition import Recognised, recogniser

DISTRICTS = "districts"
#: Of the words that no dictionary has, so many are compared with the labels.
_MOST_MISSPELT = 4
_SHORTEST_MISSPELT = 5


def concepts_in(text: str) -> list[Part]:
    """A part for every concept that the text names; several may share their words.

    A word that is nearly a label's may be a misspelt one: such a part says so.
    """
    known = recogniser()
    parts = [_part(text, found) for found in known.recognise(text)]
    taken = [(part.start, part.end) for part in parts]
    left = _MOST_MISSPELT
    for token in tokenize(text):
        if any(start < token.end and token.start < end for start, end in taken):
            continue
        if left and _may_be_misspelt(token.norm):
            left -= 1
            parts += _nearly(text, token, known.nearest(token.norm))
    return sorted(parts, key=lambda part: part.start)


def _may_be_misspelt(word: str) -> bool:
    return (
        len(word) >= _SHORTEST_MISSPELT
        and word.isalpha()
        and not get_lexicon().knows(word)
    )


def _nearly(text: str, token, word: str) -> Iterator[Part]:
    """What the text names if ``token`` is written as ``word``."""
    if not word:
        return
    changed = text[: token.start] + word + text[token.end :]
    longer = len(word) - (token.end - token.start)
    for found in recogniser().recognise(changed):
        if found.start <= token.start and token.start + len(word) <= found.end:
            end = found.end - longer
            yield _part(text, found, end=end, misspelt=text[token.start : token.end])


def _part(text: str, found: Recognised, *, end: int = 0, misspelt: str = "") -> Part:
    concept = concept_index()[found.concept_id]
    end = end or found.end
    return Part(
        kind="district" if concept.scheme == DISTRICTS else "concept",
        value=concept.identifier,
        text=text[found.start : end],
        start=found.start,
        end=end,
        inside=found.inside,
        loose=found.hidden,
        key=concept_key(concept.id),
        misspelt=misspelt,
    )


class _Thesaurus:
    """See :class:`search.query.planning.Thesaurus`."""

    def labels(self, identifier: str) -> Sequence[tuple[str, str]]:
        concept = self._find(identifier)
        labels = concept.labels if concept else ()
        return [(x.language, x.text) for x in labels if x.kind != Label.Kind.HIDDEN]

    def related(self, identifier: str) -> Sequence[str]:
        concept, index = self._find(identifier), concept_index()
        if concept is None:
            return ()
        ties = [*index.related(concept.id), *index.related_from(concept.id)]
        return [
            other.identifier
            for other in ties
            if not other.deprecated and other.scheme != "sdg"
        ]

    def _find(self, identifier: str):
        scheme, _colon, notation = identifier.partition(":")
        return concept_index().find(scheme, notation)


thesaurus = _Thesaurus()
