"""Which sectors and organisations meet, as tables."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.languages import Text, current_language
from overview.reading.meetings import Meetings
from overview.tables import Column, Row, Table
from people.models import Sector


def sector_table(meetings: Meetings) -> Table:
    """Sector × sector; a sector with itself is in how many projects it takes part."""
    lang = current_language()
    return Table(
        key="sectors",
        title=_("Sectors that meet in projects"),
        head=_("Sector"),
        columns=tuple(Column(str(sector.label), shaded=True) for sector in Sector),
        rows=tuple(
            Row(
                Text(str(one.label), lang),
                tuple(
                    meetings.sectors.get((one.value, other.value), 0)
                    for other in Sector
                ),
            )
            for one in Sector
        ),
        note=_(
            "Projects in which both take part. Where a sector meets itself stands in "
            "how many projects it takes part at all."
        ),
    )


def network_table(meetings: Meetings) -> Table:
    """The network that the figure draws, the strongest ties first."""
    shown = len(meetings.ties)
    note = ""
    if shown < meetings.total:
        note = ngettext(
            "The strongest tie of %(total)d.",
            "The %(shown)d strongest ties of %(total)d.",
            shown,
        ) % {"shown": shown, "total": meetings.total}
    return Table(
        key="network",
        title=_("Organisations that work together"),
        head=_("Organisation"),
        columns=(
            Column(_("Works with"), is_text=True),
            Column(_("Projects together"), shaded=True),
        ),
        rows=tuple(
            Row(tie.one.name, (tie.other.name, tie.projects)) for tie in meetings.ties
        ),
        note=note,
    )
