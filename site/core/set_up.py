"""What a fresh machine still needs, found out quickly.

A step is one management command. It is due when the files that it reads have
changed since it last ran on this database. What ran is remembered in
``var/set_up.json``, per database, and forgotten with it: the first migration of
an empty database clears its marks.

The steps name commands of apps that stand above ``core``. They are looked up
when they run, so nothing here imports them, and one that is not installed is
passed over.
"""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from django.apps import apps
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.migrations.executor import MigrationExecutor

from core.records import Record


@dataclass(frozen=True)
class Step:
    """A management command and what makes it due again.

    ``inputs`` are files or folders, relative to the repository; without any, the
    step runs once. A step with
    ``only_without_content`` runs once, on a database that has no record yet.
    ``after`` names steps whose run makes this one due too.
    """

    command: str
    inputs: tuple[str, ...] = ()
    only_without_content: bool = False
    after: tuple[str, ...] = ()


STEPS = (
    Step("build_fonts", inputs=("site/core/fonts.py", "requirements/base.txt")),
    Step("create_site"),
    Step("create_city_picture"),
    Step("load_vocabulary", inputs=("site/taxonomy/data",)),
    Step("load_demo", only_without_content=True),
    Step(
        "rebuild_search",
        inputs=(
            "search/documents",
            "search/starts.py",
            "search/engines/content.py",
            "search/engines/database/schema.py",
            "search/engines/database/storage.py",
            "site/language",
        ),
        after=("load_vocabulary", "load_demo"),
    ),
)


def fingerprint(root: Path, inputs: Iterable[str]) -> str:
    """A hash of the names and contents of all files below ``inputs``.

    Hidden and compiled files are left out; an input that does not exist counts
    as empty.
    """
    digest = hashlib.sha256()
    for name in sorted(inputs):
        start = root / name
        for path in [start, *sorted(start.rglob("*"))]:
            if path.is_file() and "__pycache__" not in path.parts:
                digest.update(str(path.relative_to(root)).encode() + b"\0")
                digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


class Marks:
    """Which steps ran on which database, with which inputs."""

    def __init__(self, path: Path, database: str):
        self._path = path
        self._database = database
        try:
            self._all = json.loads(path.read_text(encoding="utf-8"))
        except (FileNotFoundError, json.JSONDecodeError):
            self._all = {}

    def get(self, step: Step) -> str | None:
        return self._all.get(self._database, {}).get(step.command)

    def put(self, step: Step, value: str) -> None:
        """Remembered at once, so that an interrupted set-up goes on from here."""
        self._all.setdefault(self._database, {})[step.command] = value
        self._save()

    def forget(self) -> None:
        """The database is new: nothing has run on it."""
        if self._all.pop(self._database, None) is not None:
            self._save()

    def _save(self) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        fresh = self._path.with_suffix(".new")
        fresh.write_text(json.dumps(self._all, indent=2), encoding="utf-8")
        fresh.replace(self._path)


def database_name() -> str:
    """A name of the default database for the marks, without its password."""
    parts = connections[DEFAULT_DB_ALIAS].settings_dict
    return f"{parts['ENGINE']} {parts['HOST']}:{parts['PORT']}/{parts['NAME']}"


def pending_migrations() -> tuple[int, bool]:
    """How many migrations are to be applied, and whether none was ever."""
    executor = MigrationExecutor(connections[DEFAULT_DB_ALIAS])
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return len(plan), not executor.loader.applied_migrations


def has_content() -> bool:
    """Whether the database holds a record of any kind (a project, a person)."""
    return any(
        model._default_manager.exists()
        for model in apps.get_models()
        if issubclass(model, Record)
    )
