"""What everything generated in one run draws from."""

from dataclasses import dataclass
from random import Random

from language import LANGUAGES
from taxonomy.index import ConceptIndex, IndexedConcept
from taxonomy.models import Concept

from .chances import Zipf
from .words import words_of
from .writing import Writer


@dataclass(frozen=True)
class Size:
    """How much of what is asked for; ``seed`` makes it another city's."""

    projects: int
    people: int
    seed: int

    @property
    def organisations(self) -> int:
        return min(max((self.projects + self.people) // 150, 12), 300)


class Stock:
    """Words and concepts, the common ones decided by the seed.

    Raises ValueError when a vocabulary is not loaded.
    """

    def __init__(self, index: ConceptIndex, size: Size):
        self.size = size
        self.writers = {lang: Writer(lang, words_of(index, lang)) for lang in LANGUAGES}
        active = [concept for concept in index if not concept.deprecated]
        self.tags = self._mixed(active, "sustainability", Concept.Level.TAG)
        self.competences = self._mixed(active, "competences", Concept.Level.COMPETENCE)
        self.districts = self._mixed(active, "districts")
        self.subjects = self._mixed(active, "subjects")
        #: In legal order.
        self.phases = index.roots("phases")
        for name in ("tags", "competences", "districts"):
            if not getattr(self, name).items:
                raise ValueError(f"no {name}")

    def _mixed(self, concepts, scheme: str, level: str = "") -> Zipf[IndexedConcept]:
        own = [
            concept
            for concept in concepts
            if concept.scheme == scheme and (not level or concept.level == level)
        ]
        own.sort(key=lambda concept: concept.notation)
        Random(f"{self.size.seed}:{scheme}").shuffle(own)  # noqa: S311
        return Zipf(own)


def names_of(concepts: list[IndexedConcept], lang: str) -> list[str]:
    """What the concepts are called within a sentence."""
    return [_inside(concept.name_in(lang).text) for concept in concepts]


def _inside(name: str) -> str:
    """Swedish and English write only names and abbreviations large."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]
