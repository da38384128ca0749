"""A query's words for the marks in a text."""

from language import LANGUAGES, Term, analyze_query, weighted_terms


def terms_of(text: str) -> dict[str, tuple[Term, ...]]:
    """The words that count, in each language: a reader may write either."""
    return {
        lang: tuple(weighted_terms(analyze_query(text, lang))) for lang in LANGUAGES
    }
