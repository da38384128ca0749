"""The words that engines match for a query, the same for every engine."""

from dataclasses import dataclass

from language import LANGUAGES, Term, analyze_query, weighted_terms
from projects.case_numbers import normalise_case_number


@dataclass(frozen=True, slots=True)
class QueryTerms:
    """A query's words in each language, and the case numbers it may hold.

    A reader may write either language in either interface, so the text is analysed
    in both. ``numbers`` are normalised candidates: whether any is a number that
    exists, the index knows.
    """

    by_language: dict[str, tuple[Term, ...]]
    numbers: tuple[str, ...]

    def __bool__(self) -> bool:
        return any(self.by_language.values()) or bool(self.numbers)


def terms_of(text: str) -> QueryTerms:
    """The terms of a cleaned text. Stop words count only when nothing else is left."""
    return QueryTerms(
        by_language={
            lang: tuple(_once(weighted_terms(analyze_query(text, lang))))
            for lang in LANGUAGES
        },
        numbers=_numbers(text),
    )


def _once(terms: list[Term]) -> list[Term]:
    """A word said twice does not weigh double."""
    return list({term.stem: term for term in reversed(terms)}.values())[::-1]


def _numbers(text: str) -> tuple[str, ...]:
    candidates = [text, *text.split()]
    numbers = (
        normalise_case_number(candidate.strip("\"'.,;:()?!"))
        for candidate in candidates
        if any(char.isdigit() for char in candidate) and len(candidate) <= 80
    )
    return tuple(dict.fromkeys(number for number in numbers if len(number) > 2))
