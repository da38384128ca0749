"""What of the city is looked at: five choices, all in the address."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from urllib.parse import urlencode

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.languages import Text, current_language
from people.models import Sector
from projects.coverage import ASPECTS
from projects.models import Status
from taxonomy.index import ConceptIndex, IndexedConcept
from taxonomy.models import Aspect
from taxonomy.queries import concept_index

#: Years of a period, as search has them: 2010-2014, 2015-2019 …
PERIOD = 5
_YEARS = re.compile(r"([0-9]{4})-([0-9]{4})")

#: A project without a plan process stands in the phase that its status says.
NO_STATUS = "unknown"
#: A detailed plan of which no phase runs today, or none is dated.
NO_PHASE_NOW = "between"
STATUS_NAMES = {
    **{status.value: status.label for status in Status},
    NO_STATUS: gettext_lazy("Status not stated"),
}
#: In an address: /?aspect=economic&district=farsta …
NAMES = {
    "aspect": gettext_lazy("Aspect"),
    "district": gettext_lazy("District"),
    "phase": gettext_lazy("Phase"),
    "sector": gettext_lazy("Sector"),
    "period": gettext_lazy("Period"),
}


@dataclass(frozen=True, slots=True)
class Choice:
    """Empty: everything. ``notices`` say what was asked for and is not known."""

    aspect: str = ""
    district: IndexedConcept | None = None
    #: A plan phase's identifier, a status, or one of the constants above.
    phase: str = ""
    sector: str = ""
    period: str = ""
    notices: tuple[str, ...] = ()

    def value(self, name: str) -> str:
        value = getattr(self, name)
        return value.notation if isinstance(value, IndexedConcept) else value

    @property
    def made(self) -> dict[str, str]:
        """Parameter → value of what is chosen."""
        return {name: value for name in NAMES if (value := self.value(name))}

    @property
    def query(self) -> str:
        return urlencode(self.made)

    @property
    def years(self) -> tuple[str, str] | None:
        match = _YEARS.fullmatch(self.period)
        return (match[1], match[2]) if match else None


def parse_choice(parameters: Mapping[str, str]) -> Choice:
    """Read an address; what is not known is left out, and a notice says so."""
    concepts, chosen, unknown = concept_index(), {}, []
    for field in fields(Choice):
        text = parameters.get(field.name, "").strip()
        if field.name not in NAMES or not text:
            continue
        value = _read(field.name, text, concepts)
        if value:
            chosen[field.name] = value
        else:
            unknown.append(str(NAMES[field.name]))
    notices = []
    if unknown:
        notices.append(
            _("Not known, and left out: %(names)s.") % {"names": ", ".join(unknown)}
        )
    return Choice(**chosen, notices=tuple(notices))


def _read(name: str, text: str, concepts: ConceptIndex):
    """The value that the text stands for, or nothing."""
    match name:
        case "district":
            found = concepts.find("districts", text)
            return found and concepts.current(found.id)
        case "period":
            years = _YEARS.fullmatch(text)
            low = int(years[1]) if years else 1
            whole = low % PERIOD == 0 and int(years[2]) == low + PERIOD - 1
            return text if whole else None
        case _:
            return text if text in options(name, concepts) else None


def options(name: str, concepts: ConceptIndex) -> dict[str, Text]:
    """Value → its name, of every choice but the period."""
    lang = current_language()
    match name:
        case "aspect":
            return {a: Text(str(Aspect(a).label), lang) for a in ASPECTS}
        case "district":
            return {c.notation: c.name for c in _roots(concepts, "districts")}
        case "phase":
            return phase_names(concepts)
        case "sector":
            return {s.value: Text(str(s.label), lang) for s in Sector}
    return {}


def phase_names(concepts: ConceptIndex) -> dict[str, Text]:
    """The phases of plans in legal order, then where other projects stand."""
    lang = current_language()
    return {
        **{c.notation: c.name for c in _roots(concepts, "phases")},
        NO_PHASE_NOW: Text(_("Detailed plan, no phase dated today"), lang),
        **{value: Text(str(name), lang) for value, name in STATUS_NAMES.items()},
    }


def periods(first: str, last: str) -> list[str]:
    """The five-year periods from one partial date to another."""
    if not (first and last):
        return []
    low, high = int(first[:4]), int(last[:4])
    return [
        f"{year}-{year + PERIOD - 1}"
        for year in range(low - low % PERIOD, high + 1, PERIOD)
    ]


def _roots(concepts: ConceptIndex, scheme: str) -> list[IndexedConcept]:
    return [concept for concept in concepts.roots(scheme) if not concept.deprecated]
