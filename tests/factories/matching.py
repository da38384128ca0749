"""A project that seeks a competence and misses an aspect, and people beside it."""

from dataclasses import dataclass, field

from core.public import visible_to_all
from matching.finding import Setting
from matching.project import facts_of, wishes_of
from matching.wishes import Vocabulary
from people.models import Organisation, PersonPage, PersonRecord
from projects.models import ProjectPage
from taxonomy.models import Concept, Relation
from taxonomy.queries import concept_index
from tests.factories.taxonomy import make_concept
from tests.factories.tree import Tree, build_tree


@dataclass
class World:
    tree: Tree
    concepts: dict[str, Concept] = field(default_factory=dict)
    organisations: dict[str, Organisation] = field(default_factory=dict)
    project: ProjectPage | None = None

    def person(
        self,
        title: str,
        *known: tuple[str, int],
        sector="university",
        evidence="",
        tags=(),
        districts=(),
        **rights,
    ) -> PersonPage:
        """Knows (notation, level); ``rights`` are the record's fields."""
        page = self.tree.person(
            title, live=False, organisation=self.organisations[sector]
        )
        page.competences = [
            page.competences.model(
                concept=self.concepts[notation], level=level, evidence_sv=evidence
            )
            for notation, level in known
        ]
        page.tags = [self.concepts[tag] for tag in tags]
        page.districts = [self.concepts[district] for district in districts]
        page.save_revision().publish()
        PersonRecord.objects.filter(pk=page.translation_key).update(
            **{"open_to_introductions": True, **rights}
        )
        return PersonPage.objects.get(pk=page.pk)

    def seek(self, page: ProjectPage, *needs: tuple[str, int]) -> ProjectPage:
        page.needs = [
            page.needs.model(competence=self.concepts[notation], level=level)
            for notation, level in needs
        ]
        page.save_revision().publish()
        return ProjectPage.objects.get(pk=page.pk)

    def hide(self, person: PersonPage, notation: str) -> None:
        person.record.hidden_competences.create(concept=self.concepts[notation])

    @property
    def setting(self) -> Setting:
        return Setting.now(visible_to_all(), Vocabulary(concept_index()))

    def asked(self):
        """The project's facts, its wishes and the setting that holds now."""
        setting = self.setting
        facts = facts_of(self.project, setting.vocabulary)
        wishes = wishes_of(self.project, facts, setting.vocabulary, setting.today)
        return facts, wishes, setting


def make_world() -> World:
    """The project seeks the water competence on level 3, in Provdal."""
    made = World(build_tree())
    tag = make_concept("sustainability", "vattentagg", aspect="environmental")
    made.concepts = {
        "vattentagg": tag,
        "vatten": make_concept(
            "competences", "vatten", sv="Vattenkunskap", aspect="environmental"
        ),
        "ekonomi": make_concept(
            "competences", "ekonomi", sv="Provekonomi", aspect="economic"
        ),
        "skyfall": make_concept(
            "competences", "skyfall", sv="Skyfallskunskap", aspect="environmental"
        ),
        "provdal": make_concept("districts", "provdal", sv="Provdal"),
        "provnas": make_concept("districts", "provnas", sv="Provnäs"),
    }
    made.concepts["brunnar"] = make_concept(
        "competences",
        "brunnar",
        sv="Brunnskunskap",
        aspect="environmental",
        broader=made.concepts["vatten"],
    )
    for notation in ("vatten", "skyfall"):
        Relation.objects.create(source=made.concepts[notation], target=tag)
    made.organisations = {
        sector: Organisation.objects.create(name_sv=f"Prov {sector}", sector=sector)
        for sector in ("city", "company", "university", "museum", "civil_society")
    }
    page = made.tree.project("Regnbädden", coordinator=made.organisations["city"])
    page.districts = [made.concepts["provdal"]]
    made.project = made.seek(page, ("vatten", 3))
    return made
