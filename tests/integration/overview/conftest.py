"""A small city with something of everything, and a plain count of it."""

from dataclasses import dataclass
from datetime import timedelta
from itertools import cycle, islice
from uuid import UUID

import pytest
from django.core.cache import cache
from django.utils import timezone

from overview.models import CityPicturePage, NeedOpened
from people.models import HiddenCompetence, Organisation, PersonCompetence, PersonRecord
from projects.models import (
    AspectClaim,
    AspectExemption,
    Need,
    NeedState,
    Partner,
    PhasePeriod,
)
from taxonomy.models import Concept
from tests.factories.taxonomy import make_concept
from tests.factories.tree import Tree, build_tree

EVIDENCE = [{"type": "evidence", "value": {"title": "Mätningen"}}]


@dataclass
class PictureCity:
    tree: Tree
    tags: dict[str, Concept]
    districts: list[Concept]
    phases: list[Concept]
    competences: list[Concept]
    organisations: list[Organisation]
    page: CityPicturePage

    def project(
        self,
        title,
        *,
        districts=(),
        claims=(),
        exempt=(),
        needs=(),
        partners=(),
        phase=None,
        live=True,
        **facts,
    ):
        """``claims``: (aspect, with evidence); ``needs``: (competence, how many)."""
        page = self.tree.project(title, live=False, **facts)
        page.districts = list(districts)
        page.claims = [
            AspectClaim(tag=self.tags[aspect], evidence=EVIDENCE if shown else [])
            for aspect, shown in claims
        ]
        page.exemptions = [
            AspectExemption(aspect=one, reason_sv="Nej") for one in exempt
        ]
        page.needs = [Need(competence=one, count=count) for one, count in needs]
        page.partners = [Partner(organisation=one) for one in partners]
        if phase:
            page.phase_periods = [
                PhasePeriod(phase=phase, starts=timezone.localdate() - timedelta(1))
            ]
        revision = page.save_revision()
        if live:
            revision.publish()
        return type(page).objects.get(pk=page.pk)

    def person(
        self, title, *, knows=(), districts=(), hides=(), rights=None, live=True
    ):
        page = self.tree.person(title, live=False)
        page.districts = list(districts)
        page.competences = [PersonCompetence(concept=one) for one in knows]
        revision = page.save_revision()
        if live:
            revision.publish()
        record = PersonRecord.objects.get(pk=page.translation_key)
        for concept in hides:
            HiddenCompetence.objects.create(record=record, concept=concept)
        for name, value in (rights or {}).items():
            setattr(record, name, value)
        record.save()
        return type(page).objects.get(pk=page.pk)

    def people(self, count, **facts):
        return [self.person(f"Prova Testsson {n}", **facts) for n in range(count)]


def settle(need_key: UUID, record: UUID, state: str) -> None:
    NeedState.objects.create(record_id=record, need_key=need_key, state=state)


def long_ago(page, *, days: int) -> None:
    """As if the project was published, and its needs written, so long ago."""
    then = timezone.now() - timedelta(days=days)
    type(page).objects.filter(pk=page.pk).update(first_published_at=then)
    keys = page.needs.values("key")
    NeedOpened.objects.filter(need_key__in=keys).update(opened_at=then)


@pytest.fixture
def city(db) -> PictureCity:
    cache.clear()
    tree = build_tree()
    made = PictureCity(
        tree=tree,
        tags={
            aspect: make_concept("sustainability", f"tagg-{aspect}", aspect=aspect)
            for aspect in ("sociocultural", "environmental", "economic")
        },
        districts=[
            make_concept("districts", name, order=n)
            for n, name in enumerate(("provdal", "provnas", "provo"))
        ],
        phases=[
            make_concept("phases", name, order=n)
            for n, name in enumerate(("samrad", "granskning"))
        ],
        competences=[
            make_concept("competences", f"k-{n}", aspect=aspect)
            for n, aspect in enumerate(("environmental", "economic", ""))
        ],
        organisations=[
            Organisation.objects.create(name_sv=f"Provbolaget {n}", sector=sector)
            for n, sector in enumerate(("city", "company", "university"))
        ],
        page=tree.home.add_child(
            instance=CityPicturePage(title="Stadens bild", slug="stadens-bild")
        ),
    )
    made.page.save_revision().publish()
    return made


@pytest.fixture
def full(city) -> PictureCity:
    """Twelve projects and twenty people, no two alike, and some that do not count."""
    aspects = ["sociocultural", "environmental", "economic"]
    for n in range(12):
        page = city.project(
            f"Projekt {n}",
            districts=city.districts[: n % 4],
            claims=[
                (aspect, (n + i) % 2 == 0)
                for i, aspect in enumerate(aspects)
                if (n >> i) % 2
            ],
            exempt=["economic"] if n % 5 == 0 else [],
            needs=[(one, 1 + n % 3) for one in city.competences[: n % 3]],
            partners=city.organisations[: n % 4],
            coordinator=city.organisations[n % 3] if n % 4 else None,
            phase=city.phases[n % 2] if n % 3 == 0 else None,
            citywide=n % 6 == 0,
            status=["", "ongoing", "completed"][n % 3],
            start=["", "2012", "2017-05", "2021"][n % 4],
            end=["2019-02", "2019-02", "", ""][n % 4],
        )
        if n % 3 == 1:
            long_ago(page, days=40)
        if n == 5:
            key = page.needs.first().key
            settle(key, page.translation_key, NeedState.State.FILLED)
    places = islice(cycle([(0,), (0, 1), (), (2,), (0, 1, 2)]), 20)
    for n, at in enumerate(places):
        city.person(
            f"Prova Testsson {n}",
            knows=city.competences[: 1 + n % 3],
            districts=[city.districts[i] for i in at],
            hides=city.competences[:1] if n % 7 == 0 else [],
            rights={
                "hidden_fields": ["districts"] if n % 6 == 0 else [],
                "open_to_introductions": n % 2 == 0,
                "paused_until": timezone.localdate() if n % 8 == 0 else None,
            },
        )
    withdrawn = {"withdrawn_on": timezone.localdate()}
    city.person("Borta Testsson", knows=city.competences, rights=withdrawn)
    city.person("Utkast Testsson", knows=city.competences, live=False)
    city.project("Utkast", claims=[("economic", True)], live=False)
    city.tree.translate(city.project("Tvåspråkigt", needs=[(city.competences[0], 1)]))
    return city
