"""Why not this one? The answer for a person who is named."""

from dataclasses import dataclass

from django.db.models import F, Q
from wagtail.permissions import policy_registry

from core.public import with_source_locale
from matching.eligibility import barriers
from matching.facts import ProjectFacts
from matching.finding import Setting
from matching.project import ShownWish
from matching.rules import Match
from matching.sentences import Sentences, refusals
from people.models import PersonPage, PersonRecord

#: More people of one name than this are not told apart here.
MOST = 5
LONGEST_NAME = 100


@dataclass(frozen=True, slots=True)
class Verdict:
    """``refusals``: why the person is not proposed; ``match``: what the person would
    have got, or nothing for who knows nothing of the wish."""

    page: PersonPage
    refusals: list[str]
    match: Match | None
    matched: list[str]
    missing: list[str]


def verdicts(
    name: str, wish: ShownWish, project: ProjectFacts, setting: Setting, *, user
) -> list[Verdict]:
    """For at most :data:`MOST` people whose names hold all these words.

    Only people whom the user may know of: with a public profile, or one that the user
    may edit. Who may not edit it does not learn why its owner is not to be asked.
    """
    own = set(
        policy_registry.get_by_type(PersonPage)
        .instances_user_has_permission_for(user, "change")
        .filter(pk__in=_named(name).values("pk"))
        .values_list("pk", flat=True)
    )
    known = _named(name).filter(setting.visible | Q(pk__in=own))
    pages = {page.pk: page for page in known.order_by("title", "pk")[:MOST]}
    people = setting.read(pages)
    said = Sentences(wish.wish, project, setting.vocabulary.concepts)
    found = []
    for pk, page in pages.items():
        person = people[pk]
        why_not = barriers(
            project, person, today=setting.today, historical=setting.historical
        )
        one = setting.match(wish.wish, project, person)
        found.append(
            Verdict(
                page,
                refusals(why_not, in_full=pk in own),
                one,
                said.matched(one) if one else [],
                said.missing(one) if one else [],
            )
        )
    return found


def _named(name: str):
    """Source pages with every word in the title, as written or with a capital: SQLite
    folds the case of no other letters than the English."""
    named = Q()
    for word in name[:LONGEST_NAME].replace("\x00", "").split():
        named &= Q(title__icontains=word) | Q(title__icontains=word.capitalize())
    pages = with_source_locale(PersonRecord).filter(named)
    return pages.filter(locale=F("source_locale_id"))
