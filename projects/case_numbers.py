"""Case numbers, as written and as compared.

A number belongs to a registry: the funder or authority whose diary it is in. One
number in two registries is normal; one number twice in a registry is a mistake.
"""

import re
import unicodedata

_PREFIX = re.compile(r"^(?:(?:DIARIENUMMER|DIARIENR|D\.?NR|CASE)\.?:?)+")
_DASHES = re.compile(r"[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]")


def normalise_case_number(text: str) -> str:
    """``"Dnr 2013–01747 "`` → ``"2013-01747"``.

    Upper case, plain hyphens, no spaces, no leading "Dnr". Never raises; an empty
    result means that nothing but the prefix was written.
    """
    text = unicodedata.normalize("NFKC", text).upper()
    text = _DASHES.sub("-", unicodedata.normalize("NFKC", text))
    # Without their spaces, signs may combine anew.
    text = unicodedata.normalize("NFKC", re.sub(r"\s+", "", text))
    # Last of all: what is left is never taken for a prefix the next time.
    return _PREFIX.sub("", text)


def compact_case_number(text: str) -> str:
    """Letters and digits only, for those who remember no more: ``2013 01747``."""
    return "".join(filter(str.isalnum, normalise_case_number(text)))


def normalise_registry(text: str) -> str:
    """How registries are compared: ``" Vinnova "`` equals ``"vinnova"``."""
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text)).strip().casefold()
