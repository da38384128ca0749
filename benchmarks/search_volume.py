"""How fast the whole search is on volume: query kind by query kind.

    python -m benchmarks.search_volume [RECORDS]
    DATABASE_URL=… SEARCH_URL=… python -m benchmarks.search_volume

Without ``DATABASE_URL``, on a temporary SQLite file with so many generated records;
with it, on that database, whose index is built anew. Any engine that ``SEARCH_URL``
names. Printed: documents a second of the rebuild, and, for one client, the median and
the 95th percentile of the whole search (understanding, engine, all facets,
highlights, withheld keys) in milliseconds; then what of it was this process's own
time, which other processes on the machine do not disturb.
"""

import statistics
import sys
import time

from django.http import QueryDict

from benchmarks._questions import KINDS, address
from benchmarks._volume import p95, peak_memory, prepare
from search.engines import get_engine
from search.finding import find
from search.query import parse_query
from search.rebuilding import rebuild


def main(records: int, rounds: int = 25, *, build: bool = True) -> None:
    prepare(records)
    if build:
        _rebuild()
    print(f"{get_engine().count()} documents")
    heads = ("hits", "p50", "p95", "own p50", "own p95")
    print(f"{'kind':16}", *(f"{head:>8}" for head in heads))
    for kind, questions in KINDS.items():
        hits, spent, own = _measured(questions, rounds)
        times = (statistics.median(spent), p95(spent), statistics.median(own), p95(own))
        print(f"{kind:16} {hits:8.0f}", *(f"{t:8.1f}" for t in times), flush=True)
    print(f"Most memory: {peak_memory():.0f} MB")


def _rebuild() -> None:
    start, own = time.perf_counter(), time.process_time()
    count = rebuild()
    spent, own = time.perf_counter() - start, time.process_time() - own
    print(
        f"Rebuilt: {count / spent:.0f} documents a second "
        f"({count / own:.0f} by own time), most memory {peak_memory():.0f} MB"
    )


def _measured(
    questions: tuple[str, ...], rounds: int
) -> tuple[float, list[float], list[float]]:
    """The median of hits, and milliseconds: on the clock, and the process's own."""
    queries = [parse_query(QueryDict(address(asked)), "sv") for asked in questions]
    for query in queries:
        find(query)  # What a process reads once does not count.
    hits, spent, own = [], [], []
    for number in range(rounds):
        start, cpu = time.perf_counter(), time.process_time()
        response = find(queries[number % len(queries)])
        spent.append((time.perf_counter() - start) * 1000)
        own.append((time.process_time() - cpu) * 1000)
        hits.append(response.total)
    return statistics.median(hits), spent, own


if __name__ == "__main__":
    numbers = [word for word in sys.argv[1:] if word.isdigit()]
    main(int(numbers[0]) if numbers else 3000, build="--no-rebuild" not in sys.argv)
