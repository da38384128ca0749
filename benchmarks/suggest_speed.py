"""How fast the embedded engine suggests, on synthetic documents.

    python benchmarks/suggest_speed.py [DOCUMENTS]

Fills an index in a temporary SQLite file with titles, names, numbers and 400
concepts, and prints the median, the 95th percentile and the longest time in
milliseconds of what the server does for a beginning of each length: the whole view,
from the request to the JSON.
"""

import statistics
import sys
import time
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "site")]

# It sets up Django on a temporary database, and must come first.
from benchmarks.search_speed import RANDOM, WORDS, document, words  # noqa: E402, I001

from django.core.management import call_command  # noqa: E402
from django.test import RequestFactory  # noqa: E402
from tqdm import tqdm  # noqa: E402

from language import LANGUAGES  # noqa: E402
from search import api  # noqa: E402
from search.documents import DocumentText, SearchDocument  # noqa: E402
from search.engines import get_engine  # noqa: E402

CONCEPTS = 400


def entitled(number: int) -> SearchDocument:
    """A document with little text; a person's title is a name of three words."""
    made = document(number)
    if made.type == "person":
        name = " ".join(word.capitalize() for word in RANDOM.choices(WORDS, k=3))
        titles = dict.fromkeys(LANGUAGES, name)
    else:
        titles = {lang: " ".join(words(9)).capitalize() for lang in LANGUAGES}
    texts = {
        lang: DocumentText(title, f"/{number}/", " ".join(words(20)))
        for lang, title in titles.items()
    }
    return replace(made, texts=texts)


def concept(number: int) -> SearchDocument:
    name = f"c:{number}"
    labels = {lang: tuple(" ".join(words(2)) for _ in range(3)) for lang in LANGUAGES}
    return SearchDocument(
        key=f"concept:{number}",
        type="concept",
        identifier=name,
        texts={lang: DocumentText(labels[lang][0], f"/{name}/") for lang in LANGUAGES},
        keywords=labels,
        facets={"type": ("concept",), "concept": (name,)},
    )


def beginnings(length: int, count: int) -> list[str]:
    found = []
    while len(found) < count:
        text = " ".join(words(3))
        if len(text) >= length:
            found.append(text[:length])
    return found


def main(count: int = 50_000, rounds: int = 300) -> None:
    call_command("migrate", verbosity=0)
    engine = get_engine()
    generation = engine.create()
    engine.index([concept(n) for n in range(CONCEPTS)], generation=generation)
    for first in tqdm(range(0, count, 500), unit="batch", disable=None):
        batch = [entitled(n) for n in range(first, min(first + 500, count))]
        engine.index(batch, generation=generation)
    engine.prepare(generation)
    engine.swap(generation)
    requests = RequestFactory()
    print(f"{count} documents, {CONCEPTS} concepts")
    print(f"{'beginning':20} {'p50 ms':>8} {'p95 ms':>8} {'most':>8}")
    classes = {f"{n} characters": beginnings(n, rounds) for n in (2, 3, 5, 8, 14)}
    classes["a number"] = [f"20{n % 25:02}-{n % 10}" for n in range(rounds)]
    classes["nothing"] = [f"qzx{n}" for n in range(rounds)]
    for name, prefixes in classes.items():
        times = []
        for prefix in prefixes:
            request = requests.get("/", {"q": prefix})
            start = time.perf_counter()
            api.suggestions(request)
            times.append((time.perf_counter() - start) * 1000)
        p95 = statistics.quantiles(times, n=20)[-1]
        print(f"{name:20} {statistics.median(times):8.1f} {p95:8.1f} {max(times):8.1f}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
