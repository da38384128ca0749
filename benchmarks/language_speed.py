"""How quickly texts are understood, and what the dictionary costs a process.

Run from the repository: ``PYTHONPATH=site python benchmarks/language_speed.py``.
Documents are made of the dictionary's own words, inflected as they come and half of
them from the common tail, so that the word cache helps no more than in real text.
"""

import random
import resource
import sys
import time

from language import get_lexicon, index_tokens
from language.dictionary import load

DOCUMENTS, WORDS = 1200, 250


def documents() -> list[str]:
    """Texts of WORDS words, drawn by Zipf's law from 60 000 of the dictionary's."""
    rng = random.Random(1)
    vocabulary = list(load().words)
    rng.shuffle(vocabulary)
    vocabulary = vocabulary[:60_000]
    weights = [1 / (rank + 2) for rank in range(len(vocabulary))]
    return [
        " ".join(rng.choices(vocabulary, weights, k=WORDS)) for _ in range(DOCUMENTS)
    ]


def main() -> None:
    before = _megabytes()
    started = time.perf_counter()
    get_lexicon()
    loaded = time.perf_counter() - started
    # On a machine's first run this is the compiling.
    print(f"load: {loaded * 1000:.0f} ms, peak memory +{_megabytes() - before:.0f} MB")
    texts = documents()
    started = time.perf_counter()
    for text in texts:
        index_tokens(text, "sv")
    seconds = time.perf_counter() - started
    print(f"{DOCUMENTS / seconds:.0f} documents of {WORDS} words a second, cold cache")
    started = time.perf_counter()
    for text in texts:
        index_tokens(text, "sv")
    seconds = time.perf_counter() - started
    print(f"{DOCUMENTS / seconds:.0f} a second, warm cache")
    print(f"peak memory of the process: {_megabytes():.0f} MB")


def _megabytes() -> float:
    """The process's peak resident memory so far (Linux counts in KiB)."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1024 if sys.platform != "darwin" else 1024 * 1024)


if __name__ == "__main__":
    main()
