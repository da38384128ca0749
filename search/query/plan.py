"""What an engine is asked to do for a query: words, conditions and leanings.

Everything that depends on language or meaning is decided here; an engine only
matches tokens, counts, and adds up as ``search.ranking`` says.
"""

from dataclasses import dataclass

from search import ranking

#: Tokens that must follow each other; mostly one.
Tokens = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Clause:
    """Tokens of one language, any of which will do, each worth ``weight``.

    ``stems`` are looked for in the fields of stems and parts, ``folded`` among the
    folded forms.
    """

    kind: str
    lang: str
    stems: tuple[Tokens, ...]
    folded: tuple[str, ...] = ()
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the query, where it starts, and every way to find it.

    ``correct`` is a word that a dictionary has, or one put together of such words:
    if no text has it, it is not misspelt for all that.
    """

    text: str
    start: int
    clauses: tuple[Clause, ...]
    correct: bool = False


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words in a row, in the stems of each language."""

    text: str
    stems: tuple[tuple[str, Tokens], ...]


@dataclass(frozen=True, slots=True)
class Meaning:
    """Documents with this facet value are about what the query names.

    ``name`` is one of ``ranking.MEANING_WEIGHTS``. ``key`` is the document's that is
    all about it. With ``misspelt`` it counts only if that word stands nowhere.
    """

    name: str
    text: str
    facet: str
    value: str
    key: str = ""
    misspelt: str = ""

    @property
    def weight(self) -> float:
        """What it is worth, in units of how rare the facet value is."""
        return ranking.MEANING_WEIGHTS[self.name]

    @property
    def certainty(self) -> float:
        """What is added to the score of the document ``key``."""
        return ranking.MEANING_CERTAINTY.get(self.name, 0.0)


@dataclass(frozen=True, slots=True)
class Plan:
    """What to match. Documents that hold any word, meaning or certain key are found,
    if they hold every phrase and nothing excluded; all are if nothing is asked for.

    ``numbers`` and ``names`` are guesses: a document that has one is certain.
    ``names`` are forms (see :mod:`search.starts`) of people's and organisations'
    whole names, each with the share of the query that it is. ``certain`` maps a
    document's key to what is added to its score. ``leanings`` are (facet, value,
    factor).
    """

    words: tuple[Word, ...] = ()
    phrases: tuple[Phrase, ...] = ()
    excluded: tuple[Phrase, ...] = ()
    numbers: tuple[str, ...] = ()
    names: tuple[tuple[str, float], ...] = ()
    meanings: tuple[Meaning, ...] = ()
    certain: tuple[tuple[str, float], ...] = ()
    leanings: tuple[tuple[str, str, float], ...] = ()

    @property
    def asks(self) -> bool:
        """Whether anything can match at all, or everything does."""
        return bool(
            self.words or self.numbers or self.names or self.meanings or self.certain
        )
