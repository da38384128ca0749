"""The list of what is needed now: rows, choices, pages; and the same as data."""

from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.db.models import Count, Q
from django.http import HttpRequest
from django.utils.translation import gettext as _

from core.languages import Text, current_language
from language import sort_key
from matching.counting import helpers_of
from matching.publicly import setting_for, shown_needs
from people.models import Sector
from projects.coverage import ASPECTS
from projects.models.needs import Importance
from projects.sought import NAMES, NeedChoice, sought_needs
from taxonomy.index import ConceptIndex, IndexedConcept
from taxonomy.models import Aspect

PAGE_SIZE = 20


def shown_list(choice: NeedChoice, number: str, action: str, visible: Q) -> dict:
    """The context of ``pages/needed_now.html``. Constant queries."""
    setting = setting_for(visible)
    concepts = setting.vocabulary.concepts
    needs = sought_needs(choice, concepts, visible=visible)
    page = Paginator(needs, PAGE_SIZE).get_page(number)
    rows = shown_needs(page.object_list, visible)
    counts = helpers_of([row.need for row in rows], setting)
    everything = sought_needs(NeedChoice(), concepts, visible=visible)
    sought = dict(
        everything.order_by()
        .values_list("competence_id")
        .annotate(Count("pk", distinct=True))
    )
    return {
        "rows": [{"row": row, "help": counts[row.need.key]} for row in rows],
        "total": page.paginator.count,
        "number": page.number,
        "pages": page.paginator.num_pages,
        "pager": _pager(page, choice, action) if page.has_other_pages() else None,
        "fields": _fields(choice, concepts, sought),
        "chips": _chips(choice, action),
        "choice": choice,
        "notices": choice.notices,
        "action": action,
    }


def as_json(shown: dict, request: HttpRequest) -> dict:
    """Keys of needs are theirs for life."""
    return {
        "total": shown["total"],
        "page": shown["number"],
        "pages": shown["pages"],
        "page_size": PAGE_SIZE,
        "filters": shown["choice"].made,
        "messages": list(shown["notices"]),
        "needs": [_need_as_json(one, request) for one in shown["rows"]],
    }


def _need_as_json(one: dict, request: HttpRequest) -> dict:
    row = one["row"]
    need = row.need
    return {
        "id": str(need.key),
        "competence": {
            "id": row.competence.identifier,
            "name": str(row.competence.name),
            "aspect": row.competence.aspect,
            "url": request.build_absolute_uri(row.competence.get_absolute_url()),
        },
        "project": {
            "id": str(need.page.translation_key),
            "title": row.project.title,
            "url": row.project.get_full_url(request),
        },
        "level": need.level,
        "importance": need.importance,
        "people": need.count,
        "until": need.until and need.until.isoformat(),
        "description": need.description.text,
        "could_help": {"know_it": one["help"].knowing, "near": one["help"].total},
    }


def _fields(choice: NeedChoice, concepts: ConceptIndex, sought: dict) -> list[dict]:
    districts = [
        one for one in concepts if one.scheme == "districts" and not one.deprecated
    ]
    options = {
        "competence": [
            (*_concept(concepts[pk]), number) for pk, number in sought.items()
        ],
        "aspect": [(one, Text(str(Aspect(one).label), "")) for one in ASPECTS],
        "district": [_concept(one) for one in districts],
        "sector": [(value, Text(str(label), "")) for value, label in Sector.choices],
        "importance": [
            (value, Text(str(label), "")) for value, label in Importance.choices
        ],
    }
    if choice.competence and choice.competence.id not in sought:
        options["competence"].append((*_concept(choice.competence), 0))
    options["competence"].sort(
        key=lambda option: sort_key(str(option[1]), current_language())
    )
    return [
        {
            "name": name,
            "label": label,
            "options": [
                {
                    "value": value,
                    "label": f"{text} ({number[0]})" if number else str(text),
                    "lang": _other(text),
                    "chosen": choice.made.get(name) == value,
                }
                for value, text, *number in options[name]
            ],
        }
        for name, label in NAMES.items()
    ]


def _concept(concept: IndexedConcept) -> tuple[str, Text]:
    return concept.notation, concept.name


def _other(text: Text) -> str:
    """The language of a text that is not in the reader's."""
    return text.lang if text.lang and text.lang != current_language() else ""


def _chips(choice: NeedChoice, action: str) -> list[dict]:
    labels = {
        "competence": choice.competence and choice.competence.name,
        "aspect": choice.aspect and Text(str(Aspect(choice.aspect).label), ""),
        "district": choice.district and choice.district.name,
        "sector": choice.sector and Text(str(Sector(choice.sector).label), ""),
        "importance": choice.importance
        and Text(str(Importance(choice.importance).label), ""),
    }
    return [
        {
            "group": NAMES[name],
            "label": str(labels[name]),
            "lang": _other(labels[name]),
            "remove_url": _address(
                action, {k: v for k, v in choice.made.items() if k != name}
            ),
        }
        for name in choice.made
    ]


def _address(action: str, parameters: dict) -> str:
    return f"{action}?{urlencode(parameters)}" if parameters else action


def _pager(page: Page, choice: NeedChoice, action: str) -> dict:
    def url(number: int) -> str:
        step = {"page": number} if number > 1 else {}
        return _address(action, choice.made | step)

    numbers = page.paginator.get_elided_page_range(
        page.number, on_each_side=2, on_ends=1
    )
    return {
        "label": _("Pages"),
        "previous_url": url(page.number - 1) if page.has_previous() else "",
        "next_url": url(page.number + 1) if page.has_next() else "",
        "pages": [
            {"number": n, "url": url(n), "current": n == page.number}
            if isinstance(n, int)
            else {"number": None}
            for n in numbers
        ],
    }
