"""How fast people are found for needs, among 20,000.

    make bench ARGS=matching_speed

Fills a temporary SQLite database with 2,000 projects and 20,000 people, and prints, in
milliseconds, what it takes to find the best for one need, to find them for all of a
project's needs and missing aspects, to count them for a page of needs, and to find the
needs that one person could fill.
"""

import os
import resource
import statistics
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "site")]
FOLDER = tempfile.TemporaryDirectory()
os.environ.setdefault("DATABASE_URL", f"sqlite:///{FOLDER.name}/bench.sqlite3")
os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings.dev"
os.environ["DEBUG"] = "false"  # debugging keeps every statement
os.environ.setdefault("SECRET_KEY", "this process only measures")

import django  # noqa: E402

django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import transaction  # noqa: E402

from benchmarks._synthetic_city import fill  # noqa: E402
from core.public import visible_to_all  # noqa: E402
from matching.counting import helpers_of  # noqa: E402
from matching.finding import find  # noqa: E402
from matching.publicly import needs_for, setting_for  # noqa: E402
from matching.reading import read_projects  # noqa: E402
from projects.queries import open_needs, public_sources  # noqa: E402

ROUNDS = 60


def main(projects: int, people: int) -> None:
    call_command("migrate", verbosity=0)
    with transaction.atomic():
        fill(projects, people)
    visible = visible_to_all()
    setting = setting_for(visible)
    askable = list(setting.askable())
    needs = list(open_needs()[: ROUNDS * 10])
    sources = public_sources(visible).in_bulk({need.page_id for need in needs})
    facts = read_projects(sources.values(), setting.vocabulary)
    print(f"{projects} projects, {people} people, {len(askable)} may be proposed")

    def wish(need):
        return setting.vocabulary.wish_for(
            str(need.key), need.competence_id, need.level
        )

    def all_wishes(pk):
        own = [wish(need) for need in needs if need.page_id == pk]
        missing = sorted(facts[pk].missing)
        return own + [setting.vocabulary.wish_for_aspect(one) for one in missing]

    tell(
        "one need",
        [
            timed(lambda n=need: find([wish(n)], facts[n.page_id], setting))
            for need in needs[:ROUNDS]
        ],
    )
    tell(
        "all of a project",
        [
            timed(lambda p=pk: find(all_wishes(p), facts[p], setting))
            for pk in list(facts)[: ROUNDS // 3]
        ],
    )
    tell(
        "counting 20 needs",
        [
            timed(lambda a=at: helpers_of(needs[a : a + 20], setting))
            for at in range(0, ROUNDS * 5, 20)
        ],
    )
    tell(
        "needs for a person",
        [timed(lambda p=one: needs_for(p, visible)) for one in askable[:ROUNDS]],
    )
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"most memory of the process: {memory:.0f} MB")


def timed(ask) -> float:
    start = time.perf_counter()
    ask()
    return (time.perf_counter() - start) * 1000


def tell(what: str, times: list[float]) -> None:
    times = sorted(times)
    p95 = times[int(len(times) * 0.95) - 1]
    print(f"{what:20} p50 {statistics.median(times):7.1f}  p95 {p95:7.1f} ms")


if __name__ == "__main__":
    main(2_000, 20_000)
