"""What was understood of a query, in words for the reader."""

from collections.abc import Iterable

from django.utils.translation import gettext

from language import sort_key
from search.engines import Findings
from search.query.parts import Part
from search.query.understanding import Understanding
from search.response import Understood
from taxonomy.queries import concept_index


def understood(
    understanding: Understanding, findings: Findings, lang: str
) -> tuple[Understood, ...]:
    """Each meaning once, and last those that the reader has undone."""
    holds = understanding.confirmed(findings.numbers, findings.names, findings.unknown)
    return (
        *_told(holds, findings, lang, undone=False),
        *_told(understanding.undone, findings, lang, undone=True),
    )


def _told(
    parts: Iterable[Part], findings: Findings, lang: str, *, undone: bool
) -> list[Understood]:
    alike: dict[str, list[Part]] = {}
    for part in parts:
        alike.setdefault(part.id, []).append(part)
    told = []
    for part_id, own in alike.items():
        first = own[0]
        label, label_lang = _label(own, lang)
        kind = findings.names.get(first.value, "name")
        told.append(
            Understood(
                kind=kind if first.kind == "name" else first.kind,
                text=first.text,
                label=label,
                id=part_id,
                lang="" if label_lang == lang else label_lang,
                undone=undone,
            )
        )
    return told


def _label(parts: list[Part], lang: str) -> tuple[str, str]:
    """What the concepts are called, or else the words as they were written."""
    index = concept_index()
    names = {}
    for part in parts:
        if part.kind in ("concept", "district"):
            scheme, _colon, notation = part.value.partition(":")
            if concept := index.find(scheme, notation):
                name = concept.name_in(lang)
                names[name.text] = name.lang
    if parts[0].kind == "people":
        return gettext("people"), lang
    if not names:
        return parts[0].text, lang
    shown = sorted(names, key=lambda name: sort_key(name, lang))
    langs = set(names.values())
    return ", ".join(shown), langs.pop() if len(langs) == 1 else lang
