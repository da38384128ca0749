"""English words: Snowball's stems."""

import threading
from functools import lru_cache

import snowballstemmer

_local = threading.local()


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The Snowball stem of a lower-case English word."""
    stemmer = getattr(_local, "stemmer", None)
    if stemmer is None:
        # A stemmer keeps its word in itself while it works: one for each thread.
        stemmer = _local.stemmer = snowballstemmer.stemmer("english")
    return stemmer.stemWord(word)
