"""The scores of one search, put together as ``search.ranking`` says."""

from collections.abc import Mapping

from search import ranking
from search.engines.content import EVERYTHING
from search.engines.database import bitmaps, matching
from search.engines.database.resident import Resident, known
from search.engines.spelling import forms, spelled
from search.query.plan import Plan


class Scores:
    """``total`` maps the number of every document that matches to its score.

    The rest is what the scores were made of: ``words``, ``meanings`` (each with the
    value of one match), ``certain``, ``numbers`` and ``names`` by document, and
    ``leanings``.
    """

    def __init__(
        self,
        resident: Resident,
        plan: Plan,
        sets: Mapping[tuple[str, str], int],
        visible: int,
    ):
        self.plan = plan
        asked = (pair for word in plan.words for pair in forms(word))
        present = known(resident.tables, asked)
        self.spelling = spelled(plan.words, present, lambda: resident.words)
        self.words = matching.scores(resident, self.spelling.words)
        everything = sets.get(EVERYTHING, 0).bit_count()
        self.meanings = []
        for meaning in plan.meanings:
            if meaning.misspelt and meaning.misspelt not in self.spelling.unknown:
                continue
            bits = sets.get((meaning.facet, meaning.value), 0)
            rare = ranking.rarity(bits.bit_count(), everything)
            self.meanings.append((meaning, meaning.weight * rare, bits))
        self.leanings = [
            (factor, bitmaps.Members(sets.get((facet, value), 0)))
            for facet, value, factor in plan.leanings
        ]
        self.numbers = matching.numbered(resident.tables, plan.numbers)
        values = {
            meaning.key: meaning.certainty
            for meaning, _value, _bits in self.meanings
            if meaning.key and meaning.certainty
        }
        values.update(plan.certain)
        named = matching.keyed(resident.tables, values)
        self.certain = {number: values[key] for number, key in named.items()}
        for number in self.numbers:
            self._make_certain(number, ranking.NUMBER_CERTAINTY)
        shares = dict(plan.names)
        self.names = matching.called(resident.tables, list(shares))
        for number, (kind, form) in self.names.items():
            self._make_certain(number, ranking.NAME_CERTAINTY[kind] * shares[form])
        self.total = self._total(resident, visible)

    def _make_certain(self, number: int, value: float) -> None:
        self.certain[number] = self.certain.get(number, 0.0) + value

    def _total(self, resident: Resident, visible: int) -> dict[int, float]:
        total = dict(self.words)
        for _meaning, value, bits in self.meanings:
            for number in bitmaps.to_ids(bits & visible):
                total[number] = total.get(number, 0.0) + value
        priors = resident.priors
        for number, score in total.items():
            total[number] = score * priors[number]
        for factor, members in self.leanings:
            for number in total:
                if number in members:
                    total[number] *= factor
        for number, value in self.certain.items():
            total[number] = total.get(number, 0.0) + value
        return total
