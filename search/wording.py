"""What counts as the same query, wherever queries are compared or counted."""

import unicodedata

#: A query is kept and compared to so many characters.
QUERY_CHARS = 100


def normalised(query: str) -> str:
    """Lower case, single spaces, no signs around words, at most ``QUERY_CHARS``
    characters."""
    words = (
        word.strip(".,;:!?\"'“”’«»()[]{}")
        for word in unicodedata.normalize("NFKC", query).lower().split()
    )
    text = " ".join(word for word in words if word)
    return unicodedata.normalize("NFC", text)[:QUERY_CHARS].strip()
