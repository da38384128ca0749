"""Where a suggestion starts: what somebody may begin to write to get to a thing.

The same for every engine. Every word of a title starts one; a person's name may be
written in any order. A form is in lower case with single spaces, so that what a
reader has written so far is compared as it stands; marked letters (``å``) are kept,
and a form that has them is there once more without (*folded*), to be found lower.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from enum import IntEnum
from typing import NamedTuple

from language import fold, is_stop_word
from search.documents.document import SearchDocument

#: Of a form, so much is compared.
FORM_CHARS = 48
#: Fewer characters begin too much to be of any help.
SHORTEST = 2
#: Of a longer title, only so many words start a suggestion.
_WORDS = 24
#: A name of more words is written in the order that it has.
_NAME_WORDS = 6

_WORD = re.compile(r"\w+")


class Tier(IntEnum):
    """How a form leads to its thing; the lower, the nearer."""

    FIRST = 0
    INNER = 1
    FOLDED_FIRST = 2
    FOLDED_INNER = 3


class Start(NamedTuple):
    """``label`` is the other name that the form is of, empty for the title."""

    form: str
    tier: Tier
    label: str = ""


def form_of(text: str) -> str:
    """``"  Åsa-Berg"`` → ``"åsa berg"``; any text is allowed."""
    text = unicodedata.normalize("NFC", text[: FORM_CHARS * 8]).lower()
    return " ".join(_WORD.findall(unicodedata.normalize("NFC", text)))[:FORM_CHARS]


def starts_of(document: SearchDocument) -> list[Start]:
    """Every start of the document, each form once, at its nearest."""
    found: dict[str, Start] = {}
    for start in sorted(_all(document), key=lambda start: (start.tier, start.label)):
        found.setdefault(start.form, start)
    return list(found.values())


def begins(text: str, lang: str, form: str) -> bool:
    """Whether a reader who has written ``form`` may mean a thing called ``text``."""
    return any(
        candidate.startswith((form, fold(form)))
        for start in _starts(text, lang)
        for candidate in (start.form, fold(start.form))
    )


def _all(document: SearchDocument) -> Iterator[Start]:
    for lang, text in document.texts.items():
        if document.type == "person":
            yield from _folded(_name_starts(text.title))
        else:
            yield from _folded(_starts(text.title, lang))
    if document.type in ("concept", "organisation"):
        titles = {form_of(text.title) for text in document.texts.values()}
        for lang, labels in document.keywords.items():
            for label in labels:
                if form_of(label) not in titles:
                    yield from _folded(_starts(label, lang, label))


def _starts(text: str, lang: str, label: str = "") -> Iterator[Start]:
    words = _words(text)
    for place, word in enumerate(words[:_WORDS]):
        if place == 0:
            yield Start(_joined(words), Tier.FIRST, label)
        elif len(word) >= SHORTEST and not is_stop_word(word, lang):
            yield Start(_joined(words[place:]), Tier.INNER, label)


def _name_starts(name: str) -> Iterator[Start]:
    words = _words(name)
    if len(words) > _NAME_WORDS:
        yield from _starts(name, "sv")
        return
    for place, word in enumerate(words):
        tier = Tier.INNER if place else Tier.FIRST
        yield Start(_joined([*words[place:], *words[:place]]), tier)
        if place < len(words) - 2:
            # Given names in the middle are often left out.
            yield Start(_joined([word, words[-1]]), tier)


def _folded(starts: Iterable[Start]) -> Iterator[Start]:
    for start in starts:
        yield start
        folded = fold(start.form)[:FORM_CHARS]
        if folded != start.form:
            tier = Tier(start.tier + Tier.FOLDED_FIRST)
            yield Start(folded, tier, start.label)


def _words(text: str) -> list[str]:
    text = unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).lower())
    return _WORD.findall(text)


def _joined(words: Iterable[str]) -> str:
    return " ".join(words)[:FORM_CHARS]
