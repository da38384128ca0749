"""The demonstration's experts: people of Stockholm who are no longer alive."""

from django.utils.html import escape
from django.utils.safestring import mark_safe

from home.site_plan import stable_key
from people.models import (
    LegalBasis,
    PersonCompetence,
    PersonPage,
    PersonRecord,
    PersonSource,
)

from .facts import LANGUAGES, Concepts, digest, pair, read, text
from .organisations import Sections
from .placing import Places

WORKS_HEADING = {"sv": "I urval", "en": "Selected works"}


def person_key(name: str):
    return stable_key("person", name)


def people() -> list[dict]:
    return read("people")["people"]


def load_person(item: dict, sections: Sections, concepts: Concepts, places: Places):
    """Make or renew a profile's pages; never open to introductions."""
    key = person_key(item["id"])
    note = read("people")["editorial_note"]
    if places.find(key, "sv") is None and (key, "sv") not in places.entries:
        PersonRecord.objects.get_or_create(
            key=key,
            defaults={
                "source_locale": places.locales["sv"],
                "label": item["name"],
                "legal_basis": LegalBasis.DECEASED,
                "open_to_introductions": False,
            },
        )
    for lang in LANGUAGES:

        def fill(page: PersonPage, lang=lang):
            _fill_texts(page, item, note, lang)
            if lang == "sv":
                _fill_facts(page, item, sections, concepts)

        places.place(
            model=PersonPage,
            key=key,
            lang=lang,
            name=item["name"],
            parent=sections.parent(item["organisation"], lang),
            digest=digest(item, note, lang),
            fill=fill,
        )


def _fill_texts(page: PersonPage, item: dict, note: dict, lang: str) -> None:
    page.title = item["name"]
    page.role = text(item, "role", lang)
    page.summary = text(item, "lead", lang)
    page.body = f"<p>{escape(text(item, 'bio', lang))}</p>{_works(item, lang)}"
    page.editorial_note = " ".join(filter(None, [text(item, "note", lang), note[lang]]))


def _works(item: dict, lang: str) -> str:
    """The works that the sources confirm, as a list; nothing when there are none."""
    rows = []
    for work in item.get("works", []):
        place = text(work, "place", lang) or text(work, "place", "sv")
        title = text(work, "title", lang) or text(work, "title", "sv")
        words = ", ".join(filter(None, [title, place, str(work["year"])]))
        rows.append(f"<li>{escape(words)}</li>")
    if not rows:
        return ""
    return mark_safe(  # noqa: S308 - every text in it is escaped above
        f"<h2>{WORKS_HEADING[lang]}</h2><ul>{''.join(rows)}</ul>"
    )


def _fill_facts(page, item: dict, sections: Sections, concepts: Concepts) -> None:
    page.family_name = item.get("family_name", "")
    page.born, page.died = item["born"], item["died"]
    page.organisation = sections.organisations[item["organisation"]]
    page.languages = item["languages"]
    page.offers = item["offers"]
    page.tags = concepts.all("sustainability", item["tags"])
    page.districts = concepts.all("districts", item.get("districts", []))
    page.competences = [
        PersonCompetence(
            concept=concepts.get("competences", row["concept"]),
            level=row["level"],
            sort_order=order,
            **pair(row, "evidence"),
        )
        for order, row in enumerate(item["competences"])
    ]
    page.sources = [
        PersonSource(sort_order=order, **row)
        for order, row in enumerate(item["sources"])
    ]
