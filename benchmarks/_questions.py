"""What the search is asked when it is measured."""

from urllib.parse import quote_plus

#: What people ask, by kind; ``&`` begins filters. The words are the vocabularies'.
KINDS = {
    "one word": ("dagvatten", "arkeologi", "buller", "tillgänglighet", "återbruk"),
    "two words": ("dagvatten skolgård", "kulturmiljö energi", "barn stadsodling"),
    "question": ("vem kan dagvatten", "vem vet något om buller på södermalm"),
    "filters only": ("&type=project&aspect=economic", "&type=person", "&sort=newest"),
    "words, filters": ("energi&type=project", "dagvatten&aspect=environmental"),
    "compound": ("dagvattenhantering", "stadsodlingsprojekt", "kulturmiljöanalys"),
    "misspelt": ("dagvaten", "kulturmilljö", "stadsodlng"),
    "common word": ("projekt", "utveckling", "stad"),
    "och": ("och",),
    "i": ("i",),
    "en": ("en",),
}


def address(asked: str) -> str:
    """The query string of a question of ``KINDS``."""
    words, ampersand, filters = asked.partition("&")
    return f"q={quote_plus(words)}{ampersand}{filters}"
