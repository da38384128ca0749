"""What makes one hit better than another: every weight and rule, for every engine.

A hit's score is

    prior x leaning x (words x togetherness + meaning) + certainty

- *words*: BM25 over the fields, for each word of the query in each language, and
  less for words that are not quite the reader's (``KIND_WEIGHTS``);
- *togetherness*: documents with more of the query's words come first;
- *meaning*: what the query was understood to name (a subject, a district) and the
  document is about, worth more the fewer are;
- *leaning*: "who knows ..." leans to people;
- *prior*: fresh and complete documents first, among near-equals;
- *certainty*: a case number, somebody's name or an editor's choice.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from search.documents.document import SearchDocument

#: Fields of text and what a word there is worth, in BM25's count of occurrences.
#: A word's folded form and a compound's parts weigh less than the word itself.
FIELDS = {
    "title": 3.0,
    "keywords": 3.0,
    "summary": 2.0,
    "body": 1.0,
    "title_parts": 2.0,
    "parts": 0.6,
    "folded": 0.2,
}

#: BM25: how soon more of the same word stops counting, and how much a long text has
#: to answer for its length. SQLite has its own, fixed: see ``length_factor``.
K1 = 1.2
B = 0.3
_SQLITE_B = 0.75
_LENGTH_POWER = 0.9

#: What a match is worth in the language that the query is not written in.
OTHER_LANGUAGE = 0.5

#: What words that are not the reader's own are worth.
KIND_WEIGHTS = {
    "word": 1.0,
    "part": 0.8,
    "synonym": 0.4,
    "translation": 1.0,  # times how sure the translation is
    "related": 0.3,
    "spelling": 0.5,
    "beginning": 0.3,
}

#: The power of the share of the query's words that a document has.
TOGETHERNESS = 0.8
#: In longer queries it no longer matters how many of the words are there.
MAX_TOGETHER = 8

#: What an understood part is worth, in units of its rarity.
MEANING_WEIGHTS = {
    "concept": 1.0,
    "district": 0.8,
    "inside": 0.3,  # a part of a word names it
    "misspelt": 0.5,
    "loose": 1.0,  # an everyday word leads to it
    "place": 0.4,  # a place is in the district
    "related": 0.2,  # to what the query names
}

#: How much better a person is when the query asks for one.
PEOPLE_LEANING = 2.0

#: By type, for a document that has the name that the query says, times the share of
#: the query that the name is.
NAME_CERTAINTY = {"person": 100.0, "organisation": 100.0}
#: For the page of what the query names.
MEANING_CERTAINTY = {
    "concept": 20.0,
    "district": 20.0,
    "misspelt": 10.0,
    "loose": 10.0,
    "inside": 5.0,
    "place": 2.0,
}
NUMBER_CERTAINTY = 1000.0
PIN_CERTAINTY = 1_000_000.0

_FRESHNESS = 0.05
_FRESH_FROM, _FRESH_YEARS = 2000, 30
_COMPLETENESS = 0.05

#: Scores closer than this are as good as equal, and may be mixed by type.
NEAR_EQUAL = 0.02

Item = TypeVar("Item")


def rarity(holders: int, everything: int) -> float:
    """BM25's weight of something that ``holders`` documents of all have: >= 0."""
    return math.log(1 + (everything - holders + 0.5) / (holders + 0.5))


def togetherness(matched: int, words: int) -> float:
    """The factor for a document that has ``matched`` of the query's ``words``."""
    return (matched / words) ** TOGETHERNESS if words else 1.0


def length_factor(length: int, average: float) -> float:
    """What makes SQLite's BM25, with its fixed ``b`` of .75, nearly one with ``B``.

    ``length`` and ``average`` count the tokens of documents in one language.
    """
    share = length / average if average else 1.0
    ratio = (1 - _SQLITE_B + _SQLITE_B * share) / (1 - B + B * share)
    return ratio**_LENGTH_POWER


def prior(document: SearchDocument) -> float:
    """How good a document is before anything was asked, from 1 to 1.1.

    Freshness is measured from a fixed year, not from today, so that what is stored
    does not go stale: the newer of two is always a little ahead.
    """
    year = document.date[:4] or (
        str(document.updated.year) if document.updated else str(_FRESH_FROM)
    )
    age = min(max(int(year) - _FRESH_FROM, 0) / _FRESH_YEARS, 1) if year else 0
    signs = [
        len(document.texts) > 1,
        any(text.summary for text in document.texts.values()),
        any(text.body for text in document.texts.values()),
        bool(document.facets.get("concept")),
    ]
    return 1 + _FRESHNESS * age + _COMPLETENESS * sum(signs) / len(signs)


@dataclass(frozen=True, slots=True)
class Reason:
    """A part of a hit's score. ``name`` says of what kind it is, ``text`` of what."""

    name: str
    text: str
    value: float


def mixed(
    items: Sequence[Item], score: Callable[[Item], float], kind: Callable[[Item], str]
) -> list[Item]:
    """The items in order, but among neighbours of nearly equal score every other
    kind in turn. No item moves past one that is clearly better."""
    result: list[Item] = []
    run: list[Item] = []
    for item in [*items, None]:
        if run and (item is None or score(item) < score(run[0]) * (1 - NEAR_EQUAL)):
            result += _in_turn(run, kind)
            run = []
        if item is not None:
            run.append(item)
    return result


def _in_turn(run: Sequence[Item], kind: Callable[[Item], str]) -> list[Item]:
    queues: dict[str, list[Item]] = {}
    for item in run:
        queues.setdefault(kind(item), []).append(item)
    result = []
    while queues:
        for name in list(queues):
            result.append(queues[name].pop(0))
            if not queues[name]:
                del queues[name]
    return result
