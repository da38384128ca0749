"""Lists of projects on pages that know nothing of projects, and on a project's own."""

from django import template
from django.db.models import Q

from core.public import visible_to_all
from projects.models import TeamMember
from projects.queries import public_sources
from projects.related import related_projects
from projects.rows import project_rows

register = template.Library()


def _visible(context) -> Q:
    page = context.get("page")
    return page.visible if hasattr(page, "visible") else visible_to_all()


@register.simple_tag(takes_context=True)
def projects_close_to(context, page, limit: int = 4) -> list[dict]:
    """Rows for the public projects that share the rarest subjects with this one."""
    visible = _visible(context)
    ids = related_projects(
        page.facts.pk, context["concept_ids"], visible=visible, limit=limit
    )
    return project_rows(ids, visible=visible)


@register.simple_tag(takes_context=True)
def projects_chosen(context, pages) -> list[dict]:
    """Rows for chosen projects that are public, in the order they were chosen."""
    visible = _visible(context)
    keys = [page.translation_key for page in pages]
    found = dict(
        public_sources(visible)
        .filter(translation_key__in=keys)
        .values_list("translation_key", "pk")
    )
    return project_rows([found[key] for key in keys if key in found], visible=visible)


@register.simple_tag(takes_context=True)
def projects_with(context, person) -> list[dict]:
    """Rows for the public projects that a person (a profile's page) takes part in."""
    visible = _visible(context)
    members = (
        TeamMember.objects.filter(
            person=person.translation_key, page__in=public_sources(visible).values("pk")
        )
        .select_related("page")
        .order_by("-page__start", "page_id")
    )
    roles, ids = {}, []
    for member in members:
        roles.setdefault(member.page.translation_key, member.role.text)
        if member.page_id not in ids:
            ids.append(member.page_id)
    return project_rows(ids, visible=visible, words=roles)
