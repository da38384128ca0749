"""Hunspell's two files, read into what the analysis of Swedish needs."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from language.affixes import Suffix, parse_suffixes
from language.irregular import BEGINNINGS

INFLECTED = frozenset("ABCDEFGHIJKLMNOPQRm")  # flags of rules that inflect
NOUN = frozenset("ABCDEFGHIJ")  # flags of rules that mostly inflect nouns
ADJECTIVE = "O"  # -t and -a
BEGINS = frozenset("XU")  # may begin a compound, or stand inside it
ENDS = "Y"  # may end a compound
ONLY_INSIDE = "Z"  # no word, only a part of one
FORBIDDEN = "%"
NAME = "^"  # ours: written with a capital only
COMMON = 12  # compounds that a begin the dictionary does not tell of must make
LONGEST_PART = 15  # in the counting of how often a word is a compound's part


class Dictionary(NamedTuple):
    """The compiled dictionary.

    ``words`` gives for each lower-case word an index in ``flags`` (a string of
    Hunspell flags) in the lower 16 bits and, above, in how many of the dictionary's
    words it is the end. ``begins`` gives for each form that may begin a compound
    (``stads``, ``kvinno``) its word (``stad``, ``kvinna``), and ``begin_counts`` how
    many of the dictionary's words it begins.
    """

    words: dict[str, int]
    flags: list[str]
    begins: dict[str, str]
    begin_counts: dict[str, int]
    suffixes: list[Suffix]

    def flags_of(self, word: str) -> str:
        packed = self.words.get(word)
        return "" if packed is None else self.flags[packed & 0xFFFF]

    def end_count(self, word: str) -> int:
        return self.words.get(word, 0) >> 16


EMPTY = Dictionary({}, [], {}, {}, [])


def compile_files(aff: Path, dic: Path) -> Dictionary:
    """Reads Hunspell's two files and counts how words are used in compounds."""
    suffixes = list(parse_suffixes(aff.read_text("utf-8").splitlines()))
    flags = _flags_by_word(dic.read_text("utf-8").splitlines()[1:])
    begins = _begins(flags, suffixes)
    begin_counts, end_counts = _count_parts(flags, begins | _silent(flags, begins))
    begins |= {
        begin: word
        for begin, word in _silent(flags, begins).items()
        if begin_counts[begin] >= COMMON
    }
    distinct = sorted(set(flags.values()))
    index = {one: number for number, one in enumerate(distinct)}
    words = {word: index[own] | end_counts[word] << 16 for word, own in flags.items()}
    counts = {begin: begin_counts[begin] for begin in begins}
    return Dictionary(words, distinct, begins, counts, suffixes)


def _flags_by_word(lines: Iterable[str]) -> dict[str, str]:
    """The flags of each lower-case word, those of its several entries together."""
    flags: dict[str, str] = {}
    names = set()
    common = set()
    for line in lines:
        word, _, own = line.strip().partition("/")
        if FORBIDDEN in own or not word.replace("-", "").isalpha():
            continue
        if word.startswith("-") or word.endswith("-"):
            continue
        lower = word.lower()
        (common if word == lower else names).add(lower)
        flags[lower] = flags.get(lower, "") + own
    for name in names - common:
        flags[name] += NAME
    return {word: "".join(sorted(set(own))) for word, own in flags.items()}


def _begins(flags: dict[str, str], suffixes: list[Suffix]) -> dict[str, str]:
    """The word behind each form that may begin a compound."""
    rules: dict[str, list[Suffix]] = {}
    for suffix in suffixes:
        if suffix.compound:
            rules.setdefault(suffix.flag, []).append(suffix)
    begins: dict[str, str] = {}
    for word, own in flags.items():
        if "-" in word or NAME in own:
            continue
        base = word if ONLY_INSIDE not in own else _word_behind(word, flags)
        for flag in own:
            for rule in rules.get(flag, ()):
                if rule.applies_to(word):
                    begins.setdefault(rule.apply(word), base)
    for word, own in flags.items():
        if BEGINS.isdisjoint(own) or "-" in word or NAME in own:
            continue
        if ONLY_INSIDE in own:
            begins.setdefault(word, _word_behind(word, flags))
        else:
            begins[word] = word
    for word, own in flags.items():
        if ENDS in own and "G" in own and len(word) > 4 and word.endswith("a"):
            begins.setdefault(word[:-1], word)
        elif ADJECTIVE in own and ENDS in own and len(word) < 6:
            begins.setdefault(word, word)  # grön-struktur
    return begins | BEGINNINGS


def _silent(flags: dict[str, str], begins: dict[str, str]) -> dict[str, str]:
    """Short nouns of which the dictionary does not say how they begin a compound.

    Such are ``tak`` and ``år``; how often they do, as counted, decides.
    """
    nouns = {
        word
        for word, own in flags.items()
        if 1 < len(word) < 6 and NOUN.intersection(own) and may_end(word, own)
    }
    forms = {}
    for word in nouns.difference(begins.values()):
        forms |= {word: word, word + "s": word}
    return {form: word for form, word in forms.items() if form not in begins}


def _word_behind(begin: str, flags: dict[str, str]) -> str:
    """The word that a form only used inside compounds comes from.

    The dictionary has ``skol`` and ``kvinno`` without saying of what.
    """
    last = begin[-1]
    guesses = []
    if last == "s":
        guesses += [begin[:-1], begin[:-1] + "e", begin[:-1] + "a", begin[:-2]]
    if last in "oue":
        guesses += [begin[:-1] + "a", begin[:-1] + "e", begin[:-1]]
    if last == "i":
        guesses.append(begin[:-1] + "um")
    guesses += [begin + "a", begin + "e"]
    if begin.endswith(("la", "ra")):  # föräldra: förälder
        guesses.append(begin[:-2] + "e" + begin[-2])
    if begin.endswith(("el", "er")):
        guesses.append(begin[:-2] + last + "a")
    for guess in guesses:
        if not INFLECTED.isdisjoint(flags.get(guess, "")):
            return guess
    if begin.endswith("ar") and begin + "e" in flags:
        return begin + "e"
    return begin


def may_end(word: str, own: str) -> bool:
    """Whether a word with the flags ``own`` may be a compound's last part.

    Also where the dictionary does not say so: nouns (two kinds of inflection that
    nouns have), and those in -are that it lists without saying anything of them.
    """
    if ONLY_INSIDE in own or NAME in own:
        return False
    return (
        ENDS in own
        or len(NOUN.intersection(own)) > 1
        or (not own and word.endswith("are") and len(word) > 5)
    )


def _count_parts(
    flags: dict[str, str], begins: dict[str, str]
) -> tuple[Counter[str], Counter[str]]:
    """How many words each form begins, and each word ends, in two-part compounds.

    The dictionary holds no frequencies; how many compounds a part makes tells
    ``hus`` and ``stads`` from chance syllables.
    """
    begin_counts: Counter[str] = Counter()
    end_counts: Counter[str] = Counter()
    ends = {
        word
        for word, own in flags.items()
        if may_end(word, own) and 3 <= len(word) <= LONGEST_PART
    }
    for word, own in flags.items():
        if INFLECTED.isdisjoint(own) or NAME in own:
            continue
        for cut in range(2, len(word) - 2):
            if word[cut:] in ends and word[:cut] in begins:
                begin_counts[word[:cut]] += 1
                end_counts[word[cut:]] += 1
    return begin_counts, end_counts
