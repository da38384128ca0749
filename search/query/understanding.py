"""What a query means: the pieces of it that name something or ask for something.

Phrases and exclusions come first, for the reader has marked them. Of the concepts
that overlap, the longest label holds. A part that the reader has undone still has its
place: its words are ordinary words, and nothing shorter is read into them.

Case numbers and names are only guessed here: which of them exist, and may be seen,
the index knows and answers.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from language import tokenize
from projects.case_numbers import compact_case_number, normalise_case_number
from search.query.intents import people_asked_for
from search.query.operators import operators
from search.query.parts import Part
from search.starts import form_of

#: The concepts that a text names, in its order.
Naming = Callable[[str], Iterable[Part]]

_SILENT = ("excluded", "people")
_LONGEST_NUMBER = 80
#: A name has at most so many words, and one of a single word so many letters.
_NAME_WORDS = 6
_SHORTEST_NAME = 3


def names_nothing(text: str) -> Iterable[Part]:
    return ()


@dataclass(frozen=True, slots=True)
class Understanding:
    """``parts`` hold, ``undone`` would if the reader had not undone them.

    ``numbers`` and ``names`` are guesses; :meth:`confirmed` takes those that exist.
    """

    text: str
    parts: tuple[Part, ...] = ()
    undone: tuple[Part, ...] = ()
    numbers: tuple[Part, ...] = ()
    names: tuple[Part, ...] = ()

    @property
    def silent(self) -> tuple[tuple[int, int], ...]:
        """The spans whose words are not looked for."""
        return tuple((p.start, p.end) for p in self.parts if p.kind in _SILENT)

    @property
    def rest(self) -> str:
        """The words that are looked for, without signs that mean something."""
        words = [
            token.text
            for token in tokenize(self.text)
            if not any(start <= token.start < end for start, end in self.silent)
        ]
        return " ".join(words)

    def confirmed(
        self,
        numbers: Collection[str],
        names: Mapping[str, str],
        unknown: Collection[str] = (),
    ) -> tuple[Part, ...]:
        """All that holds, in the order of the text: of the names that overlap, the
        longest. ``unknown`` are the words that stand nowhere."""
        found = [p for p in self.parts if not p.misspelt or p.misspelt in unknown]
        found += _once(p for p in self.numbers if p.value in numbers)
        taken: list[tuple[int, int]] = []
        for part in sorted(self.names, key=lambda part: part.start - part.end):
            span = (part.start, part.end)
            if part.value in names and not _overlaps(span, taken):
                taken.append(span)
                found.append(part)
        return tuple(sorted(found, key=lambda part: part.start))


def understand(
    text: str,
    lang: str,
    naming: Naming = names_nothing,
    undone: Collection[str] = frozenset(),
) -> Understanding:
    """What a cleaned text means, with the ids in ``undone`` not applied."""
    marked = list(operators(text, lang))
    claimed = [(part.start, part.end) for part in marked if part.id not in undone]
    concepts = [
        part for part in naming(text) if not _overlaps((part.start, part.end), claimed)
    ]
    claimed += [(part.start, part.end) for part in concepts]
    people = list(_people(text, claimed))
    certain = sorted((*marked, *concepts, *people), key=lambda part: part.start)
    numbers = list(_numbers(text))
    parts = tuple(part for part in certain if part.id not in undone)
    silent = [(part.start, part.end) for part in parts if part.kind in _SILENT]
    names = [p for p in _names(text) if not _overlaps((p.start, p.end), silent)]
    everything = (*certain, *numbers, *names)
    return Understanding(
        text=text,
        parts=parts,
        undone=tuple(_once(part for part in everything if part.id in undone)),
        numbers=tuple(part for part in numbers if part.id not in undone),
        names=tuple(part for part in names if part.id not in undone),
    )


def _people(text: str, claimed: list[tuple[int, int]]) -> Iterator[Part]:
    """Where the query asks for a person, if it says anything besides."""
    tokens = tokenize(text)
    asked = [
        span
        for first, last in people_asked_for(tokens)
        if not _overlaps(span := (tokens[first].start, tokens[last].end), claimed)
    ]
    if any(not _overlaps((token.start, token.end), asked) for token in tokens):
        for start, end in asked:
            yield Part("people", "person", text[start:end], start, end)


def _numbers(text: str) -> Iterator[Part]:
    """Everything with a digit that might be a case number: a word, two, or all."""
    words = [(word.start(), word.end()) for word in re.finditer(r"\S+", text)]
    pairs = [(first[0], second[1]) for first, second in pairwise(words)]
    seen = set()
    for start, end in ((0, len(text)), *pairs, *words):
        written = text[start:end].strip("\"“”'.,;:()?!")
        if len(written) > _LONGEST_NUMBER or not any(map(str.isdigit, written)):
            continue
        for value in (normalise_case_number(written), compact_case_number(written)):
            if len(value) > 2 and value not in seen:
                seen.add(value)
                yield Part("number", value, written, start, end)


def _names(text: str) -> Iterator[Part]:
    """Every row of words that might be a whole name; a genitive's s is seen through."""
    tokens = tokenize(text)
    for first, token in enumerate(tokens):
        for last in range(first, min(first + _NAME_WORDS, len(tokens))):
            start, end = token.start, tokens[last].end
            form = form_of(text[start:end])
            if len(form) < _SHORTEST_NAME:
                continue
            for value in {form, form.removesuffix("s")}:
                yield Part("name", value, text[start:end], start, end)


def _overlaps(span: tuple[int, int], others: Iterable[tuple[int, int]]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in others)


def _once(parts: Iterable[Part]) -> Iterator[Part]:
    yield from {part.id: part for part in parts}.values()
