"""Snowball's stemmers, safe to call from any thread and remembered per word."""

import threading
from functools import lru_cache

import snowballstemmer

_local = threading.local()


@lru_cache(maxsize=65536)
def english(word: str) -> str:
    """The stem of a lower-case English word."""
    return _stem("english", word)


@lru_cache(maxsize=65536)
def swedish(word: str) -> str:
    """The stem of a lower-case Swedish word."""
    return _stem("swedish", word)


def _stem(language: str, word: str) -> str:
    # A stemmer keeps its word in itself while it works: one for each thread.
    stemmer = getattr(_local, language, None)
    if stemmer is None:
        stemmer = snowballstemmer.stemmer(language)
        setattr(_local, language, stemmer)
    return stemmer.stemWord(word)
