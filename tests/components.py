"""Real components that a test needs and a machine may lack.

Without one, its tests skip and say how to get it; where everything must be
there (``CI=true``) they fail instead, so that no check goes missing unseen.
"""

import os
import shutil
from pathlib import Path
from typing import TypeVar

import pytest
from django.conf import settings

from development import elasticsearch as development

ROOT = Path(__file__).resolve().parent.parent
Found = TypeVar("Found")


def require(found: Found | None, what: str, how: str) -> Found:
    """``found``, or the end of the test with ``how`` to get what is missing."""
    if found is not None:
        return found
    message = f"{what} is missing. {how}"
    if os.environ.get("CI") == "true":
        pytest.fail(message, pytrace=False)
    pytest.skip(message)


def chromium() -> str:
    """The path of a Chromium: ``CHROMIUM``, or the first on the path."""
    names = ("chromium", "chromium-browser", "google-chrome")
    found = os.environ.get("CHROMIUM") or next(
        filter(None, map(shutil.which, names)), None
    )
    return require(
        found,
        "Chromium",
        "Debian: apt-get install chromium; or set CHROMIUM to its path.",
    )


def postgresql() -> Path:
    """The folder of PostgreSQL's server programs (``initdb``, ``pg_ctl``)."""
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    found = shutil.which("initdb") or (debian[-1] if debian else None)
    return require(
        Path(found).parent if found else None,
        "PostgreSQL",
        "Debian: apt-get install postgresql.",
    )


def real_data(name: str) -> Path:
    """A file of real input: never in the repository, so never required.

    Looked for in the folder that the setting ``REAL_DATA`` names.
    """
    path = settings.REAL_DATA / name
    if not path.exists():
        pytest.skip(f"{name} is not here. Put it in var/data, or set REAL_DATA.")
    return path


def elasticsearch() -> str:
    """The ``SEARCH_URL`` of a real server, started if need be.

    It is fetched from elsewhere, so it may be out of reach even where everything of
    ours is there.
    """
    try:
        return development.start()
    except (development.Missing, OSError) as missing:
        pytest.skip(f"No Elasticsearch: {missing}")
