"""Concepts, one at a time and as a small vocabulary."""

from itertools import count

from taxonomy.data_files import read_schemes
from taxonomy.loading import load_schemes
from taxonomy.models import Concept, Label, Scheme

_number = count(1)


def make_concept(scheme="prov", notation="", *, sv="", en="", **fields) -> Concept:
    """A saved concept with a preferred label in each language that is given."""
    notation = notation or f"prov-{next(_number)}"
    concept = Concept.objects.create(
        scheme=Scheme.objects.get_or_create(slug=scheme, defaults={"title_sv": scheme})[
            0
        ],
        notation=notation,
        **fields,
    )
    Label.objects.bulk_create(
        Label(concept=concept, language=language, kind=Label.Kind.PREF, text=text)
        for language, text in (("sv", sv or notation.capitalize()), ("en", en))
        if text
    )
    return concept


def load_all() -> None:
    """Everything that the project ships."""
    load_schemes(read_schemes().values())
