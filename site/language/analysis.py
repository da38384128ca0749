"""What an engine stores and looks for, in place of the words of a text.

One analysis serves every engine, for text and for queries alike. Languages are ``sv``
and ``en``; any other is analysed as Swedish, the site's first language.
"""

from typing import NamedTuple

from language.folding import index_safe
from language.stopwords import is_stop_word
from language.tokens import norms, tokenize
from language.words import english_word, folded_swedish, swedish_word

LANGUAGES = ("sv", "en")


class Term(NamedTuple):
    """One word of a text or query, ready to be matched.

    ``stem`` unites a word's inflections. ``folded`` is the same without marks, for
    those who cannot type å, ä and ö, and should weigh less than ``stem``. ``parts``
    are the stems of a compound's parts, in order, both the smallest and the known
    compounds among them; empty for words that are none. ``position`` counts tokens
    from 0; ``start`` and ``end`` are offsets in the text. ``stop`` is told for
    queries only.
    """

    stem: str
    folded: str
    parts: tuple[str, ...]
    position: int
    start: int
    end: int
    stop: bool = False


class IndexTokens(NamedTuple):
    """The tokens of a text for an engine's fields.

    Each is one word for a whitespace tokenizer and for SQLite's
    ``unicode61 remove_diacritics 0 tokenchars '-_.'``; ``folding.index_safe`` says
    which characters can appear. ``stems`` and the beginning of ``folded`` go in the
    order of the text, one for each token; ``folded`` goes on with the folded
    ``parts``, so that ``miljo`` finds ``kulturmiljö``. ``written`` has the words of
    letters once each, as they are written: what a misspelt word may have been.
    """

    stems: list[str]
    folded: list[str]
    parts: list[str]
    written: list[str]


def analyze(text: str, lang: str) -> list[Term]:
    """The terms of ``text``, one for each of its tokens."""
    understand = english_word if lang == "en" else swedish_word
    terms = []
    for position, token in enumerate(tokenize(text)):
        stem, folded, parts = understand(token.norm)
        terms.append(Term(stem, folded, parts, position, token.start, token.end))
    return terms


def analyze_query(text: str, lang: str) -> list[Term]:
    """The terms of a query, each with its ``stop`` told."""
    norms = [token.norm for token in tokenize(text)]
    return [
        term._replace(stop=is_stop_word(norm, lang))
        for term, norm in zip(analyze(text, lang), norms, strict=True)
    ]


def weighted_terms(terms: list[Term]) -> list[Term]:
    """The terms that count: without stop words, unless they are all there is."""
    return [term for term in terms if not term.stop] or terms


def index_tokens(text: str, lang: str) -> IndexTokens:
    """The tokens that an engine stores for ``text``."""
    understand = english_word if lang == "en" else swedish_word
    written = norms(text)
    words = [understand(norm) for norm in written]
    # Only Swedish words have parts.
    parts = [part for word in words for part in word.parts]
    return IndexTokens(
        stems=[word.stem for word in words],
        folded=[word.folded for word in words]
        + [folded_swedish(part) for part in parts],
        parts=parts,
        written=[index_safe(norm) for norm in dict.fromkeys(written) if norm.isalpha()],
    )
