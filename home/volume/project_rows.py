"""The facts of a generated project, row by row."""

import uuid
from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from django.db.models import Model

from people.models import Level
from projects.models import (
    AspectClaim,
    AspectExemption,
    CaseNumber,
    Decision,
    Funding,
    Importance,
    Need,
    Output,
    Partner,
    PhasePeriod,
    ProjectPage,
    ProjectSource,
    TeamMember,
)
from projects.models.sustainability import COUNTED_ASPECTS

from .chances import Zipf
from .keys import volume_key
from .stock import Stock, names_of

_ROLES = (("Samordnare", "Coordinator"), ("Deltagare", "Participant"), ("", ""))
_REGISTRIES = ("Provrådet", "Provfonden", "Provnämnden")
_PROGRAMMES = ("Hållbar provstad", "Provat kulturarv", "Utlysning utan namn")


class ProjectRows:
    """Makes rows that are not yet saved, each kind from the same draws."""

    def __init__(self, stock: Stock, organisations: Zipf):
        self._stock = stock
        self._organisations = organisations

    def inline(
        self, page: ProjectPage, number: int, tags: list, rng: Random
    ) -> Iterator[list[Model]]:
        """A list of rows for each kind that the project has."""
        year = int(page.start[:4])
        yield self._case_numbers(number, year, rng)
        yield [
            Partner(organisation=organisation, role_sv=sv, role_en=en)
            for organisation in self._organisations.some(rng, 0, 3)
            for sv, en in [rng.choice(_ROLES)]
        ]
        yield [
            Funding(
                funder=self._organisations.one(rng),
                programme=rng.choice(_PROGRAMMES),
                amount=rng.randrange(50_000, 9_000_000, 1000),
                year=year,
            )
        ]
        yield self._team(rng)
        yield from self._sustainability(tags, rng)
        yield self._needs(rng)
        yield [
            Decision(
                date=f"{year}-0{rng.randint(1, 9)}",
                body="Provnämnden",
                case_number=f"PN {year}/{rng.randrange(9999)}",
                **self._pair("title", rng, 300),
            )
            for _row in range(rng.choice((0, 0, 1, 2)))
        ]
        yield [
            Output(
                kind=rng.choice(Output.Kind.values),
                year=year + 1,
                url="https://report.example/",
                **self._pair("title", rng, 300),
            )
            for _row in range(rng.choice((0, 0, 1)))
        ]
        yield [
            ProjectSource(title=title, publisher="Provarkivet", year=year)
            for title in self._stock.writers["sv"].names(rng, rng.randint(0, 2))
        ]
        if page.procedure:
            yield self._phases(year, rng)

    def _pair(self, field: str, rng: Random, most: int) -> dict[str, str]:
        return {
            f"{field}_{lang}": writer.sentences(rng, (), 1)[:most].rstrip(".")
            for lang, writer in self._stock.writers.items()
        }

    def _case_numbers(self, number: int, year: int, rng: Random) -> list[CaseNumber]:
        # One number in two registries is normal.
        registries = rng.sample(_REGISTRIES, 2 if rng.random() < 0.1 else 1)
        rows = [
            CaseNumber(
                registry=registry,
                number=f"{year}-{self._stock.size.seed:05}{number:06}",
            )
            for registry in registries
        ]
        for row in rows:
            row.normalise()
        return rows

    def _team(self, rng: Random) -> list[TeamMember]:
        people = self._stock.size.people
        # Squared: some people are in many projects, most in few.
        numbers = [
            int(people * rng.random() ** 2)
            for _member in range(rng.randint(0, 4) if people else 0)
        ]
        return [
            TeamMember(
                person_id=volume_key("person", self._stock.size.seed, number),
                role_sv=sv,
                role_en=en,
            )
            for number in dict.fromkeys(numbers)
            for sv, en in [rng.choice(_ROLES)]
        ]

    def _sustainability(self, tags: list, rng: Random) -> Iterator[list[Model]]:
        claimed = tags[: rng.randint(0, 3)]
        yield [
            AspectClaim(
                tag_id=tag.pk,
                evidence=_evidence(rng) if rng.random() < 0.5 else [],
                **{
                    f"claim_{lang}": writer.sentences(rng, names_of([tag], lang), 2)
                    for lang, writer in self._stock.writers.items()
                },
            )
            for tag in claimed
        ]
        aspects = {tag.aspect for tag in claimed}
        left = [aspect for aspect in COUNTED_ASPECTS if aspect not in aspects]
        yield [
            AspectExemption(aspect=aspect, **self._pair("reason", rng, 400))
            for aspect in left[:1]
            if rng.random() < 0.3
        ]

    def _needs(self, rng: Random) -> list[Need]:
        return [
            Need(
                key=uuid.UUID(int=rng.getrandbits(128), version=4),
                competence_id=competence.pk,
                level=rng.choice(Level.values),
                importance=rng.choice(Importance.values),
                count=rng.choice((1, 1, 1, 2)),
                until=date(2026, 6, 1) + timedelta(days=rng.randrange(900)),
                **self._pair("description", rng, 300),
            )
            for competence in self._stock.competences.some(rng, 0, 4)
        ]

    def _phases(self, year: int, rng: Random) -> list[PhasePeriod]:
        rows, day = [], date(year, rng.randint(1, 12), 1)
        for phase in self._stock.phases[: rng.randint(2, 8)]:
            last = day + timedelta(days=rng.randint(20, 200))
            rows.append(
                PhasePeriod(
                    phase_id=phase.pk,
                    starts=day,
                    ends=last,
                    comment_url="https://plan.example/",
                    source_url="https://plan.example/",
                    checked_on=last,
                )
            )
            day = last + timedelta(days=1)
        return rows


def _evidence(rng: Random) -> list[dict]:
    """A document that shows it, as the block has it."""
    return [
        {
            "type": "evidence",
            "id": str(uuid.UUID(int=rng.getrandbits(128), version=4)),
            "value": {
                "title": f"Provrapport {rng.randrange(9999)}",
                "publisher": "Provarkivet",
                "year": rng.randrange(1990, 2026),
                "url": "https://report.example/",
            },
        }
    ]
