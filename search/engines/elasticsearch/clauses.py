"""From a plan to queries that score as ``search.ranking`` says, without scripts.

Each query that scores has a name, by which the server tells what it gave a hit.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from search import ranking
from search.engines.content import STEM_COLUMNS, SYNONYM_COLUMNS, TEXT_COLUMNS
from search.engines.elasticsearch.mapping import UNSCALE, WEIGHTS, name_of, pair
from search.query.plan import Clause, Meaning, Phrase, Plan, Tokens, Word

Query = dict[str, Any]


def any_of(queries: Iterable[Query], **options) -> Query:
    return {"bool": {"should": list(queries), "minimum_should_match": 1, **options}}


def scored(plan: Plan, words: Sequence[Word], meanings: Sequence[Meaning]) -> Query:
    """Everything that finds a document, each part adding what it is worth."""
    found = [_words(words)] if words else []
    found += [_meaning(number, meaning) for number, meaning in enumerate(meanings)]
    parts = []
    if found:
        leanings = [
            {"filter": {"term": {"pairs": pair(facet, value)}}, "weight": factor}
            for facet, value, factor in plan.leanings
        ]
        prior = {"field_value_factor": {"field": "prior", "missing": 1.0}}
        parts.append(
            {
                "function_score": {
                    "query": any_of(found),
                    "functions": [prior, *leanings],
                    "score_mode": "multiply",
                    "boost_mode": "multiply",
                }
            }
        )
    certain = dict(plan.certain)
    for meaning in meanings:
        if meaning.key and meaning.certainty:
            certain.setdefault(meaning.key, meaning.certainty)
    for number, (key, value) in enumerate(certain.items()):
        parts.append(_sure({"term": {"key": key}}, value, f"certain:{number}"))
    if plan.numbers:
        asked = {"terms": {"numbers": list(plan.numbers)}}
        parts.append(_sure(asked, ranking.NUMBER_CERTAINTY, "certain:number"))
    for number, (form, share) in enumerate(plan.names):
        for kind, value in ranking.NAME_CERTAINTY.items():
            asked = {"term": {"names": name_of(kind, form)}}
            parts.append(_sure(asked, value * share, f"certain:name:{number}:{kind}"))
    return any_of(parts) if parts else {"match_none": {}}


def _sure(query: Query, value: float, name: str) -> Query:
    return {"constant_score": {"filter": query, "boost": value, "_name": name}}


def _meaning(number: int, meaning: Meaning) -> Query:
    # A keyword's BM25 is just how rare it is.
    asked = pair(meaning.facet, meaning.value)
    name = f"meaning:{number}"
    return {"term": {"pairs": {"value": asked, "boost": meaning.weight, "_name": name}}}


def _words(words: Sequence[Word]) -> Query:
    """The sum over the words, times togetherness."""
    each = [
        any_of(
            _clause(clause, f"clause:{number}:{place}")
            for place, clause in enumerate(word.clauses)
        )
        for number, word in enumerate(words)
    ]
    whole = any_of(each)
    if not 1 < len(words) <= ranking.MAX_TOGETHER:
        return whole
    functions = [
        {
            "filter": {
                "bool": {
                    "should": [_anywhere(word) for word in words],
                    "minimum_should_match": matched,
                }
            },
            "weight": ranking.togetherness(matched, len(words)),
        }
        for matched in range(len(words), 0, -1)
    ]
    return {
        "function_score": {
            "query": whole,
            "functions": functions,
            "score_mode": "first",
            "boost_mode": "multiply",
        }
    }


def _anywhere(word: Word) -> Query:
    """Whether a document has the word at all."""
    return any_of(query for clause in word.clauses for query in _matching(clause))


def _clause(clause: Clause, name: str) -> Query:
    return any_of(_matching(clause), boost=clause.weight * UNSCALE, _name=name)


def _matching(clause: Clause) -> Iterator[Query]:
    """As the embedded engine asks: a stem that is its own folded form once."""
    single = {tokens[0] for tokens in clause.stems if len(tokens) == 1}
    anywhere = single.intersection(clause.folded)
    columns = SYNONYM_COLUMNS if clause.kind == "synonym" else STEM_COLUMNS
    if anywhere:
        yield _combined(clause.lang, tuple(WEIGHTS), sorted(anywhere))
    if stems := sorted(single - anywhere):
        yield _combined(clause.lang, columns, stems)
    if folded := [form for form in clause.folded if form not in anywhere]:
        yield _combined(clause.lang, ("folded",), folded)
    for tokens in clause.stems:
        if len(tokens) > 1:
            yield _in_a_row(clause.lang, columns, tokens)


def _combined(lang: str, columns: Sequence[str], tokens: Sequence[str]) -> Query:
    return {
        "combined_fields": {
            "query": " ".join(tokens),
            "fields": [f"{lang}.{name}^{WEIGHTS[name]}" for name in columns],
        }
    }


def _in_a_row(lang: str, columns: Sequence[str], tokens: Tokens) -> Query:
    return {
        "multi_match": {
            "query": " ".join(tokens),
            "type": "phrase",
            "fields": [f"{lang}.{name}^{WEIGHTS[name]}" for name in columns],
        }
    }


def holding(phrase: Phrase) -> Query:
    """Documents with the words in a row, in either language."""
    return any_of(_in_a_row(lang, TEXT_COLUMNS, own) for lang, own in phrase.stems)
