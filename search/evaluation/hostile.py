"""Queries that nobody means well with, or that came to be by accident.

For tests (every one has an answer) and for measurements (none takes long). What comes
out is the query string of an address as it goes over the wire, which no parser has
been kind to yet: percent-encoded, or broken.
"""

import random
from collections.abc import Callable, Iterator
from urllib.parse import quote, quote_plus

_WORDS = (
    "dagvatten", "kulturmiljö", "Åsa", "museet", "park", "hållbarhet", "och", "i",
    "att", "vem", "kan", "expert", "på", "2013-01747", "KS", "2019/1040", "energy",
    "stadsutvecklingsprojekt", "the", "of",
)  # fmt: skip
_OPERATORS = (
    "AND", "OR", "NOT", "NEAR", "NEAR(a,b,3)", "title:", "{title", "keywords}:", "*",
    "^", "+", "-", "--", "(", ")", '"', "'", "`", ":", ";", "\\", "|", "&", "~", "!",
    "?", "=", "<>", "[", "]", "{", "}", "\x00", "column:*",
)  # fmt: skip
_INJECTIONS = (
    "' OR '1'='1",
    "'; DROP TABLE search_document_1; --",
    '" UNION SELECT * FROM auth_user --',
    "1) OR 1=1 /*",
    "%' ESCAPE '\\",
    "{{ 7*7 }} {% debug %}",
    "%(q)s %s {0} ${x}",
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "../../etc/passwd",
    "javascript:alert(1)",
    "\r\nSet-Cookie: a=b",
)
_FIELDS = (
    "q", "type", "aspect", "missing", "theme", "goal", "district", "sector", "status",
    "period", "concept", "need", "organisation", "sort", "page", "page_size", "lang",
    "undo", "utm_source",
)  # fmt: skip
_VALUES = (
    "project", "person", "economic", "relevance", "newest", "0", "-1", "1e9", "²", "٣",
    "9" * 4000, "NaN", "null", "sdg:11.4", ":", "a:b:c", "'", "\x00", "", " ",
    "x" * 3000, "💧", "../",
)  # fmt: skip
#: Planes with letters, marks, signs, private use, and what is no character at all.
_RANGES = (
    (0x00, 0x20),
    (0x20, 0x7F),
    (0xA0, 0x17F),
    (0x300, 0x36F),
    (0x370, 0x3FF),
    (0x590, 0x6FF),
    (0x900, 0x97F),
    (0xE00, 0xE7F),
    (0x200B, 0x206F),
    (0x3040, 0x30FF),
    (0x4E00, 0x4FFF),
    (0xAC00, 0xACFF),
    (0xE000, 0xE0FF),
    (0xFB00, 0xFB4F),
    (0xFFF0, 0xFFFF),
    (0x1F300, 0x1F6FF),
    (0x1D400, 0x1D4FF),
    (0xE0000, 0xE007F),
    (0x10FF00, 0x10FFFF),
)

Draw = random.Random


def query_strings(count: int, seed: int = 1) -> Iterator[str]:
    """``count`` query strings, each family of them in turn; a seed's are the same on
    every machine."""
    draw = random.Random(seed)  # noqa: S311  (nothing is kept secret with it)
    for number in range(count):
        yield _FAMILIES[number % len(_FAMILIES)](draw)


def _asked(text: str) -> str:
    return "q=" + quote_plus(text, errors="surrogatepass")


def _soup(draw: Draw) -> str:
    spans = draw.choices(_RANGES, k=draw.randint(1, 60))
    return _asked("".join(chr(draw.randrange(first, last)) for first, last in spans))


def _one_character(draw: Draw) -> str:
    first, last = draw.choice(_RANGES)
    return _asked(chr(draw.randrange(first, last)))


def _operators(draw: Draw) -> str:
    parts = draw.choices((*_OPERATORS, *_WORDS), k=draw.randint(1, 20))
    return _asked(draw.choice(("", " ")).join(parts))


def _quotes_and_minus(draw: Draw) -> str:
    pieces = draw.choices(('"', "“", "”", "-", "−", "–", " ", *_WORDS[:6]), k=15)
    return _asked("".join(pieces))


def _brackets(draw: Draw) -> str:
    return _asked("".join(draw.choices("()[]{}<>«»", k=draw.randint(1, 490))))


def _injection(draw: Draw) -> str:
    return _asked(f"{draw.choice(_WORDS)} {draw.choice(_INJECTIONS)}")


def _many_words(draw: Draw) -> str:
    made = ("".join(draw.choices("abcdeåäö", k=draw.randint(1, 9))) for _n in range(60))
    return _asked(" ".join(draw.choices((*_WORDS, *made), k=1500)))


def _one_word_many_times(draw: Draw) -> str:
    return _asked(" ".join([draw.choice(_WORDS)] * draw.choice((39, 40, 41, 400))))


def _many_letters(draw: Draw) -> str:
    alphabet = draw.choice(("x", "ab", "åäö", "sdagvatten", "a\u0301", "-", "1"))
    return _asked(
        "".join(draw.choices(alphabet, k=draw.choice((499, 500, 501, 10000))))
    )


def _glued_words(draw: Draw) -> str:
    return _asked("".join(draw.choices(_WORDS[:6], k=draw.randint(2, 60))))


def _stop_words(draw: Draw) -> str:
    small = ("och", "i", "att", "det", "som", "the", "of", "and", "who", "vem", "kan")
    return _asked(" ".join(draw.choices(small, k=draw.randint(1, 40))))


def _right_to_left(draw: Draw) -> str:
    words = draw.choices(
        ("שלום", "مرحبا", "\u202edagvatten\u202c", "\u200f", "park"), k=8
    )
    return _asked(" ".join(words))


def _emoji(draw: Draw) -> str:
    return _asked(
        "".join(draw.choices(("💧", "👩\u200d🚒", "🇸🇪", "❤️", "🏙", "museum "), k=20))
    )


def _misspelt(draw: Draw) -> str:
    letters = [*draw.choice(_WORDS)]
    for _change in range(draw.randint(1, 4)):
        letters.insert(draw.randint(0, len(letters)), draw.choice("aeioukqxzåäö"))
    return _asked("".join(letters))


def _broken_encoding(draw: Draw) -> str:
    broken = ("%", "%2", "%zz", "%FF%FE", "%C3", "%ED%A0%80", "%00", "%u00e5", "+", "å")
    return "q=" + "".join(draw.choices((*broken, "a", "dag"), k=draw.randint(1, 30)))


def _surrogates(draw: Draw) -> str:
    return _asked("".join(chr(draw.randrange(0xD800, 0xE000)) for _n in range(9)))


def _numbers(draw: Draw) -> str:
    signs = "0123456789-/–. :EKSDnr"
    return _asked("".join(draw.choices(signs, k=draw.choice((4, 12, 79, 80, 81, 300)))))


def _parameters(draw: Draw) -> str:
    pairs = draw.choices(_FIELDS, k=draw.randint(1, 12))
    return "&".join(f"{name}={quote(draw.choice(_VALUES))}" for name in pairs)


def _many_parameters(draw: Draw) -> str:
    name = draw.choice(_FIELDS)
    return "&".join(f"{name}={number}" for number in range(draw.choice((51, 900))))


def _shapeless(draw: Draw) -> str:
    return "".join(
        draw.choices(("&", "=", "q", "q=a", ";", "?", "#x", "[]", "%"), k=12)
    )


_FAMILIES: tuple[Callable[[Draw], str], ...] = (
    _soup,
    _one_character,
    _operators,
    _quotes_and_minus,
    _brackets,
    _injection,
    _many_words,
    _one_word_many_times,
    _many_letters,
    _glued_words,
    _stop_words,
    _right_to_left,
    _emoji,
    _misspelt,
    _broken_encoding,
    _surrogates,
    _numbers,
    _parameters,
    _many_parameters,
    _shapeless,
)
