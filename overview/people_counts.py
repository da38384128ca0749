"""Counts of people, and for the public only those that may be told."""

from collections.abc import Iterable
from dataclasses import dataclass

from overview.disclosure import withheld
from overview.reading.people import Known
from overview.reading.statements import ALL
from overview.tables import Withheld

Key = tuple[int, int]


@dataclass(frozen=True, slots=True)
class PeopleCounts:
    """By competence and district, either of which may be ``ALL``.

    What is withheld is settled here, once for the whole city and before anything is
    chosen: a choice picks among these figures and never makes a new one, so that no
    two views of the page can be subtracted from each other.
    """

    counts: dict[Key, int]
    available_counts: dict[Key, int]
    withheld: frozenset[Key]

    @classmethod
    def of(cls, known: Iterable[Known], *, protected: bool) -> "PeopleCounts":
        known = list(known)
        counts = {(row.competence, row.district): row.people for row in known}
        return cls(
            counts,
            {(row.competence, row.district): row.available for row in known},
            _withheld(counts) if protected else frozenset(),
        )

    @property
    def competences(self) -> set[int]:
        return {competence for competence, _district in self.counts} - {ALL}

    @property
    def districts(self) -> set[int]:
        return {district for _competence, district in self.counts} - {ALL}

    def people(self, competence: int, district: int) -> int | Withheld:
        key = (competence, district)
        return Withheld() if key in self.withheld else self.counts.get(key, 0)

    def available(self, competence: int, district: int) -> int:
        """Of the people, those who could be asked now. Not for the public."""
        return self.available_counts.get((competence, district), 0)


def _withheld(counts: dict[Key, int]) -> frozenset[Key]:
    competences = [*sorted({one for one, _other in counts} - {ALL}), ALL]
    districts = [*sorted({other for _one, other in counts} - {ALL}), ALL]
    table = [
        [counts.get((competence, district), 0) for district in districts]
        for competence in competences
    ]
    return frozenset(
        (competences[row], districts[column]) for row, column in withheld(table)
    )
