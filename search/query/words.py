"""The words of a query, each with every way to find it."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from language import LANGUAGES, Term, analyze_query, get_lexicon
from language.derivations import relatives
from search import ranking
from search.query.plan import Clause, Tokens, Word

#: From a stem and its language to stems of the other, each with its certainty.
Translate = Callable[[str, str], Sequence[tuple[str, float]]]


def no_translation(stem: str, lang: str) -> Sequence[tuple[str, float]]:
    return ()


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
        # A sign that Unicode calls a letter may leave nothing to look for.
        if term.stem and not any(start <= term.start < end for start, end in silent)
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
                start=own.start,
                clauses=tuple(_clauses(terms, main, translate, only_word)),
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
        if not term.stem:
            continue
        share = 1.0 if code == main else ranking.OTHER_LANGUAGE
        if not term.stop or only_word or code == main:
            yield Clause("word", code, ((term.stem,),), (term.folded,), share)
            if term.parts:
                parts = tuple((part,) for part in dict.fromkeys(term.parts))
                yield Clause("part", code, parts, (), share * weights["part"])
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


def synonym_clauses(
    synonyms: Iterable[tuple[str, Tokens]], main: str
) -> Iterable[Clause]:
    """Words in a row that mean the same as a word or more of the query."""
    by_language: dict[str, dict[Tokens, None]] = defaultdict(dict)
    for code, tokens in synonyms:
        by_language[code][tokens] = None
    for code, alternatives in by_language.items():
        share = 1.0 if code == main else ranking.OTHER_LANGUAGE
        weight = share * ranking.KIND_WEIGHTS["synonym"]
        yield Clause("synonym", code, tuple(alternatives), (), weight)
