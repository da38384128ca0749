"""Hunspell's affix rules, read backwards: from an inflected form to its word.

A rule says that a word with ``flag`` that ends as ``condition`` tells may lose
``strip`` and get ``add``. The format is described in hunspell(5), "SFX".
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import NamedTuple

# Rules that make other words rather than inflections: inhabitants (-bo, -sbo), the
# adjective in -isk, and what counts with digits.
DERIVING = frozenset("edT17")


class Suffix(NamedTuple):
    """One ``SFX`` line; ``compound`` tells that the result begins a compound."""

    flag: str
    strip: str
    add: str
    condition: str
    compound: bool

    def applies_to(self, word: str) -> bool:
        """Whether ``word`` ends as the condition and ``strip`` ask for."""
        return word.endswith(self.strip) and _ends_as(word, self.condition)

    def apply(self, word: str) -> str:
        return word[: len(word) - len(self.strip)] + self.add


def parse_suffixes(lines: Iterable[str]) -> Iterator[Suffix]:
    """The suffix rules of an ``.aff`` file, but for those that make other words."""
    for line in lines:
        fields = line.split()
        if len(fields) != 5 or fields[0] != "SFX" or fields[1] in DERIVING:
            continue
        _, flag, strip, add, condition = fields
        add, _, continues = add.partition("/")
        yield Suffix(
            flag,
            "" if strip == "0" else strip,
            "" if add == "0" else add,
            condition,
            compound="X" in continues or "U" in continues,
        )


class Inflections:
    """Finds the words that a form can be an inflection of."""

    def __init__(self, suffixes: Iterable[Suffix]):
        self._by_ending: dict[str, list[Suffix]] = {}
        for suffix in suffixes:
            if not suffix.compound:
                self._by_ending.setdefault(suffix.add, []).append(suffix)
        self._longest = max(map(len, self._by_ending), default=0)

    def words(
        self, form: str, flags_of: Callable[[str], str]
    ) -> Iterator[tuple[str, str]]:
        """Each (word, flag) such that a rule with ``flag`` makes ``form`` of ``word``.

        ``flags_of`` gives a word's flags, and the empty string for what is no word.
        """
        for length in range(min(self._longest, len(form)) + 1):
            cut = len(form) - length
            for suffix in self._by_ending.get(form[cut:], ()):
                word = form[:cut] + suffix.strip
                # Most guesses are no words: the dictionary answers sooner than the
                # condition does.
                flags = flags_of(word)
                if suffix.flag in flags and _ends_as(word, suffix.condition):
                    yield word, suffix.flag


def _ends_as(word: str, condition: str) -> bool:
    """Whether ``word`` ends as a condition like ``[^m]el`` says."""
    wanted = _parse_condition(condition)
    if len(word) < len(wanted):
        return False
    return all(
        (char not in one) if one.startswith("^") else (char in one)
        for char, one in zip(word[len(word) - len(wanted) :], wanted, strict=True)
    )


@cache
def _parse_condition(condition: str) -> tuple[str, ...]:
    """What each of the last letters may be; ``^`` first: may not be."""
    return tuple(
        bracketed or single
        for bracketed, single in re.findall(r"\[([^]]*)\]|([^.])", condition)
    )
