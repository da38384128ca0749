"""Swedish words: one stem for all the inflections of a word, and compound parts."""

import threading
from functools import lru_cache

import snowballstemmer

_local = threading.local()


@lru_cache(maxsize=131072)
def snowball(word: str) -> str:
    """The Snowball stem of a lower-case Swedish word."""
    stemmer = getattr(_local, "stemmer", None)
    if stemmer is None:
        # A stemmer keeps its word in itself while it works: one for each thread.
        stemmer = _local.stemmer = snowballstemmer.stemmer("swedish")
    return stemmer.stemWord(word)


def stem(word: str) -> str:
    return snowball(word)
