"""Judged queries, read from JSON lines.

One object on each line: ``query``, ``lang`` and ``relevant`` (from a document's
identifier to its grade, 1 to 3), and if wanted ``type`` (what is looked for, when the
reader has narrowed the search so), ``kind`` (what the query tries, to group by) and
``set``: ``tune`` for those that the ranking may be tuned on, ``report`` for those
that only tell how good it became.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from language import LANGUAGES
from search.query import TYPES

#: The judged queries over the demonstration.
DEMO = Path(__file__).parent / "data" / "demo.jsonl"

SETS = ("tune", "report")
GRADES = (1, 2, 3)

_NEEDED = {"query", "lang", "relevant"}
_KNOWN = _NEEDED | {"type", "kind", "set"}


@dataclass(frozen=True, slots=True)
class Judged:
    """A query, and which things answer it how well."""

    query: str
    lang: str
    relevant: Mapping[str, int]
    type: str = ""
    kind: str = ""
    set: str = "report"

    @property
    def asked(self) -> tuple[str, str, str]:
        """What makes two queries the same."""
        return self.query.casefold(), self.lang, self.type


class NotJudged(Exception):
    """The lines are no judged queries; ``problems`` says why, a sentence a row."""

    def __init__(self, problems: Iterable[str]):
        self.problems = tuple(problems)
        super().__init__("\n".join(self.problems))


def read_judged(path: Path) -> list[Judged]:
    """Every query of the file, in its order; empty lines are passed over.

    Raises :class:`NotJudged` with every row that is wrong, not only the first.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except OSError as error:
        raise NotJudged([f"{path}: {error.strerror or error}"]) from None
    except UnicodeDecodeError:
        raise NotJudged([f"{path}: not UTF-8 text"]) from None
    queries, problems, rows = [], [], {}
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            judged = _judged(json.loads(line))
        except ValueError as error:  # of JSON too
            problems.append(f"Row {number}: {error}")
            continue
        first = rows.setdefault(judged.asked, number)
        if first != number:
            problems.append(f"Row {number}: asks the same as row {first}")
        queries.append(judged)
    if not queries and not problems:
        problems.append(f"{path}: holds no queries")
    if problems:
        raise NotJudged(problems)
    return queries


def _judged(row: Any) -> Judged:
    """The query of one row; raises ``ValueError`` with what is wrong with it."""
    if not isinstance(row, dict):
        raise ValueError("is not an object")
    if missing := _NEEDED - row.keys():
        raise ValueError(f"lacks {', '.join(sorted(missing))}")
    if unknown := row.keys() - _KNOWN:
        raise ValueError(f"has unknown {', '.join(sorted(unknown))}")
    for name in row.keys() - {"relevant"}:
        if not isinstance(row[name], str) or not row[name].strip():
            raise ValueError(f"{name} is not a text")
    for name, allowed in (("lang", LANGUAGES), ("type", TYPES), ("set", SETS)):
        if name in row and row[name] not in allowed:
            raise ValueError(f"{name} is {row[name]!r}, not any of {list(allowed)}")
    relevant = row["relevant"]
    if not isinstance(relevant, dict) or not relevant:
        raise ValueError("relevant is not an object with at least one identifier")
    for identifier, grade in relevant.items():
        if type(grade) is not int or grade not in GRADES:
            raise ValueError(f"the grade of {identifier!r} is {grade!r}, not 1, 2 or 3")
    return Judged(**row)
