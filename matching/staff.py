"""Who could help, for those who may edit a project: per wish, with every reason."""

from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from core.public import public_pages, visible_to_all
from matching.asking import verdicts
from matching.finding import Found, Setting, find
from matching.narrowing import NAMES, parse_narrowing
from matching.project import ShownWish, facts_of, wishes_of
from matching.proposing import MOST, propose_team
from matching.rules import Match
from matching.sentences import PART_NAMES, Sentences
from matching.shown_team import shown_team
from matching.wishes import Vocabulary
from people.models import Level, PersonRecord, Sector
from projects.models import ProjectPage
from taxonomy.queries import concept_index

#: Sees it for every project, without editing any.
PERMISSION = "matching.see_who_could_help"
#: People shown for each wish on the first page.
FIRST_FEW = 3
MOST_COMPARED = 2


@dataclass(frozen=True, slots=True)
class ShownMatch:
    """A person who could help: the profile's page, and why."""

    match: Match
    page: object
    matched: list[str]
    missing: list[str]
    parts: list[tuple[str, int, int]]

    @property
    def key(self) -> UUID:
        return self.match.person.key


def may_see(user, page: ProjectPage) -> bool:
    return user.has_perm(PERMISSION) or page.permissions_for_user(user).can_edit()


class ProjectView(WagtailAdminTemplateMixin, TemplateView):
    """A project's newest draft, and what it wishes for. Nothing is stored, and nobody
    is asked anything, by looking."""

    page_title = gettext_lazy("Who could help")
    header_icon = "group"

    def dispatch(self, request, *args, page_id, **kwargs):
        saved = get_object_or_404(ProjectPage, pk=page_id)
        if not saved.is_source:
            saved = get_object_or_404(ProjectPage, pk=saved.facts.pk)
        if not may_see(request.user, saved):
            raise PermissionDenied
        self.page = saved.get_latest_revision_as_object()
        return super().dispatch(request, *args, page_id=page_id, **kwargs)

    @cached_property
    def setting(self) -> Setting:
        return Setting.now(visible_to_all(), Vocabulary(concept_index()))

    @cached_property
    def project(self):
        return facts_of(self.page, self.setting.vocabulary)

    @cached_property
    def wishes(self) -> list[ShownWish]:
        return wishes_of(
            self.page, self.project, self.setting.vocabulary, self.setting.today
        )

    @cached_property
    def narrowing(self):
        return parse_narrowing(self.request.GET, self.setting.vocabulary.concepts)

    def get_page_subtitle(self):
        return self.page.get_admin_display_title()

    def get_breadcrumbs_items(self):
        return [
            *super().get_breadcrumbs_items(),
            {
                "url": reverse("wagtailadmin_pages:edit", args=[self.page.pk]),
                "label": self.page.get_admin_display_title(),
            },
            {
                "url": reverse("who_could_help", args=[self.page.pk]),
                "label": self.page_title,
            },
        ]

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            project_page=self.page,
            narrowing=self.narrowing,
            filters=self.filters(),
            weights=self.setting.weights,
            **kwargs,
        )

    def filters(self) -> list[dict]:
        chosen = self.narrowing
        districts = [
            one
            for one in self.setting.vocabulary.concepts
            if one.scheme == "districts" and not one.deprecated
        ]
        return [
            _filter("sector", Sector.choices, chosen.sector),
            _filter(
                "district",
                [(one.notation, str(one.name)) for one in districts],
                chosen.district.notation if chosen.district else "",
            ),
            _filter(
                "level",
                [(str(value), label) for value, label in Level.choices],
                str(chosen.level or ""),
            ),
        ]

    def find(self, wishes: list[ShownWish], *, most: int) -> list[Found]:
        return find(
            [one.wish for one in wishes],
            self.project,
            self.setting,
            most=most,
            narrowing=self.narrowing,
        )

    def shown(self, wish: ShownWish, matches) -> list[ShownMatch]:
        said = Sentences(wish.wish, self.project, self.setting.vocabulary.concepts)
        pages = public_pages(
            PersonRecord,
            [one.person.key for one in matches],
            visible=self.setting.visible,
        )
        return [
            ShownMatch(
                one,
                pages[one.person.key],
                said.matched(one),
                said.missing(one),
                [(PART_NAMES[p.kind], p.points, p.most) for p in one.parts],
            )
            for one in matches
            if one.person.key in pages
        ]


class WhoCouldHelpView(ProjectView):
    """Every wish of the project, with the first few who could help; and a team."""

    template_name = "matching/admin/who_could_help.html"

    def get_context_data(self, **kwargs):
        found = self.find(self.wishes, most=FIRST_FEW)
        return super().get_context_data(
            rows=[
                {"wish": wish, "found": one, "people": self.shown(wish, one.matches)}
                for wish, one in zip(self.wishes, found, strict=True)
            ],
            team=self.team() if "team" in self.request.GET else None,
            most=self.most,
            **kwargs,
        )

    @property
    def most(self) -> int:
        text = self.request.GET.get("most", "")
        return min(20, max(1, int(text))) if text.isdecimal() else MOST

    def team(self) -> dict:
        proposal = propose_team(
            self.wishes,
            self.project,
            self.setting,
            most=self.most,
            narrowing=self.narrowing,
        )
        return shown_team(proposal, self.wishes, self.setting)


class WishView(ProjectView):
    """One wish: everybody who could help, compared, and why somebody is not there."""

    template_name = "matching/admin/wish.html"
    MOST_SHOWN = 50

    def get_context_data(self, **kwargs):
        wish = next((one for one in self.wishes if one.key == self.kwargs["key"]), None)
        if wish is None:
            raise Http404
        (found,) = self.find([wish], most=self.MOST_SHOWN)
        people = self.shown(wish, found.matches)
        chosen = self.request.GET.getlist("compare")
        asked = " ".join(self.request.GET.get("name", "").split())
        return super().get_context_data(
            wish=wish,
            found=found,
            people=people,
            compared=self.compared(people, chosen),
            too_few=bool(chosen) and len(chosen) != MOST_COMPARED,
            chosen=chosen,
            name=asked,
            verdicts=self.verdicts(wish, asked) if asked else None,
            **kwargs,
        )

    def get_breadcrumbs_items(self):
        label = _("One wish")
        return [*super().get_breadcrumbs_items(), {"url": "", "label": label}]

    def compared(self, people: list[ShownMatch], chosen: list[str]):
        """Two people, and for each part the points of both."""
        two = [one for one in people if str(one.key) in chosen]
        if len(two) != MOST_COMPARED or len(chosen) != MOST_COMPARED:
            return None
        return {
            "people": two,
            "rows": [
                (name, most, [one.parts[at][1] for one in two])
                for at, (name, _points, most) in enumerate(two[0].parts)
            ],
        }

    def verdicts(self, wish: ShownWish, name: str):
        return verdicts(name, wish, self.project, self.setting, user=self.request.user)


def _filter(name: str, choices, chosen: str) -> dict:
    return {
        "name": name,
        "label": NAMES[name],
        "options": [("", _("All")), *choices],
        "chosen": chosen,
    }
