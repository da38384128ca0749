"""Where Swedish compounds come apart, and which words only look like one.

A word is split if known parts fill it: forms that the dictionary lets begin a
compound (with linking -s, -o, -u, -e or a dropped -a, as it lists them), and at the
end a word, inflected or not, that it lets end one. Every part must earn its place:
the shorter it is, the more of the dictionary's compounds it must be part of. The
split with the fewest parts wins, then the one whose weakest part is the strongest;
parts that are compounds themselves are split further.
"""

from math import log2
from typing import NamedTuple

from language.lexicon import Lexicon

LONGEST = 48  # characters; longer words are left whole
MOST_PARTS = 5
SHORTEST_BEGIN, SHORTEST_END = 2, 3
LEAST_COUNT = {2: 40, 3: 8, 4: 3, 5: 2}
LEAST_IN_KNOWN = {2: 80, 3: 10, 4: 6, 5: 3, 6: 1}
"""How many compounds a part of so many letters must make; longer ones none. More in
a word that the dictionary lists, for that may well be no compound."""

SHORT, LEAST_OF_SHORT = 3, 29
"""Where all parts of a listed word have so few letters, they must make so many."""

# Verb prefixes and particles: what follows them is derived rather than compounded
# (utbildning, översikt), and the whole has a meaning of its own.
_PARTICLES = """
an av be bi bort de des efter ent er fort fram från full för före genom in inne ka
kring med mellan miss mot ned ner om på sam su till undan under upp ut ute vid åter
över
"""
PARTICLES = frozenset(_PARTICLES.split())

# Words that are more often the end of a loan-word or a derivation than of a compound.
_ENDINGS = """
akt al and ande ans ansa ar are art dat dom else en enda er era et fon förande graf
gram het ing ion isk ism ist ister kap lek ler lik log logi logisk läggning ning or ot
par port porter rad ring skap tagare tal tik tor tur ur
"""
ENDINGS = frozenset(_ENDINGS.split())


class Part(NamedTuple):
    """A part of a compound: its ``word``, and where it stands in the compound."""

    word: str
    start: int
    end: int


def split(word: str, lexicon: Lexicon) -> list[Part]:
    """The smallest parts of a lower-case compound, in order; [] if it is none."""
    if not 5 <= len(word) <= LONGEST or not word.isalpha() or lexicon.is_name(word):
        return []
    parts = _best(word, lexicon)
    if not parts or (lexicon.knows(word) and _chance(parts, lexicon)):
        return []
    smallest = []
    for part in parts:
        inner = split(part.word, lexicon) if lexicon.knows(part.word) else []
        if inner:
            smallest += [
                Part(one.word, part.start + one.start, part.start + one.end)
                for one in inner[:-1]
            ]
            last = inner[-1]
            smallest.append(Part(last.word, part.start + last.start, part.end))
        else:
            smallest.append(part)
    return smallest


def _best(word: str, lexicon: Lexicon) -> list[Part]:
    """The best split into parts that the lexicon knows."""
    # best[at][n]: the strongest way to fill word[:at] with n beginning parts.
    least = LEAST_IN_KNOWN if lexicon.knows(word) else LEAST_COUNT
    best: dict[int, dict[int, tuple[float, list[Part]]]] = {0: {0: (99.0, [])}}
    chosen: tuple[int, float, list[Part]] | None = None
    derived = _particle(word)
    for at in range(len(word) - SHORTEST_END + 1):
        ways = best.get(at)
        if not ways:
            continue
        if at:
            ending = _end(word[at:], lexicon, least)
            if ending:
                for count, (strength, parts) in ways.items():
                    rank = (count, -min(strength, ending[1]))
                    if chosen is None or rank < chosen[:2]:
                        whole = [*parts, Part(ending[0], at, len(word))]
                        chosen = (*rank, whole)
        shortest = SHORTEST_BEGIN if at else max(SHORTEST_BEGIN, derived)
        for to in range(at + shortest, len(word) - SHORTEST_END + 1):
            beginning = _begin(word[at:to], lexicon, least, first=at == 0)
            if beginning is None:
                continue
            for count, (strength, parts) in ways.items():
                if count + 1 >= MOST_PARTS:
                    continue
                weakest = min(strength, beginning[1])
                filled = best.setdefault(to, {})
                if count + 1 not in filled or filled[count + 1][0] < weakest:
                    filled[count + 1] = (
                        weakest,
                        [*parts, Part(beginning[0], at, to)],
                    )
    return chosen[2] if chosen else []


def _particle(word: str) -> int:
    """How long the longest particle is that ``word`` begins with: no part is cut out
    of it (genom-förande, not gen-omförande)."""
    return max((len(one) for one in PARTICLES if word.startswith(one)), default=0)


def _chance(parts: list[Part], lexicon: Lexicon) -> bool:
    """Whether so short parts may fill a listed word by chance (rep-ort-er)."""
    return all(len(part.word) <= SHORT for part in parts) and any(
        found is not None and found[1] < LEAST_OF_SHORT
        for found in (lexicon.end(parts[-1].word), lexicon.begin(parts[0].word))
    )


def _begin(
    form: str, lexicon: Lexicon, least: dict[int, int], *, first: bool
) -> tuple[str, float] | None:
    """The word behind a beginning or middle part, and its strength."""
    if form in PARTICLES:
        return None
    found = lexicon.begin(form)
    if found is None and not first and form.endswith("s"):
        # Inside a compound -s joins also words that need no link at its beginning:
        # järn-vägs-station.
        found = lexicon.end(form[:-1])
        if found and found[0] != form[:-1]:
            found = None
    return _earned(form, found, least)


def _end(
    form: str, lexicon: Lexicon, least: dict[int, int]
) -> tuple[str, float] | None:
    """The word behind the last part, and its strength."""
    if form in ENDINGS:
        return None
    found = lexicon.end(form)
    if found is None or found[0] in ENDINGS or len(found[0]) < SHORTEST_END:
        return None
    return _earned(form, found, least)


def _earned(
    form: str, found: tuple[str, int] | None, least: dict[int, int]
) -> tuple[str, float] | None:
    if found is None:
        return None
    word, count = found
    if count < least.get(min(len(form), len(word)), 0):
        return None
    return word, log2(1 + count) + len(form)
