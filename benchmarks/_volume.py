"""A site with volume: the one that ``DATABASE_URL`` names, or one made here."""

import os
import resource
import statistics
import tempfile
from io import StringIO
from pathlib import Path

_GIVEN = "DATABASE_URL" in os.environ
_FOLDER = tempfile.TemporaryDirectory()
if not _GIVEN:
    os.environ["DATABASE_URL"] = f"sqlite:///{Path(_FOLDER.name, 'volume.sqlite3')}"
os.environ["DEBUG"] = "false"  # debugging keeps every statement
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.dev")
os.environ.setdefault("SECRET_KEY", "this process only measures")

import django  # noqa: E402

django.setup()

from django.conf import settings  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402


def prepare(records: int) -> None:
    """Fill the database unless it was given, and say what is measured.

    Nine projects to each person, in two languages as real ones are.
    """
    if not _GIVEN:
        for command in ("migrate", "create_site", "load_vocabulary"):
            call_command(command, verbosity=0, stdout=StringIO())
        people = records // 10
        call_command(
            "generate_content",
            projects=records - people,
            people=people,
            force=True,
            verbosity=0,
        )
    size = "as it is" if _GIVEN else f"{records} generated records"
    print(f"Database: {connection.vendor}, {size}. Search: {settings.SEARCH_URL}")


def peak_memory() -> float:
    """The most memory that this process has had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def p95(times: list[float]) -> float:
    return statistics.quantiles(times, n=20)[-1]
