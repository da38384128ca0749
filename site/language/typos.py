"""Words that nearly are another: for typing errors and "did you mean"."""

from collections.abc import Iterable, Mapping

from language.folding import fold

SHORTEST = 3
"""Words with fewer letters are never corrected: everything is near them."""


def edit_distance(a: str, b: str, limit: int) -> int:
    """The least number of edits that make ``a`` into ``b``; ``limit + 1`` if more.

    An edit inserts, deletes or replaces a character, or swaps two neighbours
    (Damerau's distance, in the form where no place is edited twice).
    """
    if a == b:
        return 0
    if abs(len(a) - len(b)) > limit:
        return limit + 1
    before: list[int] = []
    last = list(range(len(b) + 1))
    for i, char in enumerate(a, 1):
        row = [i]
        for j, other in enumerate(b, 1):
            cost = min(last[j] + 1, row[-1] + 1, last[j - 1] + (char != other))
            if i > 1 and j > 1 and char == b[j - 2] and a[i - 2] == other:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        # A swap reaches two rows back, so both must be beyond the limit.
        if min(row) > limit and min(last) > limit:
            return limit + 1
        before, last = last, row
    return min(last[-1], limit + 1)


def edit_distance_at_most(a: str, b: str, k: int) -> bool:
    """Whether at most ``k`` edits make ``a`` into ``b`` (see ``edit_distance``)."""
    return edit_distance(a, b, k) <= k


def allowed_edits(word: str) -> int:
    """How many edits a reader may have made: 0 under 3 letters, 1 up to 6, then 2."""
    if len(word) < SHORTEST:
        return 0
    return 1 if len(word) <= 6 else 2


class Vocabulary:
    """The words that corrections come from, prepared for many look-ups.

    ``words`` are lower-case words, or a mapping from a word to how common it is.
    """

    def __init__(self, words: Iterable[str] | Mapping[str, int]):
        counts = words if isinstance(words, Mapping) else dict.fromkeys(words, 1)
        self._counts = counts
        self._by_length: dict[int, list[tuple[int, str]]] = {}
        for word in counts:
            self._by_length.setdefault(len(word), []).append((_letters(word), word))

    def close(self, word: str, limit: int) -> list[str]:
        """At most ``limit`` of the words near ``word``, the nearest first.

        Equal but for marks (``malmo``, ``malmö``) is nearest; then fewer edits, the
        same first letter, the more common, the alphabetical order.
        """
        edits = allowed_edits(word)
        folded, letters = fold(word), _letters(word)
        found = []
        for length in range(len(word) - edits, len(word) + edits + 1):
            for other_letters, other in self._by_length.get(length, ()):
                # One edit changes at most two kinds of letters.
                if (letters ^ other_letters).bit_count() > 2 * edits or other == word:
                    continue
                same = fold(other) == folded
                distance = edit_distance(folded, fold(other), edits)
                if distance <= edits or same:
                    rank = (
                        distance,
                        fold(other)[:1] != folded[:1],
                        -self._counts[other],
                        other,
                    )
                    found.append(rank)
        return [rank[-1] for rank in sorted(found)[:limit]]


def close_terms(
    word: str, vocabulary: Vocabulary | Iterable[str], limit: int
) -> list[str]:
    """The words of ``vocabulary`` near ``word`` (see ``Vocabulary.close``).

    Give a ``Vocabulary`` when there is more than one word to look up: making one from
    50 000 words takes longer than a look-up in it.
    """
    if not isinstance(vocabulary, Vocabulary):
        vocabulary = Vocabulary(vocabulary)
    return vocabulary.close(word, limit)


def _letters(word: str) -> int:
    """The kinds of letters in a word's folded form, as bits."""
    bits = 0
    for char in fold(word):
        bits |= 1 << (ord(char) & 63)
    return bits
