"""Alphabetical order: å, ä and ö last in Swedish, with their base in English."""

import unicodedata

from language.folding import fold

# Signs that follow z in code points, so that keys compare as plain strings.
# In Swedish lists æ goes with ä, ø with ö and ü with y (SS-EN 13710's practice).
_SWEDISH_LETTERS = {
    "å": "{",
    "ä": "|",
    "æ": "|",
    "ö": "}",
    "ø": "}",
    "ü": "y",
}


def sort_key(text: str, lang: str) -> str:
    """A string whose code-point order is the alphabetical order of ``text``.

    Case, and marks that are no letters of the language (é in Swedish, every one in
    English), only decide between texts that are otherwise equal; signs count as
    spaces.
    """
    plain = unicodedata.normalize("NFC", text.lower())
    primary = " ".join("".join(_primary(char, lang) for char in plain).split())
    return f"{primary}\t{plain}\t{text}"


def initial(text: str, lang: str) -> str:
    """The heading of the alphabetical list that ``text`` stands under.

    A capital letter (``É`` stands under ``E``; ``Å`` under ``Å`` in Swedish and ``A``
    in English), ``#`` for a digit, and the empty string if there is neither.
    """
    for char in unicodedata.normalize("NFC", text.lower()):
        if char.isdigit():
            return "#"
        if char.isalpha():
            heading = _primary(char, lang)[:1]
            return {"{": "Å", "|": "Ä", "}": "Ö"}.get(heading, heading.upper())
    return ""


def _primary(char: str, lang: str) -> str:
    if lang != "en" and char in _SWEDISH_LETTERS:
        return _SWEDISH_LETTERS[char]
    if char.isalnum():
        return fold(char)
    return "" if unicodedata.category(char).startswith("M") else " "
