"""Each part of a match, and each reason against one, in a sentence to read."""

from collections.abc import Iterable

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from matching.eligibility import OPEN_BARRIERS, Barrier
from matching.facts import Kinship, ProjectFacts, Wish
from matching.rules import Match, Part, PartKind
from people.models import Level, Sector
from taxonomy.index import ConceptIndex
from taxonomy.models import Aspect

PART_NAMES = {
    PartKind.COMPETENCE: gettext_lazy("Competence"),
    PartKind.EVIDENCE: gettext_lazy("Evidence"),
    PartKind.ASPECTS: gettext_lazy("Aspects"),
    PartKind.SECTOR: gettext_lazy("Sector"),
    PartKind.GOALS: gettext_lazy("Global Goals"),
    PartKind.DISTRICT: gettext_lazy("District"),
    PartKind.VERIFIED: gettext_lazy("Verification"),
    PartKind.FREE: gettext_lazy("Time"),
}
_KNOWS = {
    Kinship.SAME: gettext_lazy("Knows %(known)s (%(level)s)."),
    Kinship.NARROWER: gettext_lazy(
        "Knows %(known)s (%(level)s), which is a part of what is sought."
    ),
    Kinship.BEARS: gettext_lazy(
        "Knows %(known)s (%(level)s), which bears on the aspect."
    ),
    Kinship.BROADER: gettext_lazy(
        "Knows %(known)s (%(level)s), which is wider than what is sought."
    ),
    Kinship.RELATED: gettext_lazy(
        "Knows %(known)s (%(level)s), which also has to do with %(tag)s."
    ),
    Kinship.TAGGED: gettext_lazy(
        "Works with %(tag)s, but shows no competence that is sought."
    ),
}
_BARRIERS = {
    Barrier.NOT_PUBLIC: gettext_lazy("The profile is not public."),
    Barrier.NO_BASIS: gettext_lazy("The profile has no legal basis."),
    Barrier.UNCONFIRMED: gettext_lazy(
        "The legal basis should have been confirmed anew by now."
    ),
    Barrier.DECEASED: gettext_lazy("Is no longer alive."),
    Barrier.NOT_OPEN: gettext_lazy("Has not said yes to being proposed."),
    Barrier.PAUSED: gettext_lazy("Has paused the profile."),
    Barrier.IN_TEAM: gettext_lazy("Is in the project already."),
    Barrier.DECLINED: gettext_lazy("Said no to this project less than 180 days ago."),
}


class Sentences:
    """What is said of the matches of one wish of a project.

    Sentences of what there is, and of what is wanting: a part with neither says
    nothing.
    """

    def __init__(self, wish: Wish, project: ProjectFacts, concepts: ConceptIndex):
        self._wish, self._project, self._concepts = wish, project, concepts

    def matched(self, one: Match) -> list[str]:
        """What speaks for the person, part by part."""
        return [text for part in one.parts if (text := self.speaks_for(one, part))]

    def missing(self, one: Match) -> list[str]:
        """What the person does not have of what would be wished for."""
        return [text for part in one.parts if (text := self.is_wanting(one, part))]

    def speaks_for(self, one: Match, part: Part) -> str:
        if not part.points and part.kind is not PartKind.COMPETENCE:
            return ""
        match part.kind:
            case PartKind.COMPETENCE:
                return self._knows(one)
            case PartKind.EVIDENCE if one.known.told and one.known.linked:
                return _("Says what shows it, with a link.")
            case PartKind.EVIDENCE if one.known.told:
                return _("Says what shows it.")
            case PartKind.EVIDENCE:
                return _("Links to what shows it.")
            case PartKind.ASPECTS:
                return _("Bears on what the project lacks: %(aspects)s.") % {
                    "aspects": _listed(
                        str(Aspect(aspect).label).lower() for aspect in part.aspects
                    )
                }
            case PartKind.SECTOR:
                return _(
                    "From a sector that the project does not have: %(sector)s."
                ) % {"sector": str(Sector(one.person.sector).label).lower()}
            case PartKind.GOALS:
                return ngettext(
                    "Shares a Global Goal with the project: %(goals)s.",
                    "Shares Global Goals with the project: %(goals)s.",
                    len(part.concepts),
                ) % {"goals": _listed(self._goal_numbers(part.concepts))}
            case PartKind.DISTRICT:
                return _("Knows the district: %(districts)s.") % {
                    "districts": self._names(part.concepts)
                }
            case PartKind.VERIFIED:
                return _("The profile was verified on %(date)s.") % {
                    "date": date_format(one.person.verified_on)
                }
            case PartKind.FREE if not one.person.load:
                return _("Takes part in no project that goes on.")
        return ""

    def is_wanting(self, one: Match, part: Part) -> str:
        match part.kind:
            case PartKind.COMPETENCE:
                return self._level_below(one)
            case PartKind.EVIDENCE if one.known is None:
                return ""
            case PartKind.EVIDENCE if not part.points:
                return _("Nothing shows it yet.")
            case PartKind.EVIDENCE if not one.known.linked:
                return _("No link shows it.")
            case PartKind.ASPECTS if not part.points and (
                self._project.missing or self._project.claimed
            ):
                return _("Bears on none of the aspects that the project lacks.")
            case PartKind.SECTOR if not one.person.sector:
                return _("Shows no organisation, so no sector.")
            case PartKind.SECTOR if not part.points and self._project.sectors:
                return _("From a sector that the project has already: %(sector)s.") % {
                    "sector": str(Sector(one.person.sector).label).lower()
                }
            case PartKind.GOALS if not part.points and self._project.goals:
                return _("Shares no Global Goal with the project.")
            case PartKind.DISTRICT if not part.points and self._project.districts:
                return _("Says nothing of the project’s district.")
            case PartKind.VERIFIED if not part.points:
                return _("The profile has not been verified in three years.")
            case PartKind.FREE if one.person.load:
                return ngettext(
                    "Takes part in %(count)s project that goes on.",
                    "Takes part in %(count)s projects that go on.",
                    one.person.load,
                ) % {"count": one.person.load}
        return ""

    def _knows(self, one: Match) -> str:
        known = one.known
        return str(_KNOWS[one.fit.kinship]) % {
            "known": self._names([known.concept]) if known else "",
            "level": _level(known.level) if known else "",
            "tag": self._names([one.fit.via]) if one.fit.via else "",
        }

    def _level_below(self, one: Match) -> str:
        if one.known is None or one.known.level >= self._wish.level:
            return ""
        return _("Sought on a higher level: %(level)s.") % {
            "level": _level(self._wish.level)
        }

    def _names(self, concepts: Iterable[int]) -> str:
        return _listed(
            str(self._concepts[pk]) for pk in concepts if self._concepts.get(pk)
        )

    def _goal_numbers(self, concepts: Iterable[int]) -> list[str]:
        numbers = [self._concepts[pk].notation for pk in concepts]
        return sorted(numbers, key=lambda number: (len(number), number))


def refusals(found: Iterable[Barrier], *, in_full: bool) -> list[str]:
    """Why somebody is not proposed. Whoever may not know (``in_full``) is told what
    the public pages tell anyway, and of the rest only that there is something."""
    found = list(found)
    said = [str(_BARRIERS[one]) for one in found if in_full or one in OPEN_BARRIERS]
    if len(said) < len(found) and not said:
        said.append(_("Cannot be proposed now."))
    return said


def _level(level: int) -> str:
    return str(Level(level).label).lower()


def _listed(words: Iterable[str]) -> str:
    return ", ".join(words)
