"""What the templates show: the figures, the choices, the files to fetch."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.languages import Text
from overview.choice import NAMES, Choice, options
from overview.export import FORMATS
from overview.figures import balance_bars, coverage_bars
from overview.network import draw
from overview.picture import Audience, Picture
from overview.tables import WITHHELD_SIGN
from projects.coverage import ASPECTS, State
from taxonomy.queries import concept_index


def shown(picture: Picture, choice: Choice, *, action: str) -> dict:
    """The context of ``overview/picture.html``; ``action``: the page's own address."""
    aspects = (choice.aspect,) if choice.aspect else ASPECTS
    return {
        "picture": picture,
        "tables": picture.tables,
        "fields": _fields(picture, choice),
        "notices": choice.notices,
        "chosen": choice.made,
        "action": action,
        "download": _download(action, choice),
        "formats": list(FORMATS),
        "is_public": picture.audience is Audience.PUBLIC,
        "withheld_sign": WITHHELD_SIGN,
        "states": list(State),
        "coverage_bars": coverage_bars(picture.coverage, aspects),
        "balance_bars": balance_bars(picture.tables["needs"]),
        "network_drawing": draw(picture.meetings),
        "network_words": _strongest(picture),
        "projects_words": ngettext(
            "%(n)d public project is counted.",
            "%(n)d public projects are counted.",
            picture.projects,
        )
        % {"n": picture.projects},
    }


def _download(action: str, choice: Choice) -> str:
    """The address of a file, to which its parameters are added."""
    return f"{action}?{choice.query}&" if choice.query else f"{action}?"


def _fields(picture: Picture, choice: Choice) -> list[dict]:
    concepts = concept_index()
    fields = []
    for name, label in NAMES.items():
        named = options(name, concepts)
        if name == "period":
            years = {*picture.periods, choice.period} - {""}
            named = {
                value: Text(value.replace("-", "–"), "") for value in sorted(years)
            }
        elif name == "district" and choice.district:
            # An old address may have chosen one that is no longer used.
            named |= {choice.district.notation: choice.district.name}
        fields.append(
            {
                "name": name,
                "label": label,
                "options": [
                    {
                        "value": value,
                        "label": text.text,
                        "lang": text.lang,
                        "chosen": value == choice.value(name),
                    }
                    for value, text in named.items()
                ],
            }
        )
    return fields


def _strongest(picture: Picture) -> str:
    """The figure in one sentence."""
    if not picture.meetings.ties:
        return _("No two organisations share a project here.")
    tie = picture.meetings.ties[0]
    return ngettext(
        "The strongest tie: %(one)s and %(other)s share %(n)d project.",
        "The strongest tie: %(one)s and %(other)s share %(n)d projects.",
        tie.projects,
    ) % {"one": tie.one.name, "other": tie.other.name, "n": tie.projects}
