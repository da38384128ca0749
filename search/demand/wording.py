"""How queries are compared, and which tell of a person and are never stored.

Pure functions. When in doubt a query counts as telling: one that is not counted is a
small loss, and one that is kept by mistake is not.
"""

import re
import unicodedata
from collections.abc import Iterable

from language import fold

#: What may stand between the groups of a number: up to three signs or spaces.
_GAP = r"[\s.\-+/:]{0,3}"
#: Year (with or without century), month, day (coordination numbers add 60) and four
#: characters, of which an interim number's first is a letter: Folkbokföringslagen
#: (1991:481) § 18 and Skatteverket's forms of it. The check digit is not asked, for
#: a number written wrong is still somebody's.
_PERSONAL_NUMBER = re.compile(
    rf"(?<!\d)(?:(?:1[89]|20){_GAP})?\d{{2}}{_GAP}(?:0[1-9]|1[0-2]){_GAP}"
    rf"(?:0[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01]){_GAP}"
    r"[\dTRSUWXJKLMN]\d{3}(?!\d)",
    re.IGNORECASE,
)
_EMAIL = re.compile(
    r"[^\s@]\s*(?:@|\(at\)|\[at\]|\bsnabel-?a\b)\s*[^\s@]", re.IGNORECASE
)
_PHONE = re.compile(
    r"(?<![\w])(?:(?:\+|00)\s*[1-9](?:[\s.\-/()]*\d){6,14}"
    r"|0(?:[\s.\-/()]*\d){7,10}"
    r"|7[02369](?:[\s.\-/]*\d){7})(?!\d)"
)
_DASHES = str.maketrans(
    dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-")
)
_WORD = re.compile(r"[^\W_]+")
#: Little words inside names, which identify nobody.
_LITTLE = """
af av da de den der di du la le van von och and
"""
_PARTICLES = frozenset(_LITTLE.split())


def holds_personal_number(text: str) -> bool:
    """A Swedish personal or coordination number, however it is written."""
    return bool(_PERSONAL_NUMBER.search(_plain(text)))


def holds_email(text: str) -> bool:
    return bool(_EMAIL.search(_plain(text)))


def holds_phone_number(text: str) -> bool:
    return bool(_PHONE.search(_plain(text)))


def tells_of_a_person(text: str) -> bool:
    """What can be told from the text alone; names need :class:`Names`."""
    return holds_personal_number(text) or holds_email(text) or holds_phone_number(text)


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).translate(_DASHES)


class Names:
    """Names of people, and whether a text holds one.

    A text does when two words of one name stand in it, in any order, with or
    without their marks, or when it is nothing but one family name (the last word).
    A possessive -s (``Testssons``) is seen through.
    """

    def __init__(self, names: Iterable[str]):
        self._others: dict[str, set[str]] = {}
        self._family: set[str] = set()
        for name in names:
            words = name_words(name)
            for word in words:
                self._others.setdefault(word, set()).update(words)
            if words:
                self._family.add(words[-1])
        for word, others in self._others.items():
            others.discard(word)

    def are_in(self, text: str) -> bool:
        words = set(name_words(text))
        alone = len(words) == 1
        words |= {word[:-1] for word in words if word.endswith("s")}
        if alone and words & self._family:
            return True
        return any(words & self._others.get(word, set()) for word in words)


def name_words(text: str) -> list[str]:
    """The words of a text as names are compared: folded, without particles."""
    words = (fold(word) for word in _WORD.findall(unicodedata.normalize("NFKC", text)))
    return [word for word in words if len(word) > 1 and word not in _PARTICLES]
