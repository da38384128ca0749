"""Texts that look like the language: its small words, its compounds, its rhythm."""

from collections.abc import Sequence
from itertools import accumulate
from random import Random

_SMALL = {
    "sv": "och i att en som på är av för med till den det ett om vid från har ska "
    "kan genom mellan samt hur vi",
    "en": "and in to a that on is of for with the it an about at from has will can "
    "through between how we by",
}
#: The share of a text that small words are, as in Swedish and English prose.
_SHARE = 0.38
#: How many of a text's sentences say what it is about.
_TO_THE_POINT = 0.6
_WORDS = (7, 16)

_TITLES = {
    "sv": (
        "{0} i {1}",
        "{0} och {1}",
        "{0}: {2} för {1}",
        "Från {1} till {0}",
        "{2} {0}",
        "{0} med {2}",
    ),
    "en": (
        "{0} in {1}",
        "{0} and {1}",
        "{0}: {2} for {1}",
        "From {1} to {0}",
        "{2} {0}",
        "{0} with {2}",
    ),
}


class Writer:
    """Writes in one language. ``words`` come with the common ones first."""

    def __init__(self, lang: str, words: Sequence[str]):
        self.lang = lang
        small = _SMALL[lang].split()
        weights = [*_zipf(len(small), 1, _SHARE), *_zipf(len(words), 20, 1 - _SHARE)]
        self._words, self._sums = [*small, *words], list(accumulate(weights))
        self._names, self._name_sums = words, list(accumulate(weights[len(small) :]))

    def names(self, rng: Random, count: int) -> list[str]:
        """Words, none of them small."""
        return rng.choices(self._names, cum_weights=self._name_sums, k=count)

    def title(self, rng: Random, about: Sequence[str]) -> str:
        """``about`` are names of what it is about; one or two of them are in it."""
        names = [*rng.sample(about, min(2, len(about))), *self.names(rng, 3)]
        return _capital(rng.choice(_TITLES[self.lang]).format(*names))

    def sentences(self, rng: Random, about: Sequence[str], count: int) -> str:
        """``count`` sentences, most of which name something of ``about``."""
        written = []
        for _sentence in range(count):
            words = rng.choices(
                self._words, cum_weights=self._sums, k=rng.randint(*_WORDS)
            )
            if about and rng.random() < _TO_THE_POINT:
                words[rng.randrange(len(words))] = rng.choice(about)
            written.append(_capital(" ".join(words)) + ".")
        return " ".join(written)

    def paragraphs(self, rng: Random, about: Sequence[str], *counts: int) -> str:
        """Rich text: a paragraph for each number of sentences."""
        return "".join(f"<p>{self.sentences(rng, about, n)}</p>" for n in counts)


def _zipf(count: int, flat: int, whole: float) -> list[float]:
    weights = [1 / (rank + flat) for rank in range(count)]
    total = sum(weights)
    return [weight * whole / total for weight in weights]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
