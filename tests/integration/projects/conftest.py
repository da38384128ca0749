import csv
import json
from io import StringIO

import pytest
from django.core.management import call_command

from tests.factories.tree import build_tree


@pytest.fixture
def tree():
    return build_tree()


@pytest.fixture
def run(tree, tmp_path):
    """Import rows as the command does; the report's lines by key."""

    def run(*rows, raw=None, **options):
        file, report = tmp_path / "rows.json", tmp_path / "report.csv"
        file.write_bytes(raw or json.dumps(rows).encode())
        out = StringIO()
        call_command("import_swecris", file, report=report, stdout=out, **options)
        with report.open(encoding="utf-8-sig") as lines:
            found = {line["key"]: line for line in csv.DictReader(lines)}
        run.screen = out.getvalue()
        return found

    return run
