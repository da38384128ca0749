"""For editors: what a query becomes, and why each hit stands where it stands."""

from django.contrib.auth import get_permission_codename
from django.urls import reverse_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from django.views.generic import TemplateView
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.permissions import policy_registry

from core.languages import LANGUAGE_CODES, current_language
from search.facets import TYPE_NAMES
from search.finding import find, plan_for, understanding_of
from search.models import Pin
from search.query import Plan, parse_query
from search.query.plan import Clause
from search.ranking import Reason
from search.response import Hit
from search.showing import UNDERSTOOD_NAMES

PERMISSION = f"search.{get_permission_codename('change', Pin._meta)}"
LANGUAGE_NAMES = {"sv": gettext_lazy("Swedish"), "en": gettext_lazy("English")}

#: How a word is looked for.
CLAUSE_NAMES = {
    "word": gettext_lazy("The word"),
    "part": gettext_lazy("Parts of the word"),
    "related": gettext_lazy("Words of the same root"),
    "translation": gettext_lazy("Translation learnt from the site's texts"),
    "synonym": gettext_lazy("Other names of the subject"),
    "spelling": gettext_lazy("Another spelling"),
    "beginning": gettext_lazy("Words that begin so"),
}
#: What a score is made of.
REASON_NAMES = {
    **CLAUSE_NAMES,
    "togetherness": gettext_lazy("How many of the words are there"),
    "meaning": gettext_lazy("Is about what the query names"),
    "prior": gettext_lazy("Fresh and complete"),
    "leaning": gettext_lazy("The query asks for people"),
    "certainty": pgettext_lazy(
        "reason for a place among the hits",
        "Number or name that the query says, or pinned by an editor",
    ),
}


class ExplainView(PermissionCheckedMixin, WagtailAdminTemplateMixin, TemplateView):
    """``?q=&lang=`` and the filters of the search page."""

    template_name = "search/admin/explain.html"
    page_title = gettext_lazy("Why search answers so")
    header_icon = "view"
    permission_required = "change"

    @property
    def permission_policy(self):
        return policy_registry.get_by_type(Pin)

    def get_breadcrumbs_items(self):
        items = [{"url": reverse_lazy("search_explain"), "label": self.page_title}]
        return [*super().get_breadcrumbs_items(), *items]

    def get_context_data(self, **kwargs):
        lang = self.request.GET.get("lang", "")
        lang = lang if lang in LANGUAGE_CODES else current_language()
        query = parse_query(self.request.GET, lang)
        context = super().get_context_data(
            query=query,
            languages=[
                {"code": code, "name": LANGUAGE_NAMES[code], "chosen": code == lang}
                for code in LANGUAGE_CODES
            ],
            **kwargs,
        )
        if query.text:
            plan = plan_for(query, understanding_of(query))
            response = find(query, explain=True)
            context |= {
                "response": response,
                "understood": [
                    {"kind": UNDERSTOOD_NAMES[one.kind], "one": one}
                    for one in response.understood
                    if not one.undone
                ],
                "words": words_in(plan),
                "hits": [hit_in(hit) for hit in response.hits],
            }
        return context


def words_in(plan: Plan) -> list[dict]:
    """The words of the query, each with the ways that it is looked for."""
    return [
        {"text": word.text, "ways": [_way(clause) for clause in word.clauses]}
        for word in plan.words
    ]


def _way(clause: Clause) -> dict:
    return {
        "name": CLAUSE_NAMES[clause.kind],
        "language": LANGUAGE_NAMES[clause.lang],
        "forms": [" ".join(tokens) for tokens in clause.stems],
        "weight": clause.weight,
    }


def hit_in(hit: Hit) -> dict:
    """A hit with the parts that its score is the sum of."""
    return {
        "hit": hit,
        "kind": TYPE_NAMES.get(hit.type, hit.type),
        "reasons": [
            {"name": reason_name(reason), "text": reason.text, "value": reason.value}
            for reason in hit.reasons
        ],
    }


def reason_name(reason: Reason) -> str:
    """``word:sv`` → the way that the word was found, and in which language."""
    kind, _colon, rest = reason.name.partition(":")
    name = str(REASON_NAMES[kind])
    if rest in LANGUAGE_NAMES:
        return _("%(reason)s (%(language)s)") % {
            "reason": name,
            "language": LANGUAGE_NAMES[rest],
        }
    return name


class ExplainMenuItem(MenuItem):
    def is_shown(self, request):
        return request.user.has_perm(PERMISSION)
