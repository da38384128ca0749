"""Letters without their marks, and spellings that any engine can store."""

import unicodedata
from functools import lru_cache

# Letters that Unicode does not take apart into a base and a mark. Æ and ø follow
# ä and ö, which are the same letters to a Swedish reader.
_WHOLE_LETTERS = str.maketrans(
    {
        "ø": "o",
        "æ": "a",
        "œ": "o",
        "ß": "ss",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ħ": "h",
        "ı": "i",
    }
)

# How the connectors of joined words are written in the index (see tokens.py).
_JOINTS = str.maketrans(
    {":": ".", "/": "_", "'": "", "\u2019": "", "\u02bc": ""}
    | dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-")
)


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """``word`` in lower case without marks: ``Åsa`` and ``Asa`` are both ``asa``."""
    word = word.lower()
    if word.isascii():
        return word
    word = word.translate(_WHOLE_LETTERS)
    return "".join(
        char
        for char in unicodedata.normalize("NFKD", word)
        if not unicodedata.category(char).startswith("M")
    )


@lru_cache(maxsize=131072)
def index_safe(word: str) -> str:
    """``word`` in characters that no engine's tokenizer cuts at or changes.

    What comes out holds only lower-case letters of the Latin, Greek and Cyrillic
    alphabets, digits, ``-``, ``.`` and ``_``. A dash of any kind becomes ``-``, a
    colon ``.``, a slash ``_``; apostrophes fall away; any other character becomes
    ``_`` and its hexadecimal number.
    """
    if word.isascii() and word.isalnum():
        return word
    word = unicodedata.normalize("NFKC", word).lower().translate(_JOINTS)
    return "".join(char if _is_safe(char) else f"_{ord(char):x}" for char in word)


def _is_safe(char: str) -> bool:
    if char in "-._":
        return True
    # Up to Cyrillic: letters that every tokenizer's Unicode tables know.
    return char < "\u0530" and unicodedata.category(char) in ("Ll", "Lo", "Nd")
