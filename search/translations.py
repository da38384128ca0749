"""Words that mean the same in the other language, learnt from the site's own texts.

Things that are described in both languages say the same twice. A Swedish and an
English word that mostly stand in the same things are taken for translations. How
sure that is, is Dice's coefficient (twice the things with both, by the things with
either), where one thing with both is not counted, for it may be chance; and the fewer
the texts are, the less sure is what they teach. A word of the query is then looked
for in the other language too, so that ``dagvatten`` finds what only says
*stormwater*.

It needs many texts: with few, chance makes pairs. Below ``MIN_DOCUMENTS`` nothing is
learnt.
"""

import heapq
import secrets
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from language import LANGUAGES, analyze
from search.documents import SearchDocument
from search.models import LearntWords

MIN_DOCUMENTS = 500
#: More teach nothing new, and take time.
MAX_DOCUMENTS = 5000
#: A pair must stand together in so many documents,
MIN_TOGETHER = 3
#: and neither in more than this share of them.
MAX_SHARE = 0.1
MIN_CERTAINTY = 0.15
MAX_TRANSLATIONS = 2
#: A second translation is none if it is this much less sure than the first.
_SECOND = 0.3
_SHORTEST = 3

#: By language: a stem's translations, the surest first, each with its certainty.
Translations = Mapping[str, Mapping[str, Sequence[tuple[str, float]]]]


class Learner:
    """Give it documents, then ask for what they teach."""

    def __init__(self) -> None:
        self._pairs: list[tuple[set[str], ...]] = []

    def read(self, documents: Iterable[SearchDocument]) -> None:
        for document in documents:
            if len(self._pairs) == MAX_DOCUMENTS:
                return
            if all(lang in document.texts for lang in LANGUAGES):
                words = tuple(_words(document, lang) for lang in LANGUAGES)
                if all(words):
                    self._pairs.append(words)

    def learnt(self) -> Translations:
        """The translations in both directions; none if the texts are too few."""
        if len(self._pairs) < MIN_DOCUMENTS:
            return {}
        most = len(self._pairs) * MAX_SHARE
        held = [Counter(w for pair in self._pairs for w in pair[n]) for n in (0, 1)]
        useful = [
            {word for word, count in own.items() if MIN_TOGETHER <= count <= most}
            for own in held
        ]
        places: dict[str, list[int]] = defaultdict(list)
        others = []
        for place, (first, second) in enumerate(self._pairs):
            others.append(second & useful[1])
            for word in first & useful[0]:
                places[word].append(place)
        trust = len(self._pairs) / (len(self._pairs) + MIN_DOCUMENTS)
        forth: dict[str, list[tuple[float, str]]] = {}
        back: dict[str, list[tuple[float, str]]] = defaultdict(list)
        for word, own in places.items():
            together: Counter[str] = Counter()
            for place in own:
                together.update(others[place])
            sure = [
                (certainty * trust, other)
                for other, count in together.items()
                if count >= MIN_TOGETHER
                and (certainty := 2 * (count - 1) / (len(own) + held[1][other]))
                >= MIN_CERTAINTY
            ]
            forth[word] = heapq.nlargest(MAX_TRANSLATIONS, sure)
            for certainty, other in sure:
                back[other].append((certainty, word))
        return {
            LANGUAGES[0]: _surest(forth),
            LANGUAGES[1]: _surest(back),
        }


def _surest(found: Mapping[str, list[tuple[float, str]]]):
    surest = {}
    for word, pairs in found.items():
        if pairs:
            best, *others = heapq.nlargest(MAX_TRANSLATIONS, pairs)
            kept = [best, *(pair for pair in others if pair[0] >= best[0] * _SECOND)]
            surest[word] = [(other, round(certainty, 3)) for certainty, other in kept]
    return surest


def _words(document: SearchDocument, lang: str) -> set[str]:
    text = document.texts[lang]
    terms = analyze(f"{text.title}\n{text.summary}\n{text.body}", lang)
    return {
        word
        for term in terms
        for word in (term.stem, *term.parts)
        if len(word) >= _SHORTEST and word.isalpha()
    }


def remember(learnt: Translations) -> None:
    """Keep what was learnt, in place of what was known before."""
    LearntWords.objects.update_or_create(
        pk=1, defaults={"words": learnt, "stamp": secrets.token_hex(16)}
    )


class _Known:
    """What a process knows, read again when something new was learnt."""

    def __init__(self) -> None:
        self._stamp, self._words = "", {}

    def __call__(self, stem: str, lang: str) -> Sequence[tuple[str, float]]:
        return self._words.get(lang, {}).get(stem, ())

    def refreshed(self) -> "_Known":
        rows = LearntWords.objects.filter(pk=1)
        stamp = rows.values_list("stamp", flat=True).first() or ""
        if stamp != self._stamp:
            words = rows.values_list("words", flat=True).first() or {}
            self._stamp, self._words = stamp, words
        return self


_known = _Known()


def translator() -> _Known:
    """From a stem and its language to its translations, as known now (one query)."""
    return _known.refreshed()
