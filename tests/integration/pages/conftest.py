"""A city with one of everything, and the numbers turned up where rows may be many."""

from dataclasses import dataclass

import pytest
from django.core.cache import cache

from people.models import HiddenCompetence, PersonCompetence, PersonRecord, PersonSource
from projects.models import (
    AspectClaim,
    AspectExemption,
    CaseNumber,
    Decision,
    Funding,
    Need,
    Output,
    Partner,
    ProjectSource,
    TeamMember,
)
from taxonomy.models import Concept, Label, Scheme
from tests.factories.tree import Tree, build_tree

EVIDENCE = [{"type": "evidence", "value": {"title": "Mätningen", "year": 2020}}]


def concept(scheme: str, notation: str, text: str, **fields) -> Concept:
    """A concept with Swedish and English names."""
    owner, _made = Scheme.objects.get_or_create(
        slug=scheme, defaults={"title_sv": scheme}
    )
    made = Concept.objects.create(scheme=owner, notation=notation, **fields)
    Label.objects.create(concept=made, language="sv", kind="pref", text=text)
    Label.objects.create(concept=made, language="en", kind="pref", text=f"{text} (en)")
    return made


@dataclass
class City:
    tree: Tree
    tag: Concept
    subject: Concept
    district: Concept
    known: Concept
    secret: Concept

    def person(self, title="Prova Testsson", **fields):
        page = self.tree.person(title, live=False, **fields)
        page.role = "Provare"
        page.tags = [self.tag]
        page.districts = [self.district]
        page.competences = [
            PersonCompetence(concept=self.known, level=4, evidence_sv="Provkatalogen"),
            PersonCompetence(concept=self.secret, level=1),
        ]
        page.sources = [PersonSource(title="Provarnas lexikon")]
        page.save_revision().publish()
        record = PersonRecord.objects.get(pk=page.translation_key)
        HiddenCompetence.objects.create(record=record, concept=self.secret)
        return type(page).objects.get(pk=page.pk)

    def project(self, title="Provprojektet", *, rows=1, team=(), live=True):
        """A project with ``rows`` of each kind of inline row."""
        tree, owner = self.tree, self.tree.organisation
        page = tree.project(
            title,
            live=False,
            coordinator=owner,
            summary="Ett projekt i prov.",
            purpose="<p>Att prova.</p>",
            latitude="59.31000",
            longitude="18.07000",
            start="2020",
            status="ongoing",
        )
        numbers = range(rows)
        page.tags, page.subjects = [self.tag], [self.subject]
        page.districts = [self.district]
        page.case_numbers = [
            CaseNumber(registry="Provverket", number=f"{page.pk}-{n}") for n in numbers
        ]
        page.partners = [Partner(organisation=owner, role_sv="Part") for n in numbers]
        page.funding = [Funding(funder=owner, amount=1000 + n) for n in numbers]
        page.team = [TeamMember(person_id=p.translation_key) for p in team]
        page.decisions = [
            Decision(date="2021-02", body="Nämnden", title_sv=f"Beslut {n}")
            for n in numbers
        ]
        page.outputs = [Output(title_sv=f"Rapport {n}") for n in numbers]
        page.sources = [ProjectSource(title=f"Källa {n}") for n in numbers]
        page.needs = [Need(competence=self.known) for n in numbers]
        page.claims = [
            AspectClaim(tag=self.tag, claim_sv=f"Vi provar {n}", evidence=EVIDENCE)
            for n in numbers
        ]
        page.exemptions = [AspectExemption(aspect="economic", reason_sv="Inget.")]
        if live:
            page.save_revision().publish()
        else:
            page.save_revision()
        return type(page).objects.get(pk=page.pk)


@pytest.fixture
def city(db) -> City:
    cache.clear()
    district = concept(
        "districts", "provdal", "Provdal", details={"point": [18.0, 59.3]}
    )
    concept("districts", "provnas", "Provnäs", details={"point": [18.1, 59.35]})
    return City(
        tree=build_tree(),
        tag=concept(
            "sustainability", "grona-prov", "Gröna prov", aspect="environmental"
        ),
        subject=concept("subjects", "101", "Provlära"),
        district=district,
        known=concept("competences", "k-prov", "Provning", aspect="environmental"),
        secret=concept("competences", "k-hemlig", "Hemlig kunskap"),
    )
