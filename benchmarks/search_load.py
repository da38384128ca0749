"""How many people can search at once: gunicorn with two workers, and eight clients.

    make bench ARGS=search_load

On the database of the settings (the demonstration; with ``DATABASE_URL``, any), whose
index must be there. Eight clients ask for pages of search without rest, each question
in turn; they take a part of the same machine, so this is less than the server could
do. Each page is made: searches are never kept. Printed: requests a second, and the
95th percentile.
"""

from benchmarks._questions import KINDS, address
from benchmarks._serving import load, served

CLIENTS = 8


def main() -> None:
    everything = [one for questions in KINDS.values() for one in questions]
    with served():
        for kind, questions in {**KINDS, "all kinds": everything}.items():
            rate, p95 = load(
                [f"/sok/?{address(asked)}" for asked in questions], clients=CLIENTS
            )
            print(f"{kind:16} {rate:7.1f}/s  p95 {p95 * 1000:7.0f} ms", flush=True)


if __name__ == "__main__":
    main()
