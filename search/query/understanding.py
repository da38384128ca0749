"""What a query means: the pieces of it that name something or ask for something.

Phrases and exclusions come first, for the reader has marked them. Of the names that
overlap, the longest holds; of several kinds in one place, the first of ``KINDS``. A
part that the reader has undone still has its place: its words are ordinary words, and
nothing shorter is read into them.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass

from language import tokenize
from projects.case_numbers import normalise_case_number
from search.query.intents import people_asked_for
from search.query.operators import operators
from search.query.parts import Part

#: What the reader marked, and then names in the order of what is meant first.
KINDS = (
    "excluded",
    "phrase",
    "number",
    "person",
    "organisation",
    "district",
    "concept",
    "people",
)
MARKED = ("excluded", "phrase")

#: The parts of a text that name something known, in any order; they may overlap.
Naming = Callable[[str], Iterable[Part]]

_LONGEST_NUMBER = 80


@dataclass(frozen=True, slots=True)
class Understanding:
    """``parts`` hold, ``undone`` would if the reader had not undone them.

    ``numbers`` may be case numbers: whether any exists, the index knows.
    """

    text: str
    parts: tuple[Part, ...] = ()
    undone: tuple[Part, ...] = ()
    numbers: tuple[Part, ...] = ()

    @property
    def silent(self) -> tuple[tuple[int, int], ...]:
        """The spans whose words are not looked for."""
        return tuple(
            (part.start, part.end)
            for part in self.parts
            if part.kind in ("excluded", "people")
        )

    @property
    def rest(self) -> str:
        """The words that are looked for, without signs that mean something."""
        words = [
            token.text
            for token in tokenize(self.text)
            if not any(start <= token.start < end for start, end in self.silent)
        ]
        return " ".join(words)

    def with_numbers(self, existing: Collection[str]) -> tuple[Part, ...]:
        """The parts that hold, and those numbers that exist, once each."""
        numbers = {p.value: p for p in self.numbers if p.value in existing}
        return tuple(
            sorted((*self.parts, *numbers.values()), key=lambda part: part.start)
        )


def understand(
    text: str, lang: str, naming: Naming, undone: Collection[str] = frozenset()
) -> Understanding:
    """What a cleaned text means, with the ids in ``undone`` not applied."""
    marked = list(operators(text, lang))
    claimed = [(p.start, p.end) for p in marked if p.id not in undone]
    names = list(_names(naming(text), claimed))
    claimed += [(part.start, part.end) for part in names]
    people = list(_people(text, claimed))
    found = sorted((*marked, *names, *people), key=lambda part: part.start)
    numbers = list(_numbers(text))
    return Understanding(
        text=text,
        parts=tuple(part for part in found if part.id not in undone),
        undone=tuple(p for p in (*found, *_first(numbers)) if p.id in undone),
        numbers=tuple(part for part in numbers if part.id not in undone),
    )


def _names(
    candidates: Iterable[Part], claimed: Iterable[tuple[int, int]]
) -> Iterator[Part]:
    """Those that hold: the longest, and all of its kind that it may mean."""
    spans: dict[tuple[int, int], str] = dict.fromkeys(claimed, "")
    ordered = sorted(
        candidates,
        key=lambda part: (
            part.inside,
            part.start - part.end,
            KINDS.index(part.kind),
            part.start,
        ),
    )
    seen = set()
    for part in ordered:
        span = (part.start, part.end)
        same = spans.get(span) == part.kind
        free = not any(
            start < part.end and part.start < end for start, end in spans
        )
        if (same or free) and (part.id, span) not in seen:
            spans[span] = part.kind
            seen.add((part.id, span))
            yield part


def _people(text: str, claimed: list[tuple[int, int]]) -> Iterator[Part]:
    """Where the query asks for a person, if it says anything besides."""
    tokens = tokenize(text)
    asked = [
        (tokens[first].start, tokens[last].end)
        for first, last in people_asked_for(tokens)
    ]
    asked = [
        span
        for span in asked
        if not any(start < span[1] and span[0] < end for start, end in claimed)
    ]
    others = [
        token
        for token in tokens
        if not any(start <= token.start < end for start, end in asked)
    ]
    if others:
        for start, end in asked:
            yield Part("people", "person", text[start:end], start, end)


def _numbers(text: str) -> Iterator[Part]:
    """Everything with a digit that might be a case number, and the whole text."""
    spans, at = [(0, len(text))], 0
    for word in text.split():
        at = text.index(word, at)
        spans.append((at, at + len(word)))
        at += len(word)
    seen = set()
    for start, end in spans:
        written = text[start:end].strip("\"“”'.,;:()?!")
        if len(written) > _LONGEST_NUMBER or not any(map(str.isdigit, written)):
            continue
        value = normalise_case_number(written)
        if len(value) > 2 and value not in seen:
            seen.add(value)
            yield Part("number", value, written, start, end)


def _first(parts: Iterable[Part]) -> list[Part]:
    return list({part.id: part for part in parts}.values())
