"""Quoted phrases and minus signs. Total: any text can be read."""

import re
from collections.abc import Iterator

from language import is_stop_word, tokenize
from search.query.parts import Part

_QUOTES = '"“”„‟«»'
#: A minus stands at a word's start; a dash of another kind is one before a letter.
_EXCLUDED = re.compile(rf"(?<![^\s(])[-–−](?=[^\W\d_]|[{_QUOTES}])")
_QUOTED = re.compile(rf"[{_QUOTES}]([^{_QUOTES}]*)[{_QUOTES}]")
_WORD = re.compile(rf"[^\s{_QUOTES}]+")


def operators(text: str, lang: str) -> Iterator[Part]:
    """The phrases of ``text`` and what it excludes, in order.

    ``value`` is what stands between the quotes or after the sign. A quote without its
    fellow, quotes around nothing and a sign before a stop word mean nothing.
    """
    at = 0
    while at < len(text):
        sign = _EXCLUDED.match(text, at)
        start = sign.end() if sign else at
        quoted = _QUOTED.match(text, start)
        found = quoted or (_WORD.match(text, start) if sign else None)
        if found is None:
            at += 1
            continue
        value = " ".join(found[found.lastindex or 0].split()).rstrip(".,;:!?)")
        words = tokenize(value)
        at = found.end()
        if words and (quoted or not is_stop_word(words[0].norm, lang)):
            kind = "excluded" if sign else "phrase"
            begin = sign.start() if sign else found.start()
            yield Part(kind, value, value, begin, found.end())
