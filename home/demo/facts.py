"""Reading the facts of the demonstration (``home/data/demo/*.json``).

Texts are ``{"sv": …, "en": …}``; a language that is not there is not written.
Concepts are named by their notation, organisations by their id in the file.
"""

import hashlib
import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from taxonomy.models import Concept

DATA = Path(__file__).parents[1] / "data" / "demo"
LANGUAGES = ("sv", "en")

#: Raise it when the loader makes something else of the same facts.
FORM = 1


class DemoError(Exception):
    """The facts cannot be loaded; the message says why."""


@cache
def read(name: str) -> dict:
    """The content of one file, such as ``"projects"``."""
    return json.loads((DATA / f"{name}.json").read_text(encoding="utf-8"))


def digest(*parts) -> str:
    """A fingerprint of facts: equal facts have equal digests (SHA-256, hex)."""
    text = json.dumps([FORM, *parts], sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def text(facts: dict, name: str, lang: str) -> str:
    return facts.get(name, {}).get(lang, "")


def pair(facts: dict, name: str, field: str | None = None) -> dict[str, str]:
    """A text as the two fields of a row: ``claim`` → ``claim_sv``, ``claim_en``."""
    return {f"{field or name}_{lang}": text(facts, name, lang) for lang in LANGUAGES}


class Concepts:
    """The vocabularies' concepts by (scheme, notation), in one query."""

    def __init__(self):
        self._found = {
            (scheme, notation): pk
            for scheme, notation, pk in Concept.objects.order_by().values_list(
                "scheme__slug", "notation", "pk"
            )
        }
        self._objects = Concept.objects.select_related("scheme").in_bulk(
            set(self._found.values())
        )

    def get(self, scheme: str, notation: str) -> Concept:
        try:
            return self._objects[self._found[scheme, notation]]
        except KeyError:
            raise DemoError(
                f"The vocabulary “{scheme}” has no “{notation}”. "
                "Run `manage.py load_vocabulary` first."
            ) from None

    def all(self, scheme: str, notations: Iterable[str]) -> list[Concept]:
        return [self.get(scheme, notation) for notation in notations]
