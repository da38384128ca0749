"""Where the words of a text are.

A *word* here is an atom (letters, digits and the combining marks on them), or
several atoms held together by a single connector:

- a dash of any kind or an apostrophe between letters or digits (``e-post``,
  ``2013–01747``, ``l'avenir``);
- a dot or a slash between digits (``11.4``, ``2013/14``);
- a colon between letters or digits (``EU:s``, ``2020:12``).

A joined word gives its whole first and then each of its atoms, so that it is found
both ways; a colon followed by a Swedish ending (``EU:s``, ``tv:n``) gives the whole
only, for the ending is not a word. A run of more than ``MAX_ATOMS`` atoms gives only
the atoms.
"""

import re
import unicodedata
from functools import cache, lru_cache
from typing import NamedTuple

MAX_TOKEN = 64
"""A token's greatest length in characters; what follows in a longer one is skipped."""

MAX_ATOMS = 8

DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2212"
APOSTROPHES = "'\u2019\u02bc"
_ENDINGS = """
s n t r en et ar er or an ns ts rs ens ets ars ers na nas arna erna orna
"""
COLON_ENDINGS = frozenset(_ENDINGS.split())


class Token(NamedTuple):
    """One word of a text.

    ``text`` is the word as written and always equals ``source[start:end]``;
    ``norm`` is the same in lower case and Unicode's NFC. Offsets count characters
    (code points) from the beginning of the source.
    """

    text: str
    norm: str
    start: int
    end: int


@cache
def combining_marks() -> str:
    """Every combining mark of Unicode's basic plane, as one string.

    Python's ``\\w`` leaves them out, and would cut ``a`` + ring in two.
    """
    return "".join(
        chr(code)
        for code in range(0x300, 0x10000)
        if unicodedata.category(chr(code)).startswith("M")
    )


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    # Possessive: an atom is never shorter than it can be, so nothing is tried twice.
    atom = rf"(?:[^\W_]++[{combining_marks()}]*+)++"
    joint = rf"(?:[{DASHES}{APOSTROPHES}:](?=[^\W_])|(?<=\d)[./](?=\d))"
    return re.compile(rf"{atom}(?:{joint}{atom})*"), re.compile(atom)


def tokenize(text: str) -> list[Token]:
    """The words of ``text``, in order; any string is allowed, and none raises.

    The time is linear in the text's length. See the module for what a word is.
    """
    runs, atoms = _patterns()
    tokens = []
    for run in runs.finditer(text):
        start, end = run.span()
        word = run.group()
        if word.isalnum():
            tokens.append(_token(text, start, end))
            continue
        inner = [(start + m.start(), start + m.end()) for m in atoms.finditer(word)]
        if len(inner) <= MAX_ATOMS:
            tokens.append(_token(text, start, end))
        if len(inner) > 1 and not _has_colon_ending(text, inner):
            tokens.extend(_token(text, *span) for span in inner)
    return tokens


def norms(text: str) -> list[str]:
    """The ``norm`` of each token of ``text``, in order: all that an index needs.

    The same runs come again and again, and each is taken apart once.
    """
    runs, _atoms = _patterns()
    found: list[str] = []
    for run in runs.findall(text):
        found.extend(_norms_of_run(run))
    return found


@lru_cache(maxsize=131072)
def _norms_of_run(run: str) -> tuple[str, ...]:
    return tuple(token.norm for token in tokenize(run))


def _has_colon_ending(text: str, inner: list[tuple[int, int]]) -> bool:
    (start, end) = inner[-1]
    return (
        len(inner) == 2
        and text[start - 1] == ":"
        and text[start:end].lower() in COLON_ENDINGS
    )


def _token(source: str, start: int, end: int) -> Token:
    if end - start > MAX_TOKEN:
        end = start + MAX_TOKEN
        while end > start + 1 and is_mark(source[end]):
            end -= 1
    text = source[start:end]
    norm = text.lower()
    if not norm.isascii():
        norm = unicodedata.normalize("NFC", norm)
    return Token(text, norm, start, end)


def is_mark(char: str) -> bool:
    """Whether ``char`` belongs to the letter before it (a combining mark)."""
    return char > "\u02ff" and unicodedata.category(char).startswith("M")
