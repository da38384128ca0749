"""What became of each row of an import: for the screen and as CSV."""

import csv
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from django.utils.translation import gettext as _


class Outcome(StrEnum):
    CREATED = "created"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    REFUSED = "refused"

    @property
    def label(self) -> str:
        return {
            "created": _("created"),
            "updated": _("updated"),
            "unchanged": _("unchanged"),
            "refused": _("refused"),
        }[self.value]


@dataclass(frozen=True)
class Line:
    """One row's fate. ``place`` is its number in the file, from 1; 0 for none."""

    kind: str
    key: str
    outcome: Outcome
    reasons: tuple[str, ...] = ()
    place: int = 0

    def __str__(self):
        name = self.key or _("row %(place)d") % {"place": self.place}
        why = f": {' '.join(self.reasons)}" if self.reasons else ""
        return f"{self.outcome.label} {self.kind} {name}{why}"


@dataclass
class Report:
    """All lines in the order in which they came; ``listener`` hears each at once."""

    listener: Callable[[Line], None] = lambda line: None
    lines: list[Line] = field(default_factory=list)

    def add(self, line: Line) -> None:
        self.lines.append(line)
        self.listener(line)

    def counts(self, kind: str) -> Counter[Outcome]:
        return Counter(line.outcome for line in self.lines if line.kind == kind)

    def write_csv(self, path: Path) -> None:
        """Columns row, kind, key, outcome, reasons; UTF-8 that spreadsheets know.

        A cell that a spreadsheet would run as a formula gets an apostrophe before it.
        """
        with path.open("w", newline="", encoding="utf-8-sig") as file:
            writer = csv.writer(file)
            writer.writerow(["row", "kind", "key", "outcome", "reasons"])
            for line in self.lines:
                cells = (line.kind, line.key, line.outcome, " ".join(line.reasons))
                writer.writerow([line.place or "", *map(_harmless, cells)])


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell[:1] in ("=", "+", "-", "@", "\t", "\r") else str(cell)
