"""How words are understood, in Swedish and English: no framework, no engine.

Everything that others use is named here; importing it does no work.
"""

from language.analysis import (
    LANGUAGES,
    IndexTokens,
    Term,
    analyze,
    analyze_query,
    index_tokens,
    weighted_terms,
)
from language.folding import fold, index_safe
from language.highlight import highlight
from language.lexicon import Lexicon, get_lexicon, set_lexicon
from language.sorting import initial, sort_key
from language.stopwords import is_stop_word
from language.tokens import MAX_TOKEN, Token, tokenize
from language.typos import (
    Vocabulary,
    close_terms,
    edit_distance,
    edit_distance_at_most,
)

__all__ = [
    "LANGUAGES",
    "MAX_TOKEN",
    "IndexTokens",
    "Lexicon",
    "Term",
    "Token",
    "Vocabulary",
    "analyze",
    "analyze_query",
    "close_terms",
    "edit_distance",
    "edit_distance_at_most",
    "fold",
    "get_lexicon",
    "highlight",
    "index_safe",
    "index_tokens",
    "initial",
    "is_stop_word",
    "set_lexicon",
    "sort_key",
    "tokenize",
    "weighted_terms",
]
