"""The piece of a text that shows why it was found."""

from collections.abc import Iterable

from language.analysis import Term, analyze
from language.tokens import is_mark

ELLIPSIS = "…"
_LEAD = 40  # characters of text shown before the first hit


class _Wanted:
    """What the query's terms match in a text's terms."""

    def __init__(self, terms: Iterable[Term]):
        terms = list(terms)
        self.stems = {term.stem for term in terms}
        self.folded = {term.folded for term in terms}
        self.parts = {part for term in terms for part in term.parts}

    def matched(self, term: Term) -> str | None:
        """The key by which ``term`` is wanted, or None."""
        if term.stem in self.stems or term.stem in self.parts:
            return term.stem
        for part in term.parts:
            if part in self.stems:
                return part
        return term.folded if term.folded in self.folded else None


def highlight(
    text: str, query_terms: Iterable[Term], lang: str, *, max_chars: int = 220
) -> list[tuple[str, bool]]:
    """The best piece of ``text`` as segments (piece, whether it is a hit).

    A word is a hit by stem, by folded form or by a compound's part. The piece is at
    most ``max_chars`` characters and lies where the most different query words stand
    closest; with no hit, it is the beginning. The joined pieces are a substring of
    ``text``; where text was left out there is a piece ``…`` of its own first or
    last. Pieces are plain text: the caller escapes them.
    """
    wanted = _Wanted(query_terms)
    hits = _hits(text, wanted, lang)
    start, end = _window(text, hits, max_chars)
    pieces = _pieces(text, [hit[:2] for hit in hits], start, end)
    if start > 0 and text[:start].strip():
        pieces.insert(0, (ELLIPSIS, False))
    if end < len(text) and text[end:].strip():
        pieces.append((ELLIPSIS, False))
    return pieces


def _hits(text: str, wanted: _Wanted, lang: str) -> list[tuple[int, int, str]]:
    """Hits as (start, end, key), in order and never overlapping."""
    hits: list[tuple[int, int, str]] = []
    for term in analyze(text, lang):
        key = wanted.matched(term)
        # An atom inside a joined word that is already a hit adds nothing.
        if key is not None and (not hits or term.start >= hits[-1][1]):
            hits.append((term.start, _whole(text, term.end), key))
    return hits


def _window(
    text: str, hits: list[tuple[int, int, str]], max_chars: int
) -> tuple[int, int]:
    """Where to cut: offsets of the piece to show."""
    if len(text) <= max_chars:
        return 0, len(text)
    start = _best_start(hits, max_chars)
    lead = min(_LEAD, max_chars // 4)
    end_of_first = next((hit[1] for hit in hits if hit[0] == start), start)
    if end_of_first <= lead:
        start = 0
    elif hits:
        start = _word_boundary(text, start - lead, start)
    end = start + max_chars
    if end >= len(text):
        return _word_boundary(text, len(text) - max_chars, start), len(text)
    return start, _cut_before(text, start, end)


def _best_start(hits: list[tuple[int, int, str]], max_chars: int) -> int:
    """The start of the hit after which most different hits come within reach."""
    reach = max_chars - min(_LEAD, max_chars // 4)
    best, best_score = 0, (0, 0)
    counts: dict[str, int] = {}
    last = 0
    for start, _, key in hits:
        while last < len(hits) and hits[last][1] <= start + reach:
            counts[hits[last][2]] = counts.get(hits[last][2], 0) + 1
            last += 1
        score = (len(counts), sum(counts.values()))
        if score > best_score:
            best, best_score = start, score
        if key in counts:
            counts[key] -= 1
            if not counts[key]:
                del counts[key]
        else:
            last += 1  # a hit longer than the reach
    return best


def _word_boundary(text: str, at: int, latest: int) -> int:
    """The first start of a word in ``text`` from ``at`` on, at most ``latest``."""
    at = max(at, 0)
    if at == 0 or text[at - 1].isspace():
        return at
    for index in range(at, latest):
        if text[index].isspace():
            return index + 1
    return _whole(text, min(at, latest))


def _cut_before(text: str, start: int, end: int) -> int:
    """The last end of a word at or before ``end``, or ``end`` if there is none."""
    if text[end].isspace():
        return end
    for index in range(end - 1, max(start, end - 40), -1):
        if text[index].isspace():
            return index
    while end > start + 1 and is_mark(text[end]):
        end -= 1
    return end


def _whole(text: str, end: int) -> int:
    """``end``, moved past the marks that belong to the character before it."""
    while end < len(text) and is_mark(text[end]):
        end += 1
    return end


def _pieces(
    text: str, hits: list[tuple[int, int]], start: int, end: int
) -> list[tuple[str, bool]]:
    pieces = []
    at = start
    for hit_start, hit_end in hits:
        if hit_start < start or hit_end > end:
            continue
        pieces.append((text[at:hit_start], False))
        pieces.append((text[hit_start:hit_end], True))
        at = hit_end
    pieces.append((text[at:end], False))
    return [piece for piece in pieces if piece[0]]
