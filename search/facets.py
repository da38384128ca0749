"""What facets and their values are called, and in which order they stand."""

from collections.abc import Callable, Mapping

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from core.languages import Text
from language import sort_key
from people.models import Organisation, Sector
from projects.coverage import ASPECTS
from projects.models import Status
from search.query import SearchQuery
from search.response import Facet, FacetValue
from taxonomy.index import ConceptIndex
from taxonomy.models import Aspect
from taxonomy.queries import concept_index

TYPE_NAMES = {
    "project": gettext_lazy("Project"),
    "person": gettext_lazy("Expert"),
    "organisation": gettext_lazy("Organisation"),
    "concept": gettext_lazy("Subject"),
    "page": gettext_lazy("Page"),
}
FACET_NAMES = {
    "type": pgettext_lazy("kind of thing", "Type"),
    "aspect": gettext_lazy("Aspect"),
    "missing": gettext_lazy("Aspect that is missing"),
    "theme": gettext_lazy("Theme"),
    "goal": gettext_lazy("Global Goals"),
    "district": gettext_lazy("District"),
    "sector": gettext_lazy("Sector"),
    "status": gettext_lazy("Status"),
    "period": gettext_lazy("Period"),
    "concept": gettext_lazy("Subject"),
    "need": gettext_lazy("Needs"),
    "organisation": gettext_lazy("Organisation"),
}
#: Facets whose values have an order of their own; the others go by count.
_ORDERED = {
    "type": tuple(TYPE_NAMES),
    "aspect": ASPECTS,
    "missing": ASPECTS,
    "sector": tuple(Sector.values),
    "status": tuple(Status.values),
}


def facets_of(
    query: SearchQuery, counts: Mapping[str, Mapping[str, int]]
) -> tuple[Facet, ...]:
    """The facets with anything to choose, what is chosen among it even at 0."""
    facets = []
    concepts = concept_index()
    for name in query.facets:
        chosen = query.filters.get(name, ())
        found = {**dict.fromkeys(chosen, 0), **counts.get(name, {})}
        if not found:
            continue
        values = []
        for value, count in found.items():
            label = value_name(name, value, query.lang, concepts)
            values.append(
                FacetValue(
                    value=value,
                    label=label.text,
                    count=count,
                    selected=value in chosen,
                    lang="" if label.lang == query.lang else label.lang,
                )
            )
        values.sort(key=_order(name, query.lang))
        facets.append(Facet(name, str(FACET_NAMES[name]), tuple(values)))
    return tuple(facets)


def _order(name: str, lang: str) -> Callable[[FacetValue], tuple]:
    if name in _ORDERED:
        places = {value: place for place, value in enumerate(_ORDERED[name])}
        return lambda value: (places.get(value.value, len(places)), value.value)
    if name == "goal":
        return lambda value: (len(value.value), value.value)
    if name == "period":
        return lambda value: tuple(-ord(char) for char in value.value)
    return lambda value: (-value.count, sort_key(value.label, lang))


def value_name(name: str, value: str, lang: str, concepts: ConceptIndex) -> Text:
    """A value as a reader sees it; as it is written where nobody knows it."""
    match name:
        case "type":
            return Text(str(TYPE_NAMES.get(value, value)), lang)
        case "aspect" | "missing":
            return Text(_choice(Aspect, value), lang)
        case "sector":
            return Text(_choice(Sector, value), lang)
        case "status":
            return Text(_choice(Status, value), lang)
        case "period":
            return Text(value.replace("-", "–"), lang)
        case "theme":
            return _concept(concepts, "sustainability", value, lang)
        case "district":
            return _concept(concepts, "districts", value, lang)
        case "goal":
            goal = _concept(concepts, "sdg", value, lang)
            return Text(f"{value} {goal.text}", goal.lang)
        case "concept" | "need":
            scheme, _colon, notation = value.partition(":")
            return _concept(concepts, scheme, notation, lang)
        case "organisation":
            return _organisation(value, lang)
    return Text(value, lang)


def _choice(choices, value: str) -> str:
    return str(choices(value).label) if value in choices.values else value


def _concept(concepts: ConceptIndex, scheme: str, notation: str, lang: str) -> Text:
    concept = concepts.find(scheme, notation)
    return concept.name_in(lang) if concept else Text(notation, lang)


def _organisation(value: str, lang: str) -> Text:
    organisation = None
    if value.isascii() and value.isdigit() and len(value) < 12:
        organisation = Organisation.objects.filter(pk=int(value)).first()
    return organisation.name if organisation else Text(_("Unknown organisation"), lang)
