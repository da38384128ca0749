"""Recognising concepts in a text: by any label, in any language, inflected.

The longest label wins. A word that holds a label inside (``dagvattenhantering`` holds
``dagvatten``) is recognised too, and said to do only that. A label of several
concepts gives them all: preferred labels before others, then in the order of
``SCHEMES`` and of the tree.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from core.languages import LANGUAGE_CODES
from language import Lexicon, Term, analyze, get_lexicon, is_stop_word, tokenize
from language.gazetteer import Gazetteer, Match, separate
from language.typos import Vocabulary

from .index import ConceptIndex
from .queries import concept_index

#: The vocabularies whose concepts a text may name, in the order of what is meant
#: first.
SCHEMES = ("sustainability", "competences", "districts", "sdg", "phases")
_KINDS = ("pref", "alt", "hidden")

#: Vocabularies whose concepts people name by their numbers, and how.
_NUMBERED = {
    "sdg": {
        "sv": ("mål {}", "delmål {}", "globala mål {}", "globala målen {}", "SDG {}"),
        "en": ("goal {}", "target {}", "global goal {}", "SDG {}"),
    }
}

#: Words that are said of any subject. Alone they name none, although some concept may
#: have them among its labels; only an abbreviation in capitals does (``VA``, ``SKA``).
_GENERAL_WORDS = """
analys arbete design drift expert form fråga försök insats jobb kompetens kunskap
ledning metod minnen område plats process projekt program resor rörelse service
stad stöd studie utveckling va verktyg
analysis area city design development expert knowledge learning management method
place process program project service sharing skill studio study support work
"""
GENERAL = frozenset(_GENERAL_WORDS.split())


@dataclass(frozen=True, slots=True)
class Recognised:
    """A concept that the text names from ``start`` to ``end`` (offsets).

    ``label`` is the label as the vocabulary has it, in ``language``. With ``inside``
    the label is only a part of the word there; with ``hidden`` it is no name of the
    concept, only a word that leads to it.
    """

    concept_id: int
    label: str
    start: int
    end: int
    inside: bool
    language: str
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class _Naming:
    """A label: ``rank`` orders those that are alike."""

    rank: tuple[int, ...]
    concept_id: int
    label: str
    language: str
    hidden: bool = False

    def at(self, start: int, end: int, *, inside: bool = False) -> Recognised:
        return Recognised(
            self.concept_id,
            self.label,
            start,
            end,
            inside,
            self.language,
            self.hidden,
        )


class Recogniser:
    """Knows the labels of one state of the vocabularies. Immutable."""

    def __init__(self, index: ConceptIndex, schemes: Sequence[str] = SCHEMES):
        namings = sorted(_namings(index, schemes), key=lambda naming: naming.rank)
        self._gazetteers = {
            lang: Gazetteer(lang, ((n.label, n) for n in namings if n.language == lang))
            for lang in LANGUAGE_CODES
        }
        words = Counter(
            token.norm
            for naming in namings
            for token in tokenize(naming.label)
            if token.norm.isalpha()
        )
        self._words = Vocabulary(words)

    def nearest(self, word: str) -> str:
        """The word of a label that ``word`` (in lower case) may be a misspelling of;
        empty if there is none."""
        near = self._words.close(word, 1)
        return near[0] if near else ""

    def recognise(self, text: str) -> list[Recognised]:
        """What ``text`` names, in its order; nothing overlaps, but for the concepts
        that share a label or a word that holds them."""
        terms = {lang: separate(analyze(text, lang)) for lang in LANGUAGE_CODES}
        candidates = [
            (match, lang)
            for lang, gazetteer in self._gazetteers.items()
            for match in gazetteer.find(terms[lang])
            if not _is_general(match, terms[lang], text)
        ]
        places = terms[LANGUAGE_CODES[0]]
        # The longest first, and with its marks before without.
        candidates.sort(
            key=lambda found: (
                found[0].first - found[0].last,
                places[found[0].first].start - places[found[0].last].end,
                found[0].folded,
                found[0].first,
            )
        )
        taken: dict[int, tuple[int, int]] = {}
        namings: dict[tuple[int, int], list[_Naming]] = {}
        for match, _lang in candidates:
            span = (match.first, match.last)
            owners = {taken.get(place) for place in range(span[0], span[1] + 1)}
            if owners == {None}:
                taken.update(dict.fromkeys(range(span[0], span[1] + 1), span))
                namings[span] = list(match.values)
            elif owners == {span} and not match.folded:
                namings[span] += match.values
        found = []
        for (first, last), own in namings.items():
            start, end = places[first].start, places[last].end
            found += [naming.at(start, end) for naming in _once(own)]
        for lang, own in terms.items():
            gazetteer = self._gazetteers[lang]
            for place, term in enumerate(own):
                if term.parts and place not in taken:
                    inside = _once(_inside(term, gazetteer))
                    found += [n.at(term.start, term.end, inside=True) for n in inside]
        return sorted(found, key=lambda one: one.start)


def _namings(index: ConceptIndex, schemes: Sequence[str]) -> Iterator[_Naming]:
    for place, concept in enumerate(index):
        current = index.current(concept.id)
        if current is None or current.deprecated or current.scheme not in schemes:
            continue
        for label in concept.labels:
            if label.language in LANGUAGE_CODES:
                rank = (
                    _KINDS.index(label.kind),
                    schemes.index(current.scheme),
                    LANGUAGE_CODES.index(label.language),
                    place,
                )
                yield _Naming(
                    rank,
                    current.id,
                    label.text,
                    label.language,
                    label.kind == "hidden",
                )
        if current.id == concept.id and current.scheme in _NUMBERED:
            for language, ways in _NUMBERED[current.scheme].items():
                rank = (len(_KINDS), schemes.index(current.scheme), 0, place)
                for way in ways:
                    name = way.format(current.notation)
                    yield _Naming(rank, current.id, name, language)


def _is_general(match: Match, terms: Sequence[Term], text: str) -> bool:
    if match.first != match.last:
        return False
    term = terms[match.first]
    word = text[term.start : term.end]
    if not _says_nothing(word.lower()) and term.stem not in _general_stems():
        return False
    written_so = any(naming.label == word for naming in match.values)
    return not (written_so and word.isupper() and len(word) > 1)


def _says_nothing(word: str) -> bool:
    return word in GENERAL or any(is_stop_word(word, lang) for lang in LANGUAGE_CODES)


@cache
def _general_stems() -> frozenset[str]:
    """Inflected they are as general."""
    words = " ".join(sorted(GENERAL))
    return frozenset(
        term.stem for lang in LANGUAGE_CODES for term in analyze(words, lang)
    )


def _inside(term: Term, gazetteer: Gazetteer[_Naming]) -> Iterator[_Naming]:
    """What a compound's parts name; a part of a longer part that does is passed by."""
    named = {
        part: gazetteer.of(part)
        for part in term.parts
        if part not in _general_stems() and not _says_nothing(part)
    }
    # The longest come last. A stem may end otherwise than its word does in the middle.
    longer: list[str] = []
    for part in reversed(term.parts):
        if named.get(part) and not any(part[:-2] in other for other in longer):
            yield from named[part]
            longer.append(part)


def _once(namings: Iterable[_Naming]) -> list[_Naming]:
    """Each concept once, in the stated order."""
    ranked = sorted(namings, key=lambda naming: naming.rank)
    return list({n.concept_id: n for n in reversed(ranked)}.values())[::-1]


_shared: tuple[ConceptIndex, Lexicon, Recogniser] | None = None


def recogniser() -> Recogniser:
    """The recogniser that is true now, made once for each state of the vocabularies
    (at most one query to know that: see :func:`taxonomy.queries.concept_index`)."""
    global _shared
    index, lexicon, shared = concept_index(), get_lexicon(), _shared
    if shared is None or shared[0] is not index or shared[1] is not lexicon:
        shared = _shared = (index, lexicon, Recogniser(index))
    return shared[2]
