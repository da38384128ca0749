"""How long the search page takes over what nobody should ask it.

    make bench ARGS=hostile_speed

Fills an index as ``search_speed`` does, 10,000 documents, and asks for the whole page
with two thousand hostile queries. Prints how many had another answer than 200 or took
longer than a second (there should be none), percentiles in milliseconds, and the
slowest.
"""

import statistics
import sys
import time

# Sets up Django with a temporary database.
from benchmarks.search_speed import fill  # isort: skip

from django.test import Client

from search.evaluation.hostile import query_strings

DOCUMENTS, QUERIES, SLOWEST = 10_000, 2000, 5
#: Seconds that no query may take.
LIMIT = 1.0


def main(documents: int) -> None:
    fill(documents)
    client = Client(headers={"host": "localhost"}, raise_request_exception=False)
    client.get("/sok/?q=dagvatten")  # loads the dictionary and the templates
    times, failed = [], 0
    for query in query_strings(QUERIES):
        start = time.perf_counter()
        response = client.get(f"/sok/?{query}")
        times.append((time.perf_counter() - start, query))
        failed += response.status_code != 200
    times.sort(reverse=True)
    spent = [seconds * 1000 for seconds, _query in times]
    print(
        f"{QUERIES} queries: {failed} failed, "
        f"{sum(seconds > LIMIT for seconds, _query in times)} over {LIMIT:.0f} s, "
        f"p50 {statistics.median(spent):.0f} ms, "
        f"p95 {statistics.quantiles(spent, n=20)[-1]:.0f} ms"
    )
    for seconds, query in times[:SLOWEST]:
        print(f"{seconds * 1000:6.0f} ms  {query[:90]}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else DOCUMENTS)
