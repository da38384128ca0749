"""How fast the city's picture is made, on synthetic projects and people.

    make bench ARGS=overview_speed

Fills a temporary SQLite database with 10,000 projects in two languages and 20,000
people, and prints, for the public and for those who plan, and for several choices, the
number of queries, the median and the slowest of the rounds in milliseconds, and what
the whole page costs. ``DATABASE_URL`` names another, empty database to fill instead.
"""

import os
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
from django.db import connection, transaction  # noqa: E402
from django.http import QueryDict  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext, override_settings  # noqa: E402

from benchmarks._synthetic_city import fill  # noqa: E402
from overview.choice import parse_choice  # noqa: E402
from overview.models import CityPicturePage  # noqa: E402
from overview.picture import Audience, city_picture  # noqa: E402

ROUNDS = 7
CHOICES = (
    "",
    "aspect=economic",
    "district=farsta",
    "phase=ongoing",
    "sector=museum",
    "period=2015-2019",
    "aspect=environmental&district=sodermalm&sector=city&period=2020-2024",
)


def main(projects: int, people: int) -> None:
    call_command("migrate", verbosity=0)
    with transaction.atomic():
        tree = fill(projects, people)
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
    print(f"{projects} projects, {people} people, {connection.vendor}")
    print(f"{'audience':8} {'queries':>7} {'p50 ms':>8} {'worst':>8}  choice")
    for audience in Audience:
        for address in CHOICES:
            choice = parse_choice(QueryDict(address))
            times, count = _times(lambda a=audience, c=choice: city_picture(c, a))
            _print(audience, times, count, address)
    page = tree.home.add_child(instance=CityPicturePage(title="Stadens bild"))
    client = Client()
    with override_settings(ALLOWED_HOSTS=["*"], PAGE_CACHE_SECONDS=0):
        assert client.get(page.url).status_code == 200  # noqa: S101
        times, _count = _times(lambda: client.get(page.url))
    _print("page", times, "", "")


def _times(ask) -> tuple[list[float], int]:
    ask()
    with CaptureQueriesContext(connection) as found:
        ask()
    times = []
    for _round in range(ROUNDS):
        start = time.perf_counter()
        ask()
        times.append((time.perf_counter() - start) * 1000)
    return times, len(found)


def _print(what: str, times: list[float], queries: int | str, address: str) -> None:
    p50, worst = statistics.median(times), max(times)
    print(f"{what:8} {queries:>7} {p50:8.0f} {worst:8.0f}  {address or 'everything'}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:3]) if len(sys.argv) > 2 else (10_000, 20_000))
