"""People who do not exist: coined names that are nobody's, reserved addresses."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from people.choices import OFFERS, SPOKEN
from people.models import (
    ContactCard,
    HiddenCompetence,
    LegalBasis,
    Level,
    PersonCompetence,
    PersonPage,
    PersonRecord,
    PersonSource,
)
from people.orcid import check_digit

from .chances import Zipf, lots
from .keys import volume_key
from .organisations import Sections
from .stock import Stock, names_of
from .storing import Rows, Shelf, publish, store_pages

_FIRST = [
    begin + end
    for begin in ("Zu", "Vimo", "Que", "Ixo", "Tjo", "Wela", "Yri", "Opha")
    for end in ("zira", "ndor", "varix", "mbelo", "quina", "stavo", "drelle")
]
_FAMILY = [
    f"Prov{begin}{end}"
    for begin in ("dags", "ström", "kvist", "lund", "vret", "hede")
    for end in ("zimmer", "vax", "quell", "wall", "flaxe", "mossa", "plan")
]
_BASES = (
    [LegalBasis.PUBLIC_TASK] * 58 + [LegalBasis.CONSENT] * 38 + [""] * 2 + [None] * 2
)
_ROLES = {
    "sv": "Sakkunnig i {}",
    "en": "Specialist in {}",
}
_LANGUAGES = Zipf(list(SPOKEN), flat=0.5)
#: The share of profiles that stand in English as well.
TRANSLATED = 0.6


@dataclass
class PeopleBatch:
    """What is made for one batch, before it is stored."""

    stock: Stock
    sections: Sections
    organisations: Zipf
    records: list[PersonRecord] = field(default_factory=list)
    pages: list[PersonPage] = field(default_factory=list)
    shelves: dict[int, Shelf] = field(default_factory=dict)
    #: Of each source page, what its rows are made from.
    facts: list[tuple[PersonPage, PersonRecord, Random, list]] = field(
        default_factory=list
    )

    def add(self, number: int) -> None:
        seed = self.stock.size.seed
        rng = lots(seed, "person", number)
        key = volume_key("person", seed, number)
        name = f"{rng.choice(_FIRST)} {rng.choice(_FAMILY)}"
        competences = self.stock.competences.some(rng, 1, 6)
        record = _record(rng, key, name, self.sections.locales["sv"].pk)
        organisation = self.organisations.one(rng)
        langs = ("sv", "en") if rng.random() < TRANSLATED else ("sv",)
        self.records.append(record)
        for lang in langs:
            page = PersonPage(
                title=name,
                slug=f"prov-{seed}-{number}",
                locale=self.sections.locales[lang],
                translation_key=key,
                **_texts(self.stock, rng, lang, competences),
            )
            if lang == "sv":
                page.organisation = organisation
                _fill_facts(page, rng)
                self.facts.append((page, record, rng, competences))
            else:
                page.hidden_with_source = not record.has_basis
            publish(page, rng, live=record.has_basis)
            shelf = self.sections.shelf(organisation, lang)
            shelf.put(page)
            self.shelves[shelf.parent.pk] = shelf
            self.pages.append(page)

    def store(self) -> int:
        """Write it all; how many pages it was."""
        PersonRecord.objects.bulk_create(self.records)
        store_pages(self.pages, self.shelves.values())
        rows = Rows()
        for page, record, rng, competences in self.facts:
            self._add_rows(rows, page, record, rng, competences)
        rows.store()
        return len(self.pages)

    def _add_rows(self, rows: Rows, page, record, rng: Random, competences) -> None:
        rows.many(PersonPage.tags, page, self.stock.tags.some(rng, 0, 5))
        rows.many(PersonPage.subjects, page, self.stock.subjects.some(rng, 0, 2))
        rows.many(PersonPage.districts, page, self.stock.districts.some(rng, 0, 2))
        rows.inline(
            page,
            [
                PersonCompetence(
                    concept_id=concept.pk,
                    level=rng.choice(Level.values),
                    **{
                        f"evidence_{lang}": writer.sentences(rng, (), 1)[:300]
                        for lang, writer in self.stock.writers.items()
                    },
                    source_url="https://evidence.example/",
                )
                for concept in competences
            ],
        )
        rows.inline(
            page,
            [
                PersonSource(title=title, publisher="Provarkivet", year=2020)
                for title in self.stock.writers["sv"].names(rng, rng.randint(0, 2))
            ],
        )
        if rng.random() < 0.1:
            rows.add(
                HiddenCompetence(record_id=record.pk, concept_id=competences[0].pk)
            )
        if record.open_to_introductions:
            rows.add(
                ContactCard(record_id=record.pk, email=f"{page.slug}@prov.example")
            )


def _record(rng: Random, key, name: str, locale: int) -> PersonRecord:
    basis = rng.choice(_BASES)
    given = date(2025, 1, 1) + timedelta(days=rng.randrange(500))
    return PersonRecord(
        key=key,
        label=name,
        source_locale_id=locale,
        legal_basis=LegalBasis.CONSENT if basis is None else basis,
        basis_version="2025-1" if basis != "" else "",
        basis_given_on=given if basis != "" else None,
        # Drawn as None: a consent that was withdrawn.
        withdrawn_on=given + timedelta(days=30) if basis is None else None,
        reconfirm_by=given + timedelta(days=1500),
        informed_on=given,
        hidden_fields=rng.sample(sorted(PersonRecord.HIDEABLE), rng.choice((0, 0, 1))),
        verified_by="Provgranskaren" if rng.random() < 0.5 else "",
        verified_on=given if rng.random() < 0.5 else None,
        open_to_introductions=bool(basis) and rng.random() < 0.5,
    )


def _texts(stock: Stock, rng: Random, lang: str, competences) -> dict[str, str]:
    writer, about = stock.writers[lang], names_of(competences, lang)
    return {
        "role": _ROLES[lang].format(about[0])[:160],
        "summary": writer.sentences(rng, about, 2),
        "body": writer.paragraphs(rng, about, 5, 4),
    }


def _fill_facts(page: PersonPage, rng: Random) -> None:
    page.family_name = page.title.rsplit(" ", 1)[-1]
    page.languages = list(dict.fromkeys(["sv", *_LANGUAGES.some(rng, 0, 3)]))
    page.offers = rng.sample(sorted(OFFERS), rng.randint(0, 3))
    if rng.random() < 0.4:
        page.orcid = _orcid(rng)


def _orcid(rng: Random) -> str:
    """Of the right form, below the numbers that are given to people."""
    base = f"00000000{rng.randrange(10**7):07}"
    digits = base + check_digit(base)
    return "-".join(digits[place : place + 4] for place in range(0, 16, 4))
