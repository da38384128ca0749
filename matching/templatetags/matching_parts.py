"""What pages of other apps show of matching."""

from django import template
from django.db.models import Q

from core.languages import current_language
from core.public import public_now, visible_to_all
from matching.models import NeededNowPage
from matching.project import facts_shown
from matching.publicly import help_for, needs_for, setting_for, shown_needs
from projects.sought import NeedChoice, sought_needs

register = template.Library()

#: Needs that a concept's page tells of.
FEW = 5


def _visible(context) -> Q:
    page = context.get("page")
    return page.visible if hasattr(page, "visible") else visible_to_all()


@register.simple_tag(takes_context=True)
def who_could_help(context) -> dict:
    """Need's key, or an aspect's name → :class:`matching.publicly.Help`, on a project's
    page."""
    setting = setting_for(_visible(context))
    facts = facts_shown(context.flatten(), setting.vocabulary)
    rows = [shown.need for shown in context["needs"] if shown.is_open]
    return help_for(facts, rows, setting)


@register.filter
def of(helped: dict, key):
    """The help for a need or an aspect."""
    return helped.get(str(key))


@register.simple_tag(takes_context=True)
def needs_that_fit(context, person) -> list:
    """Open needs that a person's page may tell that the person could fill."""
    return needs_for(person.facts, _visible(context))


@register.simple_tag(takes_context=True)
def needs_of(context, concept) -> list:
    """The newest open needs of a competence and what is narrower."""
    if concept.scheme != "competences":
        return []
    visible = _visible(context)
    concepts = setting_for(visible).vocabulary.concepts
    needs = sought_needs(NeedChoice(competence=concept), concepts, visible=visible)
    return shown_needs(needs[:FEW], visible)


@register.simple_tag
def needed_now_address() -> str:
    """Where the list is in the reader's language; empty where there is none."""
    pages = NeededNowPage.objects.filter(
        public_now(), locale__language_code=current_language()
    )
    page = pages.first()
    return page.url if page and page.url else ""
