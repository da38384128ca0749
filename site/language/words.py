"""What single words become: a stem, a folded form and a compound's parts."""

import re
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from language import snowball
from language.compounds import split
from language.folding import fold, index_safe
from language.lexicon import Lexicon, get_lexicon
from language.tokens import DASHES

_LAST_ATOM = re.compile(rf"(.*[{DASHES}])([^\W\d_]+)")
_UNFOLDED = {"a": "aåä", "o": "oö", "e": "eé"}
_MOST_UNFOLDINGS = 108


class Word(NamedTuple):
    """A word as engines know it; see ``analysis.Term`` for what each means."""

    stem: str
    folded: str
    parts: tuple[str, ...]


@lru_cache(maxsize=65536)
def english_word(norm: str) -> Word:
    """What a lower-case English word becomes."""
    stem = index_safe(snowball.english(norm))
    return Word(stem, fold(stem), ())


def swedish_word(norm: str) -> Word:
    """What a lower-case Swedish word becomes, with the process's lexicon."""
    return _swedish_word(norm, get_lexicon())


# A new lexicon is another key: words understood with the old one are not mixed in.
@lru_cache(maxsize=131072)
def _swedish_word(norm: str, lexicon: Lexicon) -> Word:
    norm = norm.partition(":")[0] if norm[-1:].isalpha() else norm
    if not norm.isalpha():
        joined = _LAST_ATOM.fullmatch(norm)
        if joined:
            norm = joined[1] + _stem(joined[2], lexicon)
        stem = index_safe(norm)
        return Word(stem, folded_swedish(stem), ())
    base, parts = _base_and_parts(norm, lexicon)
    stem = index_safe(snowball.swedish(base))
    folded = folded_swedish(stem)
    if norm.isascii() and not lexicon.knows(norm):
        folded = _folded_as_meant(norm, lexicon) or folded
    return Word(stem, folded, parts)


@lru_cache(maxsize=65536)
def folded_swedish(stem: str) -> str:
    """The folded form of a Swedish stem."""
    folded = fold(stem)
    # What is left without its mark may be an ending: café, and so cafe.
    return folded if folded == stem else snowball.swedish(folded)


def _stem(word: str, lexicon: Lexicon) -> str:
    return snowball.swedish(_base_and_parts(word, lexicon)[0])


def _base_and_parts(word: str, lexicon: Lexicon) -> tuple[str, tuple[str, ...]]:
    """The uninflected word and the stems of its parts."""
    base = lexicon.lemma(word)
    if base == word and not lexicon.knows(word):
        # What stands before a hyphen: kvinno- och mansjourer.
        begin = lexicon.begin(word)
        if begin:
            base = begin[0]
    leaves = split(base, lexicon)
    if not leaves and word.endswith("nde"):
        # Verbs are seldom compounds, but the nouns made of them are: energi-sparande.
        leaves = split(word, lexicon)
        base = word if leaves else base
    if not leaves:
        return base, ()
    if not lexicon.knows(base):
        base = base[: leaves[-1].start] + leaves[-1].word
    parts = {}
    # Single parts first, then what neighbours make together.
    for length in range(1, len(leaves)):
        for first in range(len(leaves) - length + 1):
            last = leaves[first + length - 1]
            text = base[leaves[first].start : last.start] + last.word
            parts[index_safe(snowball.swedish(lexicon.lemma(text)))] = None
    return base, tuple(parts)


def _folded_as_meant(word: str, lexicon: Lexicon) -> str | None:
    """The folded stem of the known word that ``word`` lacks the marks of.

    ``stader`` is no word, and was meant as ``städer``; folding alone would not bring
    it to ``stad``.
    """
    choices = [_UNFOLDED.get(char, char) for char in word]
    number = 1
    for choice in choices:
        number *= len(choice)
    if number > _MOST_UNFOLDINGS:
        # é is rare; long words can do without it.
        choices = [choice.replace("é", "") for choice in choices]
        number = 1
        for choice in choices:
            number *= len(choice)
    if not 1 < number <= _MOST_UNFOLDINGS:
        return None
    for meant in map("".join, product(*choices)):
        if meant != word and lexicon.knows(meant):
            return folded_swedish(index_safe(snowball.swedish(lexicon.lemma(meant))))
    return None
