"""From what registers store to characters one can read, search and save."""

import html
import re
import unicodedata

_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")
# Controls, soft hyphens, zero-width and direction marks, private use, surrogates,
# the replacement character: none of them is text, and some cannot be saved.
_NOT_TEXT = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x9f\xad\u200b-\u200f\u202a-\u202e"
    "\u2060-\u2064\ue000-\uf8ff\ufdd0-\ufdef\ufeff\ufff0-\uffff\ud800-\udfff]"
)
# Windows-1252 read as Latin-1: quotes and dashes land among the control characters.
_WINDOWS = {
    code: bytes([code]).decode("cp1252", errors="ignore") for code in range(0x80, 0xA0)
}
# A soft hyphen that some editor turned into the sign for "not": samhälls¬ekonomi.
_FALSE_HYPHEN = re.compile(r"(?<=[a-zåäö])¬(?=[a-zåäö-])")


def readable(text: str) -> str:
    """Entities and odd characters resolved; lines end in ``\\n``.

    Only whole entities (``&gt;``) are resolved, so that "R&D" stays what it is. Tags
    are not looked at.
    """
    text = _ENTITY.sub(lambda match: html.unescape(match.group()), text)
    text = re.sub("\r\n?|[\u2028\u2029\x85]", "\n", text).translate(_WINDOWS)
    text = _NOT_TEXT.sub("", text)
    text = re.sub("[\t\xa0]", " ", text)
    return _FALSE_HYPHEN.sub("", unicodedata.normalize("NFC", text))


def one_line(text: str) -> str:
    """A title or a name: readable, and on one line."""
    return re.sub(r"\s+", " ", readable(text)).strip()


def shortened(text: str, length: int) -> str:
    """At most ``length`` characters, cut between words, with an ellipsis."""
    if len(text) <= length:
        return text
    cut = text[: length - 1]
    head, space, _rest = cut.rpartition(" ")
    return (head if space and len(head) > length // 2 else cut).rstrip(" ,;:-") + "…"
