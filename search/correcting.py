"""Did you mean: the query with its unknown words as the hits write them."""

import re
from collections.abc import Iterable, Sequence

from language import Term, analyze, get_lexicon
from search.engines import Findings, Found

#: Of each of these hits, and of so much of its text, a spelling is looked for.
_HITS = 10
_LOOKED_THROUGH = 3000

Nearest = tuple[str, str, str]


def corrections(findings: Findings) -> list[tuple[str, str, Term]]:
    """For each word of the query that was corrected: the word as written, the word
    that a hit has instead, as the hit writes it, and that word's term.

    A correction that no hit shows is none: what cannot be read is not suggested.
    """
    found = []
    for written, lang, stem in findings.spelling:
        shown = _as_written(findings.hits[:_HITS], lang, stem)
        if shown:
            found.append((written, *shown))
    return found


def suggestion(text: str, corrected: Iterable[tuple[str, str, Term]]) -> str:
    """The query with the corrections in place; empty if there are none."""
    result = text
    for written, better, _term in corrected:
        whole = rf"(?<!\w){re.escape(written)}(?!\w)"
        result = re.sub(whole, lambda _match, word=better: word, result)
    return "" if result == text else result


def _as_written(hits: Sequence[Found], lang: str, stem: str) -> tuple[str, Term] | None:
    for hit in hits:
        own = hit.document.texts.get(lang)
        if own is None:
            continue
        text = f"{own.title}\n{own.summary}\n{own.body}"[:_LOOKED_THROUGH]
        for term in analyze(text, lang):
            if term.stem == stem:
                word = text[term.start : term.end]
                return _as_a_word(word), term
    return None


def _as_a_word(word: str) -> str:
    """Without the capital that a sentence's first word has; a name keeps its own."""
    lower = word.lower()
    return lower if get_lexicon().knows(lower) else word
