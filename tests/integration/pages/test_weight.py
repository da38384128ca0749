"""What a page weighs on its way to the reader."""

import gzip
import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders

from tests.factories.every_page import every_page

pytestmark = pytest.mark.django_db


def packed(content: bytes) -> int:
    return len(gzip.compress(content, 6))


def test_html_and_styles_of_each_page_are_under_60_kb(client):
    for place in every_page():
        html = client.get(place.address).content
        sheets = re.findall(rb'<link rel="stylesheet" href="/static/([^"]+)"', html)
        assert len(sheets) > 5
        styles = sum(
            packed(Path(finders.find(name.decode())).read_bytes()) for name in sheets
        )
        assert packed(html) + styles < 60_000, place.name
