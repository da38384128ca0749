"""Which of the people who could help are looked at: filters, in the address."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import OuterRef, QuerySet, TextField
from django.db.models.expressions import Exists
from django.db.models.functions import Cast
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from people.models import Level, PersonPage, PersonRecord, Sector
from taxonomy.index import ConceptIndex, IndexedConcept

NAMES = {
    "sector": gettext_lazy("Sector"),
    "district": gettext_lazy("District"),
    "level": gettext_lazy("Level at least"),
}


@dataclass(frozen=True, slots=True)
class Narrowing:
    """Empty: everybody. ``notices`` say what was asked for and is not known."""

    sector: str = ""
    district: IndexedConcept | None = None
    level: int = 0
    notices: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        return not (self.sector or self.district or self.level)

    def among(self, people: QuerySet[PersonPage]) -> QuerySet[PersonPage]:
        """Nobody is found, or counted, by what they hide."""
        if self.sector:
            people = people.filter(
                _shows("organisation"), organisation__sector=self.sector
            )
        if self.district:
            people = people.filter(_shows("districts"), districts=self.district.id)
        return people


def parse_narrowing(parameters: Mapping[str, str], concepts: ConceptIndex) -> Narrowing:
    """Read an address; what is not known is left out, and a notice says so."""
    sector = parameters.get("sector", "").strip()
    district = parameters.get("district", "").strip()
    level = parameters.get("level", "").strip()
    found = concepts.find("districts", district) if district else None
    known = {
        "sector": sector if sector in Sector.values else "",
        "district": found,
        "level": int(level) if level in map(str, Level.values) else 0,
    }
    asked = {"sector": sector, "district": district, "level": level}
    unknown = [str(NAMES[name]) for name in NAMES if asked[name] and not known[name]]
    notices = ()
    if unknown:
        left_out = _("Not known, and left out: %(names)s.")
        notices = (left_out % {"names": ", ".join(unknown)},)
    return Narrowing(**known, notices=notices)


def _shows(fact: str) -> Exists:
    """Whether a profile's page shows a fact (a key of ``PersonRecord.HIDEABLE``)."""
    hides = PersonRecord.objects.annotate(
        hidden=Cast("hidden_fields", TextField())
    ).filter(pk=OuterRef("translation_key"), hidden__contains=f'"{fact}"')
    return ~Exists(hides)
