"""The two languages, and texts that stand in both in one row."""

from typing import NamedTuple

from django.conf import settings
from django.utils.translation import get_language

LANGUAGE_CODES = tuple(code for code, _name in settings.LANGUAGES)


class Text(NamedTuple):
    """A text and the language that it is in, for the ``lang`` attribute."""

    text: str
    lang: str

    def __str__(self) -> str:
        return self.text


def current_language() -> str:
    """The reader's language, always one of the site's own (``sv`` or ``en``)."""
    code = (get_language() or settings.LANGUAGE_CODE).split("-")[0]
    return code if code in LANGUAGE_CODES else settings.LANGUAGE_CODE


def in_language(instance, field: str, lang: str | None = None) -> Text:
    """Read a ``_sv``/``_en`` pair; an empty one falls back to the other."""
    wanted = lang or current_language()
    for code in (wanted, *(c for c in LANGUAGE_CODES if c != wanted)):
        if text := getattr(instance, f"{field}_{code}"):
            return Text(text, code)
    return Text("", wanted)


class Bilingual:
    """A class attribute that reads the pair ``<field>_sv``/``<field>_en``.

    ``claim = Bilingual()`` gives ``instance.claim`` as a :class:`Text` in the
    reader's language, or in the other one where it is empty.
    """

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, instance, owner=None):
        return self if instance is None else in_language(instance, self.name)
