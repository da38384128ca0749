"""Which open needs are looked at: filters, in the address of a list or a feed."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from people.models import Sector
from taxonomy.index import ConceptIndex, IndexedConcept

from .coverage import ASPECTS
from .models import Need, Partner, ProjectPage
from .models.needs import Importance
from .queries import open_needs, public_sources

#: In an address: ?competence=ekologi&aspect=environmental …
NAMES = {
    "competence": gettext_lazy("Competence"),
    "aspect": gettext_lazy("Aspect"),
    "district": gettext_lazy("District"),
    "sector": gettext_lazy("Sector of the project"),
    "importance": gettext_lazy("Importance"),
}


@dataclass(frozen=True, slots=True)
class NeedChoice:
    """Empty: every open need. ``notices`` say what was asked for and is not known."""

    competence: IndexedConcept | None = None
    aspect: str = ""
    district: IndexedConcept | None = None
    sector: str = ""
    importance: str = ""
    notices: tuple[str, ...] = ()

    @property
    def made(self) -> dict[str, str]:
        """Parameter → value of what is chosen."""
        values = ((name, getattr(self, name)) for name in NAMES)
        return {
            name: value.notation if isinstance(value, IndexedConcept) else value
            for name, value in values
            if value
        }

    @property
    def query(self) -> str:
        return urlencode(self.made)


def parse_need_choice(
    parameters: Mapping[str, str], concepts: ConceptIndex
) -> NeedChoice:
    """Read an address; what is not known is left out, and a notice says so."""
    asked = {name: parameters.get(name, "").strip() for name in NAMES}
    known = {
        "competence": concepts.find("competences", asked["competence"]),
        "aspect": asked["aspect"] if asked["aspect"] in ASPECTS else "",
        "district": concepts.find("districts", asked["district"]),
        "sector": asked["sector"] if asked["sector"] in Sector.values else "",
        "importance": (
            asked["importance"] if asked["importance"] in Importance.values else ""
        ),
    }
    unknown = [str(NAMES[name]) for name in NAMES if asked[name] and not known[name]]
    left_out = _("Not known, and left out: %(names)s.")
    notices = (left_out % {"names": ", ".join(unknown)},) if unknown else ()
    return NeedChoice(**known, notices=notices)


def sought_needs(
    choice: NeedChoice, concepts: ConceptIndex, *, visible: Q | None = None
) -> QuerySet[Need]:
    """The open needs of public projects whose time has not passed, newest first."""
    projects = _projects(choice, public_sources(visible))
    needs = open_needs(projects).exclude(until__lt=timezone.localdate())
    if choice.competence:
        needs = needs.filter(
            competence__in=concepts.descendants([choice.competence.id])
        )
    if choice.aspect:
        bearing = [
            concept.id
            for concept in concepts
            if concept.scheme == "competences"
            and concepts.aspect_of(concept.id) == choice.aspect
        ]
        needs = needs.filter(competence__in=bearing)
    if choice.importance:
        needs = needs.filter(importance=choice.importance)
    return needs


def _projects(
    choice: NeedChoice, projects: QuerySet[ProjectPage]
) -> QuerySet[ProjectPage]:
    if choice.district:
        projects = projects.filter(districts=choice.district.id)
    if choice.sector:
        partner = Partner.objects.filter(
            page=OuterRef("pk"), organisation__sector=choice.sector
        )
        projects = projects.filter(
            Q(coordinator__sector=choice.sector) | Exists(partner)
        )
    return projects
