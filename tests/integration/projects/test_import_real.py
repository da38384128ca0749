"""The real file, which is not part of the repository."""

import csv
from io import StringIO

import pytest
from django.core.management import call_command
from wagtail.models import Page

from people.models import PersonPage
from projects.importers.swecris.parsing import parse_row
from projects.importers.swecris.reading import read_rows
from projects.models import CaseNumber
from tests.components import real_data
from tests.factories.tree import build_tree

pytestmark = pytest.mark.real_data


@pytest.fixture
def file():
    return real_data("swecris_projects.json.gz")


def test_every_row_is_understood(file):
    rows = read_rows(file)
    parsed = [parse_row(row) for row in rows]
    assert len(rows) > 3000
    assert not [row.refusal for row in parsed if row.row is None]
    assert sum(bool(row.row.people) for row in parsed) > 0.8 * len(rows)
    assert sum(len(row.row.texts) == 2 for row in parsed) > 0.8 * len(rows)
    headed = [row for row in parsed if row.row.texts[0].purpose]
    assert len(headed) > 0.3 * len(rows)


@pytest.mark.django_db
def test_a_slice_imports_and_comes_again_unchanged(file, tmp_path):
    build_tree()
    call_command("import_swecris", file, limit=60, stdout=StringIO())
    identifiers = {number.identifier for number in CaseNumber.objects.all()}
    assert identifiers == {row["projectId"] for row in read_rows(file)[:60]}
    assert not PersonPage.objects.filter(live=True).exists()
    assert Page.find_problems() == ([], [], [], [], [])
    report = tmp_path / "report.csv"
    call_command("import_swecris", file, limit=60, stdout=StringIO(), report=report)
    with report.open(encoding="utf-8-sig") as lines:
        assert {line["outcome"] for line in csv.DictReader(lines)} == {"unchanged"}
