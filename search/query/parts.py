"""What a piece of a query was taken to mean."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of the query (``text``, from ``start`` to ``end``) and its meaning.

    ``kind`` is ``number``, ``name`` (of a person or an organisation), ``concept``,
    ``district``, ``people``, ``phrase`` or ``excluded``; ``value`` what it names, in
    the index's own words. ``inside`` is a concept that only a part of a word names.
    """

    kind: str
    value: str
    text: str
    start: int
    end: int
    inside: bool = False
    loose: bool = False
    key: str = ""
    misspelt: str = ""

    @property
    def id(self) -> str:
        """By this it is undone: all that the words of ``text`` mean in this way."""
        return f"{self.kind}:{self.text.lower()}"
