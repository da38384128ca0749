"""What an engine is asked to do for a query: words, conditions and leanings.

Everything that depends on language or meaning is decided here; an engine only
matches tokens, counts, and adds up as ``search.ranking`` says.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from language import LANGUAGES, Term, analyze, analyze_query, get_lexicon
from language.derivations import relatives
from search import ranking
from search.query.terms import numbers_of

#: Tokens that must follow each other; mostly one.
Tokens = tuple[str, ...]
#: From a stem and its language to stems of the other, each with its certainty.
Translate = Callable[[str, str], Sequence[tuple[str, float]]]


def no_translation(stem: str, lang: str) -> Sequence[tuple[str, float]]:
    return ()


@dataclass(frozen=True, slots=True)
class Clause:
    """Tokens of one language, any of which will do, each worth ``weight``.

    ``stems`` are looked for in the fields of stems and parts, ``folded`` among the
    folded forms.
    """

    kind: str
    lang: str
    stems: tuple[Tokens, ...]
    folded: tuple[str, ...] = ()
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the query and every way to find it.

    ``stems`` are by language. ``correct`` is a word that a dictionary has, or one put
    together of such words: if no text has it, it is not misspelt for all that.
    """

    text: str
    clauses: tuple[Clause, ...]
    stems: tuple[tuple[str, str], ...] = ()
    correct: bool = False


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words in a row, in the stems of each language."""

    text: str
    stems: tuple[tuple[str, Tokens], ...]


@dataclass(frozen=True, slots=True)
class Meaning:
    """Documents with this facet value are about what the query names."""

    name: str
    text: str
    facet: str
    value: str

    @property
    def weight(self) -> float:
        """What it is worth, in units of how rare the facet value is."""
        return ranking.MEANING_WEIGHTS[self.name]


@dataclass(frozen=True, slots=True)
class Plan:
    """What to match. Documents that hold any word, meaning or certain key are found,
    if they hold every phrase and nothing excluded; all are if nothing is asked for.

    ``certain`` maps a document's key to what is added to its score. ``leanings`` are
    (facet, value, factor).
    """

    words: tuple[Word, ...] = ()
    phrases: tuple[Phrase, ...] = ()
    excluded: tuple[Phrase, ...] = ()
    numbers: tuple[str, ...] = ()
    meanings: tuple[Meaning, ...] = ()
    certain: tuple[tuple[str, float], ...] = ()
    leanings: tuple[tuple[str, str, float], ...] = ()

    @property
    def asks(self) -> bool:
        """Whether anything can match at all, or everything does."""
        return bool(self.words or self.numbers or self.meanings or self.certain)


def _written_in(analysed: Mapping[str, Sequence[Term]], lang: str) -> str:
    """The reader's language, unless the query's small words are the other's."""
    return max(
        LANGUAGES,
        key=lambda code: (sum(term.stop for term in analysed[code]), code == lang),
    )


def words_of(
    text: str,
    lang: str,
    silent: Iterable[tuple[int, int]] = (),
    translate: Translate = no_translation,
) -> tuple[Word, ...]:
    """The words of a query that count, each once, with every way to find them.

    ``silent`` are spans of the text whose words do not count: what is excluded, and
    "who knows". Stop words count only when nothing else is left.
    """
    silent = tuple(silent)
    analysed = {code: analyze_query(text, code) for code in LANGUAGES}
    main = _written_in(analysed, lang)
    places = [
        place
        for place, term in enumerate(analysed[main])
        if not any(start <= term.start < end for start, end in silent)
    ]
    counting = [place for place in places if not analysed[main][place].stop] or places
    found: dict[str, Word] = {}
    for place in counting:
        terms = {code: analysed[code][place] for code in LANGUAGES}
        only_word = len(counting) == 1
        own = terms[main]
        found.setdefault(
            own.stem,
            Word(
                text=text[own.start : own.end],
                clauses=tuple(_clauses(terms, main, translate, only_word)),
                stems=tuple((code, term.stem) for code, term in terms.items()),
                correct=_is_correct(text[own.start : own.end], own),
            ),
        )
    return tuple(found.values())


def _is_correct(word: str, term: Term) -> bool:
    return (
        bool(term.parts) or not term.stem.isalpha() or get_lexicon().knows(word.lower())
    )


def _clauses(
    terms: dict[str, Term], main: str, translate: Translate, only_word: bool
) -> Iterable[Clause]:
    weights = ranking.KIND_WEIGHTS
    sure: dict[tuple[str, float], dict[Tokens, None]] = defaultdict(dict)
    for code, term in terms.items():
        share = 1.0 if code == main else ranking.OTHER_LANGUAGE
        if not term.stop or only_word or code == main:
            stems = dict.fromkeys((stem,) for stem in (term.stem, *term.parts))
            yield Clause("word", code, tuple(stems), (term.folded,), share)
        own = {term.stem, *term.parts}
        if code == "sv":
            kin = dict.fromkeys(other for stem in own for other in relatives(stem))
            kin = tuple((stem,) for stem in kin if stem not in own)
            if kin:
                yield Clause("related", code, kin, (), share * weights["related"])
        if code == main:
            for stem in (term.stem, *term.parts):
                for other, certainty in translate(stem, code):
                    # Few different weights, so that few questions are asked.
                    rounded = max(round(certainty * 4), 1) / 4
                    sure[_other(code), rounded][(other,)] = None
    for (code, certainty), stems in sure.items():
        weight = weights["translation"] * certainty
        yield Clause("translation", code, tuple(stems), (), weight)


def _other(lang: str) -> str:
    return next(code for code in LANGUAGES if code != lang)


def phrase_of(text: str) -> Phrase:
    """The words of ``text`` in a row, as each language stems them."""
    stems = {
        code: tuple(term.stem for term in analyze(text, code)) for code in LANGUAGES
    }
    return Phrase(text, tuple((code, own) for code, own in stems.items() if own))


def plan_of(text: str, lang: str, translate: Translate = no_translation) -> Plan:
    """The plan for a cleaned text."""
    return Plan(words=words_of(text, lang, (), translate), numbers=numbers_of(text))
