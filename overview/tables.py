"""A table of figures, as the screen shows it and as files have it."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from core.languages import Text

#: How many steps of colour a figure may have beside its number; 0 has none.
LEVELS = 5
#: Statistics Sweden's sign for a figure that is too uncertain, or not for all.
WITHHELD_SIGN = ".."


@dataclass(frozen=True, slots=True)
class Withheld:
    """A count of people that the public does not get."""

    def __str__(self) -> str:
        return WITHHELD_SIGN


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many."""

    part: int
    whole: int

    def __str__(self) -> str:
        if not self.whole:
            return "–"
        return _("%(part)d of %(whole)d") % {"part": self.part, "whole": self.whole}


Value = int | str | Text | Share | Withheld


@dataclass(frozen=True, slots=True)
class Column:
    """``shaded``: its figures have colour as well, by their size; ``is_text``: it
    holds words, not figures."""

    label: str
    shaded: bool = False
    lang: str = ""
    is_text: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    head: Text
    cells: tuple[Value, ...]
    is_total: bool = False


@dataclass(frozen=True, slots=True)
class ShownCell:
    text: str
    lang: str
    is_number: bool
    is_withheld: bool
    level: int


@dataclass(frozen=True, slots=True)
class Table:
    """``key`` names it in addresses; ``head`` is the heading of the rows' heads."""

    key: str
    title: str
    head: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    note: str = ""

    @property
    def has_withheld(self) -> bool:
        return any(
            isinstance(cell, Withheld) for row in self.rows for cell in row.cells
        )

    @property
    def headings(self) -> list[str]:
        return [self.head, *(column.label for column in self.columns)]

    def shown_rows(self) -> list[tuple[Row, list[ShownCell]]]:
        """The rows as the screen shows them."""
        largest = self._largest()
        return [
            (
                row,
                [
                    _shown(cell, largest if column.shaded and not row.is_total else 0)
                    for column, cell in zip(self.columns, row.cells, strict=True)
                ],
            )
            for row in self.rows
        ]

    def _largest(self) -> int:
        """Of the shaded counts; what is withheld has no say."""
        return max(
            (
                cell
                for row in self.rows
                if not row.is_total
                for column, cell in zip(self.columns, row.cells, strict=True)
                if column.shaded and isinstance(cell, int)
            ),
            default=0,
        )


def _shown(cell: Value, largest: int) -> ShownCell:
    return ShownCell(
        text=str(cell),
        lang=cell.lang if isinstance(cell, Text) else "",
        is_number=not isinstance(cell, (str, Text)),
        is_withheld=isinstance(cell, Withheld),
        level=_level(cell, largest),
    )


def _level(cell: Value, largest: int) -> int:
    """0 for nothing, else 1 to LEVELS in equal steps."""
    if not largest:
        return 0
    if isinstance(cell, Share):
        part, whole = cell.part, cell.whole
    elif isinstance(cell, int):
        part, whole = cell, largest
    else:
        return 0
    return -(-part * LEVELS // whole) if whole else 0


def only_with_figures(rows: Iterable[Row]) -> tuple[Row, ...]:
    """Without the rows in which everything is nothing."""
    return tuple(
        row
        for row in rows
        if row.is_total or any(cell not in (0, Share(0, 0)) for cell in row.cells)
    )
