"""Which counts of people are withheld from the public. Pure.

The rule, and why it holds, is told in ``docs/decisions/0009``:

1. A count of 1 to 4 people is withheld. None is no secret: it is about nobody.
2. Totals are published, so that what is withheld could be had by subtraction. Further
   counts, the smallest first, are withheld until none can: for every withheld count
   there is another table with the same published figures where that count differs.

A reader is taken to know that what is withheld is at least one, that everything is a
whole number, and that lines sum to their totals (the worst case: where a person may
stand in two columns, a total says less).
"""

from collections.abc import Iterator, Sequence

#: Fewer people than this are not told of.
FEWEST = 5
#: What a withheld count is known to be at least.
_LEAST = 1

Cell = tuple[int, int]


def withheld(table: Sequence[Sequence[int]], *, fewest: int = FEWEST) -> set[Cell]:
    """The cells (row, column) of ``table`` that the public does not get.

    The last column holds the totals of the rows and the last row those of the
    columns; the corner is the total of all.
    """
    width = len(table[0]) if table else 0
    if any(len(row) != width for row in table):
        raise ValueError("The rows of a table are equally long.")
    hidden = {
        (r, c)
        for r, row in enumerate(table)
        for c, value in enumerate(row)
        if 0 < value < fewest
    }
    ties = _Ties(table, hidden)
    waiting = sorted(hidden)
    while waiting:
        cell = waiting[-1]
        # What is safe stays so: to withhold more only leaves more in doubt.
        if ties.leaves_in_doubt(cell) or (more := ties.next_to_hide(cell)) is None:
            waiting.pop()
        else:
            ties.hide(more)
            waiting.append(more)
    return ties.hidden


class _Ties:
    """What withheld counts say of each other.

    Each line - a row or a column with its total - sums to nothing if its total is
    taken as negative (the corner is positive again). The withheld cells tie lines
    together; a count can be changed, and all lines still sum, exactly when its cell
    lies on a circle of such ties around which every second cell grows and the others
    shrink, none below what it is known to be at least.
    """

    def __init__(self, table: Sequence[Sequence[int]], hidden: set[Cell]):
        self.table = table
        self.hidden: set[Cell] = set()
        self._last = (len(table) - 1, len(table[0]) - 1 if table else -1)
        #: From a row to columns where the signed count may grow, and back where it
        #: may shrink.
        self._grow: list[set[int]] = [set() for _row in table]
        self._shrink: list[set[int]] = [set() for _c in (table[0] if table else ())]
        for cell in hidden:
            self.hide(cell)

    def hide(self, cell: Cell) -> None:
        self.hidden.add(cell)
        row, column = cell
        if self._may_grow(cell):
            self._grow[row].add(column)
        if self._may_shrink(cell):
            self._shrink[column].add(row)

    def leaves_in_doubt(self, cell: Cell) -> bool:
        row, column = cell
        return (self._may_grow(cell) and self._way_back(cell)) or (
            self._may_shrink(cell) and self._way_out(row, column)
        )

    def next_to_hide(self, cell: Cell) -> Cell | None:
        """The smallest published count, totals last: of the cell's line with the
        fewer withheld ones, else of its other line, else of the table."""
        published = list(self._published())
        lines = [
            (
                sum(other[axis] == cell[axis] for other in self.hidden),
                [other for other in published if other[axis] == cell[axis]],
            )
            for axis in (0, 1)
        ]
        fewest = min((count for count, found in lines if found), default=0)
        candidates = [
            other for count, found in lines if count == fewest for other in found
        ]
        return min(candidates or published, key=self._loss, default=None)

    def _published(self) -> Iterator[Cell]:
        for r, row in enumerate(self.table):
            for c, value in enumerate(row):
                if value >= _LEAST and (r, c) not in self.hidden:
                    yield r, c

    def _loss(self, cell: Cell) -> tuple:
        row, column = cell
        margins = (row == self._last[0]) + (column == self._last[1])
        return margins, self.table[row][column], cell

    def _is_total(self, cell: Cell) -> bool:
        return (cell[0] == self._last[0]) != (cell[1] == self._last[1])

    def _may_grow(self, cell: Cell) -> bool:
        """Whether the count with its sign may: a total's sign is negative."""
        return not self._is_total(cell) or self._above_least(cell)

    def _may_shrink(self, cell: Cell) -> bool:
        return self._is_total(cell) or self._above_least(cell)

    def _above_least(self, cell: Cell) -> bool:
        return self.table[cell[0]][cell[1]] > _LEAST

    def _way_back(self, cell: Cell) -> bool:
        """From the column to the row, without the cell itself."""
        row, column = cell
        rows = self._shrink[column] - {row}
        seen_rows, seen_columns = set(rows), {column}
        waiting = list(rows)
        while waiting:
            columns = self._grow[waiting.pop()] - seen_columns
            seen_columns |= columns
            for other in columns:
                if row in self._shrink[other]:
                    return True
                fresh = self._shrink[other] - seen_rows
                seen_rows |= fresh
                waiting += fresh
        return False

    def _way_out(self, row: int, column: int) -> bool:
        """From the row to the column, without the cell itself."""
        columns = self._grow[row] - {column}
        seen_rows, seen_columns = {row}, set(columns)
        waiting = list(columns)
        while waiting:
            rows = self._shrink[waiting.pop()] - seen_rows
            seen_rows |= rows
            for other in rows:
                if column in self._grow[other]:
                    return True
                fresh = self._grow[other] - seen_columns
                seen_columns |= fresh
                waiting += fresh
        return False
