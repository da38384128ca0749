"""The real file, which is not part of the repository."""

import csv
import os
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from wagtail.models import Page

from people.models import PersonPage
from projects.importers.swecris.parsing import parse_row
from projects.importers.swecris.reading import read_rows
from projects.models import CaseNumber
from tests.factories.tree import build_tree

ROOT = Path(__file__).resolve().parents[3]
FILE = Path(
    os.environ.get("SWECRIS_FILE")
    or ROOT.parent / "shared" / "data" / "swecris_projects.json.gz"
)
pytestmark = [
    pytest.mark.real_data,
    pytest.mark.skipif(
        not FILE.is_file(),
        reason="No real file: set SWECRIS_FILE to a JSON export of Swecris' projects.",
    ),
]


def test_every_row_is_understood():
    rows = read_rows(FILE)
    parsed = [parse_row(row) for row in rows]
    assert len(rows) > 3000
    assert not [row.refusal for row in parsed if row.row is None]
    assert sum(bool(row.row.people) for row in parsed) > 0.8 * len(rows)
    assert sum(len(row.row.texts) == 2 for row in parsed) > 0.8 * len(rows)
    headed = [row for row in parsed if row.row.texts[0].purpose]
    assert len(headed) > 0.3 * len(rows)


@pytest.mark.django_db
def test_a_slice_imports_and_comes_again_unchanged(tmp_path):
    build_tree()
    call_command("import_swecris", FILE, limit=60, stdout=StringIO())
    identifiers = {number.identifier for number in CaseNumber.objects.all()}
    assert identifiers == {row["projectId"] for row in read_rows(FILE)[:60]}
    assert not PersonPage.objects.filter(live=True).exists()
    assert Page.find_problems() == ([], [], [], [], [])
    report = tmp_path / "report.csv"
    call_command("import_swecris", FILE, limit=60, stdout=StringIO(), report=report)
    with report.open(encoding="utf-8-sig") as lines:
        assert {line["outcome"] for line in csv.DictReader(lines)} == {"unchanged"}
