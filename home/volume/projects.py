"""Projects that nobody has started, with every relation that a project may have."""

from dataclasses import dataclass, field
from decimal import Decimal
from itertools import chain
from random import Random
from typing import NamedTuple

from django.utils.text import slugify

from projects.coverage import Coverage
from projects.models import (
    Need,
    NeedState,
    Procedure,
    ProjectPage,
    ProjectRecord,
    Status,
)

from .chances import Zipf, lots
from .coverage import covered_by, explain, history
from .keys import volume_key
from .organisations import Sections
from .project_rows import ProjectRows
from .stock import Stock, names_of
from .storing import Rows, Shelf, publish, store_pages

#: The share of projects that stand in both languages, and that began in English.
TRANSLATED = 0.75
IN_ENGLISH_FIRST = 0.1
_DRAFTS = 0.02


class Facts(NamedTuple):
    """What a source page's rows are made from; ``rows`` has a list for each kind."""

    page: ProjectPage
    tags: list
    rows: list[list]
    coverage: Coverage
    rng: Random


@dataclass
class ProjectsBatch:
    """What is made for one batch, before it is stored."""

    stock: Stock
    sections: Sections
    organisations: Zipf
    records: list[ProjectRecord] = field(default_factory=list)
    pages: list[ProjectPage] = field(default_factory=list)
    shelves: dict[int, Shelf] = field(default_factory=dict)
    facts: list[Facts] = field(default_factory=list)

    def add(self, number: int) -> None:
        seed = self.stock.size.seed
        rng = lots(seed, "project", number)
        key = volume_key("project", seed, number)
        tags = self.stock.tags.some(rng, 1, 7)
        organisation = self.organisations.one(rng)
        live = rng.random() >= _DRAFTS
        langs = ("en", "sv") if rng.random() < IN_ENGLISH_FIRST else ("sv", "en")
        maker = ProjectRows(self.stock, self.organisations)
        source, *others = langs if rng.random() < TRANSLATED else langs[:1]
        for lang in (source, *others):
            texts = _texts(self.stock, rng, lang, tags)
            page = ProjectPage(
                slug=f"{slugify(texts['title'])[:60]}-{seed}-{number}",
                locale=self.sections.locales[lang],
                translation_key=key,
                **texts,
            )
            if lang == source:
                page.coordinator = organisation
                _fill_facts(page, rng, number)
                inline = list(maker.inline(page, number, tags, rng))
                coverage = covered_by(chain.from_iterable(inline), tags)
                explain(page, coverage, self.stock, rng)
                self.facts.append(Facts(page, tags, inline, coverage, rng))
                self.records.append(
                    ProjectRecord(
                        key=key, label=page.title, source_locale_id=page.locale_id
                    )
                )
            else:
                page.hidden_with_source = not live
            publish(page, rng, live=live)
            shelf = self.sections.shelf(organisation, lang)
            shelf.put(page)
            self.shelves[shelf.parent.pk] = shelf
            self.pages.append(page)

    def store(self) -> int:
        """Write it all; how many pages it was."""
        ProjectRecord.objects.bulk_create(self.records)
        store_pages(self.pages, self.shelves.values())
        rows = Rows()
        for page, tags, inline, coverage, rng in self.facts:
            rows.many(ProjectPage.tags, page, tags)
            rows.many(ProjectPage.subjects, page, self.stock.subjects.some(rng, 0, 2))
            if not page.citywide:
                districts = self.stock.districts.some(rng, 0, 2)
                rows.many(ProjectPage.districts, page, districts)
            for kind in inline:
                rows.inline(page, kind)
                _settle(rows, page, kind, rng)
            rows.add(*history(page, coverage, rng))
        rows.store()
        return len(self.pages)


def _settle(rows: Rows, page: ProjectPage, inline: list, rng: Random) -> None:
    """Some needs are met by now."""
    for row in inline:
        if isinstance(row, Need) and rng.random() < 0.15:
            rows.add(
                NeedState(
                    record_id=page.translation_key,
                    need_key=row.key,
                    state=NeedState.State.FILLED,
                )
            )


def _texts(stock: Stock, rng: Random, lang: str, tags: list) -> dict[str, str]:
    writer, about = stock.writers[lang], names_of(tags, lang)
    return {
        "title": writer.title(rng, about)[:255],
        "summary": writer.sentences(rng, about, 2)[:500],
        "purpose": writer.paragraphs(rng, about, 4),
        "results": writer.paragraphs(rng, about, 3),
        "approach": writer.paragraphs(rng, about, 4),
        "body": writer.paragraphs(rng, about, 3, 3) if rng.random() < 0.4 else "",
    }


def _fill_facts(page: ProjectPage, rng: Random, number: int) -> None:
    start = rng.randint(1998, 2026)
    page.start = f"{start}-{rng.randint(1, 12):02}"
    if rng.random() < 0.85:
        page.end = f"{start + rng.randint(1, 6)}-{rng.randint(1, 12):02}"
    page.status = rng.choice(Status.values)
    page.status_as_of = "2026-05"
    page.citywide = rng.random() < 0.1
    if rng.random() < 0.5:
        page.latitude = Decimal(rng.randrange(5_923_000, 5_942_000)) / 100_000
        page.longitude = Decimal(rng.randrange(1_775_000, 1_820_000)) / 100_000
    if rng.random() < 0.1:
        page.procedure = rng.choice(Procedure.values)
        page.plan_case_number = f"PROV {start}-{number:06}"
