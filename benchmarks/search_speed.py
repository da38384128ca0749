"""How fast the embedded engine answers, on synthetic documents.

    python benchmarks/search_speed.py [DOCUMENTS]

Fills an index in a temporary SQLite file with documents of about 250 words in two
languages (words by Zipf's law, facets like the site's), and prints, for each kind of
query, the median and the 95th percentile of the whole search in milliseconds:
engine, facets, highlights, withheld keys.
"""

import os
import random
import statistics
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "site")]
FOLDER = tempfile.TemporaryDirectory()
os.environ["DATABASE_URL"] = f"sqlite:///{FOLDER.name}/bench.sqlite3"
os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings.dev"
os.environ["DEBUG"] = "false"  # debugging keeps every statement
os.environ.setdefault("SECRET_KEY", "this process only measures")

import django  # noqa: E402

django.setup()

from django.core.management import call_command  # noqa: E402
from django.http import QueryDict  # noqa: E402
from tqdm import tqdm  # noqa: E402

from language import LANGUAGES, sort_key  # noqa: E402
from search.documents import DocumentText, SearchDocument  # noqa: E402
from search.engines import get_engine  # noqa: E402
from search.finding import find  # noqa: E402
from search.query import parse_query  # noqa: E402

RANDOM = random.Random(4)
FIRST = [
    "dag",
    "natt",
    "stads",
    "miljö",
    "kultur",
    "vatten",
    "energi",
    "skol",
    "bygg",
    "natur",
    "klimat",
    "trafik",
]
LAST = [
    "vatten",
    "plan",
    "hantering",
    "utveckling",
    "miljö",
    "stöd",
    "analys",
    "modell",
    "väg",
    "skola",
    "park",
]
ASPECTS = ["sociocultural", "environmental", "economic"]
WORDS = [f"{a}{b}" for a in FIRST for b in LAST] + [
    "".join(RANDOM.choice("bdfgklmnprst") + RANDOM.choice("aeiouåäö") for _ in range(n))
    for n in (2, 3, 4)
    for _ in range(6000)
]
RANDOM.shuffle(WORDS)
COMMON = [
    "och",
    "i",
    "att",
    "en",
    "det",
    "som",
    "på",
    "är",
    "av",
    "för",
    "med",
    "till",
    "den",
    "har",
]
WEIGHTS = [1 / rank for rank in range(2, len(WORDS) + 2)]


def words(count: int) -> list[str]:
    rare = RANDOM.choices(WORDS, WEIGHTS, k=count)
    return [RANDOM.choice(COMMON) if RANDOM.random() < 0.35 else w for w in rare]


def document(number: int) -> SearchDocument:
    title = " ".join(words(6)).capitalize()
    texts = {
        lang: DocumentText(
            title, f"/{number}/", " ".join(words(25)), " ".join(words(225))
        )
        for lang in LANGUAGES
    }
    kind = RANDOM.choices(["project", "person"], [3, 2])[0]
    year = RANDOM.randrange(1990, 2025, 5)
    return SearchDocument(
        key=f"{kind}:{number}",
        type=kind,
        identifier=str(number),
        texts=texts,
        keywords={lang: tuple(words(10)) for lang in LANGUAGES},
        numbers=(f"{year}-{number:05}",),
        facets={
            "type": (kind,),
            "aspect": tuple(RANDOM.sample(ASPECTS, 2)),
            "theme": tuple(f"t{RANDOM.randrange(15)}" for _ in range(3)),
            "goal": tuple(f"{RANDOM.randrange(1, 18)}" for _ in range(3)),
            "district": (f"d{RANDOM.randrange(13)}",),
            "sector": (f"s{RANDOM.randrange(6)}",),
            "period": (f"{year}-{year + 4}",),
            "concept": tuple(f"c:{RANDOM.randrange(400)}" for _ in range(8)),
        },
        sort_titles={lang: sort_key(title, lang) for lang in LANGUAGES},
        date=str(year),
        extra={
            "number": "", "registry": "", "status": "", "start": "", "end": "",
            "coordinator": {}, "districts": [], "needs": [],
            "role": {}, "organisation": {}, "competences": [], "aspects": [],
        },
    )  # fmt: skip


CLASSES = {
    "one rare word": lambda: f"q={RANDOM.choice(WORDS[3000:])}",
    "one common word": lambda: f"q={RANDOM.choice(WORDS[:20])}",
    "stop word": lambda: f"q={RANDOM.choice(COMMON)}",
    "three words": lambda: "q=" + "+".join(RANDOM.choices(WORDS, WEIGHTS, k=3)),
    "twenty words": lambda: "q=" + "+".join(words(20)),
    "words and filters": lambda: (
        f"q={RANDOM.choice(WORDS[:200])}&type=project&theme=t3&aspect=economic"
    ),
    "filters only": lambda: f"concept=c:{RANDOM.randrange(400)}&sort=newest",
    "everything": lambda: f"page={RANDOM.randrange(1, 40)}",
    "case number": lambda: f"q=2000-{RANDOM.randrange(1000):05}",
    "nothing found": lambda: f"q=qzx{RANDOM.randrange(10**6)}",
}


def fill(count: int) -> None:
    """Make the temporary database, and an index of ``count`` documents in it."""
    call_command("migrate", verbosity=0)
    engine = get_engine()
    generation = engine.create()
    start = time.perf_counter()
    for first in tqdm(range(0, count, 500), unit="batch", disable=None):
        batch = [document(n) for n in range(first, min(first + 500, count))]
        engine.index(batch, generation=generation)
    engine.prepare(generation)
    engine.swap(generation)
    spent = time.perf_counter() - start
    size = Path(FOLDER.name, "bench.sqlite3").stat().st_size / 1e6
    print(f"{count} documents in {spent:.0f} s ({count / spent:.0f}/s), {size:.0f} MB")


def main(count: int, rounds: int = 30) -> None:
    fill(count)
    print(f"{'kind':20} {'hits':>7} {'p50 ms':>8} {'p95 ms':>8}")
    for name, address in CLASSES.items():
        times, totals = [], []
        for _round in range(rounds):
            query = parse_query(QueryDict(address()), "sv")
            start = time.perf_counter()
            response = find(query)
            times.append((time.perf_counter() - start) * 1000)
            totals.append(response.total)
        p95 = statistics.quantiles(times, n=20)[-1]
        hits = statistics.median(totals)
        print(f"{name:20} {hits:7.0f} {statistics.median(times):8.1f} {p95:8.1f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5300)
