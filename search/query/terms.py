"""A query's words for the marks in a text, and its case numbers."""

from language import LANGUAGES, Term, analyze_query, weighted_terms
from projects.case_numbers import normalise_case_number


def terms_of(text: str) -> dict[str, tuple[Term, ...]]:
    """The words that count, in each language: a reader may write either."""
    return {
        lang: tuple(weighted_terms(analyze_query(text, lang))) for lang in LANGUAGES
    }


def numbers_of(text: str) -> tuple[str, ...]:
    """Normalised candidates: whether any is a number that exists, the index knows."""
    candidates = [text, *text.split()]
    numbers = (
        normalise_case_number(candidate.strip("\"'.,;:()?!"))
        for candidate in candidates
        if any(char.isdigit() for char in candidate) and len(candidate) <= 80
    )
    return tuple(dict.fromkeys(number for number in numbers if len(number) > 2))
